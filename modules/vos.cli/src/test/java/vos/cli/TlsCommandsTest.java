package vos.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vos.protocol.LineDialect;

/** {@code vos serve} and {@code vos connect} with TLS, from their options to their sentences. */
@Timeout(60)
class TlsCommandsTest {
    /** Files that openssl has written. */
    private static final Path FIXTURES = Path.of("../vos.tls/src/test/resources/vos/tls");
    private static final Pattern FINGERPRINT = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern LINE = Pattern.compile("\nConnect with: {2}vos (connect line \\S+ --tls-pin \\S+)\n");
    private static final String ZEROS = "sha256:" + "0".repeat(64);

    @TempDir
    private Path root;

    /** What is done while a server is there, with what it has announced. */
    private interface Visit {
        void to(String announcement);
    }

    private Outcome serving(Visit visit, String... options) throws Exception {
        var out = new StringWriter();
        var err = new StringWriter();
        Stream<String> words = Stream.concat(
                Stream.of("serve", "line", "-q", "--port", "0", "--root", root.toString()), Stream.of(options));
        var command = new FutureTask<>(() -> Outcome.commands(List.of(new LineDialect()), out, err)
                .execute(words.toArray(String[]::new)));
        Thread server = Thread.ofPlatform().start(command);
        await().until(() -> out.toString().contains("Ctrl-C stops the server.") || command.isDone());
        try {
            visit.to(out.toString());
        } finally {
            server.interrupt();
        }
        return new Outcome(command.get(), out.toString(), err.toString());
    }

    private static Outcome connect(String announcement, String... options) {
        String address = match(Pattern.compile("Serving line on (\\S+),"), announcement).group(1);
        return Outcome.of(Stream.concat(Stream.of("connect", "line", address, "-c", "mkdir a; ls"), Stream.of(options))
                .toArray(String[]::new));
    }

    private static MatchResult match(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow(() -> new AssertionError(text));
    }

    @Test
    void theLineThatAServerPrintsIsTheOneThatConnects() throws Exception {
        serving(announcement -> {
            String[] line = match(LINE, announcement).group(1).split(" ");
            Outcome outcome = Outcome.of(Stream.concat(Arrays.stream(line), Stream.of("-c", "mkdir a; ls"))
                    .toArray(String[]::new));
            outcome.endsWith(0).complainsOfNothing();
            assertEquals("a/\n", outcome.out());
        }, "--tls", "self-signed");
        assertTrue(Files.isDirectory(root.resolve("a")));
    }

    @Test
    void aServerWithFilesShowsTheirCertificate() throws Exception {
        serving(announcement -> {
            String shown = match(FINGERPRINT, announcement).group();
            assertFalse(announcement.contains("Connect with:"), announcement);
            connect(announcement, "--tls-pin", shown).endsWith(0).complainsOfNothing();
            connect(announcement, "--tls-ca", FIXTURES.resolve("ec-certificate.pem").toString()).endsWith(3)
                    .complainsOf("it is not for 127.0.0.1, but for no host; it is " + shown);
        }, "--tls-cert", FIXTURES.resolve("ec-certificate.pem").toString(),
                "--tls-key", FIXTURES.resolve("ec.pem").toString());
    }

    @Test
    void aServerThatIsNotTrustedIsShownByItsFingerprint() throws Exception {
        serving(announcement -> {
            String shown = match(FINGERPRINT, announcement).group();
            connect(announcement, "--tls").endsWith(3).printsNothing()
                    .complainsOf("the certificate of the server is not trusted: ")
                    .complainsOf("it is " + shown + ", which --tls-pin takes");
            connect(announcement, "--tls-pin", ZEROS).endsWith(3).printsNothing()
                    .complainsOf("the server shows the certificate " + shown + ", which is not the pinned one");
        }, "--tls", "self-signed");
        assertFalse(Files.exists(root.resolve("a")));
    }

    @Test
    void aClientWithoutTlsIsToldThatAServerMayWantIt() throws Exception {
        serving(announcement -> connect(announcement, "--timeout", "1").endsWith(3).printsNothing()
                .complainsOf("; a server with TLS wants --tls, or --tls-pin with the fingerprint that it printed"),
                "--tls", "self-signed");
    }

    @Test
    void aServerWithoutTlsIsNotSpokenToByAClientThatWantsIt() throws IOException {
        try (var plain = RawServer.thatSaysAndFallsSilent("READY\n")) {
            Outcome.of("connect", "line", plain.address(), "--tls", "-c", "pwd").endsWith(3).printsNothing()
                    .complains("no TLS with " + plain.address() + ": the server does not speak TLS");
        }
    }

    @Test
    void elsewhereEverybodyIsToldWhatTlsDoesNotDo() throws Exception {
        serving(announcement -> { }, "--bind", "0.0.0.0", "--tls", "self-signed")
                .prints("line has no accounts, and TLS keeps nobody out.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --tls certificate             | --tls takes the word self-signed; a certificate in a file is for
            --tls-cert c.pem              | --tls-cert and --tls-key belong together; they may name the same file
            --tls-key k.pem               | --tls-cert and --tls-key belong together; they may name the same file
            --tls self-signed --tls-key k | --tls self-signed makes a certificate, and --tls-cert and --tls-key bring
            """)
    void whatAServerCannotDoAtOnceIsAnsweredInASentence(String options, String complaint) {
        Outcome.of(("serve line --port 0 --root " + root.resolve("made") + " " + options).split(" ")).endsWith(2)
                .printsNothing().complainsOf("vos: " + complaint);
        assertFalse(Files.exists(root.resolve("made")), "a mistake leaves no directory behind");
    }

    @Test
    void whatAClientCannotDoAtOnceIsAnsweredInASentence() {
        Outcome.of("connect", "line", "--tls-pin", ZEROS, "--tls-ca", "ca.pem").endsWith(2).printsNothing()
                .complainsOf("--tls-pin takes one certificate, and --tls-ca those that an authority vouches for");
        Outcome.of("connect", "line", "--tls-pin", "abc").endsWith(2).printsNothing()
                .complainsOf("a fingerprint is 'sha256:' and 64 hexadecimal digits");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        Outcome.of("serve", "line", "--port", "0", "--tls-cert", "none.pem", "--tls-key", "none.pem").endsWith(1)
                .printsNothing().complains("there is no file none.pem");
        Outcome.of("connect", "line", "--tls-ca", "none.pem").endsWith(1).printsNothing()
                .complains("there is no file none.pem");
    }
}
