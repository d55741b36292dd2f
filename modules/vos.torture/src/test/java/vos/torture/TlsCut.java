package vos.torture;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between a client and a server, and ends each connection, as TCP does, after so many of the server's bytes. */
final class TlsCut implements Closeable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final int target;
    private final int after;

    TlsCut(int target, int after) throws IOException {
        this.target = target;
        this.after = after;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                var server = new Socket("127.0.0.1", target);
                Thread.ofVirtual().start(() -> pump(client, server, Integer.MAX_VALUE));
                Thread.ofVirtual().start(() -> pump(server, client, after));
            } catch (IOException e) {
                // The test is over.
                assert listener.isClosed() : e;
            }
        }
    }

    private static void pump(Socket from, Socket to, int limit) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var bytes = new byte[16 * 1024];
            int left = limit;
            for (int read = 0; read >= 0 && left > 0; read = in.read(bytes, 0, Math.min(bytes.length, left))) {
                out.write(bytes, 0, read);
                left -= read;
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
