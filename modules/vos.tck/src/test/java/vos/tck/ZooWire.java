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

    private final Socket socket;
    private final InputStream in;
    private byte[] buffer = new byte[READ];
    private int from;
    private int to;
    private boolean ended;

    /** The wire of an open connection. */
    public ZooWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** What one read gives, or what was read too far before; empty at the end of the stream. */
    public byte[] some() throws IOException {
        if (from == to) {
            fill();
        }
        byte[] some = Arrays.copyOfRange(buffer, from, to);
        from = to;
        return some;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer);
        from = 0;
        to = Math.max(0, count);
        ended = to == 0;
        return !ended;
    }

    /** The next bytes, so many. */
    public byte[] take(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < count) {
            more();
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
            if (from == to && !fill()) {
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

    private void more() throws IOException {
        if (from == to && !fill()) {
            throw new EOFException("the server closed the connection");
        }
    }

    /** Whether nothing comes for so many milliseconds; what comes can be read. */
    public boolean quietFor(int millis) throws IOException {
        if (from < to) {
            return false;
        }
        socket.setSoTimeout(millis);
        try {
            return !fill();
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(WHILE);
        }
    }

    /** Whether the last read came to the end of the stream. */
    public boolean ended() {
        return ended;
    }

    /** Forgets what was read too far. */
    public void forget() {
        from = to;
    }

    /** Puts bytes back, to be read next. */
    public void putBack(byte[] bytes) {
        byte[] rest = Arrays.copyOfRange(buffer, from, to);
        buffer = Arrays.copyOf(bytes, Math.max(READ, bytes.length + rest.length));
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
