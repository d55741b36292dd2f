package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.cli.CommandLexer.Typed;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.LocalFileException;
import vos.client.RefusedException;
import vos.protocol.Body;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.LineDialect;
import vos.protocol.Operation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Text;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;

/** What a user types becomes a request, and its answer what the user reads. */
class ClientShellTest {
    private final ScriptedServer server = new ScriptedServer();
    private final Vocabulary vocabulary = new LineDialect().vocabulary();
    private final StringWriter printed = new StringWriter();
    private final StringWriter progress = new StringWriter();
    private ClientShell shell;

    @TempDir
    private Path here;

    @BeforeEach
    void connect() throws IOException {
        Client client = Client.connect(server.dialect(), "nowhere", 1, ClientOptions.DEFAULTS);
        shell = new ClientShell(client, vocabulary, new PrintWriter(printed), new PrintWriter(progress));
    }

    @Test
    void aListingIsALineAnEntryAndMarksDirectories() throws IOException {
        server.answers(new Reply.Listing(List.of(new Entry("docs", true), new Entry("a b.txt", false))));
        assertTrue(type("ls"));
        assertPrinted("docs/", "a b.txt");
        assertEquals(new Request.ListDirectory(""), server.lastRequest());
    }

    @Test
    void aDirectoryOtherThanTheCurrentOneIsListedByName() throws IOException {
        server.answers(new Reply.Listing(List.of()));
        type("ls", "docs");
        assertPrinted();
        assertEquals(new Request.ListDirectory("docs"), server.lastRequest());
    }

    @Test
    void aChangeOfDirectorySaysWhereItLed() throws IOException {
        server.answers(new Reply.Directory("/docs"));
        type("cd", "docs");
        assertPrinted("/docs");
        assertEquals(new Request.ChangeDirectory("docs"), server.lastRequest());
    }

    @Test
    void theCurrentDirectoryIsShown() throws IOException {
        server.answers(new Reply.Directory("/"));
        type("pwd");
        assertPrinted("/");
        assertEquals(new Request.WhereAmI(), server.lastRequest());
    }

    @Test
    void aSizeIsANumberOfBytesAndNothingElse() throws IOException {
        server.answers(new Reply.Size(2304));
        type("size", "a");
        assertPrinted("2304");
        assertEquals(new Request.Size("a"), server.lastRequest());
    }

