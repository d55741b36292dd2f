package vos.protocol;

import java.time.Duration;

/**
 * How a {@link Wire} is used.
 *
 * @param messageLimit the longest message that is taken into memory, in bytes; bodies have no such limit
 * @param patience how long a read waits for the peer; {@link Duration#ZERO} waits for ever
 * @param tap who looks at the bytes
 * @param buffers where large buffers come from
 */
public record WireOptions(int messageLimit, Duration patience, Tap tap, Buffers buffers) {
    /** 8 KiB a message, endless patience, nobody looking: a server's choice, which ends idle connections otherwise. */
    public static final WireOptions DEFAULTS =
            new WireOptions(8 * 1024, Duration.ZERO, Tap.NONE, Buffers.UNBOUNDED);

    /** Refuses what makes no sense. */
    public WireOptions {
        if (messageLimit < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("messageLimit " + messageLimit + ", patience " + patience);
        }
    }

    /** The same with another message limit, in bytes. */
    public WireOptions withMessageLimit(int bytes) {
        return new WireOptions(bytes, patience, tap, buffers);
    }

    /** The same with another patience. */
    public WireOptions withPatience(Duration atMost) {
        return new WireOptions(messageLimit, atMost, tap, buffers);
    }

    /** The same with somebody looking at the bytes. */
    public WireOptions withTap(Tap looker) {
        return new WireOptions(messageLimit, patience, looker, buffers);
    }

    /** The same with large buffers from elsewhere. */
    public WireOptions withBuffers(Buffers lender) {
        return new WireOptions(messageLimit, patience, tap, lender);
    }
}
