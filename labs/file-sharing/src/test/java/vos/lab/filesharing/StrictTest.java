package vos.lab.filesharing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.client.Client;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.testing.ServedDirectory;
import vos.testing.Together;

/** What only a real server with real files can show of the strict form. */
class StrictTest {
    private static final String EXISTS = "ERROR already-exists: \"/a\" already exists\n";

    @TempDir
    private Path root;
    @TempDir
    private Path here;
    private ServedDirectory served;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedDirectory(root, new FileSharingDialect());
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
    }

    /** Sends this, half-closes, and hears the whole answer. */
    private String ask(String line, byte[] content) throws IOException {
        try (Socket socket = served.socket()) {
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            socket.shutdownOutput();
            return Bytes.text(socket.getInputStream().readAllBytes());
        }
    }

    /** {@code [FSA-3.2]} */
    @Test
    void ofManyUploadsToOneNameOneIsToldThatItIsStored() throws Exception {
        var stored = ConcurrentHashMap.<Integer>newKeySet();
        Together.forEach(IntStream.range(0, 100).boxed().toList(), number -> {
            int size = 50_000 + number;
            String answer = ask("VOS/1 UPLOAD " + size + " a\n", Bytes.noise(size));
            if (!answer.equals(EXISTS)) {
                assertEquals("OK\n", answer);
                stored.add(number);
            }
        });

        assertEquals(1, stored.size(), () -> "those that were stored: " + stored);
        assertArrayEquals(Bytes.noise(50_000 + stored.iterator().next()), Files.readAllBytes(root.resolve("a")));
        assertEquals(1, Files.list(root).count(), "nothing is left of the others");
    }

    /** {@code [FSA-5.5]} */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 99_999})
    void anUploadThatIsCutIsNotStored(int received) throws IOException {
        assertEquals("", ask("VOS/1 UPLOAD 100000 a\n", Bytes.noise(received)));
        assertEquals(0, Files.list(root).count());
    }

    @Test
    void anUploadOfMoreThanToldIsNotStored() throws IOException {
        assertEquals("ERROR malformed: there are more bytes than the size says\n",
                ask("VOS/1 UPLOAD 100000 a\n", Bytes.noise(100_001)));
        assertEquals(0, Files.list(root).count());
    }

    @Test
    void aRefusedUploadIsAnsweredBehindItsContentHoweverLongThatIs() throws IOException {
        Files.writeString(root.resolve("a"), "the old file");

        assertEquals(EXISTS, ask("VOS/1 UPLOAD " + (20 << 20) + " a\n", new byte[20 << 20]));
        assertEquals("the old file", Files.readString(root.resolve("a")));
    }

    /** {@code [FSA-5.6]} */
    @Test
    void anAnswerDoesNotWaitForAHalfCloseButBehindAContent() throws IOException {
        Files.writeString(root.resolve("a"), "content");
        try (Socket socket = served.socket()) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(Bytes.of("VOS/1 DOWNLOAD a\n"));
            assertEquals("OK 7\ncontent", Bytes.text(socket.getInputStream().readAllBytes()));
        }
    }

    @Test
    void theClientSaysWhyAndGoesOn() throws IOException {
        Files.writeString(root.resolve("a"), "the old file");
        Path file = Files.writeString(here.resolve("a"), "another");
        try (Client client = served.client()) {
            assertTrue(client.strict());
            var exists = assertThrows(RefusedException.class, () -> client.upload(file, "a", true, Progress.NONE));
            assertEquals(ErrorCode.ALREADY_EXISTS, exists.code());
            var missing = assertThrows(RefusedException.class,
                    () -> client.download("nosuch", here.resolve("nosuch"), Progress.NONE));
            assertEquals(ErrorCode.NOT_FOUND, missing.code());

            client.upload(file, "my other file", true, Progress.NONE);
            client.download("a", here.resolve("copy"), Progress.NONE);
        }
        assertEquals("the old file", Files.readString(root.resolve("a")));
        assertEquals("the old file", Files.readString(here.resolve("copy")));
        assertEquals("another", Files.readString(root.resolve("my other file")));
        assertFalse(Files.exists(here.resolve("nosuch")));
    }
}
