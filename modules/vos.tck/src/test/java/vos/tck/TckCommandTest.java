package vos.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code vos tck}, as somebody types it. */
class TckCommandTest {

    @TempDir
    private Path root;

    @TempDir
    private Path reports;

    private ToolOutcome judge(GreeterServer.Manner manner, String... more) throws IOException {
        try (GreeterServer server = new GreeterServer(root, manner)) {
            List<String> args = new ArrayList<>(List.of("greeter", "--target",
                    "127.0.0.1:" + server.address().getPort(), "--seed", "7", "--report", reports.toString()));
            // Whoever says nothing need not be waited for.
            args.addAll(List.of("--timeout-factor", manner == GreeterServer.Manner.SILENT ? "0.05" : "1"));
            args.addAll(Arrays.asList(more));
            return ToolOutcome.tck(args.toArray(String[]::new));
        }
    }

    @Test
    void aSoundServerPasses() throws IOException {
        judge(GreeterServer.Manner.SOUND, "--root", root.toString()).endsWith(0)
                .prints("4 tests on 4 requirements").prints("mini-ftp, 3. Commands\n  MFTP-3.2  pass  `cd DIR` makes ")
                .prints("4 of 4 requirements kept; seed 7; ");
    }

    @Test
    void whatTheKitCannotSeeIsNotHeldAgainstTheServer() throws IOException {
        judge(GreeterServer.Manner.SOUND).endsWith(0).prints("MFTP-3.3  out of reach")
                .prints("3 of 3 requirements kept; 1 out of reach; seed 7")
                .prints("out of reach  the kit cannot look into the server's directory");
    }

    @Test
    void whereNothingIsTriedNothingHasPassed() throws IOException {
        judge(GreeterServer.Manner.SOUND, "--only", "MFTP-3.3").endsWith(2)
                .prints("0 of 0 requirements kept; 1 out of reach")
                .prints("nothing could be judged: no test was tried\n");
        judge(GreeterServer.Manner.SHOUTS, "--only", "MFTP-3.4").endsWith(0).printsNo("nothing could be judged");
    }

    @Test
    void whatTheKitCannotDoCostsNoPoint() throws IOException {
        judge(GreeterServer.Manner.SOUND, "--level", "strict").endsWith(0)
                .prints("3 of 3 requirements kept; 2 out of reach").prints("out of reach  the kit cannot end the");
        JsonNode results = new ObjectMapper().readTree(reports.resolve("results.json").toFile());
        assertEquals(3, results.path("max_score").asInt(), results::toPrettyString);
        assertEquals(Set.of("passed"), Set.copyOf(results.findValuesAsText("status")), results::toPrettyString);
    }

    @Test
    void aFailureIsShownWithItsBytes() throws IOException {
        ToolOutcome outcome = judge(GreeterServer.Manner.SHOUTS, "--root", root.toString()).endsWith(1)
                .prints("MFTP-3.2  fail ").prints("MFTP-3.4  limitation").prints("usual cause  It shouts.")
                .prints("Wrong answer: byte 1 of it is another than expected.")
                .prints("  >  4.  expect  cd \\x01<token>").prints("limitation  MFTP-8.1: ")
                .prints("expected  000000  6364 2001 3c").prints("received  000000  4344 2001 3c")
                .prints("Behaves like \"capitals are friendlier\": What is sent back is what came.")
                .prints("2 of 3 requirements kept; 1 failed, 1 limited by design; seed 7");
        assertAll(outcome.out().lines().filter(line -> !line.matches("  (in a shell|once more|reports) .*"))
                .map(line -> () -> assertTrue(line.length() <= 80 || line.contains(reports.toString()), line)));
        assertTrue(Files.exists(reports.resolve("GreeterTrials.whatIsSentComesBack.json")));
    }

    @Test
    void aReportThatCannotBeWrittenIsToldBehindTheVerdicts() throws IOException {
        Path inTheWay = Files.createDirectory(reports.resolve("GreeterTrials.whatIsSentComesBack.json"));
        ToolOutcome outcome = judge(GreeterServer.Manner.SHOUTS, "--root", root.toString()).endsWith(2)
                .prints("Wrong answer: byte 1 of it").prints("2 of 3 requirements kept");
        assertTrue(outcome.out().lines().toList().getLast().matches("not everything could be written: .*"
                + Pattern.quote(inTheWay.toString()) + ".*"), outcome::toString);
        assertTrue(Files.readString(reports.resolve("results.json")).contains("2 of 3 requirements kept"));
        assertTrue(Files.exists(reports.resolve("index.html")));
    }

    @Test
    void withoutTheTokenNothingElseIsTried() throws IOException {
        judge(GreeterServer.Manner.SILENT, "--root", root.toString()).endsWith(1)
                .prints("No answer in time: nothing came within 0.3 s").prints("MFTP-3.2  skipped")
                .prints("it needs what GreeterTrials.aTokenComesFirst tries\n")
                .prints("0 of 4 requirements kept; 1 failed, 3 skipped");
        // What could not be tried anyway counts no more for a server that fails than for one that passes.
        judge(GreeterServer.Manner.SILENT).prints("0 of 3 requirements kept; 1 failed, 2 skipped, 1 out of reach");
    }

