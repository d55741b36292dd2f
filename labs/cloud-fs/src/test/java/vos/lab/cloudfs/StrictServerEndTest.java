package vos.lab.cloudfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.lab.cloudfs.Frames.HELLO;
import static vos.lab.cloudfs.Frames.SENTINEL;
import static vos.lab.cloudfs.Frames.WELCOME;
import static vos.lab.cloudfs.Frames.frame;
import static vos.lab.cloudfs.Frames.frames;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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
import vos.testing.RecordingSession;
import vos.testing.ServerConversation;

/** What the server's end says in the strict form, and that no network can change what it understands. */
class StrictServerEndTest {
    private final RecordingSession session = new RecordingSession();

    private ServerConversation hearing(List<byte[]> segments) throws IOException {
        return ServerConversation.over(ScriptedTransport.reading(segments), session, new CloudFsDialect()::serverEnd);
    }

    /** What is answered to this behind a hello. */
    private String answer(String said) throws IOException {
        return hearing(List.of(Bytes.of(HELLO + said))).saidBehind(WELCOME);
    }

    private void printing(String output) {
        session.printing(channel -> channel.write(ByteBuffer.wrap(Bytes.of(output))));
    }

    private List<String> requests() {
        return session.requests().subList(1, session.requests().size());
    }

