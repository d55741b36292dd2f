package vos.tck.orchestration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;

/** A connection as the servers of the zoo use it: what has come and not been taken, and words that are sent. */
class OrchestrationZooWire {

    /** The silence between two words, in milliseconds. */
    static final int PAUSE = 130;
    private static final int LONGEST = 1024;

    private final Socket socket;
    private byte[] unread = new byte[0];
    private boolean ended;

    OrchestrationZooWire(Socket socket) {
        this.socket = socket;
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The most bytes that one read gives. */
    int longest() {
        return LONGEST;
    }

    /** Waits for bytes, but no longer than {@code millis} if that is not 0; whether there are more. */
    boolean fill(int millis) throws IOException {
        byte[] buffer = new byte[longest()];
        try {
            socket.setSoTimeout(millis);
            InputStream in = socket.getInputStream();
            int count = ended ? -1 : in.read(buffer);
            ended = count < 0;
            unread = Arrays.copyOf(unread, unread.length + Math.max(0, count));
            System.arraycopy(buffer, 0, unread, unread.length - Math.max(0, count), Math.max(0, count));
            return count > 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** What one read gives; where it is cut, with the rest, if that comes within a pause. Empty at the end. */
    byte[] segment(Predicate<String> isCut) throws IOException {
        boolean more = unread.length > 0 || fill(0);
        while (more && unread.length < longest() && isCut.test(latin(unread))) {
            more = fill(patience());
        }
        return take(Math.min(unread.length, longest()));
    }

    /** How long the rest of what is cut is waited for, in milliseconds. */
    int patience() {
        return PAUSE;
    }

    /** The first line of what has come, without white space around it; empty at the end of the stream. */
    byte[] line() throws IOException {
        boolean more = unread.length > 0 || fill(0);
        while (more && latin(unread).indexOf('\n') < 0) {
            more = fill(patience());
        }
        int end = latin(unread).indexOf('\n');
        return take(end < 0 ? unread.length : end + 1);
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOf(unread, count);
        unread = Arrays.copyOfRange(unread, count, unread.length);
        return taken;
    }

    /** What has come and not been taken. */
    byte[] unread() {
        return unread;
    }

    /** The next byte, or -1. */
    int read() throws IOException {
        return unread.length > 0 || fill(0) ? take(1)[0] & 0xff : -1;
    }

    /** So many bytes; fewer at the end of the stream. */
    byte[] read(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < count && (unread.length > 0 || fill(0))) {
            bytes.writeBytes(take(Math.min(unread.length, count - bytes.size())));
        }
        return bytes.toByteArray();
    }

    boolean atEnd() throws IOException {
        return unread.length == 0 && !fill(0);
    }

    void say(String words) throws IOException {
        send(words.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Says nothing for a while, or until the client speaks. */
    void pause() throws IOException {
        if (unread.length == 0) {
            fill(PAUSE);
        }
    }

    /** Closes the output, and takes what still comes, so that the last words are not lost. */
    void leave() throws IOException {
        socket.shutdownOutput();
        unread = new byte[0];
        while (!ended && fill(PAUSE * 4)) {
            unread = new byte[0];
        }
    }
}
