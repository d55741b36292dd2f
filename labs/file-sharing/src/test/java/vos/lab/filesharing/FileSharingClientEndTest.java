package vos.lab.filesharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.Pace;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Splits;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** What the client's end says, and believes, when it talks to a server whose bytes are written down. */
class FileSharingClientEndTest {
    private static final ScriptedTransport[] NONE = {};
    private static final Request DOWNLOAD = new Request.Download("a b");

    private final List<ScriptedTransport> connections = new ArrayList<>();
    private int opened;

    /** A client of a server that does this, on one connection after another. */
    private FileSharingClientEnd client(ScriptedTransport hello, ScriptedTransport... others) throws IOException {
        connections.add(hello);
        connections.addAll(List.of(others));
        var options = WireOptions.DEFAULTS.withPatience(Duration.ofSeconds(10));
        var end = new FileSharingClientEnd(() -> new Wire(connections.get(opened++), options));
        assertEquals("", end.open());
        return end;
    }

    /** A client of a strict server that says this, on one connection after another. */
    private FileSharingClientEnd strict(String... answers) throws IOException {
        return client(welcome(), Stream.of(answers).map(ScriptedTransport::reading).toArray(ScriptedTransport[]::new));
    }

    private static ScriptedTransport welcome() {
        return ScriptedTransport.reading("vos/1 UPLOAD DOWNLOAD\n");
    }

    /** What a published server does with a hello. */
    private static ScriptedTransport closed() {
        return ScriptedTransport.reading();
    }

    private String said(int connection) {
        return Bytes.text(connections.get(connection).written());
    }

    private static Request upload(String name, String content) {
        return new Request.Upload(name, Body.of(Bytes.of(content)), true);
    }

