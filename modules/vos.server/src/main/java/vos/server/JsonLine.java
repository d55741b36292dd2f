package vos.server;

/**
 * A JSON object (RFC 8259) on one line, of texts and numbers, in the order in which they were added. Everything but
 * printable ASCII is escaped, so that no name can end the line, hide in a terminal, or look like another.
 *
 * <p>For one thread.
 */
final class JsonLine {
    private final StringBuilder fields = new StringBuilder("{");

    JsonLine with(String name, String value) {
        return field(name).quoted(value);
    }

    JsonLine with(String name, long value) {
        field(name).fields.append(value);
        return this;
    }

    private JsonLine field(String name) {
        if (fields.length() > 1) {
            fields.append(", ");
        }
        quoted(name);
        fields.append(": ");
        return this;
    }

    private JsonLine quoted(String text) {
        fields.append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                fields.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                fields.append("\\u%04x".formatted((int) c));
            } else {
                fields.append(c);
            }
        }
        fields.append('"');
        return this;
    }

    @Override
    public String toString() {
        return fields + "}";
    }
}
