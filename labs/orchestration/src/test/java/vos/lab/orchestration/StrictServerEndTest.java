package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Splits;
import vos.testing.RecordingSession;

/** What the server's end says once a client has said hello {@code [ORCH-6]}, byte for byte. */
class StrictServerEndTest {
    private static final String LOGIN = "ann\nsecret\n";
    private static final String HELLO = "hello vos/1\n";
    private static final String GREETING = "Username: Password: Authentication successful." + Talk.PROMPT;
    private static final String WELCOME = "vos/1 upload download preview delete list exit\n";

    private final RecordingSession session = new RecordingSession();

    /** What the server says behind its welcome, to a client that sends all at once. */
    private String answers(String commands) throws IOException {
        return answers(List.of(Bytes.of(LOGIN + HELLO + commands)));
    }

    private String answers(List<byte[]> segments) throws IOException {
        var transport = ScriptedTransport.reading(segments);
        Talk.serve(transport, session);
        String said = Bytes.text(transport.written());
        assertEquals(GREETING + WELCOME, said.substring(0, Math.min(said.length(), (GREETING + WELCOME).length())));
        return said.substring((GREETING + WELCOME).length());
    }

    private List<String> requests() {
        assertEquals(List.of("Login ann (hidden)", "Hello vos/1"), session.requests().subList(0, 2));
        return session.requests().subList(2, session.requests().size());
    }

    // ---- hello [ORCH-6.1] ------------------------------------------------------------------------------------------

    @Test
    void thePromptComesBeforeTheWelcomeAndNeverAgain() throws IOException {
        assertEquals("", answers(""));
        assertEquals("OK\n", answers("delete a\n"));
    }

    @Test
    void inputEndsThePauseBeforeThePrompt() throws IOException {
        var eager = ScriptedTransport.reading(LOGIN, HELLO, "exit\n");
        Talk.serve(eager, session);

        assertEquals(List.of("Username: ", "Password: ", "Authentication successful.", Talk.PROMPT, WELCOME, "OK\n"),
                eager.writes());
    }

    @Test
    void aHelloIsUnderstoodHoweverItIsCut() throws IOException {
        for (List<byte[]> cut : Splits.of(Bytes.of(HELLO)).toList()) {
            session.requests().clear();
            var segments = new ArrayList<>(List.of(Bytes.of(LOGIN)));
            segments.addAll(cut);
            segments.add(Bytes.of("delete a\n"));

            assertEquals("OK\n", answers(segments));
            assertEquals(List.of("Remove a"), requests());
        }
    }

    @Test
    void aHelloWithoutALineEndIsOneAfterAWhile() throws IOException {
        List<String> events = Talk.behindThePrompt(session, "hello vos/1", "list\n");

        assertEquals(List.of("~", WELCOME, "OK 18\na.txt\ndocs/\nz.txt\n"), events);
    }

    @Test
    void aHelloBehindOtherCommandsIsOne() throws IOException {
        List<String> events = Talk.behindThePrompt(session, "list", HELLO, "delete a\n");

        assertEquals(List.of("a.txt\ndocs/\nz.txt\n", "~", ">", WELCOME, "OK\n"), events);
    }

    @Test
    void aLaterVersionIsWelcomedInThisOne() throws IOException {
        assertEquals(List.of(WELCOME), Talk.behindThePrompt(session, "hello vos/2 and more\n"));
    }