    // ---- the strict form [CLOUD-6] ---------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"HELLO vos/1", "HELLO vos/2"})
    void helloIsAnsweredByAFrameWithTheVersionAndTheWords(String hello) throws IOException {
        assertEquals(WELCOME, hearing(List.of(Bytes.of(frame(hello)))).said());
        assertEquals(List.of(hello.replace("HELLO", "Hello")), session.requests());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            RUN ls -la|CommandLine ls -la
            RUN UPLOAD x|CommandLine UPLOAD x
            RUN  ls |CommandLine  ls
            DOWNLOAD a b|Download a b
            ls|Unknown ls
            RUN|Unknown RUN
            run ls|Unknown run
            UPLOAD|Unknown UPLOAD
            !DISCONNECT|Quit
            """)
    void aCommandLineStandsBehindRun(String message, String request) throws IOException {
        answer(frame(message));

        assertEquals(List.of(request), requests().stream().map(String::stripTrailing).toList());
    }

    @Test
    void aContentIsAFrameAndItsStatusTheAnswer() throws IOException {
        String content = "before " + SENTINEL + frame("RUN rm -r /") + " after";

        assertEquals(frames("OK", "OK"), answer(frames("UPLOAD a b", content, "UPLOAD c", "")));
        assertEquals(List.of("Upload a b = " + content, "Upload c = "), requests());
    }

    @Test
    void aRefusedUploadIsAnsweredBehindItsContent() throws IOException {
        session.refusing(Request.Upload.class);

        assertEquals(frames("ERROR not-found: \"/x\" does not exist", "ERROR unsupported: unknown"),
                answer(frames("UPLOAD x", "RUN rm -r /", "foo")));
    }

    @Test
    void aContentBehindANameThatIsNotUtf8IsNotTakenForCommands() throws IOException {
        assertEquals(frames("ERROR malformed: this is not UTF-8", "ERROR unsupported: unknown"),
                answer(frames("UPLOAD \u00ff", "RUN rm -r /", "foo")));
        assertEquals(List.of("Malformed this is not UTF-8", "Unknown foo"), requests());
    }

    @Test
    void anUploadThatDoesNotEndIsNotAnswered() {
        String half = frame("UPLOAD a") + frame("content").substring(0, 70);

        assertThrows(PeerGoneException.class, () -> answer(half));
        assertEquals(List.of(), requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "five", ""})
    void aContentWithoutALengthIsAViolation(String length) {
        assertThrows(ProtocolViolation.class, () -> answer(frame("UPLOAD a") + "%-64s".formatted(length) + "12345"));
        assertEquals(List.of(), requests());
    }

    @Test
    void aDownloadIsAStatusAndThenAFrame() throws IOException {
        assertEquals(frames("OK", "12345"), answer(frame("DOWNLOAD a")));
        session.refusing(Request.Download.class);
        assertEquals(frames("ERROR not-found: \"/x\" does not exist"), answer(frame("DOWNLOAD a")));
    }

    @Test
    void anOutputIsFramesAndAnEmptyOneAndThenTheExitStatus() throws IOException {
        session.answering(Request.CommandLine.class, () -> new Reply.Exit(OptionalInt.of(1)))
                .printing(channel -> {
                    channel.write(ByteBuffer.wrap(Bytes.of("one")));
                    channel.write(ByteBuffer.allocate(0));
                    channel.write(ByteBuffer.wrap(Bytes.of("two")));
                });

        assertEquals(frames("OK", "one", "two", "", "EXIT 1"), answer(frame("RUN ls")));
    }

    @Test
    void noOutputIsAnEmptyFrame() throws IOException {
        assertEquals(frames("OK", "", "EXIT 0"), answer(frame("RUN ls")));
    }

    @Test
    void noFrameOfAnOutputIsLargerThan64Kibibytes() throws IOException {
        printing("x".repeat(150_000));

        assertEquals(frames("OK", "x".repeat(65_536), "x".repeat(65_536), "x".repeat(18_928), "", "EXIT 0"),
                answer(frame("RUN ls")));
    }

    @Test
    void aLineThatIsRefusedHasNoOutputAndOneThatBreaksOffHasAnEnd() throws IOException {
        session.answering(Request.CommandLine.class, () -> new Reply.Failed(ErrorCode.INTERNAL, "it failed"));
        assertEquals(frames("ERROR internal: it failed"), answer(frame("RUN ls")));

        printing("half of it");
        assertEquals(frames("OK", "half of it", "", "ERROR internal: it failed"), answer(frame("RUN ls")));
    }

    @Test
    void quitIsAnsweredAndEndsTheConversation() throws IOException {
        assertEquals(frame("OK"), answer(frames("!DISCONNECT", "RUN ls")));
        assertEquals(List.of("Quit"), requests());
    }

    @Test
    void aShortAnswerIsOneWrite() throws IOException {
        printing("a.txt\n");
        List<String> writes = hearing(List.of(Bytes.of(HELLO), Bytes.of(frame("RUN ls")), Bytes.of(frame("DOWNLOAD a")),
                Bytes.of(frame("foo")))).writes();

        assertEquals(List.of(WELCOME, frames("OK", "a.txt\n", "", "EXIT 0"), frames("OK", "12345"),
                frame("ERROR unsupported: unknown")), writes);
    }

    @Test
    void refusalsOfThePublishedFormAreNotToldInTheStrictOne() throws IOException {
        session.refusing(Request.Upload.class);
        String said = hearing(List.of(Bytes.of(frame("UPLOAD x") + SENTINEL + HELLO + frame("RUN ls")))).said();

        assertEquals(WELCOME + frames("OK", "", "EXIT 0"), said);
    }

    // ---- the network [CLOUD-2.2] -----------------------------------------------------------------------------------

    private static final List<String> MESSAGES = List.of(frame("mkdir a"),
            frame("UPLOAD b") + "x__EN" + SENTINEL, HELLO, frames("UPLOAD c", "x" + SENTINEL + "y"),
            frame("DOWNLOAD c"), frame("RUN ls"), frame("!DISCONNECT"));
    private static final String CONVERSATION = String.join("", MESSAGES);

    @Test
    void howeverTheNetworkCutsAConversationItIsUnderstoodAlike() throws IOException {
        byte[] all = Bytes.of(CONVERSATION);
        String expected = hearing(List.of(all)).said();
        List<String> requests = List.copyOf(session.requests());
        assertEquals(MESSAGES.size(), requests.size(), requests::toString);

        Stream<List<byte[]>> pieces = IntStream.range(1, 80).mapToObj(size -> Splits.pieces(all, size));
        for (List<byte[]> segments : Stream.concat(Splits.cutOnce(all), pieces).toList()) {
            session.requests().clear();
            assertEquals(expected, hearing(segments).said(),
                    () -> "cut into " + segments.stream().map(Bytes::text).toList());
            assertEquals(requests, session.requests());
        }
    }

    @Test
    void whereverTheConnectionEndsOnlyWhatWasSaidWholeIsDone() throws IOException {
        byte[] all = Bytes.of(CONVERSATION);
        hearing(List.of(all));
        List<String> requests = List.copyOf(session.requests());

        for (int length = 0; length < all.length; length++) {
            session.requests().clear();
            byte[] start = Arrays.copyOf(all, length);
            try {
                hearing(List.of(start));
            } catch (PeerGoneException e) {
                // It ended within a message, and all that was to be done had been done before.
                assertTrue(e.getMessage().contains("in the middle of a message"), e.getMessage());
            }
            assertEquals(requests.subList(0, whole(length)), session.requests(), () -> "after " + Bytes.text(start));
        }
    }

    /** How many of the messages end within so many bytes. */
    private static int whole(int length) {
        int count = 0;
        int end = MESSAGES.getFirst().length();
        while (end <= length) {
            count++;
            end += MESSAGES.get(count).length();
        }
        return count;
    }
}