    @Test
    void aClientThatIsGoneIsNotWaitedForAndIsHeard() {
        ToolOutcome.tck("mini-ftp", "--only", "MFTP-2.1", "--client",
                "sh -c 'read line; echo say who with --user; echo café\u001b[1m >&2; exit 3' {port}").endsWith(1)
                .prints("no connection: it has ended, with exit code 3")
                .prints("  it said   say who with --user\n            café\\u001b[1m\n");
    }

    @Test
    void aFailureBeforeAWordIsSaidIsShownToo() throws IOException {
        Files.writeString(root.resolve("left"), "x");
        judge(GreeterServer.Manner.SOUND, "--root", root.toString(), "--only", "MFTP-3.3").endsWith(1)
                .prints("  >  1.  look for an empty directory").prints("received  [left]");
    }

    @Test
    void aClientThatCannotBeStartedIsToBlameForIt() throws IOException {
        Path script = Files.writeString(root.resolve("client"), "#!/no/such/interpreter\n");
        assertTrue(script.toFile().setExecutable(true));
        ToolOutcome.tck("mini-ftp", "--only", "MFTP-2.1", "--client", script + " {port}").endsWith(1)
                .prints("expected  a client that can be started").prints("No such file or directory");
    }

    @Test
    void aTeacherMayDiscloseLess() throws IOException {
        judge(GreeterServer.Manner.SHOUTS, "--disclose", "hint").endsWith(1).prints("It shouts.")
                .prints("Wrong answer.").printsNo("expected").printsNo("6364").prints("Behaves like");
        judge(GreeterServer.Manner.SHOUTS, "--disclose", "verdict").endsWith(1).prints("MFTP-3.2  fail")
                .printsNo("It shouts.").printsNo("Wrong answer").printsNo("Behaves like").printsNo("A content may");
        assertFalse(Files.exists(reports.resolve("GreeterTrials.whatIsSentComesBack.json")));
    }

    @Test
    void testsAreListedByTheSectionsOfTheirRequirements() {
        ToolOutcome outcome = ToolOutcome.tck("greeter", "--list").endsWith(0);
        assertEquals(List.of("MFTP-1.2 core GreeterTrials.aTokenComesFirst",
                        "MFTP-3.2 core GreeterTrials.whatIsSentComesBack",
                        "MFTP-3.3 core GreeterTrials.nothingIsLeftOnDisk",
                        "MFTP-3.4 core GreeterTrials.manyThingsComeBackAtOnce"),
                outcome.out().lines().filter(line -> line.startsWith("  "))
                        .map(line -> line.strip().replaceAll(" +", " ")).toList());
        outcome.prints("mini-ftp, 1. ").prints("4 tests up to level robust");
        assertEquals(1, listed("--only", "MFTP-3.3", "greeter"));
    }

    private static long listed(String... args) {
        List<String> all = new ArrayList<>(List.of("--list"));
        all.addAll(Arrays.asList(args));
        return ToolOutcome.tck(all.toArray(String[]::new)).endsWith(0).out().lines()
                .filter(line -> line.startsWith("  ")).count();
    }

    @Test
    void severalAreChosenWithCommasOrOneByOne() {
        assertEquals(2, listed("--only", "MFTP-3.2,MFTP-3.3", "greeter"));
        assertEquals(3, listed("--only=MFTP-3.2, MFTP-3.3", "--only", "MFTP-1", "greeter"));
        ToolOutcome.tck("greeter", "--list", "--only", "MFTP-3.2", "MFTP-3.3").endsWith(2).complainsOf("'MFTP-3.3'");
    }

    @Test
    void theTestsOfAClientAreListedToo() {
        ToolOutcome.tck("mini-ftp", "--list").endsWith(0).prints("Tests of a server\n").prints("Tests of a client\n");
        ToolOutcome.tck("mini-ftp", "--list", "--client", "").endsWith(0).printsNo("Tests of a server")
                .prints("Tests of a client\n");
        ToolOutcome.tck("mini-ftp", "--list", "--start", "x").endsWith(0).printsNo("Tests of a client");
        assertEquals(listed("mini-ftp"), listed("mini-ftp", "--client", "x") + listed("mini-ftp", "--start", "x"));
    }

