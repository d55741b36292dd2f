package vos.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text on the wire is UTF-8 {@code [COM-2.1]}, and what is not UTF-8 is not guessed at. */
public final class Text {
    private Text() {
    }

    /** The bytes of {@code text}. */
    public static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text that {@code bytes} are, or nothing when they are not UTF-8. */
    public static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * {@code text} in one line for people: control characters, and what else could forge a line, as {@code \}{@code
     * uhhhh}.
     */
    public static String printable(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean plain = switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> false;
                default -> true;
            };
            shown.append(plain ? Character.toString(c) : "\\u%04x".formatted(c));
        });
        return shown.toString();
    }
}
