package vos.tck.virtuos;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** What comes on a connection: byte by byte, or as one read gives it. */
final class ZooInput {

    private static final int BUFFER = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private byte[] ahead = new byte[0];
    private int next;

    ZooInput(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        if (next == ahead.length) {
            ahead = fromSocket(BUFFER);
            next = 0;
        }
        return next < ahead.length ? ahead[next++] & 0xff : -1;
    }

    /** What one read gives, of {@code size} bytes at most: no bytes at the end. */
    byte[] segment(int size) throws IOException {
        if (next == ahead.length) {
            return fromSocket(size);
        }
        byte[] segment = Arrays.copyOfRange(ahead, next, Math.min(next + size, ahead.length));
        next += segment.length;
        return segment;
    }

    /** As {@link #segment}, but no bytes as well when none come for {@code millis} ms. */
    byte[] segmentWithin(int size, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return segment(size);
        } catch (SocketTimeoutException e) {
            return new byte[0];
        } finally {
            socket.setSoTimeout(0);
        }
    }

    private byte[] fromSocket(int size) throws IOException {
        byte[] buffer = new byte[size];
        return Arrays.copyOf(buffer, Math.max(0, in.read(buffer)));
    }

    /** Puts bytes back, in front of all others. */
    void unread(byte[] bytes) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + ahead.length - next);
        System.arraycopy(ahead, next, all, bytes.length, ahead.length - next);
        ahead = all;
        next = 0;
    }
}
