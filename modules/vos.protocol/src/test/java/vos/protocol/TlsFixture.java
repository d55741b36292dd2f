package vos.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Connections over the loopback interface of which one end is ours, and the other is ours or another's. All that is
 * asked for is closed with the fixture.
 */
final class TlsFixture implements Closeable {
    private final ServerSocketChannel listener = ServerSocketChannel.open()
            .bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));

    private final Deque<Closeable> all = new ArrayDeque<>();

    TlsFixture() throws IOException {
        all.push(listener);
    }

    private <T extends Closeable> T closedAtTheEnd(T opened) {
        all.push(opened);
        return opened;
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    /** A connection that nobody has said anything on, for {@link #server}. */
    Socket tcp() throws IOException {
        return closedAtTheEnd(new Socket("127.0.0.1", port()));
    }

    /** The JDK's own client, for {@link #server}; it speaks at its first read or write. */
    SSLSocket jdkClient(Socket tcp) throws IOException {
        return (SSLSocket) TlsContexts.client().getSocketFactory().createSocket(tcp, "localhost", port(), true);
    }

    /** The JDK's own server, at the other end of the {@link #client} that was made last. */
    SSLSocket jdkServer() throws IOException {
        Socket tcp = accepted().socket();
        var socket = (SSLSocket) TlsContexts.server().getSocketFactory().createSocket(tcp, null, true);
        socket.setUseClientMode(false);
        return socket;
    }

    /** The server's end of the connection that was made last, without TLS. */
    SocketChannel accepted() throws IOException {
        return closedAtTheEnd(listener.accept());
    }

    /** Our end of the connection that was made last. */
    TlsTransport server() throws IOException {
        return TlsTransport.ofServer(new SocketTransport(accepted()), TlsContexts.server());
    }

    /** The client's end of such a connection. */
    SocketChannel channel() throws IOException {
        return channel(port());
    }

    private SocketChannel channel(int port) throws IOException {
        return closedAtTheEnd(SocketChannel.open(new InetSocketAddress("127.0.0.1", port)));
    }

    /** Our client. */
    TlsTransport client(SSLContext context, String host) throws IOException {
        return client(port(), context, host);
    }

    /** The same, by way of another port. */
    TlsTransport client(int port, SSLContext context, String host) throws IOException {
        return TlsTransport.ofClient(new SocketTransport(channel(port)), context, host, port);
    }

    /** What stands between a client and {@link #server}. */
    Relay relay(int up, int down) throws IOException {
        return closedAtTheEnd(new Relay(port(), up, down));
    }

    /** Has the two make their handshake. */
    static void join(TlsTransport client, TlsTransport server) throws Exception {
        var other = Worker.On.VIRTUAL.begin(() -> server.handshake(Duration.ZERO));
        client.handshake(Duration.ZERO);
        other.result();
    }

    @Override
    public void close() throws IOException {
        for (Closeable opened : all) {
            opened.close();
        }
    }
}
