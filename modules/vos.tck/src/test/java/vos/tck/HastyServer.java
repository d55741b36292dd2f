package vos.tck;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says "a" and, when it has been told something, "b"; but to those who come first it says both at once, or something
 * else. For all threads.
 */
final class HastyServer extends ZooServer {

    private final String hasty;
    private final int times;
    private final AtomicInteger served = new AtomicInteger();

    /** To so many who come first, it says {@code hasty}. */
    HastyServer(Path root, String hasty, int times) throws IOException {
        super(root);
        this.hasty = hasty;
        this.times = times;
        start();
    }

    /** How many have come. */
    int served() {
        return served.get();
    }

    @Override
    protected void converse(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        boolean inHaste = served.incrementAndGet() <= times;
        socket.getOutputStream().write((inHaste ? hasty : "a").getBytes(StandardCharsets.US_ASCII));
        if (in.read() >= 0 && !inHaste) {
            socket.getOutputStream().write('b');
        }
        in.readAllBytes();
    }
}
