package vos.lab.filesharing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.Request;
import vos.server.Peer;
import vos.server.ServerListener;
import vos.testing.PublishedPeer;
import vos.testing.ServedDirectory;
import vos.testing.Together;

/** Our server and a client that asks, sends and believes as the published one does, over real sockets. */
class PublishedClientTest {
    @TempDir
    private Path root;
    /** The names of the uploads of which the server has read the request, and perhaps more. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private ServedDirectory served;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedDirectory(root, new FileSharingDialect(), new ServerListener() {
            @Override
            public void before(Peer peer, Request request) {
                if (request instanceof Request.Upload upload) {
                    begun.add(upload.path());
                }
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

    /** An upload with a pause behind its request, long enough for the server to have read it. */
    private byte[] upload(String name, byte[] content) throws IOException {
        try (PublishedPeer client = connect()) {
            client.send("UPLOAD " + name);
            await("the request of " + name).until(() -> begun.contains(name));
            client.sendFile(content);
            client.finish();
            return client.readToEnd();
        }
    }

    private byte[] download(String name) throws IOException {
        try (PublishedPeer client = connect()) {
            client.send("DOWNLOAD " + name);
            return client.readToEnd();
        }
    }

    @Test
    void filesOfEverySizeAreUploadedWhole() throws Exception {
        Together.forEach(PublishedPeer.SIZES, size -> {
            assertEquals(0, upload("f" + size, Bytes.noise(size)).length);
            assertArrayEquals(Bytes.noise(size), Files.readAllBytes(root.resolve("f" + size)), "size " + size);
        });
    }

    /** {@code [FSA-3.3]} */
    @Test
    void filesOfEverySizeAreDownloadedWhole() throws Exception {
        for (int size : PublishedPeer.SIZES) {
            Files.write(root.resolve("f" + size), Bytes.noise(size));
        }
        Together.forEach(PublishedPeer.SIZES,
                size -> assertArrayEquals(Bytes.noise(size), download("f" + size), "size " + size));
    }

    /** {@code [FSA-3.2]} */
    @Test
    void anUploadToANameThatExistsChangesNothingAndIsBrokenOff() throws IOException {
        Files.writeString(root.resolve("a"), "the old file");
        try (PublishedPeer client = connect()) {
            client.send("UPLOAD a");
            assertThrows(SocketException.class, client::readToEnd);
        }

        assertEquals("the old file", Files.readString(root.resolve("a")));
    }

    /** {@code [FSA-4.2]}: what is not wanted is not taken either. */
    @Test
    void aRefusedUploadFailsWhileItIsBeingSent() throws IOException {
        Files.writeString(root.resolve("a"), "the old file");
        try (PublishedPeer client = connect()) {
            client.send("UPLOAD a");
            await("a refusal").until(() -> begun.contains("a"));

            assertThrows(SocketException.class, () -> client.sendFile(new byte[100 << 20]));
        }
        assertEquals("the old file", Files.readString(root.resolve("a")));
    }

