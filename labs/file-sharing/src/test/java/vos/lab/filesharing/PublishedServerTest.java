package vos.lab.filesharing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.LocalFileException;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.PeerGoneException;
import vos.protocol.Request;
import vos.testing.PublishedPeer;
import vos.testing.Together;

/** Our client and a server that reads, answers and dies as the published one does, over real sockets. */
class PublishedServerTest {
    private static final String HELLO = "HELLO vos/1\n";

    @TempDir
    private Path here;

    private static Client connect(FileSharingImitation server) throws IOException {
        return Client.connect(new FileSharingDialect(), "127.0.0.1", server.port(),
                ClientOptions.DEFAULTS.withPatience(Duration.ofSeconds(5)));
    }

    @Test
    void itIsKnownByClosingOnHelloAndSurvivesIt() throws IOException {
        try (var server = new FileSharingImitation(); Client client = connect(server)) {
            assertFalse(client.strict());
            assertEquals(List.of(HELLO), server.requests);
            assertFalse(server.dead());
        }
    }

    @Test
    void filesOfEverySizeGoUpAndDown() throws Exception {
        // A server each, as one serves one client at a time.
        Together.forEach(PublishedPeer.SIZES, size -> {
            Path file = Files.write(here.resolve("f" + size), Bytes.noise(size));
            Path copy = here.resolve("copy" + size);
            try (var server = new FileSharingImitation(); Client client = connect(server)) {
                client.upload(file, "f", true, Progress.NONE);
                assertArrayEquals(Bytes.noise(size), server.files.get("f"), "uploaded " + size);
                if (size > 0) {
                    client.download("f", copy, Progress.NONE);
                    assertArrayEquals(Bytes.noise(size), Files.readAllBytes(copy), "downloaded " + size);
                }
                assertEquals(HELLO, server.requests.get(1));
                assertEquals("UPLOAD f", server.requests.get(2));
            }
        });
    }

    @Test
    void manyRequestsOfOneSessionAreServed() throws IOException {
        try (var server = new FileSharingImitation(); Client client = connect(server)) {
            for (int i = 1; i <= 5; i++) {
                Path file = Files.write(here.resolve("up" + i), Bytes.noise(i));
                client.upload(file, "f" + i, true, Progress.NONE);
                client.download("f" + i, here.resolve("down" + i), Progress.NONE);
                assertArrayEquals(Bytes.noise(i), Files.readAllBytes(here.resolve("down" + i)));
            }
        }
    }

    /** {@code [FSA-6.5]} */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingIsMadeOfADownloadWithoutAByteWhetherTheFileIsEmptyOrMissing(boolean empty) throws IOException {
        Path precious = Files.writeString(here.resolve("f"), "do not lose me");
        try (var server = new FileSharingImitation(); Client client = connect(server)) {
            if (empty) {
                server.files.put("f", new byte[0]);
            }
            var gone = assertThrows(PeerGoneException.class, () -> client.download("f", precious, Progress.NONE));

            assertTrue(gone.getMessage().contains("the file is empty, or it is missing"), gone.getMessage());
            assertEquals("do not lose me", Files.readString(precious));
            assertEquals(!empty, server.dead());
        }
    }

    @Test
    void aFileThatIsNotThereOnThisSideIsNotAskedFor() throws IOException {
        try (var server = new FileSharingImitation(); Client client = connect(server)) {
            assertThrows(LocalFileException.class,
                    () -> client.upload(here.resolve("nosuch"), "f", true, Progress.NONE));

            assertEquals(List.of(HELLO), server.requests);
            assertTrue(server.files.isEmpty());
        }
    }

    @Test
    void anUploadToANameThatItCannotWriteIsKnownToHaveFailed() throws IOException {
        Path file = Files.writeString(here.resolve("f"), "");
        try (var server = new FileSharingImitation(); Client client = connect(server)) {
            var gone = assertThrows(PeerGoneException.class,
                    () -> client.upload(file, "nosuch/f", true, Progress.NONE));

            assertTrue(gone.getMessage().contains("did not wait for the content"), gone.getMessage());
        }
    }

    /** {@code [FSA-6.7]}: an end would make it a whole file. */
    @Test
    void anUploadWhoseLocalFileFailsLeavesNoHalfOfIt() throws IOException {
        var fails = new ReadableByteChannel() {
            private int reads;

            @Override
            public int read(ByteBuffer target) throws IOException {
                if (reads++ == 3) {
                    throw new IOException("the disk is gone");
                }
                return target.position(target.limit()).limit();
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        };
        try (var server = new FileSharingImitation(); Client client = connect(server)) {
            var upload = new Request.Upload("f", Body.of(fails, 1L << 30), true);
            assertThrows(IOException.class, () -> client.perform(upload));

            await("the end of the connection").until(server::dead);
            assertTrue(server.files.isEmpty(), () -> "stored: " + server.files.keySet());
        }
    }

    @Test
    void namesWithSpacesAreRefusedOnThisSide() throws IOException {
        try (var server = new FileSharingImitation(); Client client = connect(server)) {
            var refused = assertThrows(RefusedException.class,
                    () -> client.download("my file", here.resolve("f"), Progress.NONE));

            assertTrue(refused.getMessage().contains("ends at white space"), refused.getMessage());
            assertEquals(List.of(HELLO), server.requests);
        }
    }

    /** {@code [FSA-6.2]}: without a hello before it, request and content would be waiting together, and be one read. */
    @Test
    void anUploadToABusyServerWaitsUntilItIsFree() throws Exception {
        Path file = Files.writeString(here.resolve("f"), "content");
        try (var server = new FileSharingImitation(); Client client = connect(server)) {
            CompletableFuture<Long> upload;
            try (var other = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                upload = CompletableFuture.supplyAsync(() -> upload(client, file));
                // As long as the other is being served, nothing is read of ours.
                await().during(Duration.ofMillis(300)).until(() -> server.requests.size() == 1);
                other.getOutputStream().write(Bytes.of("LIST x"));
                other.shutdownOutput();
                assertEquals(-1, other.getInputStream().read());
            }
            assertEquals(7, upload.get(5, TimeUnit.SECONDS));
            assertEquals(List.of(HELLO, "LIST x", HELLO, "UPLOAD f"), server.requests);
            assertArrayEquals(Bytes.of("content"), server.files.get("f"));
        }
    }

    private static long upload(Client client, Path file) {
        try {
            return client.upload(file, "f", true, Progress.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
