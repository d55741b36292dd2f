package vos.protocol;

import java.time.Duration;

/**
 * How long to be silent between two messages to a published peer, which takes what one read gives for one message
 * {@code [COM-6.1]}. Too short, and it hangs; there is no length that is certainly enough.
 */
public final class Pace {
    /** Between two short messages. The published programs themselves wait 100 ms where they wait at all. */
    public static final Duration MESSAGE = Duration.ofMillis(150);

    /** What may wait unread in the buffers of both kernels when our write returns, in bytes. */
    private static final long MOST_UNREAD = 8L << 20;
    /** How fast a published program reads in pieces of 1 KiB at the least, in bytes a millisecond. */
    private static final long READ_PER_MILLISECOND = 20 << 10;

    private Pace() {
    }

    /** After a body of that many bytes: until the peer has read what is still in the buffers. */
    public static Duration afterBody(long bytes) {
        return MESSAGE.plusMillis(Math.min(bytes, MOST_UNREAD) / READ_PER_MILLISECOND);
    }
}
