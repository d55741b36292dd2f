package vos.client;

import java.time.Duration;
import vos.protocol.Tap;

/**
 * How a client behaves.
 *
 * @param patience how long it waits for a connection, and then for each answer
 * @param tap who looks at the bytes
 */
public record ClientOptions(Duration patience, Tap tap) {
    /** Thirty seconds of patience, nobody looking. */
    public static final ClientOptions DEFAULTS = new ClientOptions(Duration.ofSeconds(30), Tap.NONE);

    /** Refuses what makes no sense. */
    public ClientOptions {
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience " + patience);
        }
    }

    /** The same with another patience. */
    public ClientOptions withPatience(Duration atMost) {
        return new ClientOptions(atMost, tap);
    }

    /** The same with somebody looking at the bytes. */
    public ClientOptions withTap(Tap looker) {
        return new ClientOptions(patience, looker);
    }
}
