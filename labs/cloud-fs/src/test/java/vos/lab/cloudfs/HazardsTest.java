package vos.lab.cloudfs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.lab.cloudfs.Frames.SENTINEL;
import static vos.lab.cloudfs.Frames.frame;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Bytes;
import vos.testing.PublishedPeer;
import vos.testing.ServedDirectory;

/** What can go wrong on this wire by its design, shown. The numbers are those of the specification's section 8. */
class HazardsTest {
    @TempDir
    private Path root;
    @TempDir
    private Path here;

    private ServedDirectory serve() throws IOException {
        return new ServedDirectory(root, new CloudFsDialect());
    }

    /** {@code [CLOUD-8.1]} */
    @Test
    void aContentThatHoldsTheSentinelIsCutThereAndTheRestIsObeyed() throws IOException {
        Files.writeString(root.resolve("precious"), "do not lose me");
        try (var served = serve(); var client = new PublishedClient(served.socket())) {
            client.upload("a", Bytes.of("harmless" + SENTINEL + frame("rm precious") + frame("UPLOAD rest")));
            await("the rest of the content is obeyed").until(() -> !Files.exists(root.resolve("precious")));
        }
        assertEquals("harmless", Files.readString(root.resolve("a")));
    }

    /** {@code [CLOUD-8.1]} */
    @Test
    void strictlyTheSameContentArrivesAsItIs() throws IOException {
        Files.writeString(root.resolve("precious"), "do not lose me");
        Path file = Files.writeString(here.resolve("a"), "harmless" + SENTINEL + frame("rm precious"));
        try (var served = serve(); Client client = served.client()) {
            client.upload(file, "a", true, Progress.NONE);
        }
        assertEquals(-1, Files.mismatch(file, root.resolve("a")));
        assertTrue(Files.exists(root.resolve("precious")));
    }

    /** {@code [CLOUD-8.2]}: content and sentinel in one write, and a reader that takes 1,024 bytes at a time. */
    @ParameterizedTest
    @ValueSource(ints = {1018, 1020, 1023, 2042})
    void aSentinelThatIsCutByAReadIsMissed(int size) throws IOException {
        try (var reader = PublishedPeer.finding(Bytes.of("x".repeat(size) + SENTINEL), PublishedPeer.READ)) {
            reader.waitAtMost(Duration.ofMillis(200));
            assertThrows(SocketTimeoutException.class, () -> reader.readFile(SENTINEL));
        }
    }

    /** {@code [CLOUD-8.2]} */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1017, 1024, 2041})
    void aSentinelThatIsNotCutIsFound(int size) throws IOException {
        try (var reader = PublishedPeer.finding(Bytes.of("x".repeat(size) + SENTINEL), PublishedPeer.READ)) {
            assertEquals(size, reader.readFile(SENTINEL).length);
        }
    }

    /** {@code [CLOUD-8.3]} */
    @Test
    void whatIsJoinedWithASentinelIsStoredWithTheFileAndNotObeyed() throws IOException {
        try (var server = new PublishedServer();
                var client = PublishedPeer.connect(server.port(), PublishedPeer.READ)) {
            client.send(frame("UPLOAD a") + "content" + SENTINEL + frame("mkdir b"));
            await("it is stored").until(() -> server.files.containsKey("a"));

            assertArrayEquals(Bytes.of("content" + frame("mkdir b")), server.files.get("a"));
            assertEquals("a\n", client.ask(frame("ls")), "the answer to mkdir never comes");
        }
    }

    /** {@code [CLOUD-8.4]} */
    @Test
    void anAnswerThatIsCutIsTakenForTwoAndTheClientStaysOutOfStep() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new PublishedClient(new Socket(listener.getInetAddress(), listener.getLocalPort()));
                Socket server = listener.accept()) {
            server.getOutputStream().write(Bytes.of("a.txt\n"));
            assertEquals("a.txt\n", client.run("ls"));
            server.getOutputStream().write(Bytes.of("b.txt\n"));
            assertEquals("b.txt\n", client.run("pwd"), "the rest of the names");
            server.getOutputStream().write(Bytes.of("/\n"));
            assertEquals("/\n", client.run("echo what"), "the answer to pwd");
        }
    }

    /** {@code [CLOUD-8.5]}, both ways. */
    @Test
    void anErrorIsTakenForAFileAndAFileForAnError() throws IOException {
        try (var served = serve(); var client = new PublishedClient(served.socket())) {
            assertEquals("File not found.", client.downloadText("nosuch"), "what it stores as nosuch");
        }
        try (var server = new PublishedServer();
                Client client = Client.connect(new CloudFsDialect(), "127.0.0.1", server.port(),
                        ClientOptions.DEFAULTS)) {
            server.files.put("errors.txt", Bytes.of("File not found."));
            assertThrows(RefusedException.class,
                    () -> client.download("errors.txt", here.resolve("errors.txt"), Progress.NONE));
        }
    }

    /** {@code [CLOUD-8.6]} */
    @Test
    void nobodyHearsOfARefusedUploadWhoDoesNotAskAnythingElse() throws IOException {
        Files.createDirectory(root.resolve("docs"));
        try (var served = serve(); var client = new PublishedClient(served.socket())) {
            client.upload("docs", Bytes.of("content"));
            client.send("!DISCONNECT");
            assertEquals("", client.rest());
        }
        assertTrue(Files.isDirectory(root.resolve("docs")));
    }

    /** {@code [CLOUD-8.7]}: our server makes no room for what is announced. */
    @Test
    void aHeaderMayAnnounceMoreThanThereIsAndIsNotBelieved() throws IOException {
        try (var served = serve(); var client = new PublishedClient(served.socket())) {
            client.sendBytes("%-64d".formatted(Long.MAX_VALUE / 10));
            String said = client.rest();
            assertTrue(said.startsWith("[!] malformed: a message of 922337203685477580 bytes is announced"), said);
        }
    }

    /** {@code [CLOUD-8.8]} */
    @Test
    void whoeverReachesThePortCanDoEverything() throws IOException {
        Files.writeString(root.resolve("diary"), "nobody shall read this");
        try (var served = serve(); var client = new PublishedClient(served.socket())) {
            assertEquals("nobody shall read this", client.downloadText("diary"));
            assertEquals("[+] Command executed.\n", client.run("rm diary"));
        }
        assertFalse(Files.exists(root.resolve("diary")));
    }
}
