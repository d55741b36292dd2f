package vos.tck.cloudfs;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.tck.BrokenFrame;
import vos.tck.ZooWire;

/** The bytes of one connection: headers, messages, contents and their sentinel. For one thread. */
class CloudFsZooFrames {

    static final int HEADER = 64;
    static final byte[] SENTINEL = "__END__".getBytes(StandardCharsets.US_ASCII);
    /** To which length of a part of the sentinel the search falls back when the next byte is none of it. */
    private static final int[] SHORTER = {0, 0, 1, 0, 0, 0, 1};
    private static final int READ = 8192;
    private static final int LONGEST_MESSAGE = 8192;
    private static final Pattern LENGTH = Pattern.compile(" *([0-9]{1,18}) *");

    private final Socket socket;
    private final ZooWire wire;
    private final OutputStream out;

    CloudFsZooFrames(Socket socket) throws IOException {
        this.socket = socket;
        this.wire = ZooWire.ofServer(socket, READ);
        this.out = socket.getOutputStream();
    }

    protected final Socket socket() {
        return socket;
    }

    protected final ZooWire wire() {
        return wire;
    }

    // ---- what comes ------------------------------------------------------------------------------------------------

    /** The next message, or null where the stream ends in order. */
    byte[] message() throws IOException {
        if (!wire.hasMore()) {
            return null;
        }
        long length = length(header());
        checkLength(length);
        return exactly((int) length);
    }

    protected byte[] header() throws IOException {
        return exactly(HEADER);
    }

    protected long length(byte[] header) throws IOException {
        Matcher digits = LENGTH.matcher(new String(header, StandardCharsets.ISO_8859_1));
        if (!digits.matches()) {
            throw new BrokenFrame("a header is no length");
        }
        return Long.parseLong(digits.group(1));
    }

    protected void checkLength(long length) throws IOException {
        if (length > LONGEST_MESSAGE) {
            throw new BrokenFrame("a message of " + length + " bytes is too long");
        }
    }

    /** Takes a content up to the sentinel, which ends it. */
    void contentToSentinel(OutputStream target) throws IOException {
        int matched = 0;
        while (matched < SENTINEL.length) {
            int next = read();
            while (matched > 0 && next != SENTINEL[matched]) {
                int shorter = fallBack(matched);
                target.write(SENTINEL, 0, matched - shorter);
                matched = shorter;
            }
            if (next == SENTINEL[matched]) {
                matched++;
            } else {
                target.write(next);
            }
        }
    }

    /** How many bytes of a sentinel stand at the end of what was {@code matched} so far and {@code next}. */
    static int matched(int matched, int next) {
        int still = matched;
        while (still > 0 && next != SENTINEL[still]) {
            still = SHORTER[still];
        }
        return next == SENTINEL[still] ? still + 1 : still;
    }

    /** How many bytes of those that matched may still be the beginning of a sentinel. */
    protected int fallBack(int matched) {
        return SHORTER[matched];
    }

    /** Takes a content in a frame. */
    void framedContent(OutputStream target) throws IOException {
        long left = length(header());
        while (left > 0) {
            byte[] some = some((int) Math.min(left, READ));
            target.write(some);
            left -= some.length;
        }
    }

    protected final int read() throws IOException {
        if (!wire.hasMore()) {
            throw new EOFException("the stream ended within a message");
        }
        return wire.read();
    }

    /** At least one byte, and what one read gives besides, up to {@code most}. */
    protected final byte[] some(int most) throws IOException {
        if (!wire.hasMore()) {
            throw new EOFException("the stream ended within a content");
        }
        return wire.some(most);
    }

    protected byte[] exactly(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) read();
        }
        return bytes;
    }

    /** Waits for {@code millis} ms, or until the peer speaks or ends its output; false if it has done that. */
    boolean pause(int millis) throws IOException {
        return !(wire.quietFor(millis) && wire.ended());
    }

    // ---- what goes -------------------------------------------------------------------------------------------------

    void send(byte[] bytes) throws IOException {
        wire.send(bytes);
    }

    void send(String text) throws IOException {
        wire.send(text);
    }

    void sendHeader(long length) throws IOException {
        send(Long.toString(length) + " ".repeat(HEADER - Long.toString(length).length()));
    }

    void sendFrame(byte[] message) throws IOException {
        sendHeader(message.length);
        send(message);
    }

    void sendFrame(String message) throws IOException {
        sendFrame(message.getBytes(StandardCharsets.UTF_8));
    }

    /** Where the bytes of a large answer go. */
    OutputStream output() {
        return out;
    }

    /** Ends the output, and reads on for a while, so that the last words are not lost. */
    void leave() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(500);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Breaks the connection off. */
    void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
