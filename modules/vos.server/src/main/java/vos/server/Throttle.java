package vos.server;

import java.util.function.LongSupplier;

/**
 * A rate that is kept on average: who has moved bytes is told how long to wait before moving more. What was not used is
 * not saved up, but for a short burst.
 *
 * <p>Safe for use by many threads, who share the rate in the order in which they ask.
 */
final class Throttle {
    private static final long SECOND = 1_000_000_000L;
    /** What may be moved at once after a silence: as much as the rate allows in this time. */
    private static final long BURST_NANOS = SECOND / 4;

    private final long bytesPerSecond;
    private final LongSupplier nanoTime;
    private boolean used;
    /** Until when the rate is used up. */
    private long paidUntil;

    /** A throttle of so many bytes a second; 0 for one that lets everything pass. */
    Throttle(long bytesPerSecond, LongSupplier nanoTime) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanoTime = nanoTime;
    }

    /** Counts {@code bytes} as moved, and returns for how many nanoseconds nothing more should be. */
    long move(long bytes) {
        return bytesPerSecond == 0 ? 0 : charge(bytes);
    }

    private synchronized long charge(long bytes) {
        long now = nanoTime.getAsLong();
        if (!used || paidUntil - (now - BURST_NANOS) < 0) {
            used = true;
            paidUntil = now - BURST_NANOS;
        }
        // Not in long arithmetic: a byte at a high rate takes less than a nanosecond, a gigabyte at a low one ages.
        paidUntil += (long) ((double) bytes / bytesPerSecond * SECOND);
        return Math.max(0, paidUntil - now);
    }

    /** How many bytes are best moved at a time, so that nobody has to wait for long. */
    int step(int usual) {
        return bytesPerSecond == 0 ? usual : (int) Math.min(usual, Math.max(1, bytesPerSecond / 8));
    }
}
