package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.testing.PublishedPeer;
import vos.testing.TestUser;
import vos.testing.Together;

/** Our client and a server that reads, writes and fails as the published one does, over real sockets. */
class PublishedServerTest {
    @TempDir
    private Path here;

    private static Client connect(PublishedServer server) throws IOException {
        return Client.connect(new OrchestrationDialect(), "127.0.0.1", server.port(),
                ClientOptions.DEFAULTS.withPatience(Duration.ofSeconds(5)));
    }

    private static Client loggedIn(PublishedServer server) throws IOException {
        Client client = connect(server);
        client.perform(TestUser.login());
        return client;
    }

    private static ErrorCode refused(Client client, Request request) {
        return assertThrows(RefusedException.class, () -> client.perform(request)).code();
    }

    private Path local(String content) throws IOException {
        return Files.write(here.resolve("local"), Bytes.of(content));
    }

    @Test
    void itIsKnownByItsAnswerToHello() throws IOException {
        try (var server = new PublishedServer(false); Client client = loggedIn(server)) {
            assertFalse(client.strict());
            assertEquals("", client.greeting());
            assertEquals(List.of("hello vos/1"), server.heard);
        }
    }

    @Test
    void afterThreeWrongPasswordsItClosesAndThatIsSaid() throws IOException {
        try (var server = new PublishedServer(false); Client client = connect(server)) {
            Request wrong = ScriptedServer.login(TestUser.NAME, "wrong");
            assertEquals(ErrorCode.NOT_AUTHENTICATED, refused(client, wrong));
            assertEquals(ErrorCode.NOT_AUTHENTICATED, refused(client, ScriptedServer.login("", "")));
            assertEquals(ErrorCode.TOO_MANY_ATTEMPTS, refused(client, wrong));
            assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("a")));
            assertEquals(new Reply.Done(), client.perform(TestUser.login()), "on a new connection");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void filesOfEverySizeGoUpAndDown(boolean cuts) throws Exception {
        List<Integer> sizes = cuts ? List.of(0, 1, 1024, 1025, 2042) : PublishedPeer.SIZES;
        try (var server = new PublishedServer(cuts)) {
            Together.forEach(sizes, size -> {
                Path file = Files.write(here.resolve("f" + size), Bytes.noise(size));
                Path copy = here.resolve("copy" + size);
                try (Client client = loggedIn(server)) {
                    client.upload(file, "f" + size, true, Progress.NONE);
                    client.download("f" + size, copy, Progress.NONE);
                }
                assertArrayEquals(Bytes.noise(size), server.files.get("f" + size), "uploaded " + size);
                assertArrayEquals(Bytes.noise(size), Files.readAllBytes(copy), "downloaded " + size);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSessionOfAllCommands(boolean cuts) throws IOException {
        try (var server = new PublishedServer(cuts); Client client = loggedIn(server)) {
            client.upload(local("x".repeat(1500)), "a b", true, Progress.NONE);
            Reply preview = client.perform(new Request.Preview("a b", 1024));
            assertEquals("x".repeat(1024), ScriptedServer.content(preview));
            assertEquals(ErrorCode.NOT_FOUND, refused(client, new Request.Preview("nosuch", 1024)));
            assertEquals(ErrorCode.UNSUPPORTED, refused(client, new Request.ListDirectory("")));
            assertEquals(new Reply.Done(), client.perform(new Request.Remove("a b")));
            assertEquals(ErrorCode.NOT_FOUND, refused(client, new Request.Remove("a b")));
            assertEquals(new Reply.Goodbye(), client.perform(new Request.Quit()));
        }
    }

    /** {@code [ORCH-7.4]}, {@code [ORCH-7.7]} */
    @ParameterizedTest
    @ValueSource(strings = {"END_OF_FILE", "UPLOAD_ERROR", "END_OF_PREVIEW", "END_OF_FILE twice END_OF_FILE",
        "1024END_OF_FILE", "1024UPLOAD_ERROR", "CANCEL_UPLOAD", "FILE_NOT_FOUND", "ERROR", "exit"})
    void filesThatHoldTheWordsGoUpAndDown(String pattern) throws IOException {
        String content = pattern.replace("1024", "x".repeat(1024));
        try (var server = new PublishedServer(false); Client client = loggedIn(server)) {
            client.upload(local(content), "f", true, Progress.NONE);
            client.download("f", here.resolve("copy"), Progress.NONE);

            assertEquals(content, Bytes.text(server.files.get("f")));
            assertEquals(content, Files.readString(here.resolve("copy")));
        }
    }

    @Test
    void aMissingFileLeavesNone() throws IOException {
        try (var server = new PublishedServer(false); Client client = loggedIn(server)) {
            var refused = assertThrows(RefusedException.class,
                    () -> client.download("nosuch", here.resolve("nosuch"), Progress.NONE));

            assertEquals("\"nosuch\" does not exist", refused.getMessage());
            assertEquals(0, Files.list(here).count());
        }
    }

    @Test
    void whatItCannotDoWithADirectoryLeavesBothInStep() throws IOException {
        try (var server = new PublishedServer(false); Client client = loggedIn(server)) {
            assertThrows(RefusedException.class, () -> client.download("docs", here.resolve("d"), Progress.NONE));
            assertThrows(RefusedException.class,
                    () -> client.upload(local("x".repeat(3000)), "docs", true, Progress.NONE));
            assertEquals(ErrorCode.INTERNAL, refused(client, new Request.Remove("docs")));
            assertEquals(ErrorCode.INTERNAL, refused(client, new Request.Preview("docs", 1024)));
            client.upload(local("still here"), "a", true, Progress.NONE);

            assertEquals("still here", Bytes.text(server.files.get("a")));
            assertFalse(server.heard.contains("x".repeat(1024)), "no chunk was taken for a command");
        }
    }

    @Test
    void aFileThatHoldsItsEndAndThePromptIsNotBelievedAndLeavesNone() throws IOException {
        try (var server = new PublishedServer(false); Client client = loggedIn(server)) {
            server.files.put("f", Bytes.of("one END_OF_FILE" + Talk.PROMPT + "two"));

            assertThrows(ProtocolViolation.class, () -> client.download("f", here.resolve("f"), Progress.NONE));
            assertEquals(0, Files.list(here).count());
            assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("f")), "it is out of step");
            assertEquals(new Reply.Done(), client.perform(TestUser.login()));
            assertEquals(new Reply.Done(), client.perform(new Request.Remove("f")));
        }
    }
}
