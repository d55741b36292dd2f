package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that is a process. */
class ClientCommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path scratch;
    private Path directory;

    @BeforeEach
    void makeItsDirectory() throws IOException {
        directory = Files.createDirectory(scratch.resolve("client"));
    }

    private RunningClient start(String script) throws IOException {
        return new ClientCommand(List.of("sh", "-c", script, "sh", "{host}", "{port}", "{dir}", "{user}"))
                .startClient(7, directory);
    }

    @Test
    void theWordsOfTheCommandAreFilledIn() throws IOException {
        RunningClient client = start("echo $1 $2 $3 $4; pwd; echo café >&2; exit 3");
        assertEquals(OptionalInt.of(3), client.await(PATIENCE));
        assertEquals("127.0.0.1 7 " + directory + " user1\n" + directory.toRealPath() + "\ncafé\n", client.printed());
        assertTrue(client.knowsUser());
        client.end();
    }

    @Test
    void whatItPrintedIsKnownWhenItHasBeenEnded() throws IOException {
        RunningClient client = start("echo ready; read line; echo \"got $line\"; sleep 60");
        assertFalse(client.await(Duration.ZERO).isPresent());
        client.input().write("hello\n".getBytes(StandardCharsets.UTF_8));
        client.input().flush();
        while (!client.printed().endsWith("got hello\n")) {
            assertFalse(client.await(Duration.ofMillis(10)).isPresent(), client::printed);
        }
        client.end();
        assertTrue(client.await(PATIENCE).isPresent());
        assertTrue(client.printed().startsWith("ready\ngot hello\n"), client::printed);
    }
}