    private static String content(Reply reply) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Body body = assertInstanceOf(Reply.Content.class, reply).body()) {
            body.copyTo(Channels.newChannel(bytes));
        }
        return Bytes.text(bytes.toByteArray());
    }

    // ---- hello [FSA-5.2], [FSA-6.1] --------------------------------------------------------------------------------

    @Test
    void aServerThatAnswersHelloWithItsVersionIsStrict() throws IOException {
        assertTrue(client(welcome()).strict());
        assertEquals("HELLO vos/1\n", said(0));
        assertTrue(connections.getFirst().closed());
    }

    @Test
    void aServerThatClosesWithoutAByteIsPublished() throws IOException {
        assertFalse(client(closed()).strict());
        assertTrue(connections.getFirst().closed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n", "vos/10\n", "Unknown command.\n", "\u00ff\n"})
    void whatAnswersSomethingElseIsNoFileSharingServer(String answer) {
        var violation = assertThrows(ProtocolViolation.class, () -> client(ScriptedTransport.reading(answer)));

        assertTrue(violation.getMessage().contains("not a file-sharing server"), violation.getMessage());
        assertTrue(connections.getFirst().closed());
    }

    @Test
    void aServerThatDoesNotAnswerIsPerhapsBusy() {
        var gone = assertThrows(PeerGoneException.class, () -> client(ScriptedTransport.reading().thenSilence()));

        assertTrue(gone.getMessage().startsWith("no answer within 10 s; a published file-sharing server serves one"),
                gone.getMessage());
    }

    // ---- strict [FSA-5] --------------------------------------------------------------------------------------------

    @Test
    void eachRequestHasAConnectionOfItsOwn() throws IOException {
        var client = strict("OK\n", "OK 5\n12345");

        assertEquals(new Reply.Done(), client.perform(upload("a b", "\nxy")));
        assertEquals("12345", content(client.perform(DOWNLOAD)));
        assertEquals("VOS/1 UPLOAD 3 a b\n\nxy", said(1));
        assertEquals("VOS/1 DOWNLOAD a b\n", said(2));
        assertTrue(connections.stream().allMatch(ScriptedTransport::closed));
        assertTrue(connections.get(1).outputShut(), "the end of the content is the end of the stream");
        assertTrue(connections.stream().noneMatch(ScriptedTransport::aborted));
    }

    @Test
    void anErrorKeepsItsCodeAndItsSentence() throws IOException {
        String error = "ERROR already-exists: \"/a: b\" already exists\n";
        var client = strict(error, error);
        var failed = new Reply.Failed(ErrorCode.ALREADY_EXISTS, "\"/a: b\" already exists");

        assertEquals(failed, client.perform(upload("a: b", "x")));
        assertEquals(failed, client.perform(DOWNLOAD));
        assertTrue(connections.stream().allMatch(ScriptedTransport::closed));
    }

    @Test
    void anErrorThisClientDoesNotKnowIsAnErrorAllTheSame() throws IOException {
        var client = strict("ERROR on-fire: the server burns\n");

        assertEquals(new Reply.Failed(ErrorCode.INTERNAL, "the server burns"), client.perform(DOWNLOAD));
    }

    /** {@code [FSA-5.7]} */
    @ParameterizedTest
    @ValueSource(strings = {"OK\n", "OK 4\n12345", "OK five\n12345", "OK -5\n", "OK \n", "12345\n", "ok 5\n12345",
        "ERROR\n", "ERROR not-found\n", "OK 5 \n12345", "\u00ff\n"})
    void aDownloadThatDoesNotAddUpIsNotBelieved(String answer) throws IOException {
        var client = strict(answer);

        assertThrows(ProtocolViolation.class, () -> content(client.perform(DOWNLOAD)));
        assertTrue(connections.getLast().closed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK 5\n12345", "12345\n", "okay\n"})
    void anUploadThatIsAnsweredBySomethingElseIsNotBelieved(String answer) throws IOException {
        var client = strict(answer);

        assertThrows(ProtocolViolation.class, () -> client.perform(upload("a", "x")));
    }

    /** {@code [FSA-5.7]} */
    @ParameterizedTest
    @ValueSource(strings = {"OK 5\n12345", "ERROR not-found: no\n"})
    void anAnswerThatIsCutIsNotBelievedWhereverItIsCut(String answer) throws IOException {
        for (int length = 0; length < answer.length(); length++) {
            connections.clear();
            opened = 0;
            var client = strict(answer.substring(0, length));

            assertThrows(PeerGoneException.class, () -> content(client.perform(DOWNLOAD)));
        }
    }

    @Test
    void howeverTheNetworkCutsAnAnswerItIsUnderstoodAlike() throws IOException {
        String content = "\nOK 5\n\u00ff";
        for (List<byte[]> segments : Splits.of(Bytes.of("OK 7\n" + content)).toList()) {
            connections.clear();
            opened = 0;
            var client = client(welcome(), ScriptedTransport.reading(segments));

            assertEquals(content, content(client.perform(DOWNLOAD)),
                    () -> "cut into " + segments.stream().map(Bytes::text).toList());
        }
    }

    @Test
    void aDownloadThatNobodyWantsAnyMoreIsBrokenOff() throws IOException {
        var client = client(welcome(), ScriptedTransport.reading("OK 1000000000000\n").thenForEver("x"),
                ScriptedTransport.reading("OK\n"));

        assertInstanceOf(Reply.Content.class, client.perform(DOWNLOAD)).body().close();

        assertTrue(connections.get(1).aborted());
        assertTrue(connections.get(1).bytesRead() < 10_000, "bytes read: " + connections.get(1).bytesRead());
        assertEquals(new Reply.Done(), client.perform(upload("a", "x")), "the next one is as good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r", "\n"})
    void aNameWithALineEndIsRefusedBeforeAnythingIsSent(String name) throws IOException {
        var client = strict();

        assertEquals(ErrorCode.INVALID_NAME,
                assertInstanceOf(Reply.Failed.class, client.perform(upload(name, "x"))).code());
        assertEquals(ErrorCode.INVALID_NAME,
                assertInstanceOf(Reply.Failed.class, client.perform(new Request.Download(name))).code());
        assertEquals(1, opened);
    }

    // ---- towards a published server [FSA-6] ------------------------------------------------------------------------

    /** {@code [FSA-6.2]}, {@code [FSA-6.3]} */
    @Test
    void anUploadIsAHelloAndThenTwoWritesWithAPauseBetweenAndAnEnd() throws IOException {
        var request = ScriptedTransport.reading().thenSilence();
        var client = client(closed(), closed(), request);

        // The script has no end to give behind the pause, so that the client waits for it in vain.
        assertThrows(PeerGoneException.class, () -> client.perform(upload("a", "content")));

        assertEquals("HELLO vos/1\n", said(1));
        assertEquals(List.of("UPLOAD a", "content"), request.writes());
        assertEquals(Pace.MESSAGE, request.waits().getFirst());
        assertTrue(request.outputShut());
        assertTrue(request.closed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "out of nothing"})
    void aServerThatDoesNotWaitForTheContentHasNotStoredIt(String answer) throws IOException {
        var client = client(closed(), closed(), ScriptedTransport.reading(answer));

        var gone = assertThrows(PeerGoneException.class, () -> client.perform(upload("nosuch/a", "")));
        assertTrue(gone.getMessage().contains("did not wait for the content"), gone.getMessage());
        assertEquals("UPLOAD nosuch/a", said(2));
    }

    @Test
    void aServerThatHasLearntTheStrictFormMeanwhileIsSpokenToInIt() throws IOException {
        var client = client(closed(), welcome(), ScriptedTransport.reading("OK\n"));

        assertEquals(new Reply.Done(), client.perform(upload("a b".replace(" ", ""), "x")));
        assertEquals("VOS/1 UPLOAD 1 ab\nx", said(2));
        assertTrue(client.strict());
    }

    /** {@code [FSA-6.6]} */
    @Test
    void aDownloadEndsWithTheConnection() throws IOException {
        var client = client(closed(), ScriptedTransport.reading("OK 3\n", "ERROR not-found: x\n"));

        assertEquals("OK 3\nERROR not-found: x\n", content(client.perform(new Request.Download("a"))));
        assertEquals("DOWNLOAD a", said(1));
        assertTrue(connections.get(1).closed());
    }

    /** {@code [FSA-6.6]} */
    @Test
    void aDownloadThatIsResetIsNotBelieved() throws IOException {
        var client = client(closed(), ScriptedTransport.reading("half of the con").thenReset());

        assertThrows(PeerGoneException.class, () -> content(client.perform(new Request.Download("a"))));
    }

    /** {@code [FSA-6.5]} */
    @Test
    void aDownloadWithoutAByteIsNotBelieved() throws IOException {
        var client = client(closed(), closed());

        var gone = assertThrows(PeerGoneException.class, () -> client.perform(new Request.Download("a")));
        assertTrue(gone.getMessage().contains("the file is empty, or it is missing"), gone.getMessage());
        assertTrue(connections.get(1).closed());
    }

    /** {@code [FSA-6.4]}: an empty one would be a request of one word, which the published server does not survive. */
    @ParameterizedTest
    @ValueSource(strings = {"", "my file", "a\tb", "a\n", "a\u00a0b", "a\u2003b", "a\u0085b", "a\u001cb", "a\0b"})
    void aNameThatWouldEndTooEarlyIsRefusedBeforeAnythingIsSent(String name) throws IOException {
        var client = client(closed(), NONE);

        assertEquals(ErrorCode.INVALID_NAME,
                assertInstanceOf(Reply.Failed.class, client.perform(upload(name, "x"))).code());
        assertEquals(ErrorCode.INVALID_NAME,
                assertInstanceOf(Reply.Failed.class, client.perform(new Request.Download(name))).code());
        assertEquals(1, opened);
    }

    @Test
    void aRequestThatIsLongerThanOneReadIsRefusedBeforeAnythingIsSent() throws IOException {
        var client = client(closed(), ScriptedTransport.reading("x"));
        String longest = "x".repeat(FileSharingServerEnd.READ - "DOWNLOAD ".length());

        assertInstanceOf(Reply.Failed.class, client.perform(new Request.Download(longest + "x")));
        assertEquals(1, opened);
        assertEquals("x", content(client.perform(new Request.Download(longest))));
    }

    @Test
    void nothingIsSentForWhatTheDialectHasNoCommandFor() throws IOException {
        var client = strict();

        assertEquals(new Reply.Goodbye(), client.perform(new Request.Quit()));
        assertEquals(ErrorCode.UNSUPPORTED,
                assertInstanceOf(Reply.Failed.class, client.perform(new Request.ListDirectory(""))).code());
        assertEquals(1, opened);
    }

    @Test
    void closingEndsTheConnectionThatIsOpen() throws IOException {
        var client = client(closed(), ScriptedTransport.reading("x").thenSilence());
        Reply reply = client.perform(new Request.Download("a"));
        client.close();

        assertThrows(PeerGoneException.class, () -> content(reply));
        assertTrue(Arrays.stream(new int[] {0, 1}).allMatch(i -> connections.get(i).closed()));
    }
}
