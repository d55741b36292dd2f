package vos.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.fs.LocalVolume;
import vos.protocol.LineDialect;
import vos.protocol.Text;
import vos.server.Server;
import vos.server.ServerListener;
import vos.server.ServerOptions;

/** {@code vos connect} as a script uses it. */
@Timeout(60)
class ConnectCommandTest {
    @TempDir
    private Path root;
    private Server server;

    @BeforeEach
    void serve() throws IOException {
        var volume = LocalVolume.open(root);
        server = Server.start(new LineDialect(), volume, ServerOptions.onLoopback(0), new ServerListener() { });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void commandsAreRunInTheirOrderAndTheirAnswersPrinted() {
        Outcome outcome = run("mkdir a; cd a; mkdir 'b; c'; ls; pwd").endsWith(0).complainsOfNothing();
        assertEquals(List.of("/a", "b; c/", "/a"), outcome.out().lines().toList());
    }

    @Test
    void filesGoThereAndComeBack(@TempDir Path here) throws IOException {
        Files.writeString(here.resolve("a b"), "content");
        run("put '%s/a b'; get 'a b' '%s/copy'".formatted(here, here)).endsWith(0).complainsOfNothing();
        assertEquals("content", Files.readString(root.resolve("a b")));
        assertEquals("content", Files.readString(here.resolve("copy")));
    }

    @Test
    void noCommandsAtAllAreDoneSoon() {
        run("").endsWith(0).printsNothing().complainsOfNothing();
    }

    @Test
    void whatFollowsTheLastCommandIsNotRun() {
        run("quit; mkdir a").endsWith(0).complainsOfNothing();
        assertFalse(Files.exists(root.resolve("a")));
    }

    @Test
    void aScriptStopsAtTheFirstCommandThatFails() {
        run("mkdir a; rm b; mkdir c").endsWith(1).printsNothing().complains("\"/b\" does not exist");
        assertTrue(Files.exists(root.resolve("a")));
        assertFalse(Files.exists(root.resolve("c")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            dir       | unknown command: dir; help lists the commands
            cd        | usage: cd DIR
            rm 'a     | a quote ' is not closed: rm 'a; mkdir c
            """)
    void aScriptStopsAtTheFirstCommandThatMakesNoSense(String command, String complaint) {
        run(command + "; mkdir c").endsWith(2).printsNothing().complains(complaint);
        assertFalse(Files.exists(root.resolve("c")));
    }

    @Test
    void aLocalFileThatIsMissingIsNoFailureOfTheServer() {
        run("put nothing").endsWith(1).complains("cannot read nothing: there is no such file or directory");
    }

    // ---- standard input --------------------------------------------------------------------------------------------

    @Test
    void commandsAreReadFromStandardInputWithoutAPrompt() {
        Outcome outcome = type("# a script\nmkdir h\u00e4user\n\ncd h\u00e4user; pwd\n")
                .endsWith(0).complainsOfNothing();
        assertEquals(List.of("/h\u00e4user", "/h\u00e4user"), outcome.out().lines().toList());
    }

    @Test
    void aScriptOnStandardInputStopsAtTheFirstCommandThatFailsToo() {
        type("rm a\nmkdir b\n").endsWith(1).printsNothing().complains("\"/a\" does not exist");
        assertFalse(Files.exists(root.resolve("b")));
    }

    // ---- no connection ---------------------------------------------------------------------------------------------

    @Test
    void nobodyListensThere() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        connect("127.0.0.1:" + port).endsWith(3).printsNothing()
                .complains("nothing listens on 127.0.0.1:" + port + " (Connection refused)");
    }

    @Test
    void theHostIsUnknown() {
        connect("no-such-host.invalid").endsWith(3).complains("unknown host: no-such-host.invalid");
    }

    @Test
    void theServerIsAnother() throws IOException {
        try (var ssh = RawServer.thatSaysAndFallsSilent("SSH-2.0-OpenSSH_9.2\r\n")) {
            connect(ssh.address()).endsWith(3).complains("READY was expected: \"SSH-2.0-OpenSSH_9.2\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"REA", "READY\nOK\t/"})
    void theServerClosesInTheMiddleOfAMessage(String words) throws IOException {
        try (var closing = RawServer.thatSaysAndCloses(words)) {
            connect(closing.address(), "-c", "pwd").endsWith(3).printsNothing()
                    .complains(closing.address() + ": the connection ended in the middle of a message");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "READY\n", "READY\nOK\t/"})
    void theServerFallsSilent(String words) throws IOException {
        try (var silent = RawServer.thatSaysAndFallsSilent(words)) {
            connect(silent.address(), "-c", "pwd", "--timeout", "1100ms").endsWith(3).printsNothing()
                    .complainsOf("vos: no answer within 1.1 s");
        }
    }

    // ---- the command line ------------------------------------------------------------------------------------------

    @Test
    void anUnknownLabIsAnsweredWithTheLabsThereAre() {
        Outcome.of("connect", "lime").endsWith(2).printsNothing()
                .complains("there is no lab \"lime\"; the labs are: line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "999ms", "86401s", "25h"})
    void patienceIsFromASecondToADay(String time) {
        connect(address(), "--timeout=" + time).endsWith(2).complains("--timeout is from 1s to 24h, not " + time);
    }

    @Test
    void aTraceShowsBothDirectionsBesideTheAnswers() throws IOException {
        Files.writeString(root.resolve("a"), "content");
        Outcome outcome = connect(address(), "--trace", "-c", "size a; head a").endsWith(0);
        assertEquals(List.of("7", "content"), outcome.out().lines().toList());
        assertEquals(List.of("S>C READY", "S>C \\n", "C>S size.a", "C>S \\n", "S>C OK.7", "S>C \\n", "C>S head.a.1024",
                "C>S \\n", "S>C OK.7", "S>C \\n", "S>C content"), traced(outcome));
    }

    @Test
    void aTraceShowsWhatCameBeforeTheConnectionWasLost() throws IOException {
        try (var closing = RawServer.thatSaysAndCloses("READY\nOK\t/")) {
            Outcome outcome = connect(closing.address(), "--trace", "-c", "pwd").endsWith(3);
            assertEquals(List.of("S>C READY", "S>C \\n", "C>S pwd", "C>S \\n", "S>C OK./"), traced(outcome));
        }
    }

    @Test
    void aTraceShowsWhatCameBeforeThereWasAConnection() throws IOException {
        try (var closing = RawServer.thatSaysAndCloses("REA")) {
            assertEquals(List.of("S>C REA"), traced(connect(closing.address(), "--trace").endsWith(3)));
        }
    }

    /** A content ends without a delimiter, and nothing is sent while the user thinks. */
    @Test
    void aTraceIsCompleteBeforeTheNextCommandIsTyped() throws Exception {
        Files.writeString(root.resolve("a"), "content");
        var err = new StringWriter();
        var keys = new PipedOutputStream();
        InputStream before = System.in;
        System.setIn(new PipedInputStream(keys));
        var connect = new FutureTask<>(() -> Outcome.commands(List.of(new LineDialect()), new StringWriter(), err)
                .execute("connect", "line", address(), "--trace"));
        try (keys) {
            Thread.ofPlatform().start(connect);
            keys.write(Text.encode("head a\n"));
            await().until(() -> err.toString().contains("7 body       content"));
        } finally {
            System.setIn(before);
        }
        assertEquals(0, connect.get());
    }

    /** Direction and text of each line. */
    private static List<String> traced(Outcome outcome) {
        return outcome.err().lines().filter(line -> line.matches("(C>S|S>C) .*"))
                .map(line -> line.substring(0, 4) + line.substring(line.lastIndexOf(' ') + 1)).toList();
    }

    private String address() {
        return "127.0.0.1:" + server.port();
    }

    private Outcome run(String commands) {
        return connect(address(), "-c", commands);
    }

    private static Outcome connect(String address, String... options) {
        Stream<String> words = Stream.concat(Stream.of("connect", "line", address), Stream.of(options));
        return Outcome.of(words.toArray(String[]::new));
    }

    private Outcome type(String lines) {
        return StandardInput.of(lines, () -> connect(address()));
    }
}
