package vos.tck;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A connection as a sound program reads and writes it: what was read too far is kept for the next. For one thread. */
public final class ZooWire {

    private static final int READ = 64 * 1024;
    private static final int WHILE = 10_000;
    private static final int FOREVER = 0;

    private final Socket socket;
    private final InputStream in;
    private final int most;
    private final int patience;
    private byte[] buffer = new byte[0];
    private int from;
    private int to;
    private boolean ended;

    /** The wire of a client. */
    public ZooWire(Socket socket) throws IOException {
        this(socket, READ, WHILE);
    }

    private ZooWire(Socket socket, int most, int patience) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.most = most;
        this.patience = patience;
    }

    /** The wire of a server, which reads so many bytes at once, and waits as long as its client likes. */
    public static ZooWire ofServer(Socket socket, int most) throws IOException {
        return new ZooWire(socket, most, FOREVER);
    }

    /** What one read gives, or what was read too far before; empty at the end of the stream. */
    public byte[] some() throws IOException {
        return some(Math.max(most, to - from));
    }

    /** The same, but so many bytes at most. */
    public byte[] some(int count) throws IOException {
        if (from == to) {
            fill(count);
        }
        int start = from;
        from += Math.min(count, to - from);
        return Arrays.copyOfRange(buffer, start, from);
    }

    /** The same, but empty as well when nothing comes for so many milliseconds. */
    public byte[] someWithin(int count, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return some(count);
        } catch (SocketTimeoutException e) {
            return new byte[0];
        } finally {
            socket.setSoTimeout(patience);
        }
    }

    /** The next byte, or -1 at the end of the stream. */
    public int read() throws IOException {
        return hasMore() ? buffer[from++] & 0xff : -1;
    }

    /** Whether another byte comes; waits for it. */
    public boolean hasMore() throws IOException {
        return from < to || fill(most);
    }

    private boolean fill(int count) throws IOException {
        int size = Math.min(count, most);
        if (buffer.length < size) {
            buffer = new byte[size];
        }
        int came = in.read(buffer, 0, size);
        from = 0;
        to = Math.max(0, came);
        ended = to == 0;
        return !ended;
    }

    /** The next bytes, so many. */
    public byte[] take(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < count) {
            if (!hasMore()) {
                throw new EOFException("the server closed the connection");
            }
            int piece = Math.min(count - bytes.size(), to - from);
            bytes.write(buffer, from, piece);
            from += piece;
        }
        return bytes.toByteArray();
    }

    /** What stands before the next such delimiter, which is read too. */
    public byte[] until(byte[] delimiter) throws IOException {
        byte[] message = untilOrEnd(delimiter);
        if (ended) {
            throw new EOFException("the server closed the connection");
        }
        return message;
    }

    /** The same, or all that comes if the stream ends before. */
    public byte[] untilOrEnd(byte[] delimiter) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < delimiter.length) {
            if (!hasMore()) {
                return bytes.toByteArray();
            }
            int start = from;
            while (from < to && matched < delimiter.length) {
                byte next = buffer[from++];
                matched = next == delimiter[matched] ? matched + 1 : overlap(delimiter, matched, next);
            }
            bytes.write(buffer, start, from - start);
        }
        return Arrays.copyOf(bytes.toByteArray(), bytes.size() - delimiter.length);
    }

    /** How much of the delimiter stands at the end of its first {@code matched} bytes and one that differs. */
    private static int overlap(byte[] delimiter, int matched, byte next) {
        if (matched == 0) {
            return 0;
        }
        byte[] seen = Arrays.copyOf(delimiter, matched + 1);
        seen[matched] = next;
        int length = matched;
        while (!Arrays.equals(seen, seen.length - length, seen.length, delimiter, 0, length)) {
            length--;
        }
        return length;
    }

    /** Whether nothing comes for so many milliseconds; what comes can be read. */
    public boolean quietFor(int millis) throws IOException {
        if (from < to) {
            return false;
        }
        socket.setSoTimeout(millis);
        try {
            return !fill(most);
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(patience);
        }
    }

    /** Whether the last read came to the end of the stream. */
    public boolean ended() {
        return ended;
    }

    /** Forgets what was read too far, and gives it. */
    public byte[] forget() {
        byte[] unread = Arrays.copyOfRange(buffer, from, to);
        from = to;
        return unread;
    }

    /** Puts bytes back, to be read next. */
    public void putBack(byte[] bytes) {
        byte[] rest = Arrays.copyOfRange(buffer, from, to);
        buffer = Arrays.copyOf(bytes, bytes.length + rest.length);
        System.arraycopy(rest, 0, buffer, bytes.length, rest.length);
        from = 0;
        to = bytes.length + rest.length;
    }

    /** Writes these bytes at once. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Writes this text at once, in UTF-8. */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }
}
