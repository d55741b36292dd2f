package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
    @TempDir
    private Path directory;

    private ServerProcess start(Cleanup cleanup, String... command) throws BenchException {
        return ServerProcess.start(new Launch(List.of(command), directory, OptionalInt.empty()),
                directory.resolve("log"), cleanup);
    }

    private ServerProcess startEcho(Cleanup cleanup) throws BenchException {
        return start(cleanup, Fixtures.JAVA.program().toString(),
                "-cp", Path.of("target/classes").toAbsolutePath().toString(), BareEcho.class.getName());
    }

    private static Socket connect(ServerProcess server) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        return socket;
    }

    @Test
    void theBareEchoAnswersUntilItIsToldToLeave() throws IOException, BenchException {
        try (var cleanup = new Cleanup(); ServerProcess server = startEcho(cleanup)) {
            try (Socket socket = connect(server)) {
                for (int time = 0; time < 3; time++) {
                    socket.getOutputStream().write("NOP\n".getBytes(StandardCharsets.US_ASCII));
                    assertEquals("ok\n", new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII));
                }
                socket.getOutputStream().write("BYE\n".getBytes(StandardCharsets.US_ASCII));
                assertEquals(-1, socket.getInputStream().read());
            }
            assertTrue(server.startup().toMillis() > 0 && server.tree().usage().memory() > 0, "nothing was measured");
        }
    }

    @Test
    void aServerIsEndedWithTheRunAlsoWhenItCameTooLate() throws BenchException {
        var cleanup = new Cleanup();
        ServerProcess early = startEcho(cleanup);
        cleanup.close();
        assertThrows(ConnectException.class, () -> connect(early).close());
        // It is ended at once, and so never says where it listens.
        assertThrows(BenchException.class, () -> startEcho(cleanup));
    }

    @Test
    void aServerThatEndsSaysWhy() {
        String why = assertThrows(BenchException.class, () -> start(new Cleanup(), "/bin/sh", "-c",
                "echo 'no such root' >&2; exit 3")).getMessage();
        assertEquals("no such root", why);
    }

    @Test
    void aServerThatWasToldAPortAndEndsSaysWhyToo() {
        var launch = new Launch(List.of("/bin/sh", "-c", "echo 'cannot bind' >&2; exit 3"), directory,
                OptionalInt.of(1));
        assertEquals("it ended with 3: cannot bind", assertThrows(BenchException.class, () ->
                ServerProcess.start(launch, directory.resolve("log"), new Cleanup())).getMessage());
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        String why = assertThrows(BenchException.class, () -> start(new Cleanup(), "/no/such/program")).getMessage();
        assertTrue(why.contains("/no/such/program"), why);
    }
}
