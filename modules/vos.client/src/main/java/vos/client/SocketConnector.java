package vos.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import vos.protocol.Connector;
import vos.protocol.SocketTransport;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** Opens TCP connections to one address, and says in a sentence why it could not. */
final class SocketConnector implements Connector {
    /** A welcome or a listing is one message, and may name very many files. */
    private static final int MESSAGE_LIMIT = 64 << 20;

    private final String host;
    private final int port;
    private final WireOptions options;

    SocketConnector(String host, int port, ClientOptions options) {
        this.host = host;
        this.port = port;
        this.options = WireOptions.DEFAULTS.withMessageLimit(MESSAGE_LIMIT)
                .withPatience(options.patience()).withTap(options.tap());
    }

    @Override
    public Wire connect() throws IOException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnreachableException("unknown host: " + host);
        }
        var channel = SocketChannel.open();
        try {
            // The channel's own connect() has no time limit; its socket view has.
            channel.socket().connect(address, Math.clamp(options.patience().toMillis(), 1, Integer.MAX_VALUE));
            return new Wire(new SocketTransport(channel), options);
        } catch (IOException e) {
            channel.close();
            throw new UnreachableException(reason(e, options.patience()), e);
        }
    }

    private String reason(IOException e, Duration patience) {
        return switch (e) {
            case SocketTimeoutException timeout ->
                "%s:%d does not answer within %d s".formatted(host, port, patience.toSeconds());
            case ConnectException refused ->
                "nothing listens on %s:%d (%s)".formatted(host, port, refused.getMessage());
            default -> "cannot connect to %s:%d: %s".formatted(host, port, e.getMessage());
        };
    }
}
