package vos.tck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What programs print, of which the end is kept: a program that never stops printing fills neither memory nor disk, and
 * is not kept waiting either. For all threads.
 */
final class Printed {

    private static final int KEPT = 16 * 1024;
    /** How long the last words of a program that has ended may take to arrive, in milliseconds. */
    private static final int LAST_WORDS = 1000;

    private final byte[] ring = new byte[KEPT];
    private long count;
    private Thread reader = new Thread();

    /** Reads all that this program prints, on either of its outputs, from now on and until it has no more to say. */
    synchronized void listenTo(Process process) {
        reader = Thread.ofPlatform().daemon().name("vos.tck-printed").start(() -> listenTo(process.getInputStream()));
    }

    private void listenTo(InputStream output) {
        byte[] piece = new byte[KEPT];
        try (output) {
            for (int read = output.read(piece); read >= 0; read = output.read(piece)) {
                keep(piece, read);
            }
        } catch (IOException e) {
            System.getLogger(Printed.class.getName()).log(System.Logger.Level.DEBUG, "no more is heard", e);
        }
    }

    private synchronized void keep(byte[] piece, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (count++ % KEPT)] = piece[i];
        }
    }

    /** Waits for the last words of a program that has ended; others that it has started may still be speaking. */
    void awaitLastWords() {
        try {
            reader().join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Thread reader() {
        return reader;
    }

    /** The end of what was printed, in UTF-8; what is none is replaced. */
    synchronized String text() {
        int length = (int) Math.min(count, KEPT);
        byte[] end = new byte[length];
        for (int i = 0; i < length; i++) {
            end[i] = ring[(int) ((count - length + i) % KEPT)];
        }
        return new String(end, StandardCharsets.UTF_8);
    }
}
