package vos.lab.cloudfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.lab.cloudfs.CloudFsClientEndTest.code;
import static vos.lab.cloudfs.CloudFsClientEndTest.content;
import static vos.lab.cloudfs.Frames.HELLO;
import static vos.lab.cloudfs.Frames.SENTINEL;
import static vos.lab.cloudfs.Frames.frame;
import static vos.lab.cloudfs.Frames.frames;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

/** What the client's end says, and believes, when it talks to a published server whose bytes are written down. */
class PublishedExchangeTest {
    private static final String MARKER = "vos-AAAAAAAA";
    private static final String GREETING = HELLO + frame(MARKER);
    private static final String UNKNOWN_HELLO = "/bin/sh: 1: HELLO: not found\n";
    private static final String ANSWER = "/bin/sh: 1: vos-AAAAAAAA: not found\n";

    private final List<ScriptedTransport> connections = new ArrayList<>();
    private int opened;

    @TempDir
    private Path here;

    /** A client of a server that says this, segment by segment, and is then silent. */
    private CloudFsClientEnd client(List<byte[]> segments) throws IOException {
        connections.add(ScriptedTransport.reading(segments).thenSilence());
        var options = WireOptions.DEFAULTS.withPatience(Duration.ofSeconds(10));
        var client = new CloudFsClientEnd(() -> new Wire(connections.get(opened++), options), () -> 0L);
        client.open();
        return client;
    }

    /** A client that has learned the answer to its marker, and then hears this. */
    private CloudFsClientEnd hearing(String... segments) throws IOException {
        return client(Stream.concat(Stream.of(UNKNOWN_HELLO, ANSWER), Stream.of(segments)).map(Bytes::of).toList());
    }

    private String said() {
        return Bytes.text(connections.getFirst().written());
    }

    private static String run(CloudFsClientEnd client, String line) throws IOException {
        var output = new ByteArrayOutputStream();
        assertEquals(new Reply.Exit(OptionalInt.empty()),
                client.perform(new Request.CommandLine(line, Channels.newChannel(output))));
        return Bytes.text(output.toByteArray());
    }

    private Request.Upload upload(String name, String content) throws IOException {
        return new Request.Upload(name, Frames.file(here, content), true);
    }

