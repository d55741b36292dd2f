package vos.lab.virtuos;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
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

    private static void welcome(PublishedPeer client) throws IOException {
        assertEquals("Welcome to the server!\n", client.hear());
    }

    /** {@code [VIRT-8.1]}: without a line end, a control character or the sentinel, a text looks like a name. */
    @Test
    void aNameAndAShortTextThatTheNetworkJoinedAreALongerName() throws IOException {
        try (var served = new ServedDirectory(root, new VirtuosDialect());
                var client = new PublishedPeer(served.socket())) {
            welcome(client);
            client.send("upload a.txt" + "HELLO");
            await("it is taken for an upload").until(() -> Files.list(root).count() == 1);
            client.send("<<EOF>>");

            assertEquals("Uploaded 'a.txtHELLO' successfully.\n", client.hear());
        }
        assertArrayEquals(new byte[0], Files.readAllBytes(root.resolve("a.txtHELLO")));
    }

    /** {@code [VIRT-8.1]} */
    @Test
    void whatCanBeSeenToBeJoinedIsRefusedAndNothingIsStored() throws IOException {
        try (var served = new ServedDirectory(root, new VirtuosDialect());
                var client = new PublishedPeer(served.socket())) {
            welcome(client);
            client.send("upload a.txt" + "HELLO" + "<<EOF>>");

            assertTrue(client.hear().startsWith("Error: the name and the file came as one message"));
            assertEquals("Directory is empty.\n", client.ask("ls"));
        }
    }

    /** {@code [VIRT-8.2]}: a reader that looks for the sentinel in what each read of 1,024 bytes gives. */
    @ParameterizedTest
    @ValueSource(ints = {1018, 1020, 1023, 2042})
    void aSentinelThatIsCutByAReadIsMissed(int size) {
        assertThrows(SocketTimeoutException.class, () -> naivelyRead("x".repeat(size) + "<<EOF>>"));
    }

    /** {@code [VIRT-8.2]} */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1017, 1024, 2041})
    void aSentinelThatIsNotCutIsFound(int size) throws IOException {
        assertEquals(size, naivelyRead("x".repeat(size) + "<<EOF>>").length);
    }

    /** {@code [VIRT-8.3]} */
    @Test
    void aFileThatHoldsTheSentinelEndsThereAndItsRestIsTakenForACommand() throws IOException {
        Files.writeString(root.resolve("precious"), "do not lose me");
        try (var served = new ServedDirectory(root, new VirtuosDialect());
                var client = new PublishedPeer(served.socket())) {
            welcome(client);
            client.send("upload a");
            await("the command has been read").until(() -> Files.list(root).count() == 2);
            client.send("harmless<<EOF>>rm precious");
            await("the rest of the file is obeyed").until(() -> !Files.exists(root.resolve("precious")));
        }

        assertEquals("harmless", Files.readString(root.resolve("a")));
    }

    /** {@code [VIRT-8.3]} */
    @Test
    void strictlyTheSameFileArrivesAsItIs() throws IOException {
        Files.writeString(root.resolve("precious"), "do not lose me");
        Path file = Files.writeString(here.resolve("f"), "harmless<<EOF>>rm precious");
        try (var served = new ServedDirectory(root, new VirtuosDialect()); Client client = served.client()) {
            client.upload(file, "a", true, Progress.NONE);
        }

        assertEquals(-1, Files.mismatch(file, root.resolve("a")));
        assertTrue(Files.exists(root.resolve("precious")));
    }

    /** {@code [VIRT-8.4]}: a published client stores the answer to a missing file, and calls it downloaded. */
    @Test
    void thePublishedClientTakesAnErrorForTheFile() throws IOException {
        try (var served = new ServedDirectory(root, new VirtuosDialect());
                var client = new PublishedPeer(served.socket())) {
            welcome(client);
            client.send("download nosuch");

            assertEquals("File not found.\n", Bytes.text(client.readFile(VirtuosDialect.SENTINEL)));
        }
    }

    /** {@code [VIRT-8.4]} */
    @Test
    void aFileThatReadsLikeTheErrorCannotBeFetchedFromAPublishedServer() throws IOException {
        try (var server = new VirtuosImitation();
                Client client = Client.connect(new VirtuosDialect(), "127.0.0.1", server.port(),
                        ClientOptions.DEFAULTS)) {
            server.files.put("f", "File not found.\n".getBytes(StandardCharsets.US_ASCII));

            assertThrows(RefusedException.class, () -> client.download("f", here.resolve("f"), Progress.NONE));
        }
    }

    /** {@code [VIRT-8.5]}: an empty directory, and one with a file of that name. */
    @Test
    void anEmptyDirectoryIsToldAsIfAFileHadThatName() throws IOException {
        try (var served = new ServedDirectory(root, new VirtuosDialect());
                var client = new PublishedPeer(served.socket())) {
            welcome(client);
            String empty = client.ask("ls");
            Files.createFile(root.resolve("Directory is empty."));

            assertEquals(empty, client.ask("ls"));
        }
    }

    /** {@code [VIRT-8.6]} */
    @Test
    void whoeverSeesTheNetworkSeesTheFiles() throws IOException {
        Files.writeString(root.resolve("diary"), "nobody shall read this");
        try (var served = new ServedDirectory(root, new VirtuosDialect()); Socket socket = served.socket()) {
            socket.getOutputStream().write("hello vos/1\ndownload diary\nexit\n".getBytes(StandardCharsets.US_ASCII));

            String seen = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(seen.contains("nobody shall read this"), seen);
        }
    }

    private static byte[] naivelyRead(String sent) throws IOException {
        try (var peer = PublishedPeer.finding(Bytes.of(sent), PublishedPeer.READ)) {
            return peer.waitAtMost(Duration.ofMillis(200)).readFile(VirtuosDialect.SENTINEL);
        }
    }
}
