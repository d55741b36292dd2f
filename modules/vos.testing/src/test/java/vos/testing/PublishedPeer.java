package vos.testing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import vos.protocol.Bytes;

/**
 * A socket as the published programs take it, written from the description of their behaviour: what one read gives is
 * one message, what one write sends is another, and nobody sets TCP_NODELAY {@code [COM-6.6]}.
 *
 * <p>Text is a character a byte, as {@link Bytes} has it. For one thread.
 */
public final class PublishedPeer implements Closeable {
    /** The room of a read in three of the published programs, in bytes. */
    public static final int READ = 1024;

    /**
     * The sizes of the files to try: none and one byte; those that end around a read of 1,024 or 4,096 bytes, where
     * the mark that follows a file is cut; and such as are many reads long, or more than all buffers hold.
     */
    public static final List<Integer> SIZES = IntStream.of(0, 1, 1014, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1022,
            1023, 1024, 1025, 2042, 4095, 4096, 4097, 100_000, 5 << 20).boxed().toList();

    /** Whoever hangs for so long hangs for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;
    private final int room;
    private final InputStream in;
    private final OutputStream out;
    /** Of a peer that was made with its other side, that side; else nothing. */
    private final List<Socket> others = new ArrayList<>();

    /** A peer whose reads, and the pieces in which it sends files, are of {@value #READ} bytes at most. */
    public PublishedPeer(Socket socket) throws IOException {
        this(socket, READ);
    }

    /** A peer whose reads, and the pieces in which it sends files, are of {@code room} bytes at most. */
    public PublishedPeer(Socket socket, int room) throws IOException {
        this.socket = socket;
        this.room = room;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        waitAtMost(PATIENCE);
    }

    /** A connection to this port of this machine. */
    public static PublishedPeer connect(int port, int room) throws IOException {
        return new PublishedPeer(new Socket(InetAddress.getLoopbackAddress(), port), room);
    }

    /**
     * A peer that finds all of {@code sent} when it begins to read, so that each read gives as much as it has room
     * for. Nothing follows, and the connection does not end before the peer closes it.
     */
    public static PublishedPeer finding(byte[] sent, int room) throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var peer = connect(listener.getLocalPort(), room);
            Socket other = listener.accept();
            peer.others.add(other);
            other.getOutputStream().write(sent);
            Awaitility.await("all that was sent").until(() -> peer.in.available() == sent.length);
            return peer;
        }
    }

    /** How long a read waits before it fails with {@link java.net.SocketTimeoutException}. */
    public PublishedPeer waitAtMost(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        return this;
    }

    // ---- reading ---------------------------------------------------------------------------------------------------

    /**
     * What one read gives.
     *
     * @throws EOFException when the other side has closed
     */
    public byte[] read() throws IOException {
        return readOnce(room);
    }

    /** What one read with room for so many bytes gives, where a peer reads with several. */
    public byte[] readOnce(int atMost) throws IOException {
        var message = new byte[atMost];
        int count = in.read(message);
        if (count < 0) {
            throw new EOFException("the connection is over");
        }
        return Arrays.copyOf(message, count);
    }

    /** What one read gives, as text. */
    public String hear() throws IOException {
        return Bytes.text(read());
    }

    /**
     * A file, which ends with the read that has the sentinel in it. It is looked for in what each read gives and
     * nowhere else, and what stands around it in that read is stored.
     */
    public byte[] readFile(String sentinel) throws IOException {
        var file = new ByteArrayOutputStream();
        String message = "";
        while (!message.contains(sentinel)) {
            message = hear();
            file.writeBytes(Bytes.of(message.replace(sentinel, "")));
        }
        return file.toByteArray();
    }

    /** Exactly so many bytes, or fewer if the stream ends before; however many reads that takes. */
    public byte[] read(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** All that comes until the other side closes. */
    public byte[] readToEnd() throws IOException {
        return in.readAllBytes();
    }

    // ---- writing ---------------------------------------------------------------------------------------------------

    /** One write. */
    public void send(byte[] message) throws IOException {
        out.write(message);
    }

    /** One write of a text. */
    public void send(String message) throws IOException {
        send(Bytes.of(message));
    }

    /** A file, in writes of as many bytes as a read has room for, and without a pause. */
    public void sendFile(byte[] content) throws IOException {
        for (int from = 0; from < content.length; from += room) {
            out.write(content, from, Math.min(room, content.length - from));
        }
    }

    /** One write, and what one read gives after it: a question and its answer. */
    public String ask(String question) throws IOException {
        send(question);
        return hear();
    }

    /** Closes its output and goes on reading, as only a careful client does. */
    public void finish() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket other : others) {
            other.close();
        }
    }
}
