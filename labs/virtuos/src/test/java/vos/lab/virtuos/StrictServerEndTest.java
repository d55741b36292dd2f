package vos.lab.virtuos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.lab.virtuos.VirtuosConversation.hearing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.Entry;
import vos.protocol.Pace;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Splits;
import vos.protocol.Text;
import vos.testing.RecordingSession;

/** What the server's end says in the strict form, byte for byte, to a client whose bytes are written down. */
class StrictServerEndTest {
    private static final String HELLO = "hello vos/1\n";
    private static final String WELCOME = "vos/1 ls cd pwd mkdir rm touch upload download exit quit\n";

    private final RecordingSession session = new RecordingSession();

    private String answers(String behindHello) throws IOException {
        String answers = hearing(session, HELLO + behindHello).answers();
        assertTrue(answers.startsWith(WELCOME), answers);
        return answers.substring(WELCOME.length());
    }

    // ---- hello [VIRT-6.1] ------------------------------------------------------------------------------------------

    /** {@code [VIRT-6.1]} */
    @Test
    void helloIsUnderstoodHoweverItIsCut() throws IOException {
        for (List<byte[]> segments : Splits.of(Bytes.of(HELLO + "ls\n")).toList()) {
            assertEquals(WELCOME + "OK 18\na.txt\ndocs/\nz.txt\n", hearing(session, segments).answers());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello vos/1", "hello vos/1\n", "hello vos/1\r\n", "hello vos/2\n", "hello vos/17"})
    void helloIsUnderstoodWithOrWithoutItsLineEnd(String hello) throws IOException {
        assertEquals(WELCOME, hearing(session, hello).answers());
    }

    /** {@code [VIRT-6.2]} */
    @Test
    void aLineEndThatComesLateIsNoCommand() throws IOException {
        assertEquals(WELCOME + "OK 1\n/", hearing(session, "hello vos/1", "\n", "pwd\n").answers());
        assertEquals(WELCOME + "OK 1\n/", hearing(session, HELLO, "\n", "\r\npwd\n").answers());
    }

    @Test
    void helloIsUnderstoodInTheMiddleOfAPublishedConversation() throws IOException {
        assertEquals("/\nUploaded 'a' successfully.\n" + WELCOME + "OK 1\n/",
                hearing(session, "pwd", "upload a", "x<<EOF>>" + HELLO + "pwd\n").answers());
    }

    @Test
    void whatOnlyBeginsLikeAHelloIsWaitedForOncePerPause() {
        var script = ScriptedTransport.reading("hel").thenSilence();
        assertThrows(AssertionError.class, () -> VirtuosConversation.over(script, session), "it waits for a command");

        assertEquals(List.of("Unknown hel"), session.requests());
        assertEquals(Pace.MESSAGE, script.waits().get(1));
        assertEquals(3, script.waits().size(), () -> script.waits().toString());
    }

    @Test
    void noOtherCommandWaitsForMore() throws IOException {
        var script = ScriptedTransport.reading("help", "hello you", "pwd");
        VirtuosConversation.over(script, session);

        assertTrue(script.waits().stream().allMatch(Duration::isZero), () -> script.waits().toString());
    }

    // ---- commands and answers [VIRT-6] -----------------------------------------------------------------------------

    /** {@code [VIRT-6.3]}, {@code [VIRT-6.4]} */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            ls|"OK 18\na.txt\ndocs/\nz.txt\n"
            ls docs|"OK 18\na.txt\ndocs/\nz.txt\n"
            pwd|"OK 5\n/docs"
            cd x|"OK 5\n/docs"
            mkdir my files|"OK\n"
            touch x|"OK\n"
            rm x|"OK\n"
            download x|"OK 5\n12345"
            exit|"OK\n"
            quit|"OK\n"
            mydir|"ERROR unsupported: unknown\n"
            help|"ERROR unsupported: unknown\n"
            LS|"ERROR unsupported: unknown\n"
            """)
    void everyAnswerBeginsWithAStatus(String command, String answer) throws IOException {
        session.in("/docs");

        assertEquals(answer, answers(command + "\n"));
        assertEquals(answer, answers(command + "\r\n"));
    }

    /** {@code [VIRT-6.2]} */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            cd my files|ChangeDirectory my files
            mkdir a/../b|MakeDirectory a/../b
            rm -r x|Remove -r x
            touch a\tb|Touch a\tb
            download  x|Download  x
            """)
    void aNameIsAllBehindTheFirstSpace(String command, String request) throws IOException {
        answers(command + "\n");

        assertEquals(List.of("Hello vos/1", request), session.requests());
    }

    @Test
    void anEmptyDirectoryIsAnEmptyListing() throws IOException {
        session.answering(Request.ListDirectory.class, () -> new Reply.Listing(List.of()));

        assertEquals("OK 0\n", answers("ls\n"));
    }

    @Test
    void aListingIsWholeHoweverLongItIs() throws IOException {
        session.answering(Request.ListDirectory.class, () -> new Reply.Listing(IntStream.range(0, 1000)
                .mapToObj(i -> new Entry("%04d".formatted(i), false)).toList()));

        String answer = answers("ls\n");
        assertTrue(answer.startsWith("OK 5000\n0000\n") && answer.endsWith("\n0999\n"), answer);
    }

    @Test
    void sizesAreInBytesAndNotInCharacters() throws IOException {
        session.in("/sp\u00e4\u00dfe");

        assertEquals("OK 8\n/sp\u00c3\u00a4\u00c3\u009fe", answers("pwd\n"));
    }

    /** The workspace refuses such a name; that the line is whole, and what follows is a file, does not depend on it. */
    @Test
    void aNameMayHoldOtherSeparatorsThanALineEnd() throws IOException {
        answers("upload 1 a" + Bytes.text(Text.encode("\u2028")) + "b\nx");

        assertEquals(List.of("Hello vos/1", "Upload a\u2028b = x"), session.requests());
    }

    /** {@code [VIRT-6.2]} */
    @Test
    void aFileIsAsLongAsWasToldWhateverItHolds() throws IOException {
        assertEquals("OK\nOK\n", answers("upload 19 my file\n<<EOF>>\nrm precious" + "mkdir b\n"));
        assertEquals(List.of("Hello vos/1", "Upload my file = <<EOF>>\nrm precious", "MakeDirectory b"),
                session.requests());
    }

    /** {@code [VIRT-6.6]} */
    @Test
    void aRefusedUploadIsAnsweredBehindItsFile() throws IOException {
        session.refusing(Request.Upload.class);

        assertEquals("ERROR not-found: \"/x\" does not exist\nOK\n", answers("upload 3 a/b\n123mkdir b\n"));
    }

    @Test
    void anErrorSaysItsWordAndASentence() throws IOException {
        session.refusing(Request.Download.class);

        assertEquals("ERROR not-found: \"/x\" does not exist\n", answers("download x\n"));
        assertEquals("ERROR malformed: this is not UTF-8\nOK\n", answers("rm \u00ff\nrm x\n"));
    }

    /** {@code [VIRT-6.6]} */
    @ParameterizedTest
    @ValueSource(strings = {"upload a", "upload", "upload 5", "upload -1 a", "upload five a", "upload 5a b",
        "upload 9999999999999999999 a"})
    void anUploadWithoutItsSizeIsAViolation(String upload) {
        assertThrows(ProtocolViolation.class, () -> hearing(session, HELLO + upload + "\nrm precious\n"));
        assertEquals(List.of("Hello vos/1"), session.requests());
    }

    @Test
    void anEndlessCommandIsAViolation() {
        var endless = ScriptedTransport.reading(HELLO).thenForEver("mkdir and so on ");

        assertThrows(ProtocolViolation.class, () -> VirtuosConversation.over(endless, session));
        assertTrue(endless.bytesRead() < 20_000, "bytes read: " + endless.bytesRead());
    }

    /** {@code [VIRT-6.7]} */
    @Test
    void anAnswerIsOneWriteAndNothingWaits() throws IOException {
        var script = ScriptedTransport.reading(HELLO, "ls\n", "mkdir x\n", "pwd\n");
        VirtuosConversation.over(script, session);

        assertEquals(List.of(WELCOME, "OK 18\na.txt\ndocs/\nz.txt\n", "OK\n", "OK 1\n/"),
                script.writes().subList(1, 5));
        assertTrue(script.waits().stream().allMatch(Duration::isZero), () -> script.waits().toString());
    }

    // ---- the network -----------------------------------------------------------------------------------------------

    private static final List<String> SAID = List.of("mkdir a\n", "upload 12 b c\nx<<EOF>>\n\u0000\u00ff\n",
            "download b c\n", "cd a\n", "upload 0 e\n", "ls\n", "exit\n");
    private static final String CONVERSATION = HELLO + String.join("", SAID);

    @Test
    void howeverTheNetworkCutsAConversationItIsUnderstoodAlike() throws IOException {
        String expected = hearing(session, CONVERSATION).answers();
        List<String> requests = List.copyOf(session.requests());
        assertEquals(7, requests.size(), requests.toString());

        byte[] all = Bytes.of(CONVERSATION);
        Stream<List<byte[]>> pieces = IntStream.range(1, 40).mapToObj(size -> Splits.pieces(all, size));
        for (List<byte[]> segments : Stream.concat(Splits.cutOnce(all), pieces).toList()) {
            session.requests().clear();
            assertEquals(expected, hearing(session, segments).answers(),
                    () -> "cut into " + segments.stream().map(Bytes::text).toList());
            assertEquals(requests, session.requests());
        }
    }

    @Test
    void whereverTheConnectionEndsOnlyWhatWasSaidWholeIsDone() throws IOException {
        hearing(session, CONVERSATION);
        List<String> requests = List.copyOf(session.requests());
        // Of these messages, the listing alone is not recorded.
        var ends = new ArrayList<Integer>();
        int end = HELLO.length();
        ends.add(end);
        for (String said : SAID) {
            end += said.length();
            if (!said.equals("ls\n")) {
                ends.add(end);
            }
        }
        for (int length = HELLO.length(); length < CONVERSATION.length(); length++) {
            session.requests().clear();
            byte[] start = Arrays.copyOf(Bytes.of(CONVERSATION), length);
            try {
                hearing(session, List.of(start));
                assertTrue(ends.contains(length) || length == CONVERSATION.length() - "exit\n".length(),
                        () -> "the end was taken for one between messages, after " + Bytes.text(start));
            } catch (PeerGoneException e) {
                assertTrue(e.getMessage().contains("in the middle of a message"), e.getMessage());
            }
            int at = length;
            long whole = ends.stream().filter(whereItEnds -> whereItEnds <= at).count();
            assertEquals(requests.subList(0, (int) whole), session.requests(), () -> "after " + Bytes.text(start));
        }
    }
}
