package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Splits;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** What the client says to a published server {@code [ORCH-7]}, write by write and pause by pause. */
class PublishedServiceTest {
    private static final String ASK_NAME = "Ready to receive the filename.";
    private static final String ASK_FILE = "Ready to receive file data.";
    private static final String ACK = "Chunk received.";
    private static final String STORED = "File upload completed successfully.";
    private static final String NOT_STORED = "Error: Failed to receive file data.";

    private LockStepTransport transport;

    /** A client behind the first prompt of a server that says this when it is its turn; {@code >} is the prompt. */
    private PublishedService hearing(String... segments) {
        transport = new LockStepTransport(
                Stream.of(segments).map(segment -> Bytes.of(segment.replace(">", Talk.PROMPT))).toList());
        return new PublishedService(new Wire(transport, WireOptions.DEFAULTS));
    }

    private static ErrorCode refused(Reply reply) {
        return assertInstanceOf(Reply.Failed.class, reply).code();
    }

    // ---- upload ----------------------------------------------------------------------------------------------------

    @Test
    void anUploadIsChunksOfASegmentEachAcknowledged() throws IOException {
        String content = "x".repeat(1024) + "y".repeat(1024) + "z";
        var server = hearing(ASK_NAME, ASK_FILE, ACK, ACK, ACK, STORED + ">");

        assertEquals(new Reply.Done(), server.perform(ScriptedServer.upload("a b", content)));
        assertEquals(List.of("upload", "a b", "~", "x".repeat(1024), "y".repeat(1024), "z", "~", "END_OF_FILE"),
                transport.events());
    }

    @Test
    void anEmptyFileIsItsEnd() throws IOException {
        var server = hearing(ASK_NAME, ASK_FILE, STORED, ">");

        assertEquals(new Reply.Done(), server.perform(ScriptedServer.upload("a", "")));
        assertEquals(List.of("upload", "a", "~", "~", "END_OF_FILE"), transport.events());
    }

    /** {@code [ORCH-7.4]} */
    @ParameterizedTest
    @CsvSource({"END_OF_FILE, END_O, F_FILE", "UPLOAD_ERROR, UPLOAD, _ERROR"})
    void aChunkThatIsAWordIsSentInTwoHalves(String word, String half, String otherHalf) throws IOException {
        String before = "x".repeat(1024);
        var server = hearing(ASK_NAME, ASK_FILE, ACK, ACK, ACK, STORED + ">");

        assertEquals(new Reply.Done(), server.perform(ScriptedServer.upload("a", before + word)));
        assertEquals(List.of(before, half, otherHalf), transport.events().subList(3, 6));
    }

    /** {@code [ORCH-7.5]}: the network has cut a chunk, so that it was acknowledged twice. */
    @Test
    void aSecondAcknowledgementIsWaitedFor() throws IOException {
        var server = hearing(ASK_NAME, ASK_FILE, ACK, "+" + ACK, STORED + ">");

        assertEquals(new Reply.Done(), server.perform(ScriptedServer.upload("a", "xy")));
        assertEquals(List.of("upload", "a", "~", "xy", "~", "~", "END_OF_FILE"), transport.events());
    }

    /** {@code [ORCH-7.6]} */
    @Test
    void aServerThatCannotStoreItIsNotSentAChunk() throws IOException {
        var server = hearing(ASK_NAME, ASK_FILE, "+" + NOT_STORED + ">");

        assertEquals(ErrorCode.INTERNAL, refused(server.perform(ScriptedServer.upload("docs", "content"))));
        assertEquals(List.of("upload", "docs", "~"), transport.events());
    }

    @Test
    void aServerThatFailsInTheMiddleIsSentNoMore() throws IOException {
        var server = hearing(ASK_NAME, ASK_FILE, ACK, NOT_STORED + ">");

        assertEquals(ErrorCode.INTERNAL, refused(server.perform(ScriptedServer.upload("a", "x".repeat(3000)))));
        assertEquals(List.of("upload", "a", "~", "x".repeat(1024), "x".repeat(1024)), transport.events());
    }

    // ---- download, preview -----------------------------------------------------------------------------------------

