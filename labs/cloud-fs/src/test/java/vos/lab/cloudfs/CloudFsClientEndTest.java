package vos.lab.cloudfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.lab.cloudfs.Frames.HELLO;
import static vos.lab.cloudfs.Frames.SENTINEL;
import static vos.lab.cloudfs.Frames.WELCOME;
import static vos.lab.cloudfs.Frames.frame;
import static vos.lab.cloudfs.Frames.frames;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** What the client's end says, and believes, when it talks to a strict server whose bytes are written down. */
class CloudFsClientEndTest {
    private ScriptedTransport transport;

    /** A client of a server that says this, and closes. */
    private CloudFsClientEnd hearing(List<byte[]> segments) throws IOException {
        transport = ScriptedTransport.reading(segments);
        var client = new CloudFsClientEnd(() -> new Wire(transport, WireOptions.DEFAULTS), () -> 0L);
        client.open();
        return client;
    }

    /** A client that is welcomed, and then hears these messages, each when it has asked. */
    private CloudFsClientEnd welcomed(String... messages) throws IOException {
        Stream<String> segments = Stream.concat(Stream.of(WELCOME), Stream.of(messages).map(Frames::frame));
        return hearing(segments.map(Bytes::of).toList());
    }

    private String saidBehindHello() {
        String said = Bytes.text(transport.written());
        assertTrue(said.startsWith(HELLO), said);
        return said.substring(HELLO.length());
    }

