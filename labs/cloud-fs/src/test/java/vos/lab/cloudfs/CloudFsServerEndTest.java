package vos.lab.cloudfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.lab.cloudfs.Frames.SENTINEL;
import static vos.lab.cloudfs.Frames.frame;
import static vos.lab.cloudfs.Frames.frames;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.Pace;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Text;
import vos.testing.RecordingSession;
import vos.testing.ServerConversation;

/** What the server's end says in the published form, byte for byte, to a client whose bytes are written down. */
class CloudFsServerEndTest {
    private static final String DONE = "[+] Command executed.\n";

    private final RecordingSession session = new RecordingSession();

    @TempDir
    private Path here;

    private ServerConversation hearing(String... segments) throws IOException {
        return ServerConversation.over(ScriptedTransport.reading(segments), session, new CloudFsDialect()::serverEnd);
    }

    private void printing(String output) {
        session.printing(channel -> channel.write(ByteBuffer.wrap(Bytes.of(output))));
    }

    private void exiting(int status) {
        session.answering(Request.CommandLine.class, () -> new Reply.Exit(OptionalInt.of(status)));
    }

    private void failing(Class<? extends Request> kind, ErrorCode code, String detail) {
        session.answering(kind, () -> new Reply.Failed(code, detail));
    }

    private void holding(String content) {
        session.answering(Request.Download.class, () -> {
            try {
                return new Reply.Content(Frames.file(here, content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    // ---- requests [CLOUD-3] ----------------------------------------------------------------------------------------

    @Test
    void theClientSpeaksFirst() throws IOException {
        assertEquals("", hearing().said());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            ls -la|CommandLine ls -la
            DOWNLOAD a b  c|Download a b  c
            DOWNLOAD  a|Download  a
            DOWNLOAD C:\\Users\\A "B" 'c'\\|Download C:\\Users\\A "B" 'c'\\
            DOWNLOAD|CommandLine DOWNLOAD
            UPLOAD|CommandLine UPLOAD
            download a|CommandLine download a
            upload a|CommandLine upload a
            UPLOADx|CommandLine UPLOADx
            RUN ls|CommandLine RUN ls
            HELLO you|CommandLine HELLO you
            hello vos/1|CommandLine hello vos/1
            !DISCONNECT now|CommandLine !DISCONNECT now
            !disconnect|CommandLine !disconnect
            !DISCONNECT|Quit
            """)
    void aMessageIsOneOfThreeRequestsOrElseACommandLine(String message, String request) throws IOException {
        holding("");
        hearing(frame(message));

        assertEquals(List.of(request), session.requests());
    }

    @Test
    void anEmptyMessageIsACommandLineToo() throws IOException {
        assertEquals(DONE, hearing(frame("")).said());
        assertEquals(List.of("CommandLine "), session.requests());
    }

    @Test
    void aContentFollowsItsNameAndBehindItsSentinelTheNextFrame() throws IOException {
        String said = hearing(frame("UPLOAD my file") + "body__EN__END__" + frame("ls") + frame("UPLOAD b") + SENTINEL
                + frame("pwd")).said();

        assertEquals(List.of("Upload my file = body__EN", "CommandLine ls", "Upload b = ", "CommandLine pwd"),
                session.requests());
        assertEquals(DONE + DONE, said, "an upload is not answered");
    }

    @Test
    void whatFollowsAnUploadIsAContentAlsoWhenItLooksLikeAFrame() throws IOException {
        hearing(frame("UPLOAD ") + frame("rm -r /") + SENTINEL);

        assertEquals(List.of("Upload  = " + frame("rm -r /")), session.requests());
    }

    @Test
    void aContentBehindANameThatIsNotUtf8IsNotTakenForCommands() throws IOException {
        String said = hearing(frame("UPLOAD \u00ff") + frame("rm -r /") + SENTINEL + frame("ls")).said();

        assertEquals(List.of("Malformed this is not UTF-8", "CommandLine ls"), session.requests());
        assertEquals("[!] malformed: this is not UTF-8\n" + DONE, said);
    }

    @Test
    void quitIsAnsweredByNothingAndEndsTheConversation() throws IOException {
        assertEquals("", hearing(frames("!DISCONNECT", "ls")).said());
        assertEquals(List.of("Quit"), session.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "-1", "+1", "1.0", "1 1", "0x10", "1\n", "9999999999999999999", "8193", "\u00b2"})
    void aHeaderThatIsNoLengthOrTooLargeAOneIsAViolation(String length) {
        String header = length + " ".repeat(64 - length.length());

        assertThrows(ProtocolViolation.class, () -> hearing(header + "ls" + frame("rm -r /")));
        assertEquals(List.of(), session.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "  2", "002", "000000000000000002"})
    void spacesAndZerosBeforeALengthMeanNothing(String length) throws IOException {
        hearing(length + " ".repeat(64 - length.length()) + "ls");

        assertEquals(List.of("CommandLine ls"), session.requests());
    }

    @Test
    void theLongestMessageIsOf8192Bytes() throws IOException {
        hearing(frame("x".repeat(8192)));

        assertEquals(List.of("CommandLine " + "x".repeat(8192)), session.requests());
    }

    // ---- the answer to a command line [CLOUD-5.1] to [CLOUD-5.3] ---------------------------------------------------

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127})
    void anOutputIsSentAsItIsWhateverTheStatus(int status) throws IOException {
        exiting(status);
        printing("one\ntwo");

        assertEquals(List.of("one\ntwo"), hearing(frame("x")).writes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void noOutputIsASentence(int status) throws IOException {
        exiting(status);

        assertEquals(List.of(DONE), hearing(frame("x")).writes());
    }

    @Test
    void anAnswerOf2048BytesIsWhole() throws IOException {
        printing("x".repeat(2048));

        assertEquals(List.of("x".repeat(2048)), hearing(frame("x")).writes());
    }

    @Test
    void aLongerOneIsCutAndSaysSoAndIsStillOneWriteOf2048() throws IOException {
        printing("x".repeat(2049));
        List<String> writes = hearing(frame("x")).writes();

        String last = "\n[!] The output has 2049 bytes and is cut here.\n";
        assertEquals(List.of("x".repeat(2048 - last.length()) + last), writes);
    }

    @Test
    void aCutAtTheEndOfALineAddsNoEmptyOne() throws IOException {
        printing("line\n".repeat(1000));

        assertEquals("line\n".repeat(400) + "[!] The output has 5000 bytes and is cut here.\n",
                hearing(frame("x")).said());
    }

    /** A cut between two bytes of a character would end the published client. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aCutIsBetweenTwoCharacters(int offset) throws IOException {
        printing("x".repeat(offset) + Bytes.text(Text.encode("\ud83d\ude00".repeat(1000))));
        String said = hearing(frame("x")).said();

        String text = Text.decode(Bytes.of(said)).orElseThrow();
        assertTrue(text.matches("x*(\ud83d\ude00)+\n\\[!] The output has \\d+ bytes and is cut here\\.\n"), text);
        assertTrue(said.length() > 2040 && said.length() <= 2048, "length " + said.length());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1000, 2048, 1 << 20})
    void whatIsNotUtf8IsReplacedAndStillFits(int size) throws IOException {
        printing("\u00ff".repeat(size));
        String said = hearing(frame("cat picture")).said();

        String text = Text.decode(Bytes.of(said)).orElseThrow();
        assertTrue(text.startsWith("\ufffd"), text);
        assertTrue(said.length() <= 2048, "length " + said.length());
    }

    @Test
    void anOutputWithoutEndIsTakenAndTwoKibibytesOfItAreKept() throws IOException {
        session.printing(channel -> {
            for (int i = 0; i < 10_000; i++) {
                var piece = ByteBuffer.allocate(100_000);
                assertEquals(100_000, channel.write(piece));
                assertEquals(0, piece.remaining());
            }
        });

        String said = hearing(frame("cat zero")).said();
        assertTrue(said.endsWith("[!] The output has 1000000000 bytes and is cut here.\n"), said);
    }

    @Test
    void aFailureStandsBehindTheOutput() throws IOException {
        failing(Request.CommandLine.class, ErrorCode.INTERNAL, "the server\nfailed");
        printing("half of it\n");

        assertEquals(List.of("half of it\n[!] internal: the server\\u000afailed\n"), hearing(frame("x")).writes());
    }

    @Test
    void aFailureBehindALongOutputIsNotCutOff() throws IOException {
        failing(Request.CommandLine.class, ErrorCode.UNSUPPORTED, "no ".repeat(1000));
        printing("x".repeat(5000));
        String said = hearing(frame("x")).said();

        assertTrue(said.contains("x\n[!] The output has 5000 bytes and is cut here.\n[!] unsupported: no no"), said);
        assertTrue(said.length() <= 2048, "length " + said.length());
    }

    // ---- uploads that are refused [CLOUD-5.7] ----------------------------------------------------------------------

    @Test
    void aRefusedUploadIsToldBeforeTheNextOutputAndOnce() throws IOException {
        session.refusing(Request.Upload.class);
        printing("a.txt\n");

        assertEquals(List.of("[!] An upload was refused: not-found: \"/x\" does not exist\na.txt\n", "a.txt\n"),
                hearing(frame("UPLOAD x") + "content" + SENTINEL, frame("ls"), frame("ls")).writes());
    }

    @Test
    void ofSeveralTheLastIsToldAndHowManyThereWere() throws IOException {
        session.refusing(Request.Upload.class);
        String upload = frame("UPLOAD x") + SENTINEL;

        assertEquals("[!] 3 uploads were refused, the last one: not-found: \"/x\" does not exist\n" + DONE,
                hearing(upload.repeat(3) + frame("pwd")).said());
    }

    @Test
    void aDownloadInBetweenStaysAsItIs() throws IOException {
        session.refusing(Request.Upload.class);
        holding("content");

        assertEquals("content" + SENTINEL + "[!] An upload was refused: not-found: \"/x\" does not exist\n" + DONE,
                hearing(frame("UPLOAD x") + SENTINEL + frames("DOWNLOAD a", "ls")).said());
    }

    @Test
    void aRefusalThatQuotesALongNameLeavesRoomForTheOutput() throws IOException {
        failing(Request.Upload.class, ErrorCode.INVALID_NAME, "\u00fc".repeat(4000));
        printing("a.txt\n");
        String said = hearing(frame("UPLOAD x") + SENTINEL + frame("ls")).said();

        assertTrue(said.endsWith("\na.txt\n"), said);
        assertTrue(Text.decode(Bytes.of(said)).isPresent(), said);
        assertTrue(said.length() < 700, "length " + said.length());
    }

    // ---- downloads [CLOUD-5.4] to [CLOUD-5.6] ----------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"x", "12345", "_", "__", "__END!", "__END_ _"})
    void aContentAndItsSentinelAreTwoWrites(String content) throws IOException {
        holding(content);

        assertEquals(List.of(content, SENTINEL), hearing(frame("DOWNLOAD a")).writes());
    }

    @Test
    void betweenThemIsAPauseWhichAnEmptyContentDoesNotNeed() throws IOException {
        holding("content");
        var transport = ScriptedTransport.reading(frame("DOWNLOAD a")).thenSilence();
        assertThrows(AssertionError.class, () -> ServerConversation.over(transport, session,
                new CloudFsDialect()::serverEnd), "it waits for the next frame");
        assertEquals(List.of(Duration.ZERO, Pace.afterBody(7), Duration.ZERO), transport.waits());

        holding("");
        var empty = ScriptedTransport.reading(frame("DOWNLOAD a")).thenSilence();
        assertThrows(AssertionError.class, () -> ServerConversation.over(empty, session,
                new CloudFsDialect()::serverEnd), "it waits for the next frame");
        assertEquals(List.of(Duration.ZERO, Duration.ZERO), empty.waits());
        assertArrayEquals(Bytes.of(SENTINEL), empty.written());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOT_FOUND             | File not found.
            IS_A_DIRECTORY        | File not found.
            OUTSIDE_THE_WORKSPACE | File not sent: the path leads outside the workspace.
            INVALID_NAME          | File not sent: the name cannot be used.
            INTERNAL              | File not sent: the server failed.
            """)
    void aDownloadThatFailsIsASentenceAndItsSentinelInOneWrite(ErrorCode code, String sentence) throws IOException {
        failing(Request.Download.class, code, "\"/x__END__y\" is why");

        assertEquals(List.of(sentence + SENTINEL), hearing(frame("DOWNLOAD x")).writes());
    }

    /** Behind the last one the sentinel would be found too early, by all who look for the first one. */
    @ParameterizedTest
    @ValueSource(strings = {"__END__", "a__END__b", "__END__\n", "a__END"})
    void aFileThatHoldsTheSentinelIsNotSent(String content) throws IOException {
        holding(content);

        assertEquals(List.of("File not sent: it holds the bytes that end a file on this wire." + SENTINEL),
                hearing(frame("DOWNLOAD x")).writes());
    }
}