    /** {@code [FSA-4.1]}: the published client would take any word for the file, and an end for an empty one. */
    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "docs", "../secret", "/../secret", "my file"})
    void aDownloadThatCannotBeIsBrokenOffWithoutAByte(String name) throws IOException {
        Files.createDirectory(root.resolve("docs"));

        assertThrows(SocketException.class, () -> download(name));
    }

    @Test
    void anEmptyFileIsAnEndWithoutAByte() throws IOException {
        Files.writeString(root.resolve("empty"), "");

        assertEquals(0, download("empty").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "/../a", "docs/../../a", ".vos-x", "a\0b"})
    void nothingIsStoredOutsideOrUnderANameThatIsNone(String name) throws IOException {
        Files.createDirectory(root.resolve("docs"));
        try (PublishedPeer client = connect()) {
            client.send("UPLOAD " + name);
            assertThrows(SocketException.class, client::readToEnd);
        }

        assertFalse(Files.exists(root.resolveSibling("a")));
        assertEquals(1, Files.list(root).count());
    }

    /** {@code [FSA-2.5]} */
    @ParameterizedTest
    @ValueSource(strings = {"upload a", "LIST x", "X y"})
    void anUnknownWordIsAnsweredByAnEndWithoutAByte(String request) throws IOException {
        try (PublishedPeer client = connect()) {
            client.send(request);
            assertEquals(0, client.readToEnd().length);
        }
    }

    /** {@code [FSA-1.3]} */
    @Test
    void whoeverConnectsAndClosesOrSaysHalfAWordHurtsNobody() throws IOException {
        Files.writeString(root.resolve("a"), "content");
        for (String word : List.of("", "DOWNLOAD", "U", "V", "HELLO", "\u00ff")) {
            try (PublishedPeer client = connect()) {
                client.send(word);
            }
        }
        assertArrayEquals(Bytes.of("content"), download("a"));
    }

    /** {@code [FSA-1.3]} */
    @Test
    void nobodyWaitsForAClientThatSaysNothing() throws IOException {
        Files.writeString(root.resolve("a"), "content");
        try (PublishedPeer silent = connect(); PublishedPeer slow = connect()) {
            slow.send("UPLOAD b");
            await("the request").until(() -> begun.contains("b"));

            assertArrayEquals(Bytes.of("content"), download("a"));
            silent.send("DOWNLOAD a");
            assertArrayEquals(Bytes.of("content"), silent.readToEnd());
            slow.sendFile(Bytes.of("late"));
            slow.finish();
            slow.readToEnd();
            assertEquals("late", Files.readString(root.resolve("b")));
        }
    }

    /** {@code [FSA-3.2]}: each writes the name in a way of its own, so that its request is known to have been read. */
    @Test
    void ofManyUploadsToOneNameOneIsStoredWholeAndTheOthersAreBrokenOff() throws Exception {
        var lost = ConcurrentHashMap.<Integer>newKeySet();
        Together.forEach(IntStream.range(0, 40).boxed().toList(), number -> {
            try {
                upload("./".repeat(number) + "a", Bytes.noise(50_000 + number));
            } catch (SocketException e) {
                lost.add(number);
            }
        });

        assertEquals(40, begun.size(), "uploads that were begun");
        assertEquals(39, lost.size(), () -> "those that lost: " + lost);
        int winner = IntStream.range(0, 40).filter(number -> !lost.contains(number)).findFirst().orElseThrow();
        assertArrayEquals(Bytes.noise(50_000 + winner), Files.readAllBytes(root.resolve("a")));
        assertEquals(1, Files.list(root).count(), "nothing is left of the others");
    }

    /** {@code [FSA-3.1]} */
    @Test
    void anUploadIsNotThereBeforeItsEnd() throws IOException {
        try (PublishedPeer client = connect()) {
            client.send("UPLOAD a");
            await("the request").until(() -> begun.contains("a"));
            client.sendFile(new byte[100_000]);
            assertFalse(Files.exists(root.resolve("a")));
            assertThrows(SocketException.class, () -> download("a"));
            client.finish();
            client.readToEnd();
        }
        assertTrue(Files.exists(root.resolve("a")));
    }

    // ---- contents that the server cannot complete [FSA-4.3] --------------------------------------------------------

    /** A file of more than all buffers hold, without the disk that it would need. */
    private Path sparse(String name) throws IOException {
        Path file = root.resolve(name);
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(1L << 30);
        }
        return file;
    }

    @Test
    void aFileThatShrinksWhileItIsSentDoesNotSeemToBeOver() throws IOException {
        Path file = sparse("large");
        try (PublishedPeer client = connect()) {
            client.send("DOWNLOAD large");
            assertEquals(100, client.read(100).length);
            Files.newByteChannel(file, StandardOpenOption.WRITE).truncate(0).close();

            assertThrows(SocketException.class, client::readToEnd);
        }
    }

    @Test
    void aContentThatIsCutByTheEndOfTheServerDoesNotSeemToBeOver() throws IOException {
        sparse("large");
        try (PublishedPeer client = connect()) {
            client.send("DOWNLOAD large");
            assertEquals(100, client.read(100).length);
            served.close();

            assertThrows(SocketException.class, client::readToEnd);
        }
    }
}
