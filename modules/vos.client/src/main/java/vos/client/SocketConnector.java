package vos.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import vos.protocol.Connector;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.SocketTransport;
import vos.protocol.TlsTransport;
import vos.protocol.Transport;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** Opens TCP connections to one address, and says in a sentence why it could not. */
final class SocketConnector implements Connector {
    /** A welcome or a listing is one message, and may name very many files. */
    private static final int MESSAGE_LIMIT = 64 << 20;

    private final String host;
    private final int port;
    private final WireOptions options;
    private final Optional<SSLContext> tls;

    SocketConnector(String host, int port, ClientOptions options) {
        this.host = host;
        this.port = port;
        this.options = WireOptions.DEFAULTS.withMessageLimit(MESSAGE_LIMIT)
                .withPatience(options.patience()).withTap(options.tap());
        this.tls = options.tls();
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
            return new Wire(transport(channel), options);
        } catch (IOException e) {
            channel.close();
            throw new UnreachableException(reason(e, options.patience()), e);
        }
    }

    /** The handshake of TLS is made here, so that a server that is not trusted is not taken for one that is busy. */
    private Transport transport(SocketChannel channel) throws IOException {
        var tcp = new SocketTransport(channel);
        if (tls.isEmpty()) {
            return tcp;
        }
        TlsTransport transport = TlsTransport.ofClient(tcp, tls.get(), host, port);
        if (!transport.handshake(options.patience())) {
            throw new PeerGoneException("nothing was answered within %d s; it may not speak TLS"
                    .formatted(options.patience().toSeconds()));
        }
        return transport;
    }

    private String reason(IOException e, Duration patience) {
        return switch (e) {
            case SocketTimeoutException timeout ->
                "%s:%d does not answer within %d s".formatted(host, port, patience.toSeconds());
            case ConnectException refused ->
                "nothing listens on %s:%d (%s)".formatted(host, port, refused.getMessage());
            case PeerGoneException gone -> "no TLS with %s:%d: %s".formatted(host, port, gone.getMessage());
            case ProtocolViolation other -> "no TLS with %s:%d: %s".formatted(host, port, other.getMessage());
            default -> "cannot connect to %s:%d: %s".formatted(host, port, e.getMessage());
        };
    }
}
