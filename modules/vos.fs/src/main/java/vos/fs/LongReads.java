package vos.fs;

import java.io.Closeable;
import java.util.concurrent.Semaphore;

/**
 * Has long directories read by few at a time, and not to the end in one go. A virtual thread keeps its carrier while it
 * asks the system for names and what they stand for, and all of them have as many carriers as there are processors: so
 * it gives way to others every so many names. That shortens their waiting and does not end it: what has given way may
 * be taken up again before what came from outside. And a directory that many read at once would be in memory as often.
 *
 * <p>Those who come later wait, for the system and never for a peer. Safe for use by many threads; a {@link Turn} is
 * for one.
 */
final class LongReads {

    /**
     * From so many steps on a directory is long, and after so many more its reader gives way again. Each of its names
     * is two steps: it is read, and what it stands for is looked at.
     */
    static final int LONG = 1_000;

    private static final int AT_ONCE = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** For one directory. */
    Turn turn() {
        return new Turn();
    }

    /** Held from the moment when the directory is seen to be long. */
    final class Turn implements Closeable {
        private int names;
        private boolean held;

        private Turn() {
        }

        /** One more name has been read, or looked at; may wait, or give way. */
        void step() {
            names++;
            if (names % LONG == 0 && held) {
                Thread.yield();
            } else if (names == LONG) {
                turns.acquireUninterruptibly();
                held = true;
            }
        }

        @Override
        public void close() {
            if (held) {
                held = false;
                turns.release();
            }
        }
    }
}
