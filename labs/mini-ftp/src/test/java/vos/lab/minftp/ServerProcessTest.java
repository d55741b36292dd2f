package vos.lab.minftp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.testing.ServerProcess;

/** What only a whole process can show: what is left when it is killed, how it stops, and how little memory it needs. */
class ServerProcessTest {
    @TempDir
    private Path root;
    @TempDir
    private Path here;

    private List<String> names() throws IOException {
        try (var files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Client connect(ServerProcess server) throws IOException {
        return Client.connect(new MiniFtpDialect(), "127.0.0.1", server.port(), ClientOptions.DEFAULTS);
    }

    @Test
    void killedInTheMiddleOfAnUploadItLeavesTheOldFileWholeAndAfterItsNextStartNothingElse() throws Exception {
        Files.writeString(root.resolve("a"), "the old file");
        try (var server = new ServerProcess(MiniFtpLab.class, root);
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String token = new String(socket.getInputStream().readNBytes(Token.BYTES), StandardCharsets.UTF_8);
            socket.getOutputStream().write(("ul a" + token + "half of the new fi").getBytes(StandardCharsets.UTF_8));
            await("a temporary file").until(() -> names().size() == 2);
            server.kill();
        }
        assertEquals("the old file", Files.readString(root.resolve("a")));
        assertEquals(2, names().size(), "what the killed server could not remove: " + names());

        try (var next = new ServerProcess(MiniFtpLab.class, root)) {
            assertEquals(List.of("a"), names());
            assertEquals("the old file", Files.readString(root.resolve("a")));
            assertEquals(0, next.stop());
        }
    }

    @Test
    void aFileManyTimesLargerThanItsMemoryGoesUpAndDown() throws Exception {
        long size = 400L << 20;
        Path file = here.resolve("large");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
            sparse.seek(size - 4);
            sparse.write("end.".getBytes(StandardCharsets.US_ASCII));
        }
        try (var server = new ServerProcess(MiniFtpLab.class, root, "-Xmx24m"); Client client = connect(server)) {
            assertEquals(size, client.upload(file, "large", true, Progress.NONE));
            assertEquals(size, client.download("large", here.resolve("copy"), Progress.NONE));
        }
        assertEquals(-1, Files.mismatch(file, root.resolve("large")));
        assertEquals(-1, Files.mismatch(file, here.resolve("copy")));
    }
}
