package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import vos.protocol.Bytes;
import vos.testing.PublishedPeer;
import vos.testing.ServedDirectory;
import vos.testing.TestUser;

/**
 * A client with the published one's habits, written from the description of its behaviour: what one read gives is the
 * word that it waits for, or else is none, and a file ends with the read whose last bytes are the sentinel.
 */
final class PublishedClient implements Closeable {
    /** How long its user takes to type a name, in milliseconds. */
    private static final int TYPING = 150;

    private final PublishedPeer server;

    PublishedClient(PublishedPeer server) {
        this.server = server;
    }

    PublishedClient(ServedDirectory served) throws IOException {
        this(PublishedPeer.connect(served.port(), PublishedPeer.READ));
    }

    /** A client that has logged in and heard the prompt. */
    static PublishedClient loggedIn(ServedDirectory served) throws IOException {
        var client = new PublishedClient(served);
        assertEquals("Authentication successful.", client.logIn(TestUser.NAME, TestUser.PASSWORD));
        client.awaitPrompt();
        return client;
    }

    /** One attempt; returns what came of it. */
    String logIn(String user, String password) throws IOException {
        assertEquals("Username: ", server.hear());
        assertEquals("Password: ", server.ask(user));
        return server.ask(password);
    }

    void awaitPrompt() throws IOException {
        assertEquals(Talk.PROMPT, server.hear());
    }

    /** A command, and what one read gives behind it. */
    String ask(String command) throws IOException {
        return server.ask(command);
    }

    void say(String text) throws IOException {
        server.send(text);
    }

    /** What one read gives. */
    String hear() throws IOException {
        return server.hear();
    }

    /** Whoever hangs for so long, in a test that expects it, hangs for ever. */
    PublishedClient impatient() throws IOException {
        server.waitAtMost(Duration.ofMillis(500));
        return this;
    }

    /** An upload of a file; returns its last answer, and has heard the prompt. */
    String upload(String name, byte[] content) throws IOException {
        assertEquals("Ready to receive the filename.", server.ask("upload"));
        String answer = server.ask(name);
        if (answer.equals("Ready to receive file data.")) {
            for (int at = 0; at < content.length; at += PublishedPeer.READ) {
                server.send(Arrays.copyOfRange(content, at, Math.min(at + PublishedPeer.READ, content.length)));
                assertEquals("Chunk received.", server.hear());
            }
            answer = server.ask("END_OF_FILE");
        }
        awaitPrompt();
        return answer;
    }

    /** A download, or a preview; what is no file is returned as the word that was said. */
    byte[] download(String name) throws IOException {
        server.send("download");
        type();
        String answer = server.ask(name);
        byte[] content = switch (answer) {
            case "FILE_FOUND" -> receive("END_OF_FILE");
            case "PREVIEW_MODE" -> receive("END_OF_PREVIEW");
            default -> Bytes.of(answer);
        };
        awaitPrompt();
        return content;
    }

    byte[] receive(String sentinel) throws IOException {
        var content = new ByteArrayOutputStream();
        String read = "";
        while (!read.endsWith(sentinel)) {
            read = server.hear();
            content.writeBytes(Bytes.of(read.endsWith(sentinel)
                    ? read.substring(0, read.length() - sentinel.length()) : read));
        }
        return content.toByteArray();
    }

    /** A deletion; returns its answer, and has heard the prompt. */
    String delete(String name) throws IOException {
        assertEquals("Enter the filename to delete: ", server.ask("delete"));
        String answer = server.ask(name);
        awaitPrompt();
        return answer;
    }

    private static void type() throws IOException {
        try {
            Thread.sleep(TYPING);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** All that comes until the server closes. */
    String toTheEnd() throws IOException {
        return Bytes.text(server.readToEnd());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