    @Test
    void aDownloadLeavesAPauseBeforeTheNameAndListensBehindTheEnd() throws IOException {
        var server = hearing("FILE_FOUND", "content", "END_OF_FILE", ">");

        assertEquals("content", ScriptedServer.content(server.perform(new Request.Download("my a"))));
        assertEquals(List.of("download", "~", "my a", "~"), transport.events());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "END_OF_FILE", "a END_OF_FILE b", "END_OF_FILEEnter", "ERROR", "E",
        "ERROREnter command"})
    void aFileMayHoldAnyOfTheWords(String content) throws IOException {
        byte[] said = Bytes.of("FILE_FOUND" + content + "END_OF_FILE" + Talk.PROMPT);
        for (List<byte[]> cut : Splits.cutOnce(said).toList()) {
            var server = new PublishedService(new Wire(ScriptedTransport.reading(cut), WireOptions.DEFAULTS));

            assertEquals(content, ScriptedServer.content(server.perform(new Request.Download("a"))));
        }
    }

    @Test
    void aPreviewIsAKindOfDownload() throws IOException {
        var server = hearing("PREVIEW_MODE", "content", "END_OF_PREVIEW>");

        assertEquals("content", ScriptedServer.content(server.perform(new Request.Preview("a", 1024))));
        assertEquals(List.of("download", "~", "PREVIEW a", "~"), transport.events());
    }

    /** {@code [ORCH-7.7]} */
    @Test
    void aFileThatHoldsItsEndAndThePromptIsNotBelieved() throws IOException {
        var server = new PublishedService(new Wire(ScriptedTransport.reading(
                "FILE_FOUND", "one END_OF_FILE" + Talk.PROMPT, "two END_OF_FILE" + Talk.PROMPT), WireOptions.DEFAULTS));

        Reply reply = server.perform(new Request.Download("a"));
        assertThrows(ProtocolViolation.class, () -> ScriptedServer.content(reply));
    }

    /** {@code [ORCH-7.8]} */
    @Test
    void aDirectoryIsNoFile() throws IOException {
        var server = hearing("FILE_FOUND", "ERROR>", "PREVIEW_MODE", "ERROR>", "ERROR", ">");

        assertEquals(ErrorCode.INTERNAL, refused(server.perform(new Request.Download("docs"))));
        assertEquals(ErrorCode.INTERNAL, refused(server.perform(new Request.Preview("docs", 1024))));
        assertEquals(ErrorCode.INTERNAL, refused(server.perform(new Request.Download("docs"))), "as we would say it");
    }

    /** {@code [ORCH-7.8]}: a busy machine may say the prompt long after the error. */
    @Test
    void thePromptBehindAnErrorIsWaitedForAsTheRestOfAWordIs() throws IOException {
        var late = ScriptedTransport.reading("FILE_FOUND", "ERROR").thenSilence();
        var server = new PublishedService(new Wire(late, WireOptions.DEFAULTS));

        assertInstanceOf(Reply.Content.class, server.perform(new Request.Download("docs")));
        assertEquals(Answers.WITHIN_A_WORD, late.waits().getLast());
    }

    @Test
    void aMissingFileIsNotFound() throws IOException {
        var server = hearing("FILE_NOT_FOUND>", "FILE_NOT_FOUND", ">",
                "Enter the filename to delete: ", "FILE_DELETED>");
        var missing = new Reply.Failed(ErrorCode.NOT_FOUND, "\"nosuch\" does not exist");

        assertEquals(missing, server.perform(new Request.Download("nosuch")));
        assertEquals(ErrorCode.NOT_FOUND, refused(server.perform(new Request.Preview("nosuch", 1024))));
        assertEquals(new Reply.Done(), server.perform(new Request.Remove("a")), "and the next one is as good");
    }

    // ---- the others ------------------------------------------------------------------------------------------------

    @Test
    void whatItSaysIsUnderstoodHoweverItIsCut() throws IOException {
        byte[] said = Bytes.of("Enter the filename to delete: FILE_NOT_FOUND" + Talk.PROMPT);
        List<List<byte[]>> cuts = new ArrayList<>(Splits.cutOnce(said).toList());
        cuts.add(Splits.bytewise(said));
        for (List<byte[]> cut : cuts) {
            var server = new PublishedService(new Wire(ScriptedTransport.reading(cut), WireOptions.DEFAULTS));

            assertEquals(ErrorCode.NOT_FOUND, refused(server.perform(new Request.Remove("nosuch"))));
        }
    }

    @Test
    void aRefusedDeletionIsTold() throws IOException {
        var server = hearing("Enter the filename to delete: ", "Error: Failed to delete file.>");

        assertEquals(new Reply.Failed(ErrorCode.INTERNAL, "the server said: Error: Failed to delete file."),
                server.perform(new Request.Remove("docs")));
        assertEquals(List.of("delete", "docs"), transport.events());
    }

    @Test
    void listIsNotAsked() throws IOException {
        var server = hearing();

        assertEquals(ErrorCode.UNSUPPORTED, refused(server.perform(new Request.ListDirectory(""))));
        assertEquals(ErrorCode.UNSUPPORTED, refused(server.perform(new Request.Move("a", "b"))));
        assertEquals(new Reply.Goodbye(), server.perform(new Request.Quit()));
        assertEquals(List.of("exit"), transport.events());
    }

    /** {@code [ORCH-7.10]} */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\n", "\u2003a", "1025"})
    void aNameThatWouldArriveAsAnotherIsRefusedBeforeAnythingIsSent(String name) throws IOException {
        var server = hearing();
        String long1025 = name.equals("1025") ? "x".repeat(1025) : name;

        for (Request request : List.of(new Request.Download(long1025), new Request.Remove(long1025),
                ScriptedServer.upload(long1025, "x"))) {
            assertEquals(ErrorCode.INVALID_NAME, refused(server.perform(request)));
        }
        assertEquals(List.of(), transport.events());
    }

    @Test
    void aNameThatMeansSomethingElseIsRefused() throws IOException {
        var server = hearing();

        assertEquals(ErrorCode.INVALID_NAME, refused(server.perform(ScriptedServer.upload("CANCEL_UPLOAD", "x"))));
        assertEquals(ErrorCode.INVALID_NAME, refused(server.perform(new Request.Download("PREVIEW a"))));
        assertEquals(ErrorCode.INVALID_NAME, refused(server.perform(new Request.Preview("", 1024))));
        assertEquals(List.of(), transport.events());
    }

    @Test
    void anAnswerThatMakesNoSenseIsShown() {
        var violation = assertThrows(ProtocolViolation.class, () -> hearing("what?").perform(new Request.Remove("a")));

        assertTrue(violation.getMessage().endsWith("\"Enter the filename to delete: \" and said: \"what?\""),
                violation.getMessage());
    }

    @Test
    void aServerThatBreaksOffHasGone() {
        assertThrows(PeerGoneException.class, () -> hearing("Enter the").perform(new Request.Remove("a")));
        assertThrows(PeerGoneException.class, () -> hearing().perform(new Request.Remove("a")));
        assertThrows(PeerGoneException.class,
                () -> ScriptedServer.content(hearing("FILE_FOUND", "half").perform(new Request.Download("a"))));
    }
}
