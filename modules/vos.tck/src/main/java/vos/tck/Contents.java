package vos.tck;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Random contents of files, of the sizes at which programs go wrong. None begins with a line end, so that one which a
 * client sends behind a command can be told from it.
 */
public final class Contents {

    /** Around what programs read at once, in bytes, and some of such blocks. */
    private static final int[] SIZES = {0, 1, 1023, 1024, 1025, 65_537};
    private static final int LARGE = 8 * 1024 * 1024;

    private Contents() {
    }

    /** Contents of many sizes under names that tell these, as {@code f1024}; the smallest first. */
    public static Map<String, byte[]> ofManySizes(Trial trial) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int size : SIZES) {
            contents.put("f" + size, random(trial, size));
        }
        return contents;
    }

    /** A content that fits into no buffer: 8 MiB. */
    public static byte[] large(Trial trial) {
        return random(trial, LARGE);
    }

    private static byte[] random(Trial trial, int size) {
        byte[] content = trial.randomBytes(size);
        if (size > 0) {
            content[0] = '#';
        }
        return content;
    }
}
