package vos.lab.filesharing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.protocol.Bytes;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.server.Peer;
import vos.server.ServerListener;
import vos.testing.PublishedPeer;
import vos.testing.ServedDirectory;

/** What can go wrong on this wire by its design, shown. The numbers are those of the specification's section 7. */
class HazardsTest {
    @TempDir
    private Path root;
    private final List<Request> begun = Collections.synchronizedList(new ArrayList<>());
    private final List<Reply> replies = Collections.synchronizedList(new ArrayList<>());
    private ServedDirectory served;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedDirectory(root, new FileSharingDialect(), new ServerListener() {
            @Override
            public void before(Peer peer, Request request) {
                begun.add(request);
            }

            @Override
            public void after(Peer peer, Request request, Reply reply, Exception failure) {
                replies.add(reply);
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
    }

    private PublishedPeer connect() throws IOException {
        return new PublishedPeer(served.socket(), FileSharingServerEnd.READ);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** {@code [FSA-7.1]}: what its kernel does for a process that was killed. */
    @Test
    void aSenderThatWasKilledCannotBeToldFromOneThatHasFinished() throws IOException {
        try (PublishedPeer client = connect()) {
            client.send("UPLOAD a");
            await("the request").until(() -> begun.size() == 1);
            client.sendFile(Bytes.of("the first half, and not the seco"));
        }
        await("the end").until(() -> replies.size() == 1);

        assertEquals("the first half, and not the seco", Files.readString(root.resolve("a")));
    }

    /** {@code [FSA-7.2]} */
    @ParameterizedTest
    @ValueSource(strings = {"hello world\n", "\nhello", "\n", " ", "\u0000\u0001", "\u00e9\n",
        "a word that is longer than a name can be: ................................................................"
            + "................................................................................................."
            + "................................................................................................."})
    void aContentThatIsJoinedWithItsRequestIsRefused(String content) throws IOException {
        try (PublishedPeer client = connect()) {
            client.send("UPLOAD a.txt" + content);
        }
        await("the end").until(() -> replies.size() == 1);

        assertTrue(replies.getFirst() == null || replies.getFirst() instanceof Reply.Failed, replies::toString);
        assertEquals(List.of(), names());
    }

    /** {@code [FSA-7.2]} */
    @Test
    void aContentOfOneShortWordThatIsJoinedWithItsRequestIsPartOfTheName() throws IOException {
        try (PublishedPeer client = connect()) {
            client.send("UPLOAD a.txthello");
        }
        await("the end").until(() -> replies.size() == 1);

        assertEquals(List.of("a.txthello"), names());
        assertEquals(0, Files.size(root.resolve("a.txthello")));
    }

    /** {@code [FSA-7.3]} */
    @Test
    void aRequestThatTheNetworkSplitIsOneOfAnotherNameAndAContentThatBeginsWithTheRest() throws IOException {
        try (PublishedPeer client = connect()) {
            client.send("UPLOAD a.t");
            await("the request").until(() -> begun.size() == 1);
            client.send("xt");
            client.sendFile(Bytes.of("hello"));
        }
        await("the end").until(() -> replies.size() == 1);

        assertEquals("xthello", Files.readString(root.resolve("a.t")));
    }

    /** {@code [FSA-7.4]}: nothing that the published client does fails, so that it says that the file was uploaded. */
    @Test
    void aPublishedClientWhoseUploadIsRefusedDoesNotListen() throws IOException {
        Files.writeString(root.resolve("a"), "the old file");
        try (PublishedPeer client = connect()) {
            client.send("UPLOAD a");
            client.sendFile(new byte[0]);
        }
        await("the end").until(() -> replies.size() == 1);

        assertTrue(replies.getFirst() instanceof Reply.Failed, replies::toString);
        assertEquals("the old file", Files.readString(root.resolve("a")));
    }

    /** {@code [FSA-7.5]} */
    @Test
    void ofAPublishedServerAnEmptyFileAndAMissingOneAreTheSameBytes() throws IOException {
        try (var server = new FileSharingImitation()) {
            server.files.put("empty", new byte[0]);
            assertArrayEquals(new byte[0], download(server, "empty"));
            assertFalse(server.dead());
            assertArrayEquals(new byte[0], download(server, "nosuch"));
            assertTrue(server.dead());
        }
    }

    private static byte[] download(FileSharingImitation server, String name) throws IOException {
        try (var client = PublishedPeer.connect(server.port(), FileSharingServerEnd.READ)) {
            client.send("DOWNLOAD " + name);
            return client.readToEnd();
        }
    }

    /** {@code [FSA-7.6]} */
    @Test
    void aPublishedServerReplacesAFileWithoutAWord() throws IOException {
        Path file = Files.writeString(root.resolve("new"), "the new file");
        try (var server = new FileSharingImitation();
                Client client = Client.connect(new FileSharingDialect(), "127.0.0.1", server.port(),
                        ClientOptions.DEFAULTS)) {
            server.files.put("a", Bytes.of("precious"));
            client.upload(file, "a", false, Progress.NONE);

            assertArrayEquals(Bytes.of("the new file"), server.files.get("a"));
        }
    }

    /** {@code [FSA-7.7]} */
    @Test
    void whoeverReachesThePortReadsTheFiles() throws IOException {
        Files.writeString(root.resolve("diary"), "nobody shall read this");
        try (PublishedPeer client = connect()) {
            client.send("DOWNLOAD diary");
            assertEquals("nobody shall read this", Bytes.text(client.readToEnd()));
        }
    }
}
