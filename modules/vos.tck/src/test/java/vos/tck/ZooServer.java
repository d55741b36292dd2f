package vos.tck;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small server within the test: what the sound server of each protocol, and each broken one, has in common. It
 * listens on loopback from when it is made, and has a thread for every connection.
 */
public abstract class ZooServer implements Target, Closeable {

    private static final System.Logger LOG = System.getLogger(ZooServer.class.getName());
    private static final int QUEUE = 500;

    private final Path root;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** A server of this directory. */
    protected ZooServer(Path root) throws IOException {
        this.root = root;
        this.listener = new ServerSocket(0, QUEUE, InetAddress.getLoopbackAddress());
    }

    /** Begins to take connections. */
    final ZooServer start() {
        Thread.ofVirtual().name("zoo").start(this::acceptAll);
        return this;
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                begin(socket);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the listener was closed", e);
        }
    }

    /** Begins to serve a connection: here on a thread of its own. */
    protected void begin(Socket socket) {
        Thread.ofVirtual().start(() -> serve(socket));
    }

    /** Serves a connection to its end, and closes it. */
    protected final void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            converse(socket);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection broke", e);
        } finally {
            open.remove(socket);
        }
    }

    /** Speaks with one client until the conversation is over. The caller closes the connection. */
    protected abstract void converse(Socket socket) throws IOException;

    /** Closes every connection, as the system does when a process ends. */
    protected final void disconnect() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** The directory that is served. */
    protected final Path directory() {
        return root;
    }

    @Override
    public final InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    @Override
    public final Optional<Path> root() {
        return Optional.of(root);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        disconnect();
    }
}
