package vos.tck;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One TCP connection as the kit uses it: every read and every write comes to an end, whatever the peer does.
 *
 * <p>For one thread.
 */
final class Link implements Closeable {

    /** What reading came to, when no byte is there. */
    enum End {
        NONE,
        /** Nothing came as long as a byte is waited for. */
        TIMEOUT,
        /** Bytes came, and their time was over before all of them had. */
        SLOW,
        END,
        RESET
    }

    /** The moment between two pieces of a message, in milliseconds: long enough that a peer reads the first alone. */
    private static final int GAP = 3;
    private static final int BUFFER = 64 * 1024;

    /** Closes connections on which a write does not come to its end. */
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("vos.tck-watch").unstarted(task));

    private final Socket socket;
    private final Duration patience;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long deadline = Long.MAX_VALUE;
    private End end = End.NONE;
    private boolean broken;
    private volatile boolean abandoned;

    /** {@code patience} is how long a read waits for a byte, and a write for room. */
    Link(Socket socket, Duration patience) throws IOException {
        this.socket = socket;
        this.patience = patience;
        socket.setTcpNoDelay(true);
    }

    /**
     * What is read from here on has to come within {@code time} in all: a peer that drips could hold the kit for ever.
     */
    void allow(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** How the last read ended, if it gave no byte. */
    End end() {
        return end;
    }

    /** Sends the bytes, with a moment's silence behind each of these offsets. */
    void send(byte[] bytes, List<Integer> cuts) throws IOException {
        int sent = 0;
        for (int cut : cuts) {
            write(bytes, sent, cut);
            sent = cut;
            Pace.sleep(GAP);
        }
        write(bytes, sent, bytes.length);
    }

    private void write(byte[] bytes, int start, int stop) throws IOException {
        Future<?> watch = WATCH.schedule(this::abandon, patience.toMillis() * 2, TimeUnit.MILLISECONDS);
        try {
            socket.getOutputStream().write(bytes, start, stop - start);
        } catch (SocketException e) {
            // The system tells of a reset once: who reads behind this would be told of an end in order.
            broken |= String.valueOf(e.getMessage()).contains("reset");
            throw e;
        } finally {
            watch.cancel(false);
        }
    }

    /** Whether a write was given up, as the peer did not read. */
    boolean isAbandoned() {
        return abandoned;
    }

    private void abandon() {
        abandoned = true;
        try {
            socket.close();
        } catch (IOException e) {
            // The write that waits is told by the closing itself.
            System.getLogger(Link.class.getName()).log(System.Logger.Level.DEBUG, "closing failed", e);
        }
    }

    /** The next byte, waiting for it as long as patience lasts; -1 if none comes, and {@link #end} says why. */
    int read() throws IOException {
        return read(patience);
    }

    int read(Duration wait) throws IOException {
        if (from == to && !fill(wait)) {
            return -1;
        }
        return buffer[from++] & 0xff;
    }

    private boolean fill(Duration wait) throws IOException {
        if (end == End.END || end == End.RESET) {
            return false;
        }
        long left = deadline == Long.MAX_VALUE ? Long.MAX_VALUE : (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            end = End.SLOW;
            return false;
        }
        try {
            socket.setSoTimeout((int) Math.max(1, Math.min(left, wait.toMillis())));
            InputStream in = socket.getInputStream();
            int count = in.read(buffer, 0, buffer.length);
            from = 0;
            to = Math.max(0, count);
            end = count > 0 ? End.NONE : broken ? End.RESET : End.END;
            return count > 0;
        } catch (SocketTimeoutException e) {
            end = left < wait.toMillis() ? End.SLOW : End.TIMEOUT;
            return false;
        } catch (SocketException e) {
            end = End.RESET;
            return false;
        }
    }

    /** The next {@code count} bytes, or as many as came. */
    byte[] read(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < count && (from < to || fill(patience))) {
            int piece = Math.min(count - bytes.size(), to - from);
            bytes.write(buffer, from, piece);
            from += piece;
        }
        return bytes.toByteArray();
    }

    /** What one read gives, of the system's unless something has been read before; no bytes, if none came. */
    byte[] readOnce() throws IOException {
        if (from == to && !fill(patience)) {
            return new byte[0];
        }
        byte[] bytes = unread();
        from = to;
        return bytes;
    }

    /** All that comes until nothing has come for this time, and at most so many bytes. */
    byte[] rest(Duration wait, int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < limit && (from < to || fill(wait))) {
            int piece = Math.min(limit - bytes.size(), to - from);
            bytes.write(buffer, from, piece);
            from += piece;
        }
        return bytes.toByteArray();
    }

    /** Whether the peer is known to have had something to read still, at some time after {@code since}. */
    boolean isUnread(long since) throws IOException {
        return !socket.isClosed() && Backlog.isUnread(socket, since);
    }

    /** What has come already and not been read. */
    byte[] unread() {
        return Arrays.copyOfRange(buffer, from, to);
    }

    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