    static String content(Reply reply) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Body body = assertInstanceOf(Reply.Content.class, reply).body()) {
            body.copyTo(Channels.newChannel(bytes));
        }
        return Bytes.text(bytes.toByteArray());
    }

    static ErrorCode code(Reply reply) {
        return assertInstanceOf(Reply.Failed.class, reply).code();
    }

    private static Request.CommandLine line(String line, ByteArrayOutputStream output) {
        return new Request.CommandLine(line, Channels.newChannel(output));
    }

    private static Request.Upload upload(String name, String content) {
        return new Request.Upload(name, Body.of(Bytes.of(content)), true);
    }

    // ---- hello [CLOUD-6.1] -----------------------------------------------------------------------------------------

    @Test
    void aServerThatAnswersInAFrameIsStrictHoweverTheNetworkCutsIt() throws IOException {
        byte[] welcome = Bytes.of(WELCOME);
        for (List<byte[]> segments : Stream.concat(Splits.cutOnce(welcome), Stream.of(Splits.bytewise(welcome)))
                .toList()) {
            assertTrue(hearing(segments).strict());
            assertEquals("", saidBehindHello());
        }
    }

    @Test
    void aFrameThatIsNoWelcomeIsAnothersServer() {
        var violation = assertThrows(ProtocolViolation.class, () -> hearing(List.of(Bytes.of(frame("220 ready")))));
        assertTrue(violation.getMessage().contains("not a cloud-fs server"), violation.getMessage());
    }

    @Test
    void aServerThatClosesIsGone() {
        assertThrows(PeerGoneException.class, () -> hearing(List.of()));
    }

    // ---- requests [CLOUD-6.3] to [CLOUD-6.5] -----------------------------------------------------------------------

    @Test
    void namesAndLinesAreSentAsTheyAre() throws IOException {
        var client = welcomed("OK", "OK", "content", "OK", "", "EXIT 0", "OK");
        String name = "C:\\My \"Files\"\\it's  a b ";

        assertEquals(new Reply.Done(), client.perform(upload(name, "12" + SENTINEL)));
        assertEquals("content", content(client.perform(new Request.Download(name))));
        client.perform(line("UPLOAD x", new ByteArrayOutputStream()));
        assertEquals(new Reply.Goodbye(), client.perform(new Request.Quit()));

        assertEquals(frames("UPLOAD " + name, "12" + SENTINEL, "DOWNLOAD " + name, "RUN UPLOAD x", "!DISCONNECT"),
                saidBehindHello());
    }

    @Test
    void anOutputEndsWithAnEmptyFrameAndThenComesTheStatus() throws IOException {
        var client = welcomed("OK", "one\n", "EXIT 7", "", "EXIT 2", "OK", "", "EXIT 127");
        var output = new ByteArrayOutputStream();

        assertEquals(new Reply.Exit(OptionalInt.of(2)), client.perform(line("ls", output)));
        assertEquals("one\nEXIT 7", output.toString());
        output.reset();
        assertEquals(new Reply.Exit(OptionalInt.of(127)), client.perform(line("foo", output)));
        assertEquals("", output.toString());
    }

    @Test
    void anErrorIsNeverAContentOrAnOutput() throws IOException {
        var failed = new Reply.Failed(ErrorCode.NOT_FOUND, "\"/x: y\" does not exist");
        String error = "ERROR not-found: \"/x: y\" does not exist";
        var client = welcomed(error, error, error, "OK", "half", "", error);
        var output = new ByteArrayOutputStream();

        assertEquals(failed, client.perform(upload("x", "")));
        assertEquals(failed, client.perform(new Request.Download("x")));
        assertEquals(failed, client.perform(line("ls", output)));
        assertEquals("", output.toString());
        assertEquals(failed, client.perform(line("ls", output)));
        assertEquals("half", output.toString());
    }

    @Test
    void aDownloadThatIsLeftHalfReadLeavesTheConnectionUseful() throws IOException {
        var client = welcomed("OK", "content", "OK", "next");

        assertInstanceOf(Reply.Content.class, client.perform(new Request.Download("a"))).body().close();
        assertEquals("next", content(client.perform(new Request.Download("b"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK 5", "ok", "EXIT 0", "", "ERROR", "ERROR not-found"})
    void anAnswerThatIsNoStatusIsAViolation(String status) throws IOException {
        var client = welcomed(status, "content");

        assertThrows(ProtocolViolation.class, () -> client.perform(new Request.Download("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "EXIT", "EXIT ", "EXIT -1", "EXIT 1000", "EXIT one", ""})
    void aCommandThatEndsWithAnythingButAStatusIsAViolation(String end) throws IOException {
        var client = welcomed("OK", "output", "", end);

        assertThrows(ProtocolViolation.class, () -> client.perform(line("ls", new ByteArrayOutputStream())));
    }

    @Test
    void whatIsCutIsNotBelieved() throws IOException {
        String all = WELCOME + frames("OK", "content");
        for (int length = WELCOME.length(); length < all.length(); length++) {
            var client = hearing(List.of(Arrays.copyOf(Bytes.of(all), length)));
            assertThrows(PeerGoneException.class, () -> content(client.perform(new Request.Download("a"))));
        }
        String output = WELCOME + frames("OK", "output", "", "EXIT 0");
        IntStream.range(WELCOME.length(), output.length()).forEach(length ->
                assertThrows(PeerGoneException.class, () -> hearing(List.of(Arrays.copyOf(Bytes.of(output), length)))
                        .perform(line("ls", new ByteArrayOutputStream())), "cut behind " + length));
    }

    /** {@code [CLOUD-7.8]}: the next connection would be in another directory. */
    @Test
    void aConnectionThatBrokeOffIsNotReplaced() throws IOException {
        var client = welcomed("OK");
        assertThrows(PeerGoneException.class, () -> client.perform(line("rm -r a", new ByteArrayOutputStream())));

        var gone = assertThrows(PeerGoneException.class, () -> client.perform(new Request.Download("a")));
        assertTrue(gone.getMessage().contains("connect again"), gone.getMessage());
        assertEquals(frame("RUN rm -r a"), saidBehindHello());
    }

    @Test
    void whatIsTooLongForTheServerIsNotSent() throws IOException {
        var client = welcomed();
        String longest = "x".repeat(8192 - "DOWNLOAD ".length());

        assertEquals(ErrorCode.TOO_LARGE, code(client.perform(new Request.Download(longest + "x"))));
        assertEquals(ErrorCode.TOO_LARGE, code(client.perform(upload(longest + "x", "content"))));
        assertEquals(ErrorCode.TOO_LARGE, code(client.perform(line(longest + "\u00fc", new ByteArrayOutputStream()))));
        assertEquals("", saidBehindHello());
        assertThrows(PeerGoneException.class, () -> client.perform(new Request.Download(longest)));
        assertEquals(frame("DOWNLOAD " + longest), saidBehindHello());
    }

    @Test
    void whatTheDialectHasNoCommandForIsNotAsked() throws IOException {
        var client = welcomed("OK", "content");

        assertEquals(ErrorCode.UNSUPPORTED, code(client.perform(new Request.ListDirectory(""))));
        assertEquals("", saidBehindHello());
        assertEquals("content", content(client.perform(new Request.Download("a"))));
        assertFalse(transport.closed());
    }
}
