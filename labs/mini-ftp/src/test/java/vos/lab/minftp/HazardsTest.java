package vos.lab.minftp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.protocol.Bytes;
import vos.testing.PublishedPeer;
import vos.testing.ServedDirectory;

/** What can go wrong on this wire by its design, shown. The numbers are those of the specification's section 8. */
class HazardsTest {
    private static final Token TOKEN = new Token("<Ab3X9kQw>");

    @TempDir
    private Path root;

    /** {@code [MFTP-8.1]} */
    @Test
    void aContentThatHoldsTheTokenIsCutThereAndTheRestIsTakenForACommand() throws IOException {
        Files.writeString(root.resolve("precious"), "do not lose me");
        try (var served = new ServedDirectory(root, new MiniFtpDialect());
                var client = new TokenPeer(new PublishedPeer(served.socket()))) {
            client.shakeHands();
            client.send("ul a");
            client.send("harmless" + client.token() + "rm precious");
            await("the rest of the content is obeyed").until(() -> !Files.exists(root.resolve("precious")));
        }

        assertEquals("harmless", Files.readString(root.resolve("a")));
    }

    /** {@code [MFTP-8.1]} */
    @Test
    void strictlyTheSameContentArrivesAsItIs() throws IOException {
        Files.writeString(root.resolve("precious"), "do not lose me");
        var dialect = new MiniFtpDialect(new Random(5));
        String token = Token.random(new Random(5)).text();
        Path file = Files.writeString(Files.createTempFile("hazard", ".txt"), "harmless" + token + "rm precious");
        try (var served = new ServedDirectory(root, dialect);
                Client client = Client.connect(dialect, "127.0.0.1", served.port(), ClientOptions.DEFAULTS)) {
            client.upload(file, "a", true, Progress.NONE);
        }

        assertEquals(-1, Files.mismatch(file, root.resolve("a")));
        assertTrue(Files.exists(root.resolve("precious")));
        Files.delete(file);
    }

    /** {@code [MFTP-8.2]}: the content and its token in one write, and a reader that takes 1,024 bytes at a time. */
    @ParameterizedTest
    @ValueSource(ints = {1015, 1019, 1023, 2042})
    void aTokenThatIsCutByAReadIsMissed(int size) throws IOException {
        assertThrows(SocketTimeoutException.class, () -> naivelyRead("x".repeat(size) + TOKEN.text()));
    }

    /** {@code [MFTP-8.2]} */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1014, 1024, 2038})
    void aTokenThatIsNotCutIsFound(int size) throws IOException {
        assertEquals(size, naivelyRead("x".repeat(size) + TOKEN.text()).length);
    }

    /** {@code [MFTP-8.3]}: without a pause, the first read gives the token and the welcome, and both are the token. */
    @Test
    void aTokenThatIsJoinedWithTheWelcomeIsNotTheToken() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new TokenPeer(PublishedPeer.connect(listener.getLocalPort(), PublishedPeer.READ));
                Socket server = listener.accept()) {
            server.getOutputStream().write((TOKEN.text() + "welcome" + TOKEN.text()).getBytes(StandardCharsets.UTF_8));
            server.shutdownOutput();

            assertThrows(IOException.class, client::shakeHands);
            assertEquals(TOKEN.text() + "welcome" + TOKEN.text(), client.token());
        }
    }

    /** {@code [MFTP-8.4]}: the published client waits for two messages behind {@code mv}, and there is one. */
    @Test
    void thePublishedClientWaitsForASecondAnswerToMvInVain() throws IOException {
        Files.writeString(root.resolve("a"), "");
        try (var served = new ServedDirectory(root, new MiniFtpDialect());
                var peer = new PublishedPeer(served.socket()); var client = new TokenPeer(peer)) {
            client.shakeHands();
            peer.waitAtMost(Duration.ofMillis(600));

            assertEquals("/", client.command("mv a b"));
            assertThrows(SocketTimeoutException.class, client::receive);
        }
    }

    /** {@code [MFTP-8.5]} */
    @Test
    void whoeverSeesTheNetworkSeesTheTokenAndTheFiles() throws IOException {
        Files.writeString(root.resolve("diary"), "nobody shall read this");
        try (var served = new ServedDirectory(root, new MiniFtpDialect()); Socket socket = served.socket()) {
            byte[] token = socket.getInputStream().readNBytes(Token.BYTES);
            socket.getOutputStream().write(("dl diary" + new String(token, StandardCharsets.UTF_8)
                    + "exit" + new String(token, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));

            String seen = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(seen.contains("nobody shall read this"), seen);
        }
    }

    private static byte[] naivelyRead(String sent) throws IOException {
        try (var peer = PublishedPeer.finding(Bytes.of(sent), PublishedPeer.READ)) {
            peer.waitAtMost(Duration.ofMillis(200));
            return new TokenPeer(peer).with(TOKEN).receive();
        }
    }
}
