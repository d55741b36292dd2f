package vos.tck;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bytes as people and shells read them. */
final class Text {

    private Text() {
    }

    /** Printable ASCII as it is, the rest as {@code \n}, {@code \\} or {@code \xhh}; cut behind {@code limit} bytes. */
    static String shown(byte[] bytes, int limit) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, limit); i++) {
            text.append(shown(bytes[i]));
        }
        if (bytes.length > limit) {
            text.append(String.format(Locale.ROOT, " ... (%d bytes in all)", bytes.length));
        }
        return text.toString();
    }

    private static String shown(byte b) {
        return switch (b) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            default -> b >= ' ' && b < 0x7f ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\x%02x", b);
        };
    }

    /** The bytes as the format of {@code printf}, to stand in single quotes; octal, which every shell knows. */
    static String printfFormat(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            if (b == '\n') {
                text.append("\\n");
            } else if (b >= ' ' && b < 0x7f && "'\\%".indexOf(b) < 0) {
                text.append((char) b);
            } else {
                text.append(String.format(Locale.ROOT, "\\%03o", b & 0xff));
            }
        }
        return text.toString();
    }

    /** A stranger's text on one line, which can do nothing to a terminal. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (harmless(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(c == '\n' ? "\\n" : String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return printable.toString();
    }

    /** The same, with its line ends. */
    static String printableLines(String text) {
        return text.lines().map(Text::printable).collect(Collectors.joining("\n"));
    }

    private static boolean harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The bytes as text, if they are UTF-8 of which all can be printed or is a line end or a tab. */
    static Optional<String> printableUtf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean printable = text.codePoints().allMatch(c -> harmless(c) || c == '\n' || c == '\r' || c == '\t');
            return printable ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The bytes as characters, one each, for patterns that must not fail on what is no UTF-8. */
    static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** How many {@code things}: "1 byte", "2 bytes". */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
