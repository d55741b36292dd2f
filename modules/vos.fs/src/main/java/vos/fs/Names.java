package vos.fs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * The rules for names: what one component of a path may look like, and how one that may not is shown to people.
 *
 * <p>A name that passes is one component on every host (no separator, neither {@code "."} nor {@code ".."}), fits the
 * file systems in use, survives a line-based protocol and a terminal, and cannot be taken for a draft of ours.
 */
final class Names {

    /** Longest name, in bytes of UTF-8: what the usual file systems take. */
    static final int LONGEST_NAME = 255;

    /** Longest path, in bytes of UTF-8: Linux' {@code PATH_MAX}. */
    static final int LONGEST_PATH = 4096;

    /** How the names of drafts on their way begin, in small letters or large: some hosts see no difference. */
    static final String RESERVED_PREFIX = ".vos-";

    /** What a lenient decoder makes of bytes that are not UTF-8: two different files could both be shown as this. */
    private static final int REPLACEMENT = 0xFFFD;

    /** Characters of a name or path that a message shows; the middle of a longer one is left out. */
    private static final int SHOWN = 120;

    private Names() {
    }

    /** What forbids {@code name}, to follow the name in a sentence; empty if nothing does. */
    static Optional<String> flaw(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty, and a name is not");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("is a direction and not a name");
        }
        if (name.indexOf('/') >= 0) {
            return Optional.of("is more than one name: it holds a slash");
        }
        if (name.codePoints().anyMatch(Names::unprintable)) {
            return Optional.of("holds a character that no name may: a control character, a line or paragraph separator,"
                    + " or one that is not text");
        }
        if (name.getBytes(UTF_8).length > LONGEST_NAME) {
            return Optional.of("is a name of more than " + LONGEST_NAME + " bytes");
        }
        if (name.regionMatches(true, 0, RESERVED_PREFIX, 0, RESERVED_PREFIX.length())) {
            return Optional.of("begins with " + RESERVED_PREFIX + ", which is kept for files on their way");
        }
        return Optional.empty();
    }

    /** Throws {@link WorkspaceException.Reason#INVALID_NAME} if there is a {@link #flaw}. */
    static void require(String name) throws WorkspaceException {
        Optional<String> flaw = flaw(name);
        if (flaw.isPresent()) {
            throw WorkspaceException.invalid(name, flaw.get());
        }
    }

    /**
     * {@code text} without a character that could upset a terminal or forge a line of a log, and not too long to
     * read.
     */
    static String shown(String text) {
        String escaped = escaped(text);
        if (escaped.codePointCount(0, escaped.length()) <= SHOWN) {
            return escaped;
        }
        int head = escaped.offsetByCodePoints(0, SHOWN / 2);
        int tail = escaped.offsetByCodePoints(escaped.length(), -SHOWN / 2);
        return escaped.substring(0, head) + "..." + escaped.substring(tail);
    }

    /**
     * {@code text} with each character that no name may hold escaped, as {@code \x0A}; beyond Latin-1, with a u and
     * four digits.
     */
    static String escaped(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (unprintable(c)) {
                line.append(String.format(c <= 0xFF ? "\\x%02X" : "\\u%04X", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    private static boolean unprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> character == REPLACEMENT;
        };
    }
}
