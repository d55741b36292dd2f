package vos.client;

import static java.nio.file.Files.readString;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.client.FakeServer.arriving;
import static vos.client.LocalFiles.assertFilesIn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
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
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.RetryOnNewConnection;

/** A download is there whole and confirmed, or it is not there, and what was there still is. */
class ClientDownloadTest {
    @TempDir
    Path directory;
    private final FakeServer server = new FakeServer();
    private Path kept;
    private Client client;

    @BeforeEach
    void connect() throws IOException {
        kept = Files.writeString(directory.resolve("kept"), "old");
        client = server.client();
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
    }

    @Test
    void theOldFileIsThereUntilTheNewOneIsConfirmed() throws IOException {
        var seen = new ArrayList<String>();
        server.sends(arriving(3, "n", "e", "w").endingWith(() -> seen.add("confirmed: " + readString(kept))));
        assertEquals(3, client.download("a/b", kept, (moved, total) -> seen.add(moved + " of " + total)));
        assertEquals(List.of("1 of 3", "2 of 3", "3 of 3", "confirmed: old"), seen);
        assertEquals(List.of("Download[path=a/b]"), server.asked());
        assertFilesIn(directory, "kept = new");
    }

    @Test
    void aContentOfUnknownLengthCountsUpToNobodyKnowsWhat() throws IOException {
        var seen = new ArrayList<String>();
        server.sends(Body.unsized(Channels.newChannel(new ByteArrayInputStream(Bytes.of("new")))));
        assertEquals(3, client.download("x", kept, (moved, total) -> seen.add(moved + " of " + total)));
        assertEquals(List.of("3 of -1"), seen);
        assertFilesIn(directory, "kept = new");
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        server.sends(Body.of(new byte[0]));
        assertEquals(0, client.download("x", directory.resolve("new"), Progress.NONE));
        assertFilesIn(directory, "kept = old", "new = ");
    }

    @Test
    void aLargeFileArrivesByteForByte() throws IOException {
        byte[] noise = Bytes.noise(1_000_000);
        server.sends(Body.of(noise));
        assertEquals(1_000_000, client.download("x", kept, Progress.NONE));
        assertArrayEquals(noise, Files.readAllBytes(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept", "new"})
    void whatTheServerRefusesLeavesThingsAsTheyWere(String name) throws IOException {
        server.refuses(ErrorCode.NOT_FOUND, "\"/x\" does not exist");
        var refusal = assertThrows(RefusedException.class,
                () -> client.download("x", directory.resolve(name), Progress.NONE));
        assertEquals("\"/x\" does not exist", refusal.getMessage());
        assertFilesIn(directory, "kept = old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept", "new"})
    void aServerThatGoesInTheMiddleLeavesThingsAsTheyWere(String name) throws IOException {
        server.sends(arriving(100, "only a ", "beginning"));
        assertThrows(PeerGoneException.class, () -> client.download("x", directory.resolve(name), Progress.NONE));
        assertFilesIn(directory, "kept = old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept", "new"})
    void aContentThatIsNotConfirmedLeavesThingsAsTheyWere(String name) throws IOException {
        var violation = new ProtocolViolation("an error behind the content");
        server.sends(arriving(3, "new").endingWith(() -> {
            throw violation;
        }));
        assertSame(violation, assertThrows(ProtocolViolation.class,
                () -> client.download("x", directory.resolve(name), Progress.NONE)));
        assertFilesIn(directory, "kept = old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no/such", "kept/below"})
    void aPlaceThatCannotBeWrittenIsFoundOutBeforeTheServerIsAsked(String name) {
        Path target = directory.resolve(name);
        var failure = assertThrows(LocalFileException.class, () -> client.download("x", target, Progress.NONE));
        assertEquals("cannot write " + target, failure.getMessage().split(": ")[0]);
        assertEquals(List.of(), server.asked());
    }

    @Test
    void anAccidentOfTheConnectionIsTriedAgainFromTheBeginning() throws IOException {
        server.sends(collidingAfter("first tr")).sends(collidingAfter("second")).sends(Body.of(Bytes.of("new")));
        assertEquals(3, client.download("x", kept, Progress.NONE));
        assertEquals(3, server.asked().size());
        assertFilesIn(directory, "kept = new");
    }

    @Test
    void anAccidentThatHappensThreeTimesIsReported() throws IOException {
        for (String attempt : List.of("first", "second", "third", "fourth")) {
            server.sends(collidingAfter(attempt));
        }
        var accident = assertThrows(RetryOnNewConnection.class, () -> client.download("x", kept, Progress.NONE));
        assertEquals("collided after third", accident.getMessage());
        assertEquals(3, server.asked().size());
        assertFilesIn(directory, "kept = old");
    }

    private static Body collidingAfter(String content) {
        return Body.of(Bytes.of(content)).endingWith(() -> {
            throw new RetryOnNewConnection("collided after " + content);
        });
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        server.refuses(ErrorCode.BUSY, "").sends(Body.of(Bytes.of("new")));
        assertThrows(RefusedException.class, () -> client.download("x", kept, Progress.NONE));
        assertEquals(1, server.asked().size());
    }

    @Test
    void anEndThatAnswersSomethingElseThanAContentIsDefective() throws IOException {
        server.answers(new Reply.Done());
        assertThrows(IllegalStateException.class, () -> client.download("x", kept, Progress.NONE));
        assertFilesIn(directory, "kept = old");
    }
}
