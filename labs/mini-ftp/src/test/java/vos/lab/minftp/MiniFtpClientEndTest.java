package vos.lab.minftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.lab.minftp.MiniFtpConversation.bytes;
import static vos.lab.minftp.MiniFtpConversation.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.RetryOnNewConnection;
import vos.protocol.ScriptedTransport;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** What the client's end says, and believes, when it talks to a server whose bytes are written down. */
class MiniFtpClientEndTest {
    private static final String WELCOME = "Current Directory: /:\n|\n-- \n-- <T>";
    private static final String STRICT = "<T>" + WELCOME + "vos/1 cd mkdir<T>/<T>";
    private static final String PUBLISHED = "<T>" + WELCOME + "/srv<T>";

    private final List<ScriptedTransport> connections = new ArrayList<>();
    private int opened;

    /**
     * A client of a server that says this, message by message, on one connection after another, and then falls
     * silent.
     */
    private MiniFtpClientEnd client(String... answers) throws IOException {
        for (String answer : answers) {
            List<byte[]> messages = Arrays.stream(answer.split("(?<=<T>)")).map(MiniFtpConversation::bytes).toList();
            connections.add(ScriptedTransport.reading(messages).thenSilence());
        }
        var options = WireOptions.DEFAULTS.withPatience(Duration.ofSeconds(10));
        var end = new MiniFtpClientEnd(() -> new Wire(connections.get(opened++), options));
        end.open();
        return end;
    }

    private String said(int connection) {
        return text(connections.get(connection).written());
    }

