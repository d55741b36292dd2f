package vos.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What is in the files that are moved: bytes of no order, the same in every run. */
final class Content {
    private static final int BLOCK = 1024 * 1024;
    private static final int SEED = 6;

    private Content() {
    }

    /** Makes a file of this size, unless it is there. */
    static Path file(Path file, long size) throws IOException {
        if (Files.exists(file) && Files.size(file) == size) {
            return file;
        }
        byte[] block = block();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= BLOCK) {
                out.write(block, 0, (int) Math.min(left, BLOCK));
            }
        }
        return file;
    }

    private static byte[] block() {
        byte[] block = new byte[BLOCK];
        new Random(SEED).nextBytes(block);
        return block;
    }
}
