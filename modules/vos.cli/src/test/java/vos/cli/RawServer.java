package vos.cli;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import vos.protocol.Text;

/** A server that is none: accepts one connection, says one thing, and then closes it or falls silent. */
final class RawServer implements Closeable {
    private final ServerSocket listener;
    private final String words;
    private final boolean closes;
    private volatile Socket connection;

    private RawServer(String words, boolean closes) throws IOException {
        this.words = words;
        this.closes = closes;
        this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    static RawServer thatSaysAndCloses(String words) throws IOException {
        return new RawServer(words, true);
    }

    static RawServer thatSaysAndFallsSilent(String words) throws IOException {
        return new RawServer(words, false);
    }

    private void serve() {
        try {
            connection = listener.accept();
            connection.getOutputStream().write(Text.encode(words));
            if (closes) {
                connection.shutdownOutput();
            }
        } catch (IOException e) {
            // Nobody came before the end of the test, and the test says so.
            assert listener.isClosed() : e;
        }
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (connection != null) {
            connection.close();
        }
    }
}
