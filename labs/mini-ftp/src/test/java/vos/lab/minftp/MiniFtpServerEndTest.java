package vos.lab.minftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.lab.minftp.MiniFtpConversation.bytes;
import static vos.lab.minftp.MiniFtpConversation.hearing;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Pace;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Splits;
import vos.testing.RecordingSession;

/** What the server's end says, byte for byte, to a client whose bytes are written down. */
class MiniFtpServerEndTest {
    private static final String HELLO = "hello vos/1<T>";
    private static final String WELCOME = "vos/1 cd mkdir rm ul dl info mv exit<T>/<T>";

    private final RecordingSession session = new RecordingSession();

    // ---- the greeting [MFTP-1] -------------------------------------------------------------------------------------

    @Test
    void theTokenLeavesAloneAndThenTheWelcome() throws IOException {
        List<String> writes = hearing(session, List.of()).writes();

        assertEquals(List.of("<T>", "Current Directory: /:\n|\n-- docs\n-- a.txt\n-- z.txt<T>"), writes);
    }

    @Test
    void betweenTokenAndWelcomeTheServerPauses() throws IOException {
        var silent = ScriptedTransport.reading().thenSilence();
        assertThrows(AssertionError.class, () -> MiniFtpConversation.over(silent, session), "it waits for a command");

        assertEquals(List.of(Pace.MESSAGE, Duration.ZERO), silent.waits());
    }

