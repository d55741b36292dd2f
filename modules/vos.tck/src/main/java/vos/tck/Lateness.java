package vos.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Tells whether the kit itself was late. Whoever is woken 60 ms behind the first of two messages sees a pause of 100 ms
 * as one of 40, and must not hold that against the peer.
 *
 * <p>Two clocks are asked. Linux counts how long each thread was ready and had no processor. And a thread that does
 * nothing but wake up in time does not when the JVM holds all threads still, or has no processor either; where the
 * system counts nothing, that is all there is. For all threads.
 */
final class Lateness {

    /** Every pause that is tried has more than this to spare. */
    private static final Duration TOLERATED = Duration.ofMillis(5);
    private static final int BEAT_MILLIS = 5;
    /** Two numbers of nanoseconds, and one of turns: has run, has waited for a processor, was given one. */
    private static final Path SCHEDULED = Path.of("/proc/thread-self/schedstat");
    private static final int COUNTS = 3;

    /** Both by {@link System#nanoTime}. */
    private static volatile long lastBeat = System.nanoTime();
    private static volatile long lastLateBeat = lastBeat - TOLERATED.toNanos();

    static {
        Thread.ofPlatform().daemon().name("vos.tck-lateness").start(Lateness::beat);
    }

    private Lateness() {
    }

    /** Looks back to the moment in which it was made. For the thread that made it. */
    @FunctionalInterface
    interface Watch {

        /** Whether its thread may have been kept from running since. */
        boolean sawLateness();
    }

    /** Begins to watch this thread. */
    static Watch watch() {
        long began = System.nanoTime();
        Thread watched = Thread.currentThread();
        long waited = waited();
        return () -> System.nanoTime() - lastBeat > limit() || lastLateBeat - began > 0
                || Thread.currentThread() == watched && waited() - waited > TOLERATED.toNanos();
    }

    private static void beat() {
        while (true) {
            Pace.sleep(BEAT_MILLIS);
            long now = System.nanoTime();
            if (now - lastBeat > limit()) {
                lastLateBeat = now;
            }
            lastBeat = now;
        }
    }

    private static long limit() {
        return Duration.ofMillis(BEAT_MILLIS).plus(TOLERATED).toNanos();
    }

    /** How long this thread has waited for a processor in its life, in nanoseconds; 0 where nobody counts. */
    private static long waited() {
        try {
            String[] counts = Files.readString(SCHEDULED).split(" ");
            return counts.length == COUNTS ? Long.parseLong(counts[1]) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