    @Test
    void aPreviewIsTheFirstKibibyteLineByLine() throws IOException {
        server.answers(new Reply.Content(Body.of(Text.encode("one\r\ntwo\n\nthree"))));
        type("head", "a");
        assertPrinted("one", "two", "", "three");
        assertEquals(new Request.Preview("a", 1024), server.lastRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkdir", "rm", "touch"})
    void whatIsSimplyDoneIsNotTalkedAbout(String word) throws IOException {
        server.answers(new Reply.Done());
        assertTrue(type(word, "a"));
        assertPrinted();
        assertEquals(switch (word) {
            case "mkdir" -> new Request.MakeDirectory("a");
            case "rm" -> new Request.Remove("a");
            default -> new Request.Touch("a");
        }, server.lastRequest());
    }

    @Test
    void aMoveNamesItsSourceFirst() throws IOException {
        server.answers(new Reply.Done());
        type("mv", "a", "b");
        assertEquals(new Request.Move("a", "b"), server.lastRequest());
    }

    @Test
    void theLastCommandIsToldFromTheOthers() throws IOException {
        server.answers(new Reply.Goodbye());
        assertFalse(type("quit"));
        assertEquals(new Request.Quit(), server.lastRequest());
    }

    @Test
    void whereTheClientIsTheServerIsNotAsked() throws IOException {
        var mydir = new Vocabulary("", List.of(new Verb("mydir", Operation.LOCAL_DIRECTORY, "", "show what is here")));
        Client client = Client.connect(server.dialect(), "nowhere", 1, ClientOptions.DEFAULTS);
        var shellWithIt = new ClientShell(client, mydir, new PrintWriter(printed), new PrintWriter(progress));

        assertTrue(shellWithIt.run(typed("mydir")));
        List<String> lines = printed.toString().lines().toList();
        assertEquals(Path.of("").toAbsolutePath().toString(), lines.getFirst());
        assertTrue(lines.containsAll(List.of("pom.xml", "src/")), lines::toString);
        assertEquals(lines.stream().skip(1).sorted().toList(), lines.subList(1, lines.size()));
        assertEquals(List.of(), server.requests());
    }

    // ---- a server's own shell --------------------------------------------------------------------------------------

    private boolean typeThere(String line) throws IOException {
        Client client = Client.connect(server.dialect(), "nowhere", 1, ClientOptions.DEFAULTS);
        var passingOn = Vocabulary.passingOn("", List.of(new Verb("get", Operation.DOWNLOAD, "NAME", "fetch")));
        var there = new ClientShell(client, passingOn, new PrintWriter(printed), new PrintWriter(progress));
        return there.run(new Typed(List.of(line.split(" ")), line));
    }

    @Test
    void aLineThatIsNoCommandIsRunByTheServerAsItWasTyped() throws IOException {
        server.prints("a b\n");
        server.answers(new Reply.Exit(OptionalInt.of(0)));
        assertTrue(typeThere("ls  -l 'a b'"));
        assertPrinted("a b");
        assertEquals("ls  -l 'a b'", ((Request.CommandLine) server.lastRequest()).line());
    }

    @Test
    void anExitStatusThatIsNotToldIsNoFailure() throws IOException {
        server.answers(new Reply.Exit(OptionalInt.empty()));
        assertTrue(typeThere("ls"));
    }

    @Test
    void aCommandThatFailsThereHasFailed() {
        server.prints("rm: cannot remove 'x'");
        server.answers(new Reply.Exit(OptionalInt.of(1)));
        var failure = assertThrows(ExitStatusException.class, () -> typeThere("rm x"));
        assertEquals("exit status 1: rm x", failure.getMessage());
        assertPrinted("rm: cannot remove 'x'");
    }

    @Test
    void helpIsOursAndTheirs() throws IOException {
        server.prints("ls  list\n");
        server.answers(new Reply.Exit(OptionalInt.of(0)));
        typeThere("help");
        assertTrue(printed.toString().contains("get NAME"), printed::toString);
        String theirs = "Any other line is run by the server's own shell:%nls  list%n".formatted();
        assertTrue(printed.toString().endsWith(theirs), printed::toString);
    }

    // ---- transfers -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"jelly.bin,, jelly.bin", "my jelly.bin,, my jelly.bin", "jelly.bin, other.bin, other.bin"})
    void anUploadIsNamedAsTheFileUnlessToldOtherwise(String local, String name, String remote) throws IOException {
        Path file = Files.writeString(here.resolve(local), "12345");
        server.answers(new Reply.Done());
        type(name == null ? new String[] {"put", file.toString()} : new String[] {"put", file.toString(), name});
        assertPrinted(remote + ": 5 bytes sent");
        assertEquals(remote, server.uploaded());
    }

    @Test
    void aDownloadGoesWhereItIsToldTo() throws IOException {
        Path copy = here.resolve("my copy");
        server.answers(new Reply.Content(Body.of(Text.encode("12345"))));
        type("get", "docs/a", copy.toString());
        assertPrinted(copy + ": 5 bytes received");
        assertEquals("12345", Files.readString(copy));
        assertEquals(new Request.Download("docs/a"), server.lastRequest());
    }

    /** A directory's name cannot be a file's, so this is refused before anything is written here. */
    @Test
    void aDownloadThatEndsInNoNameNeedsOne() {
        var refused = assertThrows(LocalFileException.class, () -> type("get", "docs/.."));
        assertEquals("\"docs/..\" does not end in a file name; give the local name as well", refused.getMessage());
    }

    @Test
    void aTransferThatIsOverAtOnceShowsNoProgress() throws IOException {
        Path file = Files.writeString(here.resolve("a"), "12345");
        server.answers(new Reply.Done());
        type("put", file.toString());
        assertEquals("", progress.toString());
    }

    // ---- mistakes --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            mv a     | usage: mv NAME DEST
            cd       | usage: cd DIR
            get      | usage: get NAME [FILE]
            pwd a    | usage: pwd (a name with spaces stands in quotes)
            ls a b   | usage: ls [DIR] (a name with spaces stands in quotes)
            put a b c| usage: put FILE [NAME] (a name with spaces stands in quotes)
            """)
    void tooFewOrTooManyArgumentsAreAnsweredWithTheUsage(String line, String complaint) {
        var mistake = assertThrows(UsageException.class, () -> type(line.split(" ")));
        assertEquals(complaint, mistake.getMessage());
        assertEquals(List.of(), server.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dir", "LS", "", "help!"})
    void anUnknownCommandPointsAtTheHelp(String word) {
        var mistake = assertThrows(UsageException.class, () -> type(word));
        assertEquals("unknown command: " + word + "; help lists the commands", mistake.getMessage());
    }

    @Test
    void aNameThatNoLocalFileCanHaveIsAMistake() {
        var mistake = assertThrows(UsageException.class, () -> type("put", "a\0b"));
        assertEquals("this cannot be the name of a local file: a\0b", mistake.getMessage());
    }

    @Test
    void helpShowsEveryCommandWithItsArgumentsAndWhatItDoes() throws IOException {
        assertTrue(type("help"));
        List<String> lines = printed.toString().lines().map(String::strip).toList();
        assertEquals(vocabulary.verbs().size() + 1, lines.size(), lines::toString);
        for (Verb verb : vocabulary.verbs()) {
            String usage = (verb.word() + " " + verb.arguments()).strip();
            String line = "\\Q" + usage + "\\E +\\Q" + verb.summary() + "\\E";
            assertTrue(lines.stream().anyMatch(shown -> shown.matches(line)), () -> usage + " in " + lines);
        }
    }

    @Test
    void aRefusalIsTheCallersToTell() {
        server.answers(new Reply.Failed(ErrorCode.NOT_FOUND, "\"/a\" does not exist"));
        var refused = assertThrows(RefusedException.class, () -> type("rm", "a"));
        assertEquals("\"/a\" does not exist", refused.getMessage());
        assertSame(ErrorCode.NOT_FOUND, refused.code());
    }

    // ---- hostile servers -------------------------------------------------------------------------------------------

    @Test
    void aHostileNameCannotTouchTheTerminal() throws IOException {
        server.answers(new Reply.Listing(List.of(new Entry("\u001b[2J\u202egpj.exe", false))));
        type("ls");
        assertPrinted("\\u001b[2J\\u202egpj.exe");
    }

    @Test
    void aHostileDirectoryCannotTouchTheTerminal() throws IOException {
        server.answers(new Reply.Directory("/\rall is well"));
        type("pwd");
        assertPrinted("/\\u000dall is well");
    }

    @Test
    void aHostileContentCannotTouchTheTerminal() throws IOException {
        server.answers(new Reply.Content(Body.of(Text.encode("\u001b]0;title\u0007\nplain\n"))));
        type("head", "a");
        assertPrinted("\\u001b]0;title\\u0007", "plain");
    }

    private boolean type(String... words) throws IOException {
        return shell.run(typed(words));
    }

    private void assertPrinted(String... lines) {
        assertEquals(List.of(lines), printed.toString().lines().toList());
    }

    private static Typed typed(String... words) {
        return new Typed(List.of(words), String.join(" ", words));
    }
}
