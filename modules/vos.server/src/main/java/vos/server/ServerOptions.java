package vos.server;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a server is run.
 *
 * @param bind the address it listens on
 * @param port the TCP port; 0 lets the system choose a free one
 * @param limits what its peers may use
 * @param threads what each connection runs on
 * @param tls what each connection is encrypted with, if it is
 */
public record ServerOptions(InetAddress bind, int port, Limits limits, Threads threads, Optional<SSLContext> tls) {

    /** Refuses what makes no sense. */
    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /** On loopback, with the usual limits, on virtual threads, without TLS. */
    public static ServerOptions onLoopback(int port) {
        return new ServerOptions(InetAddress.getLoopbackAddress(), port, Limits.USUAL, Threads.VIRTUAL,
                Optional.empty());
    }

    /** The same, bound to another address. */
    public ServerOptions withBind(InetAddress address) {
        return new ServerOptions(address, port, limits, threads, tls);
    }

    /** The same with other limits. */
    public ServerOptions withLimits(Limits other) {
        return new ServerOptions(bind, port, other, threads, tls);
    }

    /** The same with another limit of connections in all. */
    public ServerOptions withMaxConnections(int connections) {
        return withLimits(limits.with(Limit.CONNECTIONS, connections));
    }

    /** The same with another idle time. */
    public ServerOptions withIdle(Duration atMost) {
        return withLimits(limits.with(Limit.IDLE, atMost));
    }

    /** The same on another kind of thread. */
    public ServerOptions withThreads(Threads kind) {
        return new ServerOptions(bind, port, limits, kind, tls);
    }

    /** The same, encrypted. */
    public ServerOptions withTls(SSLContext context) {
        return new ServerOptions(bind, port, limits, threads, Optional.of(context));
    }
}
