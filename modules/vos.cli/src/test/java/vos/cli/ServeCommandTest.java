package vos.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.LineDialect;

/** {@code vos serve}, from its options to its announcement; how it is stopped is in {@link ServeProcessTest}. */
@Timeout(60)
class ServeCommandTest {
    private static final Pattern ANNOUNCED =
            Pattern.compile("Serving line on (\\S+):(\\d+), files in (.+)\nCtrl-C stops .*\n");

    @TempDir
    private Path directory;

    @Test
    void theAnnouncementTellsTheLabTheAddressTheChosenPortAndTheFiles() throws Exception {
        Outcome outcome = serve("--root", directory.resolve("./root").toString());
        var announced = ANNOUNCED.matcher(outcome.out());
        assertTrue(announced.lookingAt(), outcome::toString);
        assertEquals("127.0.0.1", announced.group(1));
        assertTrue(Integer.parseInt(announced.group(2)) > 0, outcome::toString);
        assertEquals(directory.resolve("root").toString(), announced.group(3));
        assertTrue(Files.isDirectory(directory.resolve("root")));
    }

    @Test
    void onLoopbackThereIsNothingToWarnOf() throws Exception {
        Outcome outcome = serve("--root", directory.toString());
        assertFalse(outcome.out().contains("accounts"), outcome::toString);
    }

    @Test
    void elsewhereEverybodyIsWarnedThatThereAreNoAccounts() throws Exception {
        serve("--root", directory.toString(), "--bind", "0.0.0.0")
                .prints("Serving line on 0.0.0.0:")
                .prints("Whoever reaches this address may read, change and remove these files: line has no accounts.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtual", "platform", "PLATFORM"})
    void theKindOfThreadIsWrittenInSmallLettersOrLarge(String kind) throws Exception {
        serve("--root", directory.toString(), "--threads", kind).complainsOfNothing();
    }

    @Test
    void aPortThatIsTakenIsNamedTogetherWithTheWayOut() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            refused("--port", Integer.toString(port)).endsWith(3).complains("cannot listen on 127.0.0.1:" + port
                    + ": Address already in use; choose another port with --port (0 takes a free one)");
        }
    }

    /** An address that is nobody's, RFC 5737: another port would not help. */
    @Test
    void anAddressOfAnotherComputerIsNoQuestionOfThePort() {
        refused("--port", "0", "--bind", "192.0.2.1").endsWith(3)
                .complainsOf("vos: cannot listen on 192.0.2.1:0: ")
                .complainsOf("; --bind takes an address of this computer");
    }

    @Test
    void aRootThatIsAFileIsUnusable() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "content");
        Outcome.of("serve", "line", "--port", "0", "--root", file.toString()).endsWith(1).printsNothing()
                .complains(file + " is not a directory");
    }

    @Test
    void aRootBelowAFileIsUnusable() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "content");
        Outcome.of("serve", "line", "--port", "0", "--root", file.resolve("root").toString())
                .endsWith(1).printsNothing().complainsOf("vos: " + file);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            --port=70000        | --port is from 0 to 65535, not 70000
            --port=-1           | --port is from 0 to 65535, not -1
            --grace=86401       | --grace is from 0 to 24h, not 86401s
            --grace=25h         | --grace is from 0 to 24h, not 25h
            """)
    void aNumberOutOfBoundsIsAnsweredWithTheBounds(String option, String complaint) {
        refused(option).endsWith(2).complains(complaint);
        assertFalse(Files.exists(directory.resolve("root")), "a mistake leaves no directory behind");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            --idle=soon            | Invalid value for option '--idle': 'soon' is not seconds, or 500ms, 90s, \
            10m, 2h
            --grace=-1             | Invalid value for option '--grace': '-1' is not seconds, or 500ms, 90s, \
            10m, 2h
            --max-connections=0    | Invalid value for option '--max-connections': 0 is not allowed, \
            only 1 to 1000000
            --bind=no-host.invalid | Invalid value for option '--bind': unknown host: no-host.invalid
            --threads=green        | Invalid value for option '--threads': expected one of [VIRTUAL, PLATFORM] \
            (case-insensitive) but was 'green'
            """)
    void aValueThatIsNoneIsShown(String option, String complaint) {
        refused(option).endsWith(2).complains(complaint + "\n'vos serve --help' says how it is used.");
    }

    private Path config(String... lines) throws IOException {
        return Files.write(directory.resolve("vos.conf"), List.of(lines));
    }

    @Test
    void whatTheCommandLineDoesNotSayTheConfigurationFileDoes() throws Exception {
        Path config = config("# a comment", "bind = 127.0.0.2", "port: 1", "max-upload = 3M", "idle=5m", "verbose=true",
                "root = " + directory.resolve("here"));
        serve("--config", config.toString()).prints("Serving line on 127.0.0.2:");
        assertTrue(Files.isDirectory(directory.resolve("here")));
        serve("--config", config.toString(), "--root", directory.resolve("there").toString(), "--bind", "127.0.0.1")
                .prints("Serving line on 127.0.0.1:");
        assertTrue(Files.isDirectory(directory.resolve("there")), "the command line wins");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            idel = 5m    | there is no option 'idel'; 'vos serve --help' lists them, here without their dashes
            config = x   | there is no option 'config'; 'vos serve --help' lists them, here without their dashes
            idle = soon  | Invalid value for option '--idle': 'soon' is not seconds, or 500ms, 90s, 10m, 2h
            quiet = yes  | quiet is true or false, not 'yes'
            x = \\u00g0   | Malformed \\uxxxx encoding.
            """)
    void aMistakeInTheConfigurationFileIsShownAndNothingIsServed(String line, String complaint) throws IOException {
        Path config = config(line);
        refused("--config", config.toString()).endsWith(2).complains(config + ": " + complaint);
    }

    @Test
    void aConfigurationFileThatIsMissingIsNamed() {
        Path missing = directory.resolve("no.conf");
        refused("--config", missing.toString()).endsWith(1).complains(missing + ": there is no such file or directory");
    }

    @Test
    void aConfigurationFileThatIsNoTextIsNamed() throws IOException {
        Path config = Files.write(directory.resolve("vos.conf"), new byte[] {'x', (byte) 0xff});
        refused("--config", config.toString()).endsWith(2).complains(config + " is not text in UTF-8");
    }

    @Test
    void withoutALabThereIsNothingToServe() {
        Outcome.of("serve").endsWith(2).printsNothing().complainsOf("vos: Missing required parameter: 'LAB'");
    }

    private Outcome refused(String... options) {
        String root = directory.resolve("root").toString();
        Stream<String> words = Stream.concat(Stream.of("serve", "line", "--root", root), Stream.of(options));
        return Outcome.of(words.toArray(String[]::new)).printsNothing();
    }

    /** Serves on a free port until it is announced, and is then interrupted, which stops it as Ctrl-C would. */
    private static Outcome serve(String... options) throws Exception {
        var out = new StringWriter();
        var err = new StringWriter();
        Stream<String> words = Stream.concat(Stream.of("serve", "line", "-q", "--port", "0"), Stream.of(options));
        var command = new FutureTask<>(() -> Outcome.commands(List.of(new LineDialect()), out, err)
                .execute(words.toArray(String[]::new)));
        Thread server = Thread.ofPlatform().start(command);
        await().until(() -> out.toString().contains("Ctrl-C stops the server.") || command.isDone());
        server.interrupt();
        return new Outcome(command.get(), out.toString(), err.toString()).endsWith(0).prints("\nStopped.\n");
    }
}