    // ---- commands [ORCH-6.2], answers [ORCH-6.3] -------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', textBlock = """
            download a b.txt            ; Download a b.txt ; OK 5|12345
            preview a b.txt             ; Preview a b.txt 1024 ; OK 5|12345
            delete my docs/x            ; Remove my docs/x ; OK|
            list                        ; '' ; OK 18|a.txt|docs/|z.txt|
            list docs                   ; '' ; OK 18|a.txt|docs/|z.txt|
            upload 5 a b.txt|hello      ; Upload a b.txt = hello ; OK|
            upload 0 empty|             ; Upload empty = ; OK|
            exit                        ; Quit ; OK|
            rename a                    ; Unknown rename ; ERROR unsupported: unknown|
            DELETE a                    ; Unknown DELETE ; ERROR unsupported: unknown|
            hello vos/1                 ; Hello vos/1 ; vos/1 upload download preview delete list exit|
            """)
    void aLineIsACommandAndIsAnsweredByAStatus(String lines, String request, String answer) throws IOException {
        session.answering(Request.Preview.class, () -> new Reply.Content(Body.of(Bytes.of("12345"))));

        // A command without a body is a line, and needs its end.
        String said = lines.replace('|', '\n') + (lines.contains("|") ? "" : "\n");
        assertEquals(answer.replace('|', '\n'), answers(said));
        assertEquals(request.isEmpty() ? List.of() : List.of(request),
                requests().stream().map(String::stripTrailing).toList());
    }

    @Test
    void commandsThatCameTogetherAreAnsweredInTheirOrder() throws IOException {
        assertEquals("OK\nOK 5\n12345OK\nOK\n",
                answers("upload 7 a\nEND_OF_download a\r\n\ndelete a\n\r\nexit\n"));
        assertEquals(List.of("Upload a = END_OF_", "Download a", "Remove a", "Quit"), requests());
    }

    @Test
    void splitsLeaveNoTrace() throws IOException {
        byte[] commands = Bytes.of("upload 3 a b\n\n\0xlist\nexit\n");
        for (List<byte[]> cut : Splits.of(commands).toList()) {
            session.requests().clear();
            var segments = new ArrayList<>(List.of(Bytes.of(LOGIN), Bytes.of(HELLO)));
            segments.addAll(cut);

            assertEquals("OK\nOK 18\na.txt\ndocs/\nz.txt\nOK\n", answers(segments));
            assertEquals(List.of("Upload a b = \n\0x", "Quit"), requests());
        }
    }

    @Test
    void nothingWaitsForAClock() throws IOException {
        List<String> events = Talk.behindThePrompt(session, HELLO, "upload 3 a\n", "abc", "download a\n", "list\n",
                "delete a\n", "hel\n", "exit\n");

        assertEquals(List.of(), events.stream().filter("~"::equals).toList());
    }

    @Test
    void anErrorIsToldWithItsWordAndItsSentence() throws IOException {
        for (var kind : List.of(Request.Download.class, Request.Preview.class, Request.Remove.class,
                Request.ListDirectory.class, Request.Upload.class)) {
            session.refusing(kind);
        }
        String error = "ERROR not-found: \"/x\" does not exist\n";

        assertEquals(error.repeat(5), answers("download x\npreview x\ndelete x\nlist x\nupload 3 x\nabc"));
    }

    @Test
    void aRefusedUploadIsReadToItsEnd() throws IOException {
        session.answering(Request.Upload.class, () -> new Reply.Failed(ErrorCode.NO_SPACE, "full"));

        assertEquals("ERROR no-space: full\nOK\n", answers("upload 9 a\nexit\nexi\ndelete b\n"));
        assertEquals("Remove b", requests().getLast());
    }

    @Test
    void whatIsNotUtf8IsMalformed() throws IOException {
        assertEquals("ERROR malformed: this is not UTF-8\nOK\n", answers("delete \u00ff\u00fe\ndelete a\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "upload a", "upload 5", "upload five a", "upload -1 a",
        "upload 1234567890123456789 a"})
    void anUploadWithoutASizeBreaksTheFraming(String command) {
        var violation = assertThrows(ProtocolViolation.class, () -> answers(command + "\nhello\n"));

        assertEquals("upload needs the size of the file in bytes, and its name", violation.getMessage());
    }

    @Test
    void aConnectionThatEndsInTheMiddleHasSentNothing() {
        for (String cut : List.of("delete a", "upload 5 a\nfour")) {
            session.requests().clear();
            assertThrows(PeerGoneException.class, () -> answers(cut));
            assertEquals(List.of(), requests());
        }
    }
}