    // ---- commands, as published [MFTP-3] ---------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cd docs          | ChangeDirectory docs
            cd               | ChangeDirectory
            cd ..            | ChangeDirectory ..
            mkdir a/b        | MakeDirectory a/b
            rm old.txt       | Remove old.txt
            mv old new       | Move old new
            mv old new extra | Move old new
            mkdir my files   | MakeDirectory my
            mv old           | Malformed mv needs a name and a destination
            foo bar          | Unknown foo
            CD docs          | Unknown CD
            cdXdocs          | Unknown cdXdocs
            """)
    void aCommandIsAWordAndArgumentsBetweenSpaces(String command, String request) throws IOException {
        hearing(session, command + "<T>");

        assertEquals(List.of(request), session.requests());
    }

    @Test
    void aCommandThatSucceedsIsAnsweredByThePathAlone() throws IOException {
        List<String> writes = hearing(session.in("/docs"), List.of(bytes("cd docs<T>"), bytes("mkdir x<T>"))).writes();

        assertEquals("/docs<T>", writes.getLast());
    }

    @Test
    void aContentFollowsItsCommandAndIsAnsweredOnce() throws IOException {
        String answers = hearing(session, "ul a.bin<T>some content<T>").answers();

        assertEquals(List.of("Upload a.bin = some content"), session.requests());
        assertEquals("/<T>", answers);
    }

    @Test
    void whatFollowsUlIsAContentAlsoWhenItLooksLikeACommand() throws IOException {
        hearing(session, "ul <T>rm precious<T>");

        assertEquals(List.of("Upload  = rm precious"), session.requests());
    }

    @Test
    void resultsComeBeforeTheStatus() throws IOException {
        assertEquals("5<T>/<T>12345<T>/<T>", hearing(session, "info a<T>dl a<T>").answers());
    }

    @Test
    void exitIsAnsweredByNothing() throws IOException {
        assertEquals("", hearing(session, "exit<T>mkdir never<T>").answers());
        assertEquals(List.of("Quit"), session.requests());
    }

    /**
     * A published client looks for the token at the end of a read: each of these must reach it in a read of its own.
     */
    @Test
    void asPublishedTheContentItsTokenAndTheStatusAreThreeWrites() throws IOException {
        List<String> writes = hearing(session, List.of(bytes("cd<T>"), bytes("dl a<T>"))).writes();

        assertEquals(List.of("12345", "<T>", "/<T>"), writes.subList(2, writes.size()));
    }

    // ---- errors [MFTP-5] -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"cd x", "mkdir x", "rm x", "mv x y"})
    void aFailedCommandIsAnsweredInTheStatus(String command) throws IOException {
        session.refusing(Request.ChangeDirectory.class).refusing(Request.MakeDirectory.class)
                .refusing(Request.Remove.class).refusing(Request.Move.class);

        assertEquals("/\nERROR not-found: \"/x\" does not exist<T>", hearing(session, command + "<T>").answers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"info x", "dl x"})
    void whoWaitsForAResultGetsAnEmptyOneBeforeTheError(String command) throws IOException {
        session.refusing(Request.Size.class).refusing(Request.Download.class);

        String error = "<T>/\nERROR not-found: \"/x\" does not exist<T>";
        assertEquals(error + WELCOME + error, hearing(session, command + "<T>" + HELLO + command + "<T>").answers());
    }

    @Test
    void aFileThatHoldsTheTokenIsSentInTheStrictFormOnly() throws IOException {
        session.answering(Request.Download.class, () -> new Reply.Content(Body.of(bytes("a<T>b"))));

        assertEquals("<T>/\nERROR unsupported: the file holds this connection's token; another connection can fetch it"
                + "<T>" + WELCOME + "12<T>a<T>b<T>/<T>", hearing(session, "dl a<T>" + HELLO + "dl a<T>").answers());
    }

    @Test
    void aRefusedUploadIsAnsweredBehindItsContentAndTheConversationGoesOn() throws IOException {
        session.refusing(Request.Upload.class);

        assertEquals("/\nERROR not-found: \"/x\" does not exist<T>/<T>",
                hearing(session, "ul x<T>content<T>mkdir y<T>").answers());
    }

    @Test
    void aCommandThatIsNotUtf8IsAnsweredAndTheConversationGoesOn() throws IOException {
        assertEquals("/\nERROR malformed: this is not UTF-8<T>/<T>",
                hearing(session, "rm \u00ff<T>mkdir y<T>").answers());
    }

    @Test
    void theContentBehindAnUploadThatIsNotUtf8IsNoCommand() throws IOException {
        assertEquals("/\nERROR malformed: this is not UTF-8<T>/<T>",
                hearing(session, "ul \u00ff<T>mkdir pwned<T>mkdir y<T>").answers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dl", "info"})
    void whoeverWaitsForAResultGetsAnEmptyOneIfTheNameIsNotUtf8(String word) throws IOException {
        assertEquals("<T>/\nERROR malformed: this is not UTF-8<T>/<T>",
                hearing(session, word + " \u00ff<T>mkdir y<T>").answers());
    }

    @Test
    void anEndlessCommandIsAViolation() {
        var endless = ScriptedTransport.reading().thenForEver("mkdir and so on ");

        assertThrows(ProtocolViolation.class, () -> MiniFtpConversation.over(endless, session));
        assertTrue(endless.bytesRead() < 20_000, "bytes read: " + endless.bytesRead());
    }

    // ---- the strict form [MFTP-6] ----------------------------------------------------------------------------------

    @Test
    void helloIsAnsweredByTheVersionAndTheCommands() throws IOException {
        assertEquals(WELCOME, hearing(session, HELLO).answers());
    }

    @Test
    void strictlyNamesMayHoldSpaces() throws IOException {
        hearing(session, HELLO + "mkdir my files<T>mv my files\nyour files<T>ul a b\n2<T>xy<T>");

        assertEquals(List.of("Hello vos/1", "MakeDirectory my files", "Move my files your files", "Upload a b = xy"),
                session.requests());
    }

    @Test
    void strictlyAContentMayHoldItsOwnToken() throws IOException {
        String content = "before <T>rm precious<T> after";
        int size = bytes(content).length;
        hearing(session, HELLO + "ul a\n" + size + "<T>" + content + "<T>mkdir b<T>");

        assertEquals(List.of("Hello vos/1", "Upload a = " + Bytes.text(bytes(content)), "MakeDirectory b"),
                session.requests());
    }

    @Test
    void strictlyTheSizeComesBeforeTheContent() throws IOException {
        assertEquals(WELCOME + "5<T>12345<T>/<T>", hearing(session, HELLO + "dl a<T>").answers());
    }

    @Test
    void strictlyAReplyWithoutAContentIsOneWrite() throws IOException {
        var segments = List.of(bytes("cd<T>"), bytes(HELLO), bytes("info a<T>"), bytes("mkdir b<T>"));
        List<String> writes = hearing(session, segments).writes();

        assertEquals(List.of(WELCOME, "5<T>/<T>", "/<T>"), writes.subList(2, writes.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ul a<T>", "ul a\n<T>", "ul a\n-1<T>", "ul a\nfive<T>", "ul a\n5\n6<T>12345<T>",
        "ul a\n9999999999999999999<T>"})
    void strictlyAnUploadWithoutItsSizeIsAViolation(String upload) {
        assertThrows(ProtocolViolation.class, () -> hearing(session, HELLO + upload + "rm precious<T>"));
        assertEquals(List.of("Hello vos/1"), session.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ul a\n4<T>12345<T>", "ul a\n6<T>12345<T>"})
    void strictlyASizeThatIsNotTrueIsAViolation(String upload) {
        assertThrows(ProtocolViolation.class,
                () -> hearing(session, HELLO + upload + "mkdir much more, so that it ends<T>"));
        assertEquals(List.of("Hello vos/1"), session.requests());
    }

    // ---- the network [MFTP-2] --------------------------------------------------------------------------------------

    private static final String CONVERSATION =
            "mkdir a<T>ul b<T>x<Ab3X<T>dl b<T>" + HELLO + "ul c\n12<T>x<T>y<T>cd a<T>exit<T>";

    @Test
    void howeverTheNetworkCutsAConversationItIsUnderstoodAlike() throws IOException {
        String expected = hearing(session, CONVERSATION).answers();
        List<String> requests = List.copyOf(session.requests());
        assertEquals(7, requests.size(), requests.toString());

        byte[] all = bytes(CONVERSATION);
        Stream<List<byte[]>> pieces = IntStream.range(1, 40).mapToObj(size -> Splits.pieces(all, size));
        for (List<byte[]> segments : Stream.concat(Splits.cutOnce(all), pieces).toList()) {
            session.requests().clear();
            String answers = hearing(session, segments).answers();
            assertEquals(expected, answers,
                    () -> "cut into " + segments.stream().map(MiniFtpConversation::text).toList());
            assertEquals(requests, session.requests());
        }
    }

    @Test
    void whereverTheConnectionEndsOnlyWhatWasSaidWholeIsDone() throws IOException {
        byte[] all = bytes(CONVERSATION);
        hearing(session, CONVERSATION);
        List<String> requests = List.copyOf(session.requests());

        for (int length = 0; length < all.length; length++) {
            session.requests().clear();
            byte[] start = Arrays.copyOf(all, length);
            try {
                hearing(session, List.of(start));
            } catch (PeerGoneException e) {
                // It ended within a message, and all that was to be done had been done before.
                assertTrue(e.getMessage().contains("in the middle of a message"), e.getMessage());
            }
            List<String> done = session.requests();
            assertEquals(requests.subList(0, done.size()), done, () -> "after " + MiniFtpConversation.text(start));
            long whole = requests.stream().filter(request -> isWhole(request, start)).count();
            assertEquals(whole, done.size(), () -> "after " + MiniFtpConversation.text(start));
        }
    }

    /** Whether the bytes that make this request, and its token, are all there. */
    private static boolean isWhole(String request, byte[] start) {
        List<String> ends = List.of("mkdir a<T>", "x<Ab3X<T>", "dl b<T>", HELLO, "x<T>y<T>", "cd a<T>", "exit<T>");
        List<String> names = List.of(
                "MakeDirectory a", "Upload b", "Download b", "Hello", "Upload c", "ChangeDirectory a", "Quit");
        for (int i = 0; i < names.size(); i++) {
            if (request.startsWith(names.get(i))) {
                return Bytes.text(start).contains(Bytes.text(bytes(ends.get(i))));
            }
        }
        throw new AssertionError("an unexpected request: " + request);
    }
}
