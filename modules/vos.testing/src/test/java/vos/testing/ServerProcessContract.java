package vos.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.protocol.Dialect;

/** What only a whole process can show: what is left when it is killed, how it stops, and how little memory it needs. */
public abstract class ServerProcessContract {
    private static final String MEMORY = "-Xmx24m";
    /** A password is hashed in 19 MiB, so that who has stolen the hashes needs as much for every guess. */
    private static final String MEMORY_WITH_PASSWORDS = "-Xmx64m";
    private static final long MANY_TIMES_LARGER = 300L << 20;

    @TempDir
    private Path host;
    @TempDir
    private Path here;
    private Path root;
    private Path workspace;

    /** Where there is a login, the published account file stands beside the root, where it is looked for. */
    @BeforeEach
    void prepare() throws IOException {
        root = Files.createDirectory(host.resolve("root"));
        workspace = dialect().needsLogin() ? root.resolve(TestUser.NAME) : root;
        if (dialect().needsLogin()) {
            Files.writeString(host.resolve("id_passwd.txt"), TestUser.NAME + ":" + TestUser.PASSWORD + "\n");
        }
    }

    /** The dialect that is spoken. */
    protected abstract Dialect dialect();

    /** The lab's launcher: a class with a {@code main}. */
    protected abstract Class<?> launcher();

    /**
     * Begins an upload to {@code name} on a new connection, and sends some of its content but not all of it.
     *
     * @param client not closed here
     */
    protected abstract void beginUpload(Socket client, String name) throws IOException;

    /** Whether an upload to a name that exists replaces the file. */
    protected boolean replaces() {
        return true;
    }

    private ServerProcess start(Path served, String... jvmOptions) throws IOException {
        return new ServerProcess(launcher(), served, jvmOptions);
    }

    private Client connect(ServerProcess server) throws IOException {
        Client client = Client.connect(dialect(), "127.0.0.1", server.port(), ClientOptions.DEFAULTS);
        if (dialect().needsLogin()) {
            client.perform(TestUser.login());
        }
        return client;
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(workspace)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path local(String content) throws IOException {
        return Files.writeString(here.resolve("local"), content);
    }

    @Test
    void itStartsServesAndStopsThoughAClientIsConnected() throws Exception {
        Path file = local("content");
        try (ServerProcess server = start(root); Client client = connect(server)) {
            client.upload(file, "a", true, Progress.NONE);
            client.download("a", here.resolve("copy"), Progress.NONE);
            assertEquals(0, server.stop(), "the exit code");
        }
        assertEquals(-1, Files.mismatch(file, here.resolve("copy")));
        assertEquals("content", Files.readString(workspace.resolve("a")));
        assertEquals(List.of("a"), names());
    }

    @Test
    void aRootThatIsMissingIsMade() throws Exception {
        Path missing = host.resolve("storage");
        try (ServerProcess server = start(missing)) {
            assertTrue(Files.isDirectory(missing), "port " + server.port());
        }
    }

    /** {@code [COM-5.2]}, {@code [COM-5.3]} */
    @Test
    void killedInTheMiddleOfAnUploadItLosesNothingAcknowledgedAndAfterItsNextStartNothingElseIsLeft()
            throws Exception {
        try (ServerProcess server = start(root);
                Client client = connect(server);
                var other = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            client.upload(local("the acknowledged file"), "a", true, Progress.NONE);
            beginUpload(other, replaces() ? "a" : "b");
            await("a temporary file").until(() -> names().size() == 2);
            server.kill();
        }
        assertEquals("the acknowledged file", Files.readString(workspace.resolve("a")));
        assertEquals(2, names().size(), "what the killed server could not remove: " + names());

        try (ServerProcess next = start(root); Client client = connect(next)) {
            client.download("a", here.resolve("copy"), Progress.NONE);
            assertEquals("the acknowledged file", Files.readString(here.resolve("copy")));
            assertEquals(List.of("a"), names());
            assertEquals(0, next.stop(), "the exit code");
        }
    }

    /** {@code [COM-5.5]} */
    @Test
    void aFileManyTimesLargerThanItsMemoryGoesUpAndDown() throws Exception {
        Path file = here.resolve("large");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(MANY_TIMES_LARGER);
            sparse.seek(MANY_TIMES_LARGER - 4);
            sparse.write("end.".getBytes(StandardCharsets.US_ASCII));
        }
        String memory = dialect().needsLogin() ? MEMORY_WITH_PASSWORDS : MEMORY;
        try (ServerProcess server = start(root, memory); Client client = connect(server)) {
            assertEquals(MANY_TIMES_LARGER, client.upload(file, "large", true, Progress.NONE));
            assertEquals(MANY_TIMES_LARGER, client.download("large", here.resolve("copy"), Progress.NONE));
        }
        assertEquals(-1, Files.mismatch(file, workspace.resolve("large")));
        assertEquals(-1, Files.mismatch(file, here.resolve("copy")));
    }
}
