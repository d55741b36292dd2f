package vos.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;

/** Stands between a client and a server, and hands on what each sends in pieces of random size. */
public final class CuttingProxy implements Closeable {
    private static final int LARGEST = 4_000;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Random random;

    /** Hands on to this port of this machine; {@code seed} decides the cuts. */
    public CuttingProxy(int target, long seed) throws IOException {
        this.target = target;
        this.random = new Random(seed);
        Thread.ofVirtual().start(this::accept);
    }

    /** Where clients connect. */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(listener.getInetAddress(), target);
                pump(client, server, new Random(random.nextLong()));
                pump(server, client, new Random(random.nextLong()));
            } catch (IOException e) {
                // The test is over.
                assert listener.isClosed();
            }
        }
    }

    private static void pump(Socket from, Socket to, Random cuts) throws IOException {
        to.setTcpNoDelay(true);
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        Thread.ofVirtual().start(() -> {
            try {
                byte[] piece = in.readNBytes(1);
                while (piece.length > 0) {
                    out.write(piece);
                    var next = new byte[size(cuts)];
                    int count = in.read(next);
                    piece = Arrays.copyOf(next, Math.max(0, count));
                }
                to.shutdownOutput();
            } catch (IOException e) {
                // One of the two has closed.
                assert e.getMessage() != null;
            }
        });
    }

    /** Small pieces as often as large ones. */
    private static int size(Random cuts) {
        return 1 + cuts.nextInt(cuts.nextBoolean() ? 12 : LARGEST);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
