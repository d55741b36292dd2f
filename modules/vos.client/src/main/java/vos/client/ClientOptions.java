package vos.client;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import vos.protocol.Tap;

/**
 * How a client behaves.
 *
 * @param patience how long it waits for a connection, and then for each answer
 * @param tap who looks at the bytes
 * @param tls which certificates of the server will do, if the connection is to be encrypted
 */
public record ClientOptions(Duration patience, Tap tap, Optional<SSLContext> tls) {
    /** Thirty seconds of patience, nobody looking. */
    public static final ClientOptions DEFAULTS = new ClientOptions(Duration.ofSeconds(30), Tap.NONE);

    /** Refuses what makes no sense. */
    public ClientOptions {
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience " + patience);
        }
    }

    /** Without TLS. */
    public ClientOptions(Duration patience, Tap tap) {
        this(patience, tap, Optional.empty());
    }

    /** The same with another patience. */
    public ClientOptions withPatience(Duration atMost) {
        return new ClientOptions(atMost, tap, tls);
    }

    /** The same with somebody looking at the bytes. */
    public ClientOptions withTap(Tap looker) {
        return new ClientOptions(patience, looker, tls);
    }

    /** The same by TLS 1.3, with a server whose certificate this context trusts. */
    public ClientOptions withTls(SSLContext context) {
        return new ClientOptions(patience, tap, Optional.of(context));
    }
}
