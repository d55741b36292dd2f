package vos.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vos.protocol.Reply;
import vos.protocol.Text;

/** What answers look like in the strict forms, understood anew: not by the code that is tried. */
final class Forms {
    private static final int HEADER = 64;

    private Forms() {
    }

    /** {@code said} is one status with what it announces, and fits {@code reply} {@code [COM-9.1], [COM-9.2]}. */
    static void requireStatus(byte[] said, Reply reply) {
        int end = find(said, '\n');
        Check.that(end >= 0, "an answer without a line end: %s", latin(said));
        String line = Text.decode(Arrays.copyOf(said, end))
                .orElseThrow(() -> new AssertionError("an answer is not UTF-8: " + latin(said)));
        Check.oneLine(line, "a status");
        long size = requireFits(line, reply);
        Check.same(size, (long) said.length - end - 1, "the number of bytes behind \"" + line + "\"");
    }

    /** How many bytes must follow. */
    private static long requireFits(String line, Reply reply) {
        switch (reply) {
            case Reply.Welcome _ -> Check.that(line.startsWith("vos/1 "), "a welcome: %s", line);
            case Reply.Failed _ -> Check.that(line.matches("ERROR [a-z-]+: .+"), "an error: %s", line);
            case Reply.Done _, Reply.Goodbye _ -> Check.same("OK", line, "what was done");
            default -> {
                Check.that(line.matches("OK (0|[1-9][0-9]*)"), "a size: %s", line);
                return Long.parseLong(line.substring("OK ".length()));
            }
        }
        return 0;
    }

    /** The content of the frame at {@code from} {@code [COM-6.4]}; the next one begins where it ends. */
    static byte[] frame(byte[] said, int from) {
        Check.that(said.length >= from + HEADER, "a header is cut: %s", latin(said));
        String header = new String(said, from, HEADER, StandardCharsets.ISO_8859_1);
        Check.that(header.matches("[0-9]+ *"), "a header is not a length: %s", header);
        int length = Integer.parseInt(header.strip());
        Check.that(said.length >= from + HEADER + length, "a frame is cut: %s", latin(said));
        return Arrays.copyOfRange(said, from + HEADER, from + HEADER + length);
    }

    /** Where the frame behind the one at {@code from} begins. */
    static int behind(byte[] said, int from) {
        return from + HEADER + frame(said, from).length;
    }

    static boolean endsWith(byte[] said, String end) {
        return latin(said).endsWith(end);
    }

    /** A character for each byte. */
    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static int find(byte[] bytes, char wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
