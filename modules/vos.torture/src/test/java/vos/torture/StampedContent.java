package vos.torture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Contents of files that say what they should be: a line, and noise that follows from it. So of any bytes it can be
 * told whether they are all of one content.
 */
final class StampedContent {
    /** What has no bytes has no line either. */
    static final String EMPTY = "empty";

    private StampedContent() {
    }

    /** The stamp of a content of {@code size} bytes of noise behind its line, or of none at all. */
    static String stamp(String author, int version, int size) {
        return size == 0 ? EMPTY : author + " " + version + " " + size;
    }

    /** All that bears this stamp. */
    static byte[] bytes(String stamp) {
        if (stamp.equals(EMPTY)) {
            return new byte[0];
        }
        byte[] line = (stamp + "\n").getBytes(StandardCharsets.US_ASCII);
        var noise = new byte[Integer.parseInt(stamp.substring(stamp.lastIndexOf(' ') + 1))];
        new Random(stamp.hashCode()).nextBytes(noise);
        byte[] all = Arrays.copyOf(line, line.length + noise.length);
        System.arraycopy(noise, 0, all, line.length, noise.length);
        return all;
    }

    /** The stamp of a content that is whole; else words that are no stamp. */
    static String stampOf(byte[] content) {
        if (content.length == 0) {
            return EMPTY;
        }
        String stamp = new String(content, StandardCharsets.ISO_8859_1).split("\n", 2)[0];
        return stamp.matches("\\w+ \\d+ \\d{1,7}") && Arrays.equals(bytes(stamp), content) ? stamp
                : "not whole: " + content.length + " bytes that begin with " + stamp.substring(0,
                        Math.min(40, stamp.length()));
    }
}
