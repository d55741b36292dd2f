package vos.client;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.ErrorCode;
import vos.protocol.Reply;
import vos.protocol.RetryOnNewConnection;

/** What is sent of a local file, and what is said when it is not. */
class ClientUploadTest {
    @TempDir
    Path directory;
    private final FakeServer server = new FakeServer();
    private Path local;
    private Client client;

    @BeforeEach
    void connect() throws IOException {
        local = Files.writeString(directory.resolve("local"), "content");
        client = server.client();
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theServerGetsTheContentAndIsToldWhetherItMayReplace(boolean mayReplace) throws IOException {
        server.answers(new Reply.Done());
        assertEquals(7, client.upload(local, "a/b", mayReplace, Progress.NONE));
        assertEquals(List.of((mayReplace ? "put" : "add") + " a/b: content"), server.asked());
    }

    @Test
    void progressGoesUpToTheLength() throws IOException {
        int length = 1_000_000;
        var seen = new ArrayList<Long>();
        server.answers(new Reply.Done());
        client.upload(Files.write(local, new byte[length]), "x", true, (moved, total) -> {
            assertEquals(length, total);
            seen.add(moved);
        });
        assertEquals(seen.stream().sorted().distinct().toList(), seen);
        assertEquals(length, seen.getLast());
    }

    @Test
    void anEmptyFileIsSent() throws IOException {
        server.answers(new Reply.Done());
        assertEquals(0, client.upload(Files.createFile(directory.resolve("empty")), "x", true, Progress.NONE));
        assertEquals(List.of("put x: "), server.asked());
    }

    @Test
    void aFileThatIsNotThereIsNamedAndNothingIsAsked() {
        assertRefusedHere(directory.resolve("missing"), "there is no such file or directory");
    }

    @Test
    void aFileBelowAFileIsNamedAndNothingIsAsked() {
        assertRefusedHere(local.resolve("below"), "Not a directory");
    }

    @Test
    void aDirectoryIsNamedAndNothingIsAsked() {
        assertRefusedHere(directory, "it is a directory");
    }

    @Test
    void aFileThatMayNotBeReadIsNamedAndNothingIsAsked() throws IOException {
        Files.setPosixFilePermissions(local, fromString("---------"));
        assumeFalse(Files.isReadable(local), "this user may read everything");
        assertRefusedHere(local, "permission denied");
    }

    private void assertRefusedHere(Path file, String why) {
        var failure = assertThrows(LocalFileException.class, () -> client.upload(file, "x", true, Progress.NONE));
        assertEquals("cannot read " + file + ": " + why, failure.getMessage());
        assertEquals(List.of(), server.asked());
    }

    @Test
    void aRefusalOfTheServersIsNotTriedAgain() {
        server.refuses(ErrorCode.ALREADY_EXISTS, "\"/x\" already exists");
        var refusal = assertThrows(RefusedException.class, () -> client.upload(local, "x", false, Progress.NONE));
        assertEquals(ErrorCode.ALREADY_EXISTS, refusal.code());
        assertEquals(1, server.asked().size());
    }

    @Test
    void anAccidentOfTheConnectionIsTriedAgainFromTheBeginningOfTheFile() throws IOException {
        collide(2);
        server.answers(new Reply.Done());
        assertEquals(7, client.upload(local, "x", true, Progress.NONE));
        assertEquals(List.of("put x: content", "put x: content", "put x: content"), server.asked());
    }

    @Test
    void anAccidentThatHappensThreeTimesIsReported() {
        collide(4);
        var accident = assertThrows(RetryOnNewConnection.class, () -> client.upload(local, "x", true, Progress.NONE));
        assertEquals("collision 3", accident.getMessage());
        assertEquals(3, server.asked().size());
    }

    private void collide(int times) {
        for (int i = 1; i <= times; i++) {
            var accident = new RetryOnNewConnection("collision " + i);
            server.answers(request -> {
                throw accident;
            });
        }
    }
}
