package vos.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;

/** Stands between a client and a server, and hands on one byte at a time, as many as it is told to. */
final class Relay implements Closeable {
    /** How many bytes pass when nobody counts. */
    static final int ALL = Integer.MAX_VALUE;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    private final int target;
    private final int up;
    private final int down;
    private final Semaphore permits = new Semaphore(0);

    /** Hands on so many bytes to the server, and so many to the client; then each of them sees the end of TCP. */
    Relay(int target, int up, int down) throws IOException {
        this.target = target;
        this.up = up;
        this.down = down;
        permits.release(up);
        Thread.ofVirtual().start(this::join);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on, what the client sends waits for {@link #pass}. */
    void hold() {
        permits.drainPermits();
    }

    /** Lets one more byte pass. */
    void pass() {
        permits.release();
    }

    private void join() {
        try {
            Socket client = listener.accept();
            var server = new Socket("127.0.0.1", target);
            Thread.ofVirtual().start(() -> pump(client, server, up, permits));
            Thread.ofVirtual().start(() -> pump(server, client, down, new Semaphore(down)));
        } catch (IOException e) {
            // The test is over.
            assert listener.isClosed();
        }
    }

    private static void pump(Socket from, Socket to, int count, Semaphore permits) {
        try {
            to.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int next = count > 0 ? in.read() : -1;
            for (int left = count; next >= 0 && left > 0; left--) {
                permits.acquireUninterruptibly();
                out.write(next);
                next = left > 1 ? in.read() : -1;
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two has closed.
            assert e.getMessage() != null;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