    // ---- the marker [CLOUD-7.1], [CLOUD-7.2] -----------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh: 1: %s: not found\n", "/bin/sh: line 1: %s: command not found\n",
        "zsh:1: command not found: %s\n", "%s",
        "'%s' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n"})
    void theAnswersOfAShellAreKnownHoweverTheNetworkCutsThem(String answer) throws IOException {
        byte[] both = Bytes.of(answer.formatted("HELLO") + answer.formatted(MARKER));
        for (List<byte[]> segments : Stream.concat(Splits.cutOnce(both), Stream.of(Splits.bytewise(both))).toList()) {
            connections.clear();
            opened = 0;
            var client = client(Stream.concat(segments.stream(),
                    Stream.of(Bytes.of("a.txt\n" + answer.formatted(MARKER)))).toList());

            assertFalse(client.strict());
            assertEquals("a.txt\n", run(client, "ls"));
            assertEquals(GREETING + frames("ls", MARKER), said());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "220 ready\r\n500 HELLO?\r\n500 vos-AAAAAAAA?\r\n ",
        "HELLO yourself vos-AAAAAAAA", "vos-AAAAAAAA HELLO"})
    void aServerThatAnswersInAnotherWayIsNone(String answer) {
        var violation = assertThrows(ProtocolViolation.class, () -> client(List.of(Bytes.of(answer))));
        assertTrue(violation.getMessage().contains("not a cloud-fs server"), violation.getMessage());
    }

    @Test
    void aServerThatAnswersWithoutEndIsNone() {
        connections.add(ScriptedTransport.reading("Welcome! ").thenForEver("more and more "));
        var client = new CloudFsClientEnd(() -> new Wire(connections.getFirst(), WireOptions.DEFAULTS), () -> 0L);

        assertThrows(ProtocolViolation.class, client::open);
        assertTrue(connections.getFirst().bytesRead() < 10_000, "bytes read");
    }

    // ---- command lines [CLOUD-7.3] ---------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"a.txt\n", "", "no line end", "/bin/sh: 1: HELLO: not found\n", "/bin/sh: 1: vos-"})
    void anOutputEndsWhereTheAnswerToTheMarkerBegins(String output) throws IOException {
        var client = hearing(output + ANSWER, "next\n" + ANSWER);

        assertEquals(output, run(client, "x"));
        assertEquals("next\n", run(client, "y"));
        assertEquals(GREETING + frames("x", MARKER, "y", MARKER), said());
    }

    @Test
    void aLongOutputInManyPiecesIsWhole() throws IOException {
        String output = Bytes.everyByte().repeat(4096);
        var client = client(Stream.concat(Stream.of(Bytes.of(UNKNOWN_HELLO + ANSWER)),
                Splits.pieces(Bytes.of(output + ANSWER), 1000).stream()).toList());

        assertEquals(output, run(client, "cat large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPLOAD x", "DOWNLOAD x", "!DISCONNECT", "echo \0"})
    void whatTheServerWouldTakeForSomethingElseIsNotSent(String line) throws IOException {
        var client = hearing("next\n" + ANSWER);

        code(client.perform(new Request.CommandLine(line, Channels.newChannel(new ByteArrayOutputStream()))));
        assertEquals(GREETING, said());
        assertEquals("next\n", run(client, "ls"));
    }

    @Test
    void whatOneReadOfTheServerMightNotGiveIsNotSent() throws IOException {
        var client = hearing("File not found." + SENTINEL + ANSWER);
        String longest = "x".repeat(1024 - "DOWNLOAD ".length());

        assertEquals(ErrorCode.TOO_LARGE, code(client.perform(new Request.Download(longest + "x"))));
        assertEquals(ErrorCode.TOO_LARGE, code(client.perform(upload(longest + "x", ""))));
        assertEquals(GREETING, said());
        assertEquals(ErrorCode.NOT_FOUND, code(client.perform(new Request.Download(longest))));
    }

    /** {@code [CLOUD-7.8]} */
    @Test
    void aServerThatFallsSilentIsExplainedAndTheNextRequestHasAnotherConnection() throws IOException {
        var client = hearing();
        var gone = assertThrows(PeerGoneException.class, () -> run(client, "sleep 1000"));
        assertTrue(gone.getMessage().startsWith("no answer within 10 s; a published cloud-fs server is silent"),
                gone.getMessage());

        connections.add(ScriptedTransport.reading(UNKNOWN_HELLO + ANSWER, "a.txt\n" + ANSWER));
        assertEquals("a.txt\n", run(client, "ls"));
        assertTrue(connections.getFirst().closed());
        assertEquals(2, opened);
    }

    // ---- downloads [CLOUD-7.4] -------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "content", "File not found", "File not found.\n", "a__END__b", "__END__", "__END",
        "__END__/bin/sh: 1: HELLO: not found\n"})
    void aContentEndsWhereSentinelAndAnswerStandTogether(String content) throws IOException {
        var client = hearing(content + SENTINEL, ANSWER, "next\n" + ANSWER);

        assertEquals(content, content(client.perform(new Request.Download("a b"))));
        assertEquals("next\n", run(client, "ls"));
        assertEquals(GREETING + frames("DOWNLOAD a b", MARKER, "ls", MARKER), said());
    }

    @Test
    void theSentenceAloneIsNoContentHoweverTheNetworkCutsIt() throws IOException {
        byte[] answer = Bytes.of("File not found." + SENTINEL + ANSWER);
        for (List<byte[]> segments : Splits.cutOnce(answer).toList()) {
            connections.clear();
            opened = 0;
            var client = client(Stream.concat(Stream.of(Bytes.of(UNKNOWN_HELLO), Bytes.of(ANSWER)),
                    segments.stream()).toList());
            assertEquals(new Reply.Failed(ErrorCode.NOT_FOUND, "the server has no file \"a\""),
                    client.perform(new Request.Download("a")));
        }
    }

    // ---- uploads [CLOUD-7.5], [CLOUD-7.6] --------------------------------------------------------------------------

    @Test
    void anUploadIsFourStepsAndStoredWhenTheMarkerIsAnswered() throws IOException {
        var client = hearing();
        // The script has no answer left: a published server that cannot write the file says nothing more.
        assertThrows(PeerGoneException.class, () -> client.perform(upload("a b", "content")));

        List<String> writes = connections.getFirst().writes();
        assertEquals(List.of(frame("UPLOAD a b"), "content", SENTINEL, frame(MARKER)),
                writes.subList(writes.size() - 4, writes.size()));
        List<Duration> waits = connections.getFirst().waits();
        assertTrue(waits.get(waits.size() - 3).toMillis() >= 100, waits::toString);
        assertTrue(waits.get(waits.size() - 2).toMillis() >= 200, waits::toString);
    }

    @Test
    void anUploadWhoseMarkerIsAnsweredIsDone() throws IOException {
        var client = hearing(ANSWER, "a.txt\n" + ANSWER);

        assertEquals(new Reply.Done(), client.perform(upload("a.txt", "content")));
        assertEquals("a.txt\n", run(client, "ls"));
    }

    @Test
    void aServerThatAnswersAnUploadIsNotTrusted() throws IOException {
        var client = hearing("stored!" + ANSWER);

        assertThrows(ProtocolViolation.class, () -> client.perform(upload("a.txt", "content")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"__END__", "a__END__b", "a__END"})
    void aContentThatHoldsTheSentinelIsRefusedBeforeAnythingIsSent(String content) throws IOException {
        var client = hearing();

        assertEquals(ErrorCode.UNSUPPORTED, code(client.perform(upload("a", content))));
        assertEquals(GREETING, said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b"})
    void aNameOfWhichTheServerWouldDieIsNotSent(String name) throws IOException {
        var client = hearing();

        assertEquals(ErrorCode.INVALID_NAME, code(client.perform(upload(name, "content"))));
        assertEquals(GREETING, said());
    }

    // ---- leaving [CLOUD-7.9] ---------------------------------------------------------------------------------------

    @Test
    void quitIsNotAnsweredAndSaidOnce() throws IOException {
        var client = hearing();

        assertEquals(new Reply.Goodbye(), client.perform(new Request.Quit()));
        client.close();
        assertEquals(GREETING + frame("!DISCONNECT"), said());
        assertTrue(connections.getFirst().closed());
    }

    @Test
    void whoClosesTakesLeaveAlsoWhenAnAnswerHasNotCome() throws IOException {
        var client = hearing();
        assertThrows(PeerGoneException.class, () -> run(client, "sleep 1000"));

        client.close();
        assertEquals(GREETING + frames("sleep 1000", MARKER, "!DISCONNECT"), said());
    }

    @Test
    void inTheMiddleOfAnUploadThereIsNoLeaveToTake() throws IOException {
        var client = hearing();
        var shorter = new Request.Upload("a", Frames.file(here, "content", 8), true);

        assertThrows(IOException.class, () -> client.perform(shorter), "the file has become shorter");
        client.close();
        assertEquals(GREETING + frame("UPLOAD a"), said());
    }

    @Test
    void whoHasGoneIsNotTold() throws IOException {
        connections.add(ScriptedTransport.reading(UNKNOWN_HELLO, ANSWER)
                .takingOnly(GREETING.length() + 10));
        var client = new CloudFsClientEnd(() -> new Wire(connections.getFirst(), WireOptions.DEFAULTS), () -> 0L);
        client.open();

        client.close();
        assertTrue(connections.getFirst().closed());
    }
}
