package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines to paste into a shell. */
class ShellCommandTest {

    private static final Step CONNECT = new Step.Connect(1);
    private static final Step TOKEN = new Step.Expect(1, new Expectation.Sized(4, "<..>", "a token"), "token");
    private static final Step ANSWER = new Step.Expect(1, new Expectation.Exactly(Payload.text("x")), "");

    @Test
    void withoutATokenItIsForNetcat() {
        assertEquals(Optional.of("(printf 'ls\\n'; sleep 1; printf 'a\\047b\\045\\134\\000'; sleep 3) | nc h 7 | xxd"),
                line(CONNECT, send("ls\n"), ANSWER, send("a'b%\\\0"), ANSWER));
    }

    @Test
    void piecesAreSentApart() {
        assertEquals(Optional.of("(printf 'a'; sleep 0.1; printf 'bc'; sleep 0.15; sleep 3) | nc h 7 | xxd"),
                line(CONNECT, new Step.Send(1, Payload.text("abc"), List.of(1)), new Step.Pause(1, 150), ANSWER));
    }

    @Test
    void aHyphenInFrontIsNoOption() {
        assertEquals(Optional.of("(printf '\\0554-'; sleep 0.1; printf '\\055'; sleep 3) | nc h 7 | xxd"),
                line(CONNECT, new Step.Send(1, Payload.text("-4--"), List.of(3)), ANSWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/bash"})
    void everyShellPrintsAHyphenInFront(String shell) throws Exception {
        assumeTrue(Files.isExecutable(Path.of(shell)), "no such shell to try");
        String line = line(CONNECT, send("-4--"), ANSWER).orElseThrow();
        String printf = line.substring(1, line.indexOf(';'));
        Process process = new ProcessBuilder(shell, "-c", printf).redirectErrorStream(true).start();
        assertEquals("-4--", Text.latin1(process.getInputStream().readAllBytes()));
    }

    @Test
    void aHalfCloseIsNetcatsOwn() {
        assertEquals(Optional.of("(printf 'a') | nc -N h 7 | xxd"),
                line(CONNECT, send("a"), new Step.HalfClose(1), ANSWER));
    }

    @Test
    void aTokenIsReadIntoAVariableAndCutWhereItWasCut() {
        Payload payload = Payload.text("cd ").then(Payload.variable("token")).then("!");
        assertEquals(Optional.of("(exec 3<>/dev/tcp/h/7; token=$(head -c 4 <&3); "
                        + "printf 'cd %s' \"${token:0:2}\" >&3; sleep 0.1; printf '%s!' \"${token:2:2}\" >&3; "
                        + "timeout 3 cat <&3 | xxd)"),
                line(CONNECT, TOKEN, new Step.Send(1, payload, List.of(5)), ANSWER));
    }

    @Test
    void aTokenThatIsWrongIsShown() {
        assertEquals(Optional.of("(sleep 3) | nc h 7 | xxd"), line(CONNECT, TOKEN));
    }

    @Test
    void whatAShellCannotDoHasNoLine() {
        assertEquals(Optional.empty(), line(CONNECT, new Step.Connect(2)), "two connections");
        assertEquals(Optional.empty(), line(CONNECT, new Step.Reset(1)), "a reset");
        assertEquals(Optional.empty(), line(CONNECT, send("x".repeat(5000))), "many bytes");
        assertEquals(Optional.empty(), line(CONNECT, ANSWER, TOKEN, ANSWER), "a token behind an answer of any length");
        assertEquals(Optional.empty(), line(new Step.Accept(1), send("x")), "a client");
    }

    /** The server takes part as in the conversation, and writes down what bash sends. */
    @Test
    void bashSendsTheTokenBack() throws Exception {
        Path bash = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(bash) && Files.isExecutable(Path.of("/usr/bin/timeout")), "no bash to try");
        Payload payload = Payload.text("a%'\\ ").then(Payload.variable("token"));
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HostPort here = new HostPort("127.0.0.1", listener.getLocalPort());
            String line = ShellCommand.of(failure(CONNECT, TOKEN, new Step.Send(1, payload, List.of(7)), ANSWER), here)
                    .orElseThrow();
            Process process = new ProcessBuilder(bash.toString(), "-c", line.replace("xxd", "cat")).start();
            byte[] came = greet(listener, "<7b>", payload.resolve(Map.of("token", new byte[4])).length);
            assertEquals("a%'\\ <7b>", Text.latin1(came));
            assertEquals("bye", Text.latin1(process.getInputStream().readAllBytes()));
        }
    }

    private static byte[] greet(ServerSocket listener, String token, int length) throws IOException {
        try (Socket socket = listener.accept()) {
            socket.getOutputStream().write(token.getBytes(StandardCharsets.US_ASCII));
            byte[] came = socket.getInputStream().readNBytes(length);
            socket.getOutputStream().write("bye".getBytes(StandardCharsets.US_ASCII));
            return came;
        }
    }

    private static Step send(String text) {
        return new Step.Send(1, Payload.text(text), List.of());
    }

    private static Optional<String> line(Step... steps) {
        Optional<String> line = ShellCommand.of(failure(steps), new HostPort("h", 7));
        line.ifPresent(words -> assertTrue(words.chars().allMatch(c -> c >= ' ' && c < 0x7f), words));
        return line;
    }

    private static Failure failure(Step... steps) {
        return new Failure(Mismatch.Kind.WRONG, Arrays.asList(steps), "x", new byte[0], new byte[0], -1,
                Map.of("token", "<ab>".getBytes(StandardCharsets.US_ASCII)), "", false);
    }
}
