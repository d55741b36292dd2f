package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Splits;
import vos.protocol.Text;
import vos.protocol.WithdrawnException;
import vos.testing.RecordingSession;

/** What the server's end does in the published form, write by write and pause by pause. */
class OrchestrationServerEndTest {
    private static final String ASK_NAME = "Ready to receive the filename.";
    private static final String ASK_FILE = "Ready to receive file data.";
    private static final String ACK = "Chunk received.";
    private static final String STORED = "File upload completed successfully.";
    private static final String NOT_STORED = "Error: Failed to receive file data.";

    private final RecordingSession session = new RecordingSession();

    @TempDir
    private Path here;

    private List<String> hearing(String... segments) throws IOException {
        return Talk.behindThePrompt(session, segments);
    }

    /** What was asked behind the login. */
    private List<String> requests() {
        assertEquals("Login ann (hidden)", session.requests().getFirst());
        return session.requests().subList(1, session.requests().size());
    }

    /** Has every download and preview answered by this content. */
    private void holding(String content) throws IOException {
        Path file = Files.write(here.resolve("file"), Bytes.of(content));
        for (var kind : List.of(Request.Download.class, Request.Preview.class)) {
            session.answering(kind, () -> {
                try {
                    return new Reply.Content(Body.of(FileChannel.open(file), content.length()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    private void failing(Class<? extends Request> kind, ErrorCode code) {
        session.answering(kind, () -> new Reply.Failed(code, "\"/x\" is why"));
    }

    // ---- commands [ORCH-3] -----------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            download|a.txt              ; Download a.txt
            download|my docs/a b.txt    ; Download my docs/a b.txt
            download| a.txt\\r\\n       ; Download a.txt
            download|PREVIEW a.txt      ; Preview a.txt 1024
            download|PREVIEW  a b       ; Preview  a b 1024
            download|preview a.txt      ; Download preview a.txt
            download|PREVIEW            ; Download PREVIEW
            preview|a b.txt\\n          ; Preview a b.txt 1024
            delete|a b.txt              ; Remove a b.txt
            " delete \\n|a"             ; Remove a
            exit                        ; Quit
            list                        ; ""
            upload|a b.txt|END_OF_FILE  ; Upload a b.txt =
            UPLOAD                      ; Unknown UPLOAD
            upload a.txt                ; Unknown upload a.txt
            downloadx                   ; Unknown downloadx
            help                        ; Unknown help
            hello                       ; Unknown hello
            "  "                        ; Unknown
            """)
    void whatIsSaidIsUnderstood(String segments, String request) throws IOException {
        holding("");
        hearing(segments.translateEscapes().split("\\|"));

        assertEquals(request.isEmpty() ? List.of() : List.of(request),
                requests().stream().map(String::stripTrailing).toList());
    }

    @Test
    void whatIsNoCommandIsSaidToBeNone() throws IOException {
        for (String command : List.of("help", "LIST", "upload a.txt", "download\nd3000", " ", "\u00ff\u00fe")) {
            assertEquals(List.of("Invalid command.", "~", ">"), hearing(command), command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "download", "preview", "delete", "list", "exit"})
    void aCommandThatIsCutIsUnderstood(String command) throws IOException {
        List<Object> seen = new ArrayList<>();
        for (List<byte[]> cut : Splits.of(Bytes.of(command)).toList()) {
            session.requests().clear();
            List<byte[]> segments = Stream.concat(Stream.of(Bytes.of("ann\nsecret\n")), cut.stream()).toList();
            try {
                Talk.serve(ScriptedTransport.reading(segments), session);
            } catch (PeerGoneException e) {
                // It was asked for a name, and its client had gone.
                seen.add(e.getMessage());
            }
            assertEquals(command.equals("exit") ? List.of("Quit") : List.of(), requests());
        }
        assertEquals(command.equals("exit") || command.equals("list"), seen.isEmpty());
    }

    @Test
    void theBeginningOfACommandIsNone() throws IOException {
        assertEquals(List.of("~", "Invalid command.", "~", ">"), hearing("down"));
    }

    @Test
    void aClientThatVanishesAtThePromptHasEndedTheConversation() throws IOException {
        assertEquals(List.of(), hearing());
        assertEquals(List.of(), hearing("exit"));
        assertEquals(List.of("Quit"), requests().stream().filter("Quit"::equals).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "download", "preview", "delete", "upload|a", "upload|a|chunk"})
    void aClientThatVanishesElsewhereHasAskedForNothing(String segments) {
        assertThrows(PeerGoneException.class, () -> hearing(segments.split("\\|")));
        assertEquals(List.of(), requests());
    }

    // ---- upload [ORCH-3.5] -----------------------------------------------------------------------------------------

    @Test
    void anUploadIsAcknowledgedChunkByChunk() throws IOException {
        assertEquals(List.of(ASK_NAME, ASK_FILE, ACK, ACK, STORED, "~", ">"),
                hearing("upload", "a.txt", "x".repeat(1024), "yz", "END_OF_FILE"));
        assertEquals(List.of("Upload a.txt = " + "x".repeat(1024) + "yz"), requests());
    }

    @Test
    void anEmptyFileHasNoChunk() throws IOException {
        assertEquals(List.of(ASK_NAME, ASK_FILE, STORED, "~", ">"), hearing("upload", "a", "END_OF_FILE"));
        assertEquals(List.of("Upload a = "), requests());
    }

    @Test
    void aChunkIsStoredAsItIs() throws IOException {
        String odd = " \n" + Bytes.everyByte() + "\r\n";

        hearing("upload", "a", odd, "END_OF_FILE\n", "XEND_OF_FILE", "UPLOAD_ERROR!", "CANCEL_UPLOAD", "END_OF_FILE");

        assertEquals(List.of("Upload a = " + odd + "END_OF_FILE\nXEND_OF_FILEUPLOAD_ERROR!CANCEL_UPLOAD"), requests());
    }

    @Test
    void theEndIsUnderstoodHoweverItIsCut() throws IOException {
        for (List<byte[]> cut : Splits.everyWay(Bytes.of("END_OF_FILE")).toList()) {
            session.requests().clear();
            var segments = new ArrayList<>(Stream.of("ann\nsecret\n", "upload", "a", "x").map(Bytes::of).toList());
            segments.addAll(cut);
            Talk.serve(ScriptedTransport.reading(segments), session);

            assertEquals(List.of("Upload a = x"), requests());
        }
    }

    @Test
    void theBeginningOfTheEndIsAChunk() throws IOException {
        assertEquals(List.of(ASK_NAME, ASK_FILE, "~", ACK, "~", ACK, STORED, "~", ">"),
                hearing("upload", "a", "END_OF_FIL", "E", "END_OF_FILE"));
        assertEquals(List.of("Upload a = END_OF_FILE"), requests(), "a chunk of each");
    }

    @Test
    void moreThanASegmentIsTwoChunks() throws IOException {
        assertEquals(List.of(ASK_NAME, ASK_FILE, ACK, ACK, STORED, "~", ">"),
                hearing("upload", "a", "x".repeat(1024) + "y", "END_OF_FILE"));
    }

    @Test
    void aCancelledUploadIsNone() throws IOException {
        assertEquals(List.of(ASK_NAME, "~", ">"), hearing("upload", "CANCEL_UPLOAD"));
        assertEquals(List.of(), requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\u00ff\u00fe"})
    void aNameThatIsNoneIsSaidToBeNone(String name) throws IOException {
        assertEquals(List.of(ASK_NAME, "Invalid filename.", "~", ">"), hearing("upload", name));
        assertEquals(List.of(), requests());
    }

    @Test
    void aFileThatIsTakenBackIsNotStoredAndNothingIsSaidButThePrompt() throws IOException {
        List<String> events = Talk.behindThePrompt(request -> {
            try {
                return session.perform(request);
            } catch (WithdrawnException e) {
                return new Reply.Failed(ErrorCode.MALFORMED, e.getMessage());
            }
        }, "upload", "a", "half", "UPLOAD_ERROR", "list");

        assertEquals(List.of(ASK_NAME, ASK_FILE, ACK, "~", ">"), events.subList(0, 5));
        assertEquals(List.of(), requests());
    }

    @Test
    void anUploadThatIsRefusedBeforehandHasNoChunks() throws IOException {
        var refusing = new RefusingSession(0);

        assertEquals(List.of(ASK_NAME, NOT_STORED, "~", ">", "Invalid command.", "~", ">"),
                Talk.behindThePrompt(refusing, "upload", "docs", "a chunk that should not have come"));
    }

    @Test
    void anUploadThatFailsInItsMiddleIsTakenToItsEnd() throws IOException {
        var refusing = new RefusingSession(3);

        assertEquals(List.of(ASK_NAME, ASK_FILE, ACK, ACK, ACK, NOT_STORED, "~", ">"),
                Talk.behindThePrompt(refusing, "upload", "a", "12345", "delete", "exit", "END_OF_FILE"));
    }

    @Test
    void anUploadThatFailsAndIsTakenBackIsOver() throws IOException {
        assertEquals(List.of(ASK_NAME, ASK_FILE, ACK, "~", ">"),
                Talk.behindThePrompt(new RefusingSession(3), "upload", "a", "12345", "UPLOAD_ERROR"));
    }

    // ---- download, preview [ORCH-3.9] ------------------------------------------------------------------------------

    @Test
    void aFileComesBetweenPauses() throws IOException {
        String content = "x".repeat(3000);
        holding(content);

        assertEquals(List.of("FILE_FOUND", "~", content, "~", "END_OF_FILE", "~", ">"), hearing("download", "a"));
    }

    @Test
    void anEmptyFileIsTwoPauses() throws IOException {
        holding("");

        assertEquals(List.of("FILE_FOUND", "~", "~", "END_OF_FILE", "~", ">"), hearing("download", "a"));
    }

    @Test
    void aPreviewComesBetweenPausesInBothForms() throws IOException {
        holding("abc");
        List<String> preview = List.of("PREVIEW_MODE", "~", "abc", "~", "END_OF_PREVIEW", "~", ">");

        assertEquals(preview, hearing("download", "PREVIEW a"));
        assertEquals(preview, hearing("preview", "a"));
    }

    /** {@code [ORCH-5.4]} */
    @ParameterizedTest
    @ValueSource(strings = {"END_OF_FILE", "text END_OF_FILE", "END_OF_FILE text"})
    void aFileThatHoldsItsOwnEndIsNotSent(String content) throws IOException {
        holding(content);

        assertEquals(List.of("ERROR", "~", ">"), hearing("download", "a"));
        assertEquals("PREVIEW_MODE", hearing("preview", "a").getFirst(), "in which that ends nothing");
    }

    @Test
    void aPreviewThatHoldsItsOwnEndIsNotSent() throws IOException {
        holding("text END_OF_PREVIEW");

        assertEquals(List.of("ERROR", "~", ">"), hearing("download", "PREVIEW a"));
        assertEquals("FILE_FOUND", hearing("download", "a").getFirst(), "in which that ends nothing");
    }

    // ---- list, delete ----------------------------------------------------------------------------------------------

    @Test
    void aListingIsOneWrite() throws IOException {
        assertEquals(List.of("a.txt\ndocs/\nz.txt\n", "~", ">"), hearing("list"));

        session.answering(Request.ListDirectory.class, () -> new Reply.Listing(List.of()));
        assertEquals(List.of("No files.\n", "~", ">"), hearing("list"));
    }

    @Test
    void aFileIsDeletedByItsName() throws IOException {
        assertEquals(List.of("Enter the filename to delete: ", "FILE_DELETED", "~", ">"), hearing("delete", "a"));
    }

    @Test
    void namesAreUtf8() throws IOException {
        hearing("delete", Bytes.text(Text.encode("späße")), "delete", "\u00ff\u00fe");

        assertEquals(List.of("Remove späße", "Remove"), requests());
    }

    // ---- errors [ORCH-5.1] -----------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"UNSUPPORTED"})
    void whatIsMissingIsToldFromWhatFailed(ErrorCode code) throws IOException {
        boolean missing = List.of(ErrorCode.NOT_FOUND, ErrorCode.NOT_A_DIRECTORY, ErrorCode.INVALID_NAME,
                ErrorCode.OUTSIDE_THE_WORKSPACE).contains(code);
        for (var kind : List.of(Request.Download.class, Request.Preview.class, Request.Remove.class,
                Request.ListDirectory.class)) {
            failing(kind, code);
        }

        String said = missing ? "FILE_NOT_FOUND" : "ERROR";
        assertEquals(List.of(said, "~", ">"), hearing("download", "a"));
        assertEquals(List.of(said, "~", ">"), hearing("download", "PREVIEW a"));
        assertEquals(List.of(said, "~", ">"), hearing("preview", "a"));
        assertEquals(List.of("Enter the filename to delete: ",
                missing ? "FILE_NOT_FOUND" : "Error: Failed to delete file.", "~", ">"), hearing("delete", "a"));
        assertEquals(List.of("ERROR", "~", ">"), hearing("list"));
    }
}
