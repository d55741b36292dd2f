package vos.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vos.cli.Launcher;
import vos.protocol.Dialect;
import vos.protocol.Pace;
import vos.testing.Transcript.Line;

/**
 * Replays a lab's recorded conversations: the client's side against our server, the server's side against our client.
 */
public abstract class TranscriptContract {
    private static final Path DIRECTORY = Path.of("../../specs/transcripts");
    /** The token that is used where this side may choose it. */
    private static final String TOKEN = "<Ab3X9kQw>";

    @TempDir
    private Path temporary;

    /** The dialect whose folder of {@code specs/transcripts} is replayed. */
    protected abstract Dialect dialect();

    @TestFactory
    Stream<DynamicTest> ourServerAnswersAsItIsWritten() throws IOException {
        return each("server").stream().map(transcript -> DynamicTest.dynamicTest(transcript.name(), () -> {
            Path root = Files.createDirectories(temporary.resolve("server/" + transcript.name()));
            transcript.prepare("remote", root);
            try (var served = new ServedDirectory(root, dialect())) {
                for (List<Line> connection : transcript.connections()) {
                    askOurServer(connection, served);
                }
            }
            assertLeft(transcript, "remote-after", root);
        }));
    }

    @TestFactory
    Stream<DynamicTest> ourClientSpeaksAsItIsWritten() throws IOException {
        return each("client").stream().map(transcript -> DynamicTest.dynamicTest(transcript.name(), () -> {
            Path here = Files.createDirectories(temporary.resolve("client/" + transcript.name()));
            transcript.prepare("local", here);
            try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var server = CompletableFuture.runAsync(() -> answerOurClient(transcript, listener));
                assertEquals(0, runOurClient(transcript, here, listener.getLocalPort()), "exit code");
                server.get(10, TimeUnit.SECONDS);
            }
            assertLeft(transcript, "local-after", here);
        }));
    }

    private List<Transcript> each(String side) throws IOException {
        List<Transcript> transcripts = Transcript.all(DIRECTORY.resolve(dialect().id()))
                .filter(transcript -> transcript.sides().contains(side)).toList();
        assertFalse(transcripts.isEmpty(), "no transcript is replayed against our " + side);
        return transcripts;
    }

    private static void askOurServer(List<Line> lines, ServedDirectory served) throws IOException {
        try (Socket socket = served.socket()) {
            socket.setSoTimeout(5_000);
            String token = "";
            for (Line line : lines) {
                if (line.isTokenAlone() && token.isEmpty()) {
                    token = shown(socket.getInputStream().readNBytes(TOKEN.length()));
                } else if (line.speaker().equals("S")) {
                    expect(socket.getInputStream(), line, token);
                } else if (line.speaker().equals("C")) {
                    socket.getOutputStream().write(line.bytes(token));
                } else if (line.speaker().equals("C.")) {
                    socket.shutdownOutput();
                } else if (line.speaker().equals("pause")) {
                    pause();
                }
            }
            finish(socket);
            assertEquals("", shown(socket.getInputStream().readAllBytes()), "behind the last line");
        }
    }

    /** Ends our side of the connection, unless it has ended. */
    private static void finish(Socket socket) throws IOException {
        if (!socket.isOutputShutdown()) {
            socket.shutdownOutput();
        }
    }

    /** A slow user's: the server reads what was sent before as a message of its own. */
    private static void pause() throws IOException {
        try {
            Thread.sleep(Pace.MESSAGE.multipliedBy(2));
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private int runOurClient(Transcript transcript, Path here, int port) throws IOException {
        String commands = transcript.lines().stream().filter(line -> line.speaker().equals(">"))
                .map(line -> line.text().replace("{local}", here.toString())).collect(Collectors.joining("; "));
        var args = new ArrayList<>(List.of("client", "127.0.0.1:" + port, "-c", commands));
        if (dialect().needsLogin()) {
            Path password = Files.writeString(temporary.resolve("password"), TestUser.PASSWORD + "\n");
            args.addAll(List.of("--user", TestUser.NAME, "--password-file", password.toString()));
        }
        return Launcher.run(dialect(), args.toArray(String[]::new));
    }

    private static void answerOurClient(Transcript transcript, ServerSocket listener) {
        try {
            for (List<Line> connection : transcript.connections()) {
                answerOurClient(connection, listener);
            }
        } catch (IOException e) {
            throw new AssertionError(transcript + ": " + e, e);
        }
    }

    private static void answerOurClient(List<Line> lines, ServerSocket listener) throws IOException {
        try (Socket socket = listener.accept()) {
            socket.setSoTimeout(5_000);
            for (Line line : lines) {
                switch (line.speaker()) {
                    case "S" -> socket.getOutputStream().write(line.bytes(TOKEN));
                    case "C" -> expect(socket.getInputStream(), line, TOKEN);
                    case "C." -> assertEquals("", shown(socket.getInputStream().readAllBytes()), "before its end");
                    case "--" -> finish(socket);
                    default -> { }
                }
            }
            assertEquals("", shown(socket.getInputStream().readAllBytes()), "behind the last line");
        }
    }

    private static void expect(InputStream in, Line line, String token) throws IOException {
        byte[] expected = line.bytes(token);
        assertEquals(shown(expected), shown(in.readNBytes(expected.length)), () -> "instead of " + line.text());
    }

    private static String shown(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void assertLeft(Transcript transcript, String word, Path directory) throws IOException {
        for (var file : transcript.files(word).entrySet()) {
            Path path = directory.resolve(file.getKey());
            if (file.getValue() == null) {
                assertTrue(Files.isDirectory(path), () -> "there is no directory " + file.getKey());
            } else {
                assertArrayEquals(file.getValue(), Files.readAllBytes(path), file.getKey());
            }
        }
    }
}
