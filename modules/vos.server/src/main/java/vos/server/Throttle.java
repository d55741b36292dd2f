package vos.server;

import java.util.function.LongSupplier;

/**
 * A rate that is kept on average, of bytes or of anything else that is counted: who has moved some is told how long to
 * wait before moving more. What was not used is not saved up, but for a short burst.
 *
 * <p>Safe for use by many threads, who share the rate in the order in which they ask.
 */
final class Throttle {
    /** One that lets everything pass. */
    static final Throttle FREE = new Throttle(0, () -> 0);

    private static final long SECOND = 1_000_000_000L;
    /** What may be moved at once after a silence: as much as the rate allows in this time. */
    private static final long BURST_NANOS = SECOND / 4;

    private final long perSecond;
    private final LongSupplier nanoTime;
    private boolean used;
    /** Until when the rate is used up. */
    private long paidUntil;

    /** A throttle of so many a second; 0 for one that lets everything pass. */
    Throttle(long perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    /** Counts so many as moved, and returns for how many nanoseconds nothing more should be. */
    long move(long count) {
        return perSecond == 0 ? 0 : charge(count);
    }

    private synchronized long charge(long count) {
        long now = nanoTime.getAsLong();
        if (!used || paidUntil - (now - BURST_NANOS) < 0) {
            used = true;
            paidUntil = now - BURST_NANOS;
        }
        // Not in long arithmetic: a byte at a high rate takes less than a nanosecond, a gigabyte at a low one ages.
        paidUntil += (long) ((double) count / perSecond * SECOND);
        return Math.max(0, paidUntil - now);
    }

    /** Whether it is as if it were new. */
    synchronized boolean rested() {
        return !used || paidUntil - (nanoTime.getAsLong() - BURST_NANOS) <= 0;
    }

    /** How many are best moved at a time, so that nobody has to wait for long. */
    int step(int usual) {
        return perSecond == 0 ? usual : (int) Math.min(usual, Math.max(1, perSecond / 8));
    }
}
