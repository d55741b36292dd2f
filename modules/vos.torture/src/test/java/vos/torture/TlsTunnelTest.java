package vos.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vos.lab.filesharing.FileSharingDialect;
import vos.testing.Together;

/** Who judges through the tunnel sees what the server does: in file-sharing a refusal is a reset, and nothing else. */
@Timeout(60)
class TlsTunnelTest {
    /** More would wait for each other, and no reset would come just when it must not. */
    private static final int CLIENTS = 4;
    private static final int TIMES = 75;

    @TempDir
    private Path root;

    @Test
    void aResetArrivesAsOneAlsoWhenTheClientEndsJustThen() throws Exception {
        ask("DOWNLOAD nosuch", answer -> assertThrows(SocketException.class, answer::readAllBytes));
    }

    @Test
    void anEndArrivesAsOne() throws Exception {
        Files.writeString(root.resolve("a.txt"), "content");
        ask("DOWNLOAD a.txt", answer ->
                assertEquals("content", new String(answer.readAllBytes(), StandardCharsets.UTF_8)));
    }

    private void ask(String command, Answered answered) throws Exception {
        try (var served = TlsLab.encrypted(new FileSharingDialect(), root); var tunnel = new TlsTunnel(served.port())) {
            Together.forEach(IntStream.range(0, CLIENTS).boxed().toList(), _ -> {
                for (int i = 0; i < TIMES; i++) {
                    ask(tunnel.port(), command, answered);
                }
            });
        }
    }

    private static void ask(int port, String command, Answered answered) throws IOException {
        try (var client = new Socket("127.0.0.1", port)) {
            client.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
            client.shutdownOutput();
            answered.check(client.getInputStream());
        }
    }

    @FunctionalInterface
    private interface Answered {
        void check(InputStream answer) throws IOException;
    }
}
