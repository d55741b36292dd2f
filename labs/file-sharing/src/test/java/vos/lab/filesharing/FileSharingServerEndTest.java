package vos.lab.filesharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Service;
import vos.protocol.Splits;
import vos.testing.RecordingSession;
import vos.testing.ServerConversation;

/** What the server's end says, byte for byte, to a client whose bytes are written down. */
class FileSharingServerEndTest {
    private static final String FAILED = "ERROR not-found: \"/x\" does not exist\n";

    private final RecordingSession session = new RecordingSession();

    /** The client sends these segments and closes. */
    private static ServerConversation hearing(Service session, String... segments) throws IOException {
        return over(ScriptedTransport.reading(segments), session);
    }

    /** The client sends these segments and closes. */
    private static ServerConversation hearing(Service session, List<byte[]> segments) throws IOException {
        return over(ScriptedTransport.reading(segments), session);
    }

    private static ServerConversation over(ScriptedTransport transport, Service session) throws IOException {
        return ServerConversation.over(transport, session, new FileSharingDialect()::serverEnd);
    }

    // ---- requests, as published [FSA-2] ----------------------------------------------------------------------------

    /** {@code [FSA-2.2]}, {@code [FSA-2.4]}, {@code [FSA-2.6]} */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            DOWNLOAD a.txt|Download a.txt
            DOWNLOAD a/b.txt\\n|Download a/b.txt
            DOWNLOAD\\t a.txt \\r\\n|Download a.txt
             DOWNLOAD a.txt|Download a.txt
            UPLOAD a.txt|Upload a.txt =
            upload a.txt|Unknown upload
            LIST x|Unknown LIST
            UPLOADa.txt x|Unknown UPLOADa.txt
            DOWNLOAD|Malformed a request is a word and a name
            UPLOAD |Malformed a request is a word and a name
             \\n|Malformed a request is a word and a name
            DOWNLOAD my file.txt|Malformed something stands behind the name, which ends at white space
            """)
    void aRequestIsAWordAndANameThatEndsAtWhiteSpace(String read, String request) throws IOException {
        hearing(session, read.translateEscapes());

        assertEquals(List.of(request), session.requests().stream().map(String::strip).toList());
    }

    /** {@code [FSA-2.1]} */
    @Test
    void whatFollowsInLaterReadsIsTheContentWhateverItIs() throws IOException {
        String content = "UPLOAD b\nVOS/1 DOWNLOAD c\nHELLO vos/1\n" + Bytes.everyByte();
        var conversation = hearing(session, "UPLOAD a.bin", content, content);

        assertEquals(List.of("Upload a.bin = " + content + content), session.requests());
        assertEquals("", conversation.said());
        assertFalse(conversation.brokenOff());
    }

    /** {@code [FSA-2.1]} */
    @Test
    void aRequestMayFillAWholeRead() throws IOException {
        String path = "a/".repeat(2_044) + "x";
        hearing(session, "UPLOAD " + path, "content");

        assertEquals(List.of("Upload " + path + " = content"), session.requests());
        assertEquals(FileSharingServerEnd.READ, ("UPLOAD " + path).length());
    }

    /** {@code [FSA-2.3]} */
    @ParameterizedTest
    @ValueSource(strings = {"UPLOAD a.txt hello", "UPLOAD a.txt\nhello", "UPLOAD a.txthello world\n",
        "UPLOAD a.txt\n\n", "UPLOAD a.txt ", "UPLOAD a.txt\r", "UPLOAD my file.txt", "UPLOAD a.txt\u00c2\u00a0x",
        "UPLOAD a.bin\0\1"})
    void aNameWithSomethingBehindItIsNoUpload(String read) throws IOException {
        var conversation = hearing(session, read, "more of the content");

        assertEquals(List.of("Malformed something stands behind the name, perhaps the beginning of the content"),
                session.requests());
        assertTrue(conversation.brokenOff());
    }

    /** {@code [FSA-2.6]} */
    @ParameterizedTest
    @ValueSource(strings = {"UPLOAD a.bin\u00ff\u00d8\u00ff\u00e0", "DOWNLOAD \u00e9t\u00e9"})
    void aRequestThatIsNotUtf8IsRefused(String read) throws IOException {
        assertTrue(hearing(session, read).brokenOff());
        assertEquals(List.of("Malformed this is not UTF-8"), session.requests());
    }

    /** {@code [FSA-2.3]} */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aLineEndThatSomebodyTypedIsNoPartOfTheContent(String lineEnd) throws IOException {
        hearing(session, "UPLOAD a.txt" + lineEnd, "hello");

        assertEquals(List.of("Upload a.txt = hello"), session.requests());
    }

    /** {@code [FSA-2.3]} */
    @Test
    void aLineEndAndNothingMoreMayBeTheContentItself() {
        assertThrows(ProtocolViolation.class, () -> hearing(session, "UPLOAD a.txt\n"));
        assertEquals(List.of(), session.requests());
    }

    // ---- replies, as published [FSA-3], [FSA-4] --------------------------------------------------------------------

    /** {@code [FSA-3.3]} */
    @Test
    void aDownloadIsAnsweredByTheContentAlone() throws IOException {
        assertEquals("12345", hearing(session, "DOWNLOAD a.txt").said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWNLOAD x", "UPLOAD x", "DOWNLOAD", "UPLOAD x y"})
    void aFailureBreaksTheConnectionOffWithoutAByte(String read) throws IOException {
        session.refusing(Request.Download.class).refusing(Request.Upload.class);
        var conversation = hearing(session, read);

        assertTrue(conversation.brokenOff());
        assertEquals("", conversation.said());
    }

    /** {@code [FSA-1.2]}, {@code [FSA-2.5]} */
    @ParameterizedTest
    @ValueSource(strings = {"upload x", "LIST x", "UPLOAD x", "DOWNLOAD x"})
    void theConnectionEndsBehindEverythingElse(String read) throws IOException {
        assertFalse(hearing(session, read).brokenOff());
    }

    @Test
    void anUploadThatIsResetIsNone() {
        var reset = ScriptedTransport.reading("UPLOAD a.txt", "half of the con").thenReset();

        assertThrows(PeerGoneException.class, () -> over(reset, session));
        assertEquals(List.of(), session.requests());
    }

    /** {@code [FSA-1.1]}, {@code [FSA-1.3]} */
    @Test
    void whoeverSaysNothingHasAskedNothing() throws IOException {
        var conversation = hearing(session);

        assertEquals(List.of(), session.requests());
        assertEquals("", conversation.said());
        assertFalse(conversation.brokenOff());
    }

    // ---- the strict form [FSA-5] -----------------------------------------------------------------------------------

    /** {@code [FSA-5.4]} */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HELLO vos/1                       | vos/1 UPLOAD DOWNLOAD
            HELLO vos/2                       | vos/1 UPLOAD DOWNLOAD
            HELLO vos/                        | ERROR unsupported: unknown
            HELLO world                       | ERROR unsupported: unknown
            HELLO                             | ERROR unsupported: unknown
            VOS/1 UPLOAD 0 a                  | OK
            VOS/1 DOWNLOAD a                  | OK 5\\n12345
            VOS/1 LIST x                      | ERROR unsupported: unknown
            VOS/1 UPLOAD five a               | ERROR unsupported: unknown
            VOS/2 DOWNLOAD a                  | ERROR unsupported: unknown
            HELP me                           | ERROR unsupported: unknown
            VOS/1 DOWNLOAD \\u00ff            | ERROR malformed: this is not UTF-8
            """)
    void everyRequestIsAnsweredByAStatusFirst(String line, String answer) throws IOException {
        String request = line.replace("\\u00ff", "\u00ff") + "\n";
        String expected = answer.replace("\\n", "\n");

        var conversation = hearing(session, request);

        assertEquals(expected.contains("\n") ? expected : expected + "\n", conversation.said());
        assertFalse(conversation.brokenOff());
    }

    @Test
    void namesMayHoldSpacesAndNumbers() throws IOException {
        hearing(session, "VOS/1 UPLOAD 2 7 my file\nxy");
        hearing(session, "VOS/1 DOWNLOAD my other  file\r\n");

        assertEquals(List.of("Upload 7 my file = xy", "Download my other  file"), session.requests());
    }

    @Test
    void aContentMayHoldAnything() throws IOException {
        String content = "\nVOS/1 DOWNLOAD a\n" + Bytes.everyByte();
        hearing(session, "VOS/1 UPLOAD " + content.length() + " a\n" + content);

        assertEquals(List.of("Upload a = " + content), session.requests());
    }

    @Test
    void anUploadNeverReplaces() throws IOException {
        hearing(request -> {
            assertFalse(((Request.Upload) request).mayReplace());
            return session.perform(request);
        }, "VOS/1 UPLOAD 1 a\nx");

        assertEquals(List.of("Upload a = x"), session.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VOS/1 UPLOAD 0 x\n", "VOS/1 DOWNLOAD x\n"})
    void aFailureIsToldInTheStatus(String request) throws IOException {
        session.refusing(Request.Download.class).refusing(Request.Upload.class);

        assertEquals(FAILED, hearing(session, request).said());
    }

    @Test
    void aContentThatIsLongerThanToldIsAViolation() {
        assertThrows(ProtocolViolation.class, () -> hearing(session, "VOS/1 UPLOAD 4 a\n12345"));
        assertEquals(List.of(), session.requests());
    }

    /** {@code [FSA-1.2]} */
    @Test
    void aSecondRequestIsNotHeard() throws IOException {
        var conversation = hearing(session, "VOS/1 DOWNLOAD a\nVOS/1 DOWNLOAD b\n");

        assertEquals(List.of("Download a"), session.requests());
        assertEquals("OK 5\n12345", conversation.said());
    }

    @Test
    void anEndlessLineIsAViolation() {
        var endless = ScriptedTransport.reading().thenForEver("VOS/1 and so on ");

        assertThrows(ProtocolViolation.class, () -> over(endless, session));
        assertTrue(endless.bytesRead() < 20_000, "bytes read: " + endless.bytesRead());
    }

    // ---- the network -----------------------------------------------------------------------------------------------

    /** {@code [FSA-5.1]} */
    @ParameterizedTest
    @ValueSource(strings = {"HELLO vos/1\n", "VOS/1 DOWNLOAD my file\n", "VOS/1 UPLOAD 0 a\n",
        "VOS/1 UPLOAD 16 a b\nUPLOAD c\nVOS/1 \u00ff"})
    void howeverTheNetworkCutsAStrictRequestItIsUnderstoodAlike(String request) throws IOException {
        String expected = hearing(session, request).said();
        List<String> requests = List.copyOf(session.requests());
        assertEquals(1, requests.size());

        for (List<byte[]> segments : Splits.of(Bytes.of(request)).toList()) {
            session.requests().clear();
            assertEquals(expected, hearing(session, segments).said(),
                    () -> "cut into " + segments.stream().map(Bytes::text).toList());
            assertEquals(requests, session.requests());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO vos/1\n", "VOS/1 DOWNLOAD my file\n", "VOS/1 UPLOAD 0 a\n",
        "VOS/1 UPLOAD 5 a b\n12345"})
    void aStrictRequestThatIsCutIsNoneWhereverItIsCut(String request) throws IOException {
        assertEquals("", hearing(session, "").said(), "nothing was said at all");
        for (int length = 1; length < request.length(); length++) {
            var start = Arrays.copyOf(Bytes.of(request), length);

            assertThrows(PeerGoneException.class, () -> hearing(session, List.of(start)), () -> Bytes.text(start));
            assertEquals(List.of(), session.requests());
        }
    }
}
