package vos.shell;

import java.io.IOException;
import java.util.Locale;
import vos.fs.WorkspaceException;

/** How GNU's programs put names, reasons and sizes. */
final class Phrases {

    private static final String PLAIN = "%+,-./@_]{}";
    private static final String ACTIVE_IN_DOUBLE_QUOTES = "\"$`\\!";
    private static final String UNITS = "KMGTPE";

    private Phrases() {
    }

    /** {@code name} in quotes that a shell would take off again; control characters are made visible. */
    static String quoted(String name) {
        String shown = visible(name);
        if (shown.indexOf('\'') < 0) {
            return "'" + shown + "'";
        }
        return shown.chars().anyMatch(c -> ACTIVE_IN_DOUBLE_QUOTES.indexOf(c) >= 0)
                ? "'" + shown.replace("'", "'\\''") + "'"
                : "\"" + shown + "\"";
    }

    /** {@code name} as it is, or {@link #quoted} if a shell would make more of it. */
    static String bare(String name) {
        boolean plain = name.codePoints().allMatch(c ->
                Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
        return plain && !name.isEmpty() ? name : quoted(name);
    }

    /** Why something failed, as the C library says it where it has a word for it. */
    static String reason(IOException failure) {
        if (!(failure instanceof WorkspaceException refused)) {
            return "Input/output error";
        }
        return switch (refused.reason()) {
            case NOT_FOUND -> "No such file or directory";
            case ALREADY_EXISTS -> "File exists";
            case NOT_A_DIRECTORY -> "Not a directory";
            case IS_A_DIRECTORY -> "Is a directory";
            case NOT_EMPTY -> "Directory not empty";
            case OUTSIDE -> "Outside the workspace";
            case INVALID_NAME -> "Invalid file name";
            case NO_SPACE -> "No space left on device";
            case QUOTA_EXCEEDED -> "Disk quota exceeded";
            case TOO_LARGE -> "File too large";
            case DENIED -> "Permission denied";
            case BUSY -> "Resource temporarily unavailable";
            case FAILED -> "Input/output error";
        };
    }

    /** A number of bytes: the number itself, or with {@code human} as {@code 1.5K}, {@code 12M}, rounded up. */
    static String size(long bytes, boolean human) {
        if (!human || bytes < 1024) {
            return Long.toString(bytes);
        }
        double scaled = bytes / 1024.0;
        int unit = 0;
        while (Math.ceil(scaled) >= 1024) {
            scaled /= 1024;
            unit++;
        }
        double tenths = Math.ceil(scaled * 10);
        String number = tenths < 100
                ? String.format(Locale.ROOT, "%.1f", tenths / 10)
                : String.format(Locale.ROOT, "%.0f", Math.ceil(scaled));
        return number + UNITS.charAt(unit);
    }

    private static String visible(String name) {
        StringBuilder shown = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    shown.append(String.format(c <= 0xFF ? "\\x%02X" : "\\u%04X", c));
                default -> shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