    private static byte[] content(Reply reply) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Body body = assertInstanceOf(Reply.Content.class, reply).body()) {
            body.copyTo(Channels.newChannel(bytes));
        }
        return bytes.toByteArray();
    }

    // ---- hello [MFTP-6.1], [MFTP-7.1] ------------------------------------------------------------------------------

    @Test
    void aServerThatAnswersHelloWithItsVersionIsStrict() throws IOException {
        assertTrue(client(STRICT).strict());
        assertEquals("hello vos/1<T>", said(0));
    }

    @Test
    void aServerThatAnswersHelloWithAStatusIsPublished() throws IOException {
        var client = client(PUBLISHED);

        assertFalse(client.strict());
        assertEquals(new Reply.Directory("/srv"), client.perform(new Request.WhereAmI()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request", "<Ab3X9kQw)", "Ab3X9kQw>>", "<Ab3X 9kQ>"})
    void whatDoesNotBeginWithATokenIsNoMiniFtpServer(String greeting) {
        var violation = assertThrows(ProtocolViolation.class, () -> client(greeting));

        assertTrue(violation.getMessage().contains("not a mini-FTP server"), violation.getMessage());
    }

    // ---- strict ----------------------------------------------------------------------------------------------------

    @Test
    void commandsAreAnsweredByTheStatus() throws IOException {
        var client = client(STRICT + "/my docs<T>/my docs<T>/<T>");

        assertEquals(new Reply.Directory("/my docs"), client.perform(new Request.ChangeDirectory("my docs")));
        assertEquals(new Reply.Done(), client.perform(new Request.Move("a b", "c d")));
        assertEquals(new Reply.Directory("/"), client.perform(new Request.ChangeDirectory("..")));
        assertEquals("hello vos/1<T>cd my docs<T>mv a b\nc d<T>cd ..<T>", said(0));
    }

    @Test
    void anErrorKeepsItsCodeAndItsSentence() throws IOException {
        var client = client(STRICT + "/\nERROR already-exists: \"/a: b\" exists already<T>");

        assertEquals(new Reply.Failed(ErrorCode.ALREADY_EXISTS, "\"/a: b\" exists already"),
                client.perform(new Request.MakeDirectory("a: b")));
    }

    @Test
    void anErrorThisClientDoesNotKnowIsAnErrorAllTheSame() throws IOException {
        var client = client(STRICT + "/\nERROR on-fire: the server burns<T>");

        assertEquals(new Reply.Failed(ErrorCode.INTERNAL, "the server burns"), client.perform(new Request.Remove("a")));
    }

    @Test
    void aContentMayHoldTheToken() throws IOException {
        var client = client(STRICT + "14<T>ab<T>cd<T>/<T>");

        assertEquals("ab<T>cd", text(content(client.perform(new Request.Download("a")))));
        assertEquals(new Reply.Directory("/"), client.perform(new Request.WhereAmI()));
    }

    @Test
    void aRefusedDownloadIsNoContent() throws IOException {
        var client = client(STRICT + "<T>/\nERROR not-found: no<T>");

        assertEquals(new Reply.Failed(ErrorCode.NOT_FOUND, "no"), client.perform(new Request.Download("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "5<T>1234<T>/<T>",
        "5<T>123456<T>/<T>",
        "5<T>12345<T>/\nERROR internal: no<T>",
        "<T>/<T>",
        "five<T>12345<T>/<T>",
        "-5<T>12345<T>/<T>"})
    void aDownloadThatDoesNotAddUpIsNotBelieved(String answer) throws IOException {
        var client = client(STRICT + answer + "and so on, and so on");

        assertThrows(ProtocolViolation.class, () -> content(client.perform(new Request.Download("a"))));
    }

    @Test
    void aDownloadThatIsCutIsNotBelieved() throws IOException {
        String answer = "5<T>12345<T>/<T>";
        for (int length = 0; length < bytes(answer).length; length++) {
            var start = Arrays.copyOf(bytes(STRICT + answer), bytes(STRICT).length + length);
            var wire = new Wire(ScriptedTransport.reading(List.of(start)), WireOptions.DEFAULTS);
            var client = new MiniFtpClientEnd(() -> wire);
            client.open();

            assertThrows(PeerGoneException.class, () -> content(client.perform(new Request.Download("a"))),
                    "after " + text(start));
        }
    }

    @Test
    void aDownloadThatIsLeftHalfReadLeavesTheConnectionUseful() throws IOException {
        var client = client(STRICT + "5<T>12345<T>/<T>/b<T>");

        assertInstanceOf(Reply.Content.class, client.perform(new Request.Download("a"))).body().close();

        assertEquals(new Reply.Directory("/b"), client.perform(new Request.ChangeDirectory("b")));
        assertEquals(1, opened);
    }

    @Test
    void anUploadTellsItsSize() throws IOException {
        var client = client(STRICT + "/<T>");

        client.perform(new Request.Upload("a b", Body.of(Bytes.of("x<Ab3X9kQw>y")), true));

        assertEquals("hello vos/1<T>ul a b\n12<T>x<T>y<T>", said(0));
    }

    @Test
    void aNameWithALineEndIsRefusedBeforeAnythingIsSent() throws IOException {
        var client = client(STRICT);

        assertInstanceOf(Reply.Failed.class, client.perform(new Request.Move("a\nb", "c")));
        assertEquals("hello vos/1<T>", said(0));
    }

    // ---- towards a published server [MFTP-7] -----------------------------------------------------------------------

    @Test
    void aNameWithASpaceIsRefusedBeforeAnythingIsSent() throws IOException {
        var client = client(PUBLISHED);

        var failed = assertInstanceOf(Reply.Failed.class, client.perform(new Request.MakeDirectory("my docs")));
        assertEquals(ErrorCode.INVALID_NAME, failed.code());
        assertEquals("hello vos/1<T>", said(0));
    }

    @Test
    void anUploadIsThreeWritesWithPausesBetween(@TempDir Path here) throws IOException {
        var client = client(PUBLISHED);
        Path file = Files.writeString(here.resolve("a"), "content");

        try (FileChannel content = FileChannel.open(file)) {
            // The script has no answer left, so that the client waits for it in vain.
            assertThrows(PeerGoneException.class,
                    () -> client.perform(new Request.Upload("a", Body.of(content, 7), true)));
        }

        List<String> writes = connections.getFirst().writes();
        assertEquals(List.of("ul a<Ab3X9kQw>", "content", "<Ab3X9kQw>"), writes.subList(1, writes.size()));
    }

    @Test
    void aContentThatHoldsTheTokenWaitsForAnotherConnection(@TempDir Path here) throws IOException {
        var client = client(PUBLISHED.replace("/srv", "/srv/docs"), PUBLISHED + "/srv/docs<T>");
        Path file = Files.write(here.resolve("a"), bytes("ab<T>cd"));

        try (FileChannel content = FileChannel.open(file)) {
            assertThrows(RetryOnNewConnection.class,
                    () -> client.perform(new Request.Upload("a", Body.of(content, 14), true)));
        }
        assertEquals("hello vos/1<T>", said(0), "nothing of it was sent");

        client.perform(new Request.WhereAmI());
        assertTrue(connections.getFirst().closed());
        assertEquals("hello vos/1<T>cd /srv/docs<T>", said(1), "back where it was");
    }

    /** Otherwise the command after the next would be done in the root. */
    @Test
    void whoIsLostAgainOnTheWayBackStillKnowsWhereItWas() throws IOException {
        var client = client(STRICT + "/d<T>", STRICT, STRICT + "/d<T>/d<T>");
        client.perform(new Request.ChangeDirectory("d"));
        assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("x")));
        assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("y")));

        assertEquals(new Reply.Done(), client.perform(new Request.Remove("z")));
        assertEquals("hello vos/1<T>cd /d<T>", said(1));
        assertEquals("hello vos/1<T>cd /d<T>rm z<T>", said(2));
    }

    @Test
    void aDownloadOfAnotherSizeThanToldIsTriedAgain() throws IOException {
        var client = client(PUBLISHED + "14<T>/srv<T>" + "ab<T>cd<T>/srv<T>", PUBLISHED + "/srv<T>");

        assertThrows(RetryOnNewConnection.class, () -> content(client.perform(new Request.Download("a"))));

        client.perform(new Request.WhereAmI());
        assertEquals(2, opened);
    }

    @Test
    void aDownloadOfTheToldSizeIsBelieved() throws IOException {
        var client = client(PUBLISHED + "4<T>/srv<T>abcd<T>/srv<T>");

        assertEquals("abcd", text(content(client.perform(new Request.Download("a")))));
        assertEquals("hello vos/1<T>info a<T>dl a<T>", said(0));
    }

    /** {@code [MFTP-7.6]} */
    @Test
    void aServerThatFallsSilentIsExplained() throws IOException {
        var client = client(PUBLISHED);

        var gone = assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("missing")));
        assertTrue(gone.getMessage().startsWith("no answer within 10 s; a published mini-FTP server falls silent"),
                gone.getMessage());
    }

    @Test
    void whatTheDialectHasNoCommandForIsNotAsked() throws IOException {
        var client = client(STRICT);

        assertEquals(ErrorCode.UNSUPPORTED,
                assertInstanceOf(Reply.Failed.class, client.perform(new Request.ListDirectory(""))).code());
        assertEquals("hello vos/1<T>", said(0));
    }
}
