package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Bytes;
import vos.testing.PublishedListener;
import vos.testing.PublishedPeer;
import vos.testing.RecordingSession;
import vos.testing.ServedDirectory;
import vos.testing.TestUser;

/** What can go wrong on this wire by its design, shown. The numbers are those of the specification's section 8. */
class HazardsTest {
    private static final String ACK = "Chunk received.";

    @TempDir
    private Path root;
    @TempDir
    private Path here;

    private ServedDirectory serve() throws IOException {
        return new ServedDirectory(root, new OrchestrationDialect());
    }

    private static void beginUpload(PublishedClient client, String name) throws IOException {
        assertEquals("Ready to receive the filename.", client.ask("upload"));
        assertEquals("Ready to receive file data.", client.ask(name));
    }

    private String stored(String name) throws IOException {
        return Files.readString(root.resolve(TestUser.NAME).resolve(name));
    }

    /** {@code [ORCH-8.1]} */
    @Test
    void anEndThatIsJoinedToAChunkIsStoredWithItAndTheFileGoesOn() throws IOException {
        try (ServedDirectory served = serve(); var client = PublishedClient.loggedIn(served).impatient()) {
            beginUpload(client, "a");
            assertEquals(ACK, client.ask("data" + "END_OF_FILE"), "and not that it has been stored");
            assertThrows(SocketTimeoutException.class, client::hear, "both wait");

            assertEquals("File upload completed successfully.", client.ask("END_OF_FILE"));
        }
        assertEquals("dataEND_OF_FILE", stored("a"));
    }

    /** {@code [ORCH-8.2]} */
    @Test
    void aChunkThatIsCutInTwoIsAcknowledgedTwice() throws IOException {
        try (ServedDirectory served = serve(); var client = PublishedClient.loggedIn(served).impatient()) {
            beginUpload(client, "a");
            assertEquals(ACK, client.ask("the first ha"), "which the client takes for that of the whole");
            assertEquals(ACK, client.ask("lf"), "and this for that of its next chunk");
            assertThrows(SocketTimeoutException.class, client::hear);
        }
    }

    /** {@code [ORCH-8.3]}: a reader that compares what one read gives. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 1013, 1024})
    void whenTheEndAndThePromptAreJoinedThePublishedClientHangs(int size) throws IOException {
        byte[] joined = Bytes.of("x".repeat(size) + "END_OF_FILE" + Talk.PROMPT);
        try (var client = new PublishedClient(PublishedPeer.finding(joined, PublishedPeer.READ)).impatient()) {
            if (size == 1013) {
                assertEquals(size, client.receive("END_OF_FILE").length, "by luck: a read ends behind the sentinel");
            } else {
                assertThrows(SocketTimeoutException.class, () -> client.receive("END_OF_FILE"));
            }
        }
    }

    /** {@code [ORCH-8.4]} */
    @Test
    void whereAReadEndsBehindASentinelInTheFileThePublishedClientTakesItForWhole() throws IOException {
        byte[] file = Bytes.of("x".repeat(1013) + "END_OF_FILE" + "and much more");
        try (var client = new PublishedClient(PublishedPeer.finding(file, PublishedPeer.READ))) {
            assertArrayEquals(Bytes.of("x".repeat(1013)), client.receive("END_OF_FILE"));
            assertEquals("and much more", client.hear(), "which is taken for the next answer");
        }
    }

    /** {@code [ORCH-8.4]} */
    @Test
    void suchAFileIsNotSentInThePublishedFormAndComesWholeInTheStrictOne() throws IOException {
        String content = "x".repeat(1013) + "END_OF_FILE" + "and much more";
        Path file = Files.writeString(here.resolve("f"), content);
        try (ServedDirectory served = serve(); Client strict = served.client();
                PublishedClient published = PublishedClient.loggedIn(served)) {
            strict.upload(file, "f", true, Progress.NONE);
            assertEquals("ERROR", Bytes.text(published.download("f")));
            strict.download("f", here.resolve("copy"), Progress.NONE);
        }
        assertEquals(-1, Files.mismatch(file, here.resolve("copy")));
    }

    /** {@code [ORCH-8.5]} */
    @Test
    void whoSendsAnEmptyNameWaitsForWhoWaitsForIt() throws IOException {
        try (ServedDirectory served = serve(); var client = PublishedClient.loggedIn(served).impatient()) {
            client.ask("upload");
            client.say("");

            assertThrows(SocketTimeoutException.class, client::hear);
        }
    }

    /** {@code [ORCH-8.6]}: a client that does not heed the error. */
    @Test
    void aChunkBehindAnErrorIsObeyed() throws IOException {
        Path home = Files.createDirectories(root.resolve(TestUser.NAME).resolve("docs")).getParent();
        Files.writeString(home.resolve("precious"), "do not lose me");
        try (ServedDirectory served = serve(); PublishedClient client = PublishedClient.loggedIn(served)) {
            client.ask("upload");
            assertEquals("Error: Failed to receive file data.", client.ask("docs"));
            client.awaitPrompt();
            client.ask("delete");
            assertEquals("FILE_DELETED", client.ask("precious"));
        }
        assertEquals(List.of("docs"), Files.list(home).map(file -> file.getFileName().toString()).toList());
    }

    /** {@code [ORCH-8.7]}: as many round trips as there are chunks, which over 50 ms each is 20 KiB a second. */
    @Test
    void eachChunkWaitsForTheOneBeforeIt() throws IOException {
        int chunks = 100;
        var said = Collections.nCopies(chunks, "x".repeat(1024)).toArray(String[]::new);
        var all = new CopyOnWriteArrayList<>(List.of("upload", "a"));
        all.addAll(List.of(said));
        all.add("END_OF_FILE");

        List<String> events = Talk.behindThePrompt(new RecordingSession(), all.toArray(String[]::new));

        assertEquals(chunks, Collections.frequency(events, ACK));
    }

    /** {@code [ORCH-8.8]}: the same in both forms, as the login comes before the hello. */
    @Test
    void whoeverIsConnectedToIsToldThePassword() throws IOException {
        var heard = new CopyOnWriteArrayList<String>();
        try (var anybody = PublishedListener.threaded(PublishedPeer.READ, client -> {
            client.send("Username: ");
            heard.add(client.hear());
            client.send("Password: ");
            heard.add(client.hear());
            client.send("Authentication failed.");
        }); Client client = Client.connect(new OrchestrationDialect(), "127.0.0.1", anybody.port(),
                ClientOptions.DEFAULTS)) {
            assertThrows(RefusedException.class, () -> client.perform(TestUser.login()));
        }
        assertEquals(List.of(TestUser.NAME + "\n", TestUser.PASSWORD + "\n"), heard);
    }
}
