package vos.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Text;

/** How a server ends, whose last word signals have. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeProcessTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalStopsAServerGracefully(String signal) throws Exception {
        try (var vos = new VosProcess(directory, "serve", "line", "--port", "0")) {
            vos.announcedPort();
            vos.signal(signal);
            assertEquals(List.of(stopping("30s"), "Stopped."), vos.rest());
            assertEquals(0, vos.exitCode());
        }
        assertTrue(Files.isDirectory(directory.resolve("vos-data/line")), "the root, when no other is named");
    }

    @Test
    void aTransferThatIsUnderWayIsFinished() throws Exception {
        try (var vos = new VosProcess(directory, "serve", "line", "--port", "0", "--root", "root");
                var upload = new Upload(vos.announcedPort())) {
            vos.signal("INT");
            assertEquals(stopping("30s"), vos.line());
            assertEquals("OK", upload.finish());
            assertEquals(List.of("Stopped."), vos.rest());
            assertEquals(0, vos.exitCode());
        }
        assertEquals("0123456789", Files.readString(directory.resolve("root/a")));
    }

    @Test
    void aTransferThatTakesLongerThanTheGraceIsCutAndCounted() throws Exception {
        try (var vos = new VosProcess(directory, "serve", "line", "--port", "0", "--root", "root", "--grace", "0");
                var _ = new Upload(vos.announcedPort())) {
            vos.signal("TERM");
            assertEquals(List.of(stopping("0"), "Stopped; connections cut in the middle of a request: 1"), vos.rest());
            assertEquals(0, vos.exitCode());
        }
        assertEquals(List.of(), names(directory.resolve("root")), "nothing half-done is left");
    }

    @Test
    void aSecondSignalEndsTheServerAtOnce() throws Exception {
        try (var vos = new VosProcess(directory, "serve", "line", "--port", "0", "--root", "root", "--grace", "1h");
                var _ = new Upload(vos.announcedPort())) {
            vos.signal("INT");
            assertEquals(stopping("1h"), vos.line());
            vos.signal("INT");
            assertEquals(List.of(), vos.rest());
            assertEquals(1, vos.exitCode());
        }
    }

    @Test
    void whatAServerDoesIsLoggedOnStandardError() throws Exception {
        try (var vos = new VosProcess(directory, "serve", "line", "--port", "0", "--root", "root")) {
            String address = "127.0.0.1:" + vos.announcedPort();
            Outcome.of("connect", "line", address, "-c", "mkdir a; quit").endsWith(0);
            vos.signal("TERM");
            assertEquals(0, vos.exitCode());
        }
        List<String> log = Files.readAllLines(directory.resolve("log")).stream()
                .map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d #1 127\\.0\\.0\\.1:\\d+ ", "")).toList();
        assertEquals(List.of("connected", "make directory a: done", "quit: good bye", "disconnected"), log);
    }

    private static String stopping(String grace) {
        return "Stopping; running transfers have " + grace + " to finish, a second Ctrl-C ends them now.";
    }

    private static List<String> names(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** An upload of ten bytes, of which the server has the first five and waits for the others. */
    private final class Upload implements Closeable {
        private final Socket socket;
        private final BufferedReader answers;

        Upload(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            send("put\ta\t10\n01234");
            assertEquals("READY", answers.readLine());
            await("a draft of the upload").until(() -> !names(directory.resolve("root")).isEmpty());
        }

        /** Sends the rest; returns what the server says. */
        String finish() throws IOException {
            send("56789");
            return answers.readLine();
        }

        private void send(String text) throws IOException {
            socket.getOutputStream().write(Text.encode(text));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
