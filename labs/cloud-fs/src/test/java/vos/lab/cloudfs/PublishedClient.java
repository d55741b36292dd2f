package vos.lab.cloudfs;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vos.protocol.Bytes;
import vos.testing.PublishedPeer;

/**
 * Reads and writes as the published client does: the header in one write and the message in another, a file and its
 * sentinel behind that without a pause, one read of 2,048 bytes for the answer to a command line, and a sentinel that
 * is looked for in what each read of 1,024 bytes gives.
 */
final class PublishedClient implements Closeable {
    private static final int ANSWER = 2048;

    private final PublishedPeer answers;
    private final PublishedPeer files;

    PublishedClient(Socket socket) throws IOException {
        answers = new PublishedPeer(socket, ANSWER);
        files = new PublishedPeer(socket);
    }

    void send(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        files.send("%-64d".formatted(bytes.length));
        files.send(bytes);
    }

    /** The answer to a command line: what one read gives, which has to be UTF-8. */
    String run(String line) throws IOException {
        send(line);
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answers.read())).toString();
    }

    void upload(String name, byte[] content) throws IOException {
        send("UPLOAD " + name);
        files.send(content);
        files.send(Frames.SENTINEL);
    }

    byte[] download(String name) throws IOException {
        send("DOWNLOAD " + name);
        return files.readFile(Frames.SENTINEL);
    }

    /** What it would have stored as the file. */
    String downloadText(String name) throws IOException {
        return Bytes.text(download(name));
    }

    /** Sends bytes that are no message. */
    void sendBytes(String bytes) throws IOException {
        files.send(bytes);
    }

    /** What comes until the server closes. */
    String rest() throws IOException {
        return Bytes.text(files.readToEnd());
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