    static List<Arguments> mistakes() {
        return List.of(
                mistake("'LAB'"),
                mistake("there are no tests of a lab \"nolab\"; there are of: greeter, mini-ftp", "nolab"),
                mistake("one of --target HOST:PORT, --start \"COMMAND\" and --client", "greeter"),
                mistake("one of --target", "greeter", "--target", "h:1", "--start", "a {port}"),
                mistake("written HOST:PORT", "greeter", "--target", "localhost"),
                mistake("from 1 to 65535, not 70000", "greeter", "--target", "localhost:70000"),
                mistake("unknown host: no.such.host.invalid", "greeter", "--target", "no.such.host.invalid:1"),
                mistake("not a directory", "greeter", "--target", "127.0.0.1:1", "--root", "no/such"),
                mistake("--root and --user are for --target", "greeter", "--start", "a {port}", "--root", "."),
                mistake("NAME:PASSWORD, not \"ann\"", "greeter", "--target", "127.0.0.1:1", "--user", "ann",
                        "--user", "b:c"),
                mistake("one user is too few", "greeter", "--target", "127.0.0.1:1", "--user", "a:b"),
                mistake("--start needs {port}", "greeter", "--start", "server"),
                mistake("there is no program no-such-program", "greeter", "--start", "no-such-program {port}"),
                mistake("ends within quotes", "greeter", "--start", "'a {port}"),
                mistake("--jobs is from 1 to 64, not 0", "greeter", "--jobs", "0"),
                mistake("--timeout-factor is above 0", "greeter", "--timeout-factor", "-1"),
                mistake("'--level'", "greeter", "--level", "hard"),
                mistake("judges MFTP-9.9; 'vos tck greeter --list'", "greeter", "--only", "MFTP-9.9"),
                mistake("judges a client of greeter", "greeter", "--client", "a {port}"));
    }

    private static Arguments mistake(String sentence, String... args) {
        return Arguments.of(sentence, args);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsASentenceAndAWayOut(String sentence, String[] args) {
        assertTrue(ToolOutcome.tck(args).endsWith(2).complainsOf(sentence).err().lines().count() <= 2);
    }

    @Test
    void aServerThatEndsAtOnceIsQuoted() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ToolOutcome.tck("greeter", "--start", "\"" + java + "\" --version {port}").endsWith(2)
                .complainsOf("the server ended with exit code 0; it printed:\n");
    }

    /** Whoever waits for the results of a submission has some, and why they are none. */
    @Test
    void aServerThatDoesNotStartHasResultsAndNoneOfAnEarlierRun() throws IOException {
        judge(GreeterServer.Manner.SHOUTS, "--root", root.toString()).endsWith(1);
        Files.createFile(reports.resolve("index.html.part"));
        Path other = Files.writeString(reports.resolve("Some.thing.json"), "{\"version\": 1}");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ToolOutcome.tck("greeter", "--report", reports.toString(), "--start", "\"" + java + "\" --version {port}")
                .endsWith(2).complainsOf("the server ended with exit code 0");
        try (Stream<Path> left = Files.list(reports)) {
            assertEquals(Set.of(other, reports.resolve("results.json")), left.collect(Collectors.toSet()));
        }
        JsonNode results = new ObjectMapper().readTree(reports.resolve("results.json").toFile());
        assertTrue(results.path("output").asText().startsWith("Nothing could be judged: the server ended with exit "
                + "code 0; it printed:\n"), results::toPrettyString);
        assertEquals("0 of 4", results.path("score") + " of " + results.path("max_score"));
    }

    @Test
    void aMistakeLeavesAnEarlierReportAlone() throws IOException {
        judge(GreeterServer.Manner.SOUND).endsWith(0);
        ToolOutcome.tck("greeter", "--report", reports.toString(), "--start", "server").endsWith(2);
        assertTrue(Files.exists(reports.resolve("index.html")));
    }

    @Test
    void theVerdictsDecideWhenNoReportWasAskedFor() throws IOException {
        Path inTheWay = Files.createFile(reports.resolve("file"));
        FailureTexts texts = new FailureTexts(Disclosure.ALL, new HostPort("h", 7), Duration.ofSeconds(5),
                Optional.of(inTheWay));
        StringWriter out = new StringWriter();
        try (GreeterServer server = new GreeterServer(root, GreeterServer.Manner.SHOUTS)) {
            assertEquals(1, new JudgedRun(new GreeterSuite(), Run.Settings.USUAL, Selection.servers(Level.ROBUST),
                    "a server", new ReportFiles(Optional.empty(), inTheWay, texts))
                    .judge(() -> new SubjectOptions.Subject(server, () -> { }), new PrintWriter(out), Terminal.NONE));
        }
        assertTrue(out.toString().matches("(?s).*2 of 3 requirements kept.*\\Rnot everything could be written: "
                + Pattern.quote(inTheWay.toString()) + " exists already.*"), out::toString);
    }

    @Test
    void aPortAtWhichNobodyListensIsNamed() throws IOException {
        GreeterServer closed = new GreeterServer(root, GreeterServer.Manner.SOUND);
        closed.close();
        String address = "127.0.0.1:" + closed.address().getPort();
        ToolOutcome.tck("greeter", "--target", address).endsWith(2).complainsOf("nobody listens at " + address)
                .complainsOf("--start");
    }

    @Test
    void helpTeaches() {
        ToolOutcome.tck("--help").endsWith(0).prints("Usage: vos tck [OPTIONS] LAB").prints("Begin with --level core")
                .prints("Exit codes:\n  0 ").prints("Examples:\n  vos tck mini-ftp --list")
                .prints("vos-tck-replay.").prints("--only=ID[,ID...]").prints("with --client '',");
    }
}
