package vos.tck.minftp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import vos.tck.BrokenFrame;

/** What a client sends: messages, each with the token behind it. */
class MiniFtpZooInput {

    private static final int READ = 4096;

    protected final byte[] token;
    private final Socket socket;
    private final byte[] bytes = new byte[2 * READ];
    private int from;
    private int to;

    MiniFtpZooInput(Socket socket, byte[] token) {
        this.socket = socket;
        this.token = token;
    }

    /** The next message, of at most {@code limit} bytes; none, if the stream ends before it is complete. */
    Optional<byte[]> message(int limit) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try {
            copyToToken(message, limit);
            return Optional.of(message.toByteArray());
        } catch (EOFException end) {
            return cut(message.toByteArray());
        }
    }

    /** What a message is worth whose token never came. */
    protected Optional<byte[]> cut(byte[] message) {
        return Optional.empty();
    }

    /** The next message, of any length. */
    void content(OutputStream sink) throws IOException {
        copyToToken(sink, Long.MAX_VALUE);
    }

    /** So many bytes, whatever they are. */
    void exactly(long size, OutputStream sink) throws IOException {
        long left = size;
        while (left > 0) {
            if (from == to && !fill()) {
                throw new EOFException("the content was cut");
            }
            int count = (int) Math.min(left, to - from);
            take(count, count, sink);
            left -= count;
        }
    }

    /** The next byte. */
    byte next() throws IOException {
        if (from == to && !fill()) {
            throw new EOFException("the content was cut");
        }
        return bytes[from++];
    }

    /** The token must come next. */
    void token() throws IOException {
        ByteArrayOutputStream next = new ByteArrayOutputStream();
        exactly(token.length, next);
        if (!Arrays.equals(next.toByteArray(), token)) {
            throw new BrokenFrame("there is no token behind the content");
        }
    }

    protected void copyToToken(OutputStream sink, long limit) throws IOException {
        long room = limit;
        int found = find();
        while (found < 0) {
            // The last bytes may be the beginning of a token whose rest is still on its way.
            room = take(Math.max(0, to - from - token.length + 1), room, sink);
            if (!fill()) {
                take(to - from, room, sink);
                throw new EOFException("the message was cut");
            }
            found = find();
        }
        take(found - from, room, sink);
        from += token.length;
    }

    /** Where the token begins in what has come and is not read, or -1. */
    protected int find() {
        for (int i = from; i + token.length <= to; i++) {
            if (Arrays.equals(bytes, i, i + token.length, token, 0, token.length)) {
                return i;
            }
        }
        return -1;
    }

    private long take(int count, long room, OutputStream sink) throws IOException {
        if (count > room) {
            throw new BrokenFrame("the message is too long");
        }
        sink.write(bytes, from, count);
        from += count;
        return room - count;
    }

    /** One read; false at the end of the stream. */
    protected boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, to - from);
            to -= from;
            from = 0;
        }
        int count = socket.getInputStream().read(bytes, to, Math.min(READ, bytes.length - to));
        to += Math.max(0, count);
        return count > 0;
    }

    /** One read, of at most 1,024 bytes, for servers that take it for a message. */
    protected byte[] packet() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, socket.getInputStream().read(bytes, 0, 1024));
        }
        byte[] packet = Arrays.copyOfRange(bytes, from, to);
        from = to;
        return packet;
    }

    /** Forgets what has come and is not read. */
    protected void forget() {
        from = to;
    }

    protected byte[] unread() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Waits so long, or until something comes: whoever speaks has read enough. */
    void pause(int millis) throws IOException {
        if (from == to) {
            socket.setSoTimeout(millis);
            try {
                fill();
            } catch (SocketTimeoutException silence) {
                // This is what the pause is for.
            } finally {
                socket.setSoTimeout(0);
            }
        }
    }

    /** Reads on, for a second at most, so that what was said last is not lost to a reset. */
    void linger() throws IOException {
        long end = System.nanoTime() + 1_000_000_000L;
        socket.setSoTimeout(1000);
        forget();
        try {
            while (System.nanoTime() < end && fill()) {
                forget();
            }
        } catch (SocketTimeoutException silence) {
            // The client keeps the connection; it has had its time.
        }
    }
}
