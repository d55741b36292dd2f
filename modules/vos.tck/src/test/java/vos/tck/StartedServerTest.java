package vos.tck;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that the kit starts, watches and ends. */
class StartedServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASSES = Path.of("target/test-classes").toAbsolutePath().toString();

    @TempDir
    private Path scratch;

    /** Serves until somebody connects; then nobody listens any more, and the process stays. */
    static final class Deaf {

        private Deaf() {
        }

        static void main(String[] args) throws IOException, InterruptedException {
            try (ServerSocket listener = new ServerSocket(Integer.parseInt(args[0]), 5,
                    InetAddress.getLoopbackAddress())) {
                listener.accept().close();
            }
            Thread.sleep(PATIENCE);
        }
    }

    private static StartedServer deaf() throws IOException {
        return new StartedServer(List.of(JAVA, "-cp", CLASSES, Deaf.class.getName(), "{port}"), PATIENCE);
    }

    @Test
    void aServerThatHasStoppedListeningIsStartedAgain() throws IOException {
        try (StartedServer server = deaf()) {
            int port = server.address().getPort();
            server.ensureRunning();
            assertEquals(0, server.crashes());
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            await().atMost(PATIENCE).until(() -> !Listeners.listens(port));
            server.ensureRunning();
            assertEquals(1, server.crashes());
            assertTrue(Listeners.listens(server.address().getPort()));
        }
    }

    @Test
    void whatAServerLeavesBehindIsEndedToo() throws IOException {
        Path file = scratch.resolve("pid");
        String script = "sleep 600 & echo $! > " + file + "; sleep 3; exit 3";
        IOException refused = assertThrows(IOException.class,
                () -> new StartedServer(List.of("sh", "-c", "echo hello; " + script), PATIENCE).close());
        assertTrue(refused.getMessage().endsWith("ended with exit code 3; it printed:\nhello\n"), refused.getMessage());
        long sleeper = Long.parseLong(Files.readString(file).strip());
        await().atMost(PATIENCE).until(() -> ProcessHandle.of(sleeper).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void aServerThatDoesNotStartASecondTimeIsNotWaitedForAgain() throws IOException {
        Path starts = scratch.resolve("starts");
        String script = "echo x >> %1$s; [ $(wc -l < %1$s) -gt 1 ] && exit 3; exec %2$s -cp %3$s '%4$s' $0"
                .formatted(starts, JAVA, CLASSES, Deaf.class.getName());
        try (StartedServer server = new StartedServer(List.of("sh", "-c", script, "{port}"), PATIENCE)) {
            for (int i = 0; i < 5; i++) {
                assertThrows(IOException.class, server::restart);
            }
        }
        assertEquals(3, Files.readAllLines(starts).size(), "once, and twice more");
    }

    @Test
    void ofWhatIsPrintedWithoutEndTheEndIsKept() throws IOException {
        String script = "yes error | head -c 20000000; echo over";
        RunningClient client = new ClientCommand(List.of("sh", "-c", script, "{port}")).startClient(1, scratch);
        assertTrue(client.await(PATIENCE).isPresent());
        String printed = client.printed();
        client.end();
        assertTrue(printed.endsWith("over\n"), () -> printed.substring(printed.length() - 20));
        assertFalse(printed.length() > 16 * 1024, () -> printed.length() + " characters");
    }
}
