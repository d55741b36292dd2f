package vos.torture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Has a hello arrive as a command that no server knows, of the same length and with its own first word, so that both
 * ends, untouched, keep to the published form {@code [COM-3.3]}.
 */
final class Muffler {
    private static final String HELLO = "hello vos/1";

    private Muffler() {
    }

    /** Changes the first {@code count} bytes; a hello is one write of few bytes, and comes as one read. */
    static void muffle(byte[] bytes, int count) {
        String text = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        int at = text.toLowerCase(Locale.ROOT).indexOf(HELLO);
        if (at >= 0) {
            String muffled = " " + text.substring(at, at + HELLO.length()).replace("/", "");
            byte[] said = muffled.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(said, 0, bytes, at, said.length);
        }
    }
}
