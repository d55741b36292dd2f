package vos.lab.virtuos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.lab.virtuos.VirtuosConversation.hearing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.Pace;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Splits;
import vos.testing.RecordingSession;

/** What the server's end says in the published form, byte for byte, to a client whose bytes are written down. */
class PublishedServerEndTest {
    private final RecordingSession session = new RecordingSession();

    @TempDir
    private Path here;

    /** Has every download answered by this content. */
    private void holding(String content) throws IOException {
        Path file = Files.write(here.resolve("file"), Bytes.of(content));
        session.answering(Request.Download.class, () -> {
            try {
                FileChannel channel = FileChannel.open(file);
                return new Reply.Content(Body.of(channel, channel.size()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private void failing(Class<? extends Request> kind, ErrorCode code) {
        session.answering(kind, () -> new Reply.Failed(code, "\"/x\" is why"));
    }

    // ---- commands [VIRT-2], [VIRT-3] -------------------------------------------------------------------------------

    /** {@code [VIRT-1.1]}, {@code [VIRT-1.2]} */
    @Test
    void theServerSpeaksFirst() throws IOException {
        var silent = ScriptedTransport.reading().thenSilence();
        assertThrows(AssertionError.class, () -> VirtuosConversation.over(silent, session), "it waits for a command");

        assertEquals(List.of("Welcome to the server!\n"), silent.writes());
        assertEquals(List.of(Duration.ZERO), silent.waits(), "and waits for nothing else");
    }

    /** {@code [VIRT-2.1]}, {@code [VIRT-3.1]}, {@code [VIRT-3.2]}, {@code [VIRT-3.12]} */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            cd docs          | ChangeDirectory docs
            cd ..            | ChangeDirectory ..
            cd docs extra    | ChangeDirectory docs
            mkdir a/b        | MakeDirectory a/b
            mkdir my files   | MakeDirectory my
            touch a.txt      | Touch a.txt
            rm old.txt       | Remove old.txt
            download a b     | Download a
            exit             | Quit
            quit             | Quit
            " cd   docs "    | ChangeDirectory docs
            cd               | Unknown cd
            mkdir            | Unknown mkdir
            touch            | Unknown touch
            rm               | Unknown rm
            upload           | Unknown upload
            download         | Unknown download
            help             | Unknown help
            hello            | Unknown hello
            hello vos        | Unknown hello
            LS               | Unknown LS
            cdXdocs          | Unknown cdXdocs
            mkdir a/../b     | Malformed Invalid folder name.
            mkdir a..b       | Malformed Invalid folder name.
            touch ../x       | Malformed Invalid filename.
            rm ..            | Malformed Invalid item name.
            """)
    void aSegmentIsAWordAndANameBetweenBlanks(String command, String request) throws IOException {
        holding("");
        hearing(session, command);

        assertEquals(List.of(request), session.requests());
    }

    /** {@code [VIRT-2.2]}, {@code [VIRT-3.3]}, {@code [VIRT-3.10]} */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            pwd              | "/docs\n"
            pwd extra        | "/docs\n"
            cd docs          | "Moved to 'docs'.\n"
            mkdir a/b        | "Folder 'a/b' created.\n"
            touch a.txt      | "File 'a.txt' created.\n"
            ls               | "a.txt\ndocs\nz.txt\n"
            ls -la           | "a.txt\ndocs\nz.txt\n"
            mydir            | "Client's current directory contents:\n\n"
            mydir x          | "Client's current directory contents:\n\n"
            exit             | Goodbye!
            quit             | Goodbye!
            help             | "Unknown command.\n"
            cd               | "Unknown command.\n"
            "  "             | "Unknown command.\n"
            mkdir ..         | "Invalid folder name.\n"
            touch ../x       | "Invalid filename.\n"
            rm ../x          | "Invalid item name.\n"
            """)
    void aCommandIsAnsweredByASentence(String command, String answer) throws IOException {
        session.in("/docs");

        assertEquals(List.of(answer), hearing(session, command).writes());
        assertEquals(List.of(answer), hearing(session, command + "\n").writes(), "also with a line end");
        assertEquals(List.of(answer), hearing(session, command + "\r\n").writes(), "of either kind");
    }

    /** {@code [VIRT-3.6]} */
    @Test
    void whatWasRemovedIsToldByItsKind() throws IOException {
        assertEquals("Directory 'd1' deleted.\n", hearing(session, "rm d1").answers());

        failing(Request.ListDirectory.class, ErrorCode.NOT_A_DIRECTORY);
        assertEquals("File 't.txt' deleted.\n", hearing(session, "rm t.txt").answers());
    }

    @Test
    void anEmptyDirectoryIsToldInWords() throws IOException {
        session.answering(Request.ListDirectory.class, () -> new Reply.Listing(List.of()));

        assertEquals("Directory is empty.\n", hearing(session, "ls").answers());
    }

    /** {@code [VIRT-2.1]} */
    @Test
    void twoCommandsInOneSegmentAreOne() throws IOException {
        assertEquals("/\n", hearing(session, "pwd\nls\n").answers());
    }

    // ---- files -----------------------------------------------------------------------------------------------------

    /** {@code [VIRT-2.3]}, {@code [VIRT-2.4]} */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "rm precious", "<<EOF>", "<<EOF<<EOF>", "hello vos/1\n"})
    void aFileEndsAtTheSentinelHoweverItIsCut(String content) throws IOException {
        byte[] all = Bytes.of(content + "<<EOF>>");
        for (List<byte[]> segments : Splits.of(all).toList()) {
            session.requests().clear();
            var script = new ArrayList<byte[]>(List.of(Bytes.of("upload a.bin")));
            script.addAll(segments);
            assertEquals("Uploaded 'a.bin' successfully.\n", hearing(session, script).answers());
            assertEquals(List.of("Upload a.bin = " + content), session.requests());
        }
    }

    /** {@code [VIRT-2.4]} */
    @Test
    void whatFollowsTheSentinelIsTheNextCommand() throws IOException {
        assertEquals("Uploaded 'a' successfully.\n/\n", hearing(session, "upload a", "x<<EOF>>pwd").answers());
    }

    /** {@code [VIRT-3.8]}, {@code [VIRT-5.4]} */
    @Test
    void anUploadThatIsRefusedIsAnsweredBehindItsFile() throws IOException {
        session.refusing(Request.Upload.class);

        assertEquals("Error: \"/x\" does not exist.\n/\n",
                hearing(session, "upload a/b", "some ", "thing<<EOF>>", "pwd").answers());
    }

    @Test
    void aFileAndItsSentinelAreTwoWrites() throws IOException {
        holding("12345");

        assertEquals(List.of("12345", "<<EOF>>", "/\n"), hearing(session, "download a", "pwd").writes());
    }

    /** {@code [VIRT-3.9]} */
    @Test
    void beforeTheSentinelTheServerPauses() throws IOException {
        holding("12345");
        var script = ScriptedTransport.reading("download a").thenSilence();
        assertThrows(AssertionError.class, () -> VirtuosConversation.over(script, session), "it waits for a command");

        assertEquals(List.of(Duration.ZERO, Pace.afterBody(5), Duration.ZERO), script.waits());
    }

    /** {@code [VIRT-5.3]} */
    @Test
    void aFileThatHoldsTheSentinelIsNotSent() throws IOException {
        holding("abc<<EOF>>def");

        assertEquals("Error: the file holds the mark that ends a file.\n<<EOF>>/\n",
                hearing(session, "download a", "pwd").answers());
    }

    // ---- what cannot be told apart [VIRT-2.5] ----------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {
        "upload a.txtHELLO<<EOF>>",
        "upload a.txt<<EOF>>",
        "upload a.txtone\ntwo|three<<EOF>>",
        "upload a.bin\u0000\u0001|<<EO|F>>",
        "upload a.bin\u00ff\u00fe\u00ff|<<EOF>>",
        "upload a.txthello world|<<EOF>>",
        "upload a.txthello world and more|<<|EOF>>",
        "upload a.txthello\r\n<<EO|F>>"})
    void anUploadThatCameTogetherWithItsFileIsRefusedAndTheConversationGoesOn(String joined) throws IOException {
        String[] segments = (joined + "|pwd").split("\\|");

        assertEquals("Error: the name and the file came as one message; try again.\n/\n",
                hearing(session, segments).answers(), joined);
        assertEquals(1, session.requests().size(), () -> session.requests().toString());
    }

    /** As published: a file whose name has a space is stored under its first word. {@code [VIRT-2.5]} */
    @ParameterizedTest
    @ValueSource(strings = {"x", "<<EOF", "<<", "two words\n"})
    void moreWordsBehindTheNameAreIgnoredIfAFileFollows(String file) throws IOException {
        assertEquals("Uploaded 'my' successfully.\n/\n",
                hearing(session, "upload my file.txt", file, "<<EOF>>", "pwd").answers());
        assertEquals(List.of("Upload my = " + file), session.requests());
    }

    /** {@code [VIRT-2.5]} */
    @Test
    void aFullSegmentIsNoNameButAnUploadWithItsFile() throws IOException {
        String text = "upload a.txt" + "many words ".repeat(100);

        assertEquals("Error: the name and the file came as one message; try again.\n",
                hearing(session, text.substring(0, 1024), text.substring(1024) + "<<EOF>>").answers());
        assertEquals("Error: the name and the file came as one message; try again.\n",
                hearing(session, "upload " + "x".repeat(256), "<<EOF>>").answers());
        assertEquals("Uploaded '" + "x".repeat(255) + "/y' successfully.\n",
                hearing(session, "upload " + "x".repeat(255) + "/y", "<<EOF>>").answers());
    }
}
