package vos.lab.virtuos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.Pace;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.RetryOnNewConnection;
import vos.protocol.ScriptedTransport;
import vos.protocol.Splits;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** What the client says, and believes, towards a published server {@code [VIRT-7]}. */
class PublishedClientEndTest extends ClientEndFixture {
    /** {@code [VIRT-7.2]} */
    @Test
    void anUploadIsThreeWritesWithPausesBetween(@TempDir Path here) throws IOException {
        Path file = Files.writeString(here.resolve("a"), "content");
        var client = client(PUBLISHED);
        assertThrows(PeerGoneException.class, () -> upload(client, "a", file), "the script has no answer left");

        ScriptedTransport connection = connections.getFirst();
        assertEquals(List.of("upload a", "content", "<<EOF>>"), connection.writes().subList(1, 4));
        List<Duration> waits = connection.waits();
        assertEquals(List.of(Pace.MESSAGE, Pace.afterBody(7), PATIENCE), waits.subList(waits.size() - 3, waits.size()));
    }

    private static VirtuosClientEnd client(TurnTransport server) throws IOException {
        var end = new VirtuosClientEnd(() -> new Wire(server, WireOptions.DEFAULTS.withPatience(PATIENCE)));
        end.open();
        return end;
    }

    /** A published server that has welcomed its client, and not understood its hello. */
    private static TurnTransport published() {
        return new TurnTransport("Welcome to the server!\n", "Unknown command.\n");
    }

    private static List<byte[]> segments(String... segments) {
        return Arrays.stream(segments).map(Bytes::of).toList();
    }

    /** {@code [VIRT-2.4]}, {@code [VIRT-7.7]} */
    @Test
    void aFileEndsAtTheSentinelHoweverItIsCut() throws IOException {
        for (List<byte[]> cut : Splits.of(Bytes.of("File<<EOF>" + "<<EOF>>")).toList()) {
            var server = published().add(cut).add(segments("/\n"));
            var client = client(server);

            assertEquals("File<<EOF>", content(client.perform(new Request.Download("a"))));
            assertEquals(HELLO + "download apwd", server.heard());
        }
    }

    /** {@code [VIRT-7.7]}: what comes behind the sentinel looks as if it were the answer to the question. */
    @Test
    void aFileWhoseRestLooksLikeTheAnswerIsNotBelieved() throws IOException {
        for (List<byte[]> cut : Splits.of(Bytes.of("A<<EOF>>/\n<<EOF>>")).toList()) {
            var client = client(published().add(cut).add(segments("/\n")));

            assertThrows(ProtocolViolation.class, () -> content(client.perform(new Request.Download("a"))));
        }
        var late = client(published().add(segments("A<<EOF>>")).add(segments("/\n<<EOF>>/\n")));
        assertThrows(ProtocolViolation.class, () -> content(late.perform(new Request.Download("a"))));
    }

    /** {@code [VIRT-7.6]} */
    @ParameterizedTest
    @ValueSource(strings = {"/\n", "<<EOF>>/\n"})
    void aMissingFileIsKnownByTheAnswerToTheNextQuestion(String answer) throws IOException {
        var client = client(published().add(segments("File not ", "found.\n")).add(segments(answer))
                .add(segments("Folder 'b' created.\n")));

        assertEquals(new Reply.Failed(ErrorCode.NOT_FOUND, "File not found."),
                client.perform(new Request.Download("a")));
        assertEquals(new Reply.Done(), client.perform(new Request.MakeDirectory("b")), "the next one is as good");
    }

    /** {@code [VIRT-7.6]} */
    @ParameterizedTest
    @ValueSource(strings = {"and so it goes on\n<<EOF>>/\n", "/\nand so it goes on<<EOF>>/\n"})
    void aFileThatPausesBehindThatSentenceIsFetchedAgain(String rest) throws IOException {
        var client = client(published().add(segments("File not found.\n")).add(segments(rest)));

        assertThrows(RetryOnNewConnection.class, () -> client.perform(new Request.Download("a")));
    }

    /** {@code [VIRT-7.6]} */
    @Test
    void bothAnswersToAMissingFileAreUnderstood() throws IOException {
        var client = client(PUBLISHED + "File not found.\n<<EO|F>>|Folder 'b' created.\n");

        assertEquals(new Reply.Failed(ErrorCode.NOT_FOUND, "File not found."),
                client.perform(new Request.Download("a")));
        assertEquals(new Reply.Done(), client.perform(new Request.MakeDirectory("b")));
        assertEquals("download amkdir b", said(0));
    }

    /** {@code [VIRT-7.5]} */
    @Test
    void aListingEndsAtTheAnswerToTheNextQuestionHoweverItIsCut() throws IOException {
        for (List<byte[]> cut : Splits.cutTwice(Bytes.of("a\nb c\n/\n")).toList()) {
            var script = new ArrayList<>(Stream.of("Welcome to the server!\n", "Unknown command.\n").map(Bytes::of)
                    .toList());
            script.addAll(cut);
            connections.add(ScriptedTransport.reading(script));
            var client = open();

            assertEquals(new Reply.Listing(List.of(new Entry("a", false), new Entry("b c", false))),
                    client.perform(new Request.ListDirectory("")));
            assertEquals("lspwd", said(opened - 1));
        }
    }

    @Test
    void anAnswerThisClientDoesNotKnowIsARefusal() throws IOException {
        var client = client(PUBLISHED + "Quota exceeded.\n|Folder 'other' created.\n");

        assertEquals(new Reply.Failed(ErrorCode.INTERNAL, "Quota exceeded."),
                client.perform(new Request.MakeDirectory("a")));
        assertInstanceOf(Reply.Failed.class, client.perform(new Request.MakeDirectory("a")));
    }

    @Test
    void aServerThatFallsSilentIsNotWaitedForForEver() throws IOException {
        var client = client(PUBLISHED);

        var gone = assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("missing")));
        assertTrue(gone.getMessage().startsWith("no answer within 10 s"), gone.getMessage());
    }

    /** {@code [VIRT-7.2]}: it would take the file for commands. */
    @ParameterizedTest
    @ValueSource(strings = {"Access denied.\n", "Uploaded 'a' successfully.\n"})
    void aServerThatDoesNotWaitForTheFileDoesNotGetIt(String answer, @TempDir Path here) throws IOException {
        Path file = Files.writeString(here.resolve("a"), "rm precious");
        var client = client(PUBLISHED + answer);

        assertThrows(ProtocolViolation.class, () -> upload(client, "a", file));
        assertEquals("upload a", said(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "a\n"})
    void aListingOfEndlessLinesIsNotKept(String line) {
        String welcome = PUBLISHED.replace("|", "");
        connections.add(ScriptedTransport.reading(welcome).thenForEver(line.repeat(1_000)));

        assertThrows(ProtocolViolation.class, () -> open().perform(new Request.ListDirectory("")));
    }

    /** {@code [VIRT-7.5]} */
    @Test
    void anEndlessListingIsNotKept() {
        String welcome = PUBLISHED.replace("|", "");
        connections.add(ScriptedTransport.reading(welcome).thenForEver(("x".repeat(8_000) + "\n").repeat(8)));

        assertThrows(ProtocolViolation.class, () -> open().perform(new Request.ListDirectory("")));
    }
}
