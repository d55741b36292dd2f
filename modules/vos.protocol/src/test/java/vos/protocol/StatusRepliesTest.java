package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The replies of the strict forms, as bytes and back {@code [COM-9.2]}, {@code [COM-9.3]}. */
class StatusRepliesTest {
    private static final Vocabulary OFFERED = new LineDialect().vocabulary();
    private static final Request LIST = new Request.ListDirectory("");
    private static final Request WHERE = new Request.WhereAmI();
    private static final Request REMOVE = new Request.Remove("x");
    private static final Request DOWNLOAD = new Request.Download("x");

    private static StatusReplies over(ScriptedTransport transport) {
        return new StatusReplies(new Wire(transport, WireOptions.DEFAULTS), OFFERED);
    }

    private static ScriptedTransport sending(Reply... replies) throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        var sender = new StatusReplies(wire, OFFERED);
        for (Reply reply : replies) {
            sender.send(reply);
        }
        wire.flush();
        return transport;
    }

    private static Reply receive(Request request, String sent) throws IOException {
        return over(ScriptedTransport.reading(sent)).receive(request);
    }

    private static String content(Reply reply) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertInstanceOf(Reply.Content.class, reply).body().copyTo(Channels.newChannel(bytes));
        return Bytes.text(bytes.toByteArray());
    }

    // ---- both sides ------------------------------------------------------------------------------------------------

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of(REMOVE, new Reply.Done(), "OK\n"),
                Arguments.of(new Request.Quit(), new Reply.Goodbye(), "OK\n"),
                Arguments.of(WHERE, new Reply.Directory("/my docs"), "OK 8\n/my docs"),
                Arguments.of(new Request.ChangeDirectory("d"), new Reply.Directory("/"), "OK 1\n/"),
                Arguments.of(new Request.Size("x"), new Reply.Size(1234), "OK 4\n1234"),
                Arguments.of(LIST, new Reply.Listing(List.of()), "OK 0\n"),
                Arguments.of(LIST, new Reply.Listing(List.of(new Entry(" a b", false), new Entry("docs", true))),
                        "OK 11\n a b\ndocs/\n"),
                Arguments.of(DOWNLOAD, new Reply.Failed(ErrorCode.NOT_FOUND, "\"/x\" does not exist"),
                        "ERROR not-found: \"/x\" does not exist\n"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyArrivesAsItWasGiven(Request request, Reply reply, String bytes) throws IOException {
        assertEquals(bytes, Bytes.text(sending(reply).written()));
        for (List<byte[]> segments : Splits.of(Bytes.of(bytes)).toList()) {
            assertEquals(reply, over(ScriptedTransport.reading(segments)).receive(request));
        }
    }

    @Test
    void sizesAreInBytesAndNotInCharacters() throws IOException {
        var transport = sending(new Reply.Directory("/sp\u00e4\u00dfe"));

        assertEquals("OK 8\n/sp\u00c3\u00a4\u00c3\u009fe", Bytes.text(transport.written()));
        assertEquals(new Reply.Directory("/sp\u00e4\u00dfe"), receive(WHERE, Bytes.text(transport.written())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "OK\n", "ERROR not-found: no\n"})
    void aContentIsAsLongAsWasToldWhateverItHolds(String text) throws IOException {
        String bytes = Bytes.text(sending(new Reply.Content(Body.of(Bytes.of(text))), new Reply.Done()).written());
        assertEquals("OK " + text.length() + "\n" + text + "OK\n", bytes);

        StatusReplies replies = over(ScriptedTransport.reading(bytes));
        assertEquals(text, content(replies.receive(DOWNLOAD)));
        assertEquals(new Reply.Done(), replies.receive(REMOVE), "and the next reply begins behind it");
    }

    // ---- the server's side -----------------------------------------------------------------------------------------

    @Test
    void aReplyThatIsATextIsOneWrite() throws IOException {
        assertEquals(List.of("OK 8\n/my docs"), sending(new Reply.Directory("/my docs")).writes());
    }

    @Test
    void helloIsAnsweredByTheVersionAndWhatIsOffered() throws IOException {
        assertEquals("vos/1 ls cd pwd mkdir rm touch mv size put get head quit\n",
                Bytes.text(sending(new Reply.Welcome("vos/1")).written()));
    }

    @Test
    void whatHasNoFormIsNotSent() {
        var exit = new Reply.Exit(OptionalInt.of(0));

        assertThrows(IllegalArgumentException.class, () -> sending(exit));
    }

    @Test
    void aListingThatNoClientWouldTakeIsAnError() throws IOException {
        var small = new Entry("x", false);
        var large = new Entry("\u00e4".repeat(127), true);
        for (var entries : List.of(Collections.nCopies(StatusReplies.MOST_ENTRIES + 1, small),
                Collections.nCopies(StatusReplies.LONGEST_TEXT / 256 + 1, large))) {
            assertEquals("ERROR too-large: the listing is too long to be sent\n",
                    Bytes.text(sending(new Reply.Listing(entries)).written()));
        }
    }

    @Test
    void theLongestListingThatIsSentIsTaken() throws IOException {
        var listing = new Reply.Listing(Collections.nCopies(StatusReplies.MOST_ENTRIES, new Entry("x", false)));

        assertEquals(listing, receive(LIST, Bytes.text(sending(listing).written())));
    }

    // ---- the client's side, and what it does not believe -----------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"OK 3\na\nb", "OK 1\na", "OK 1\n\n", "OK 3\na\n\n", "OK 3\n\na\n", "OK 2\n\u00ff\n"})
    void aListingIsMadeOfWholeLines(String answer) {
        assertThrows(ProtocolViolation.class, () -> receive(LIST, answer));
    }

    @Test
    void aListingOfMoreEntriesThanAnyIsNotKept() {
        int lines = StatusReplies.MOST_ENTRIES + 1;

        var violation = assertThrows(ProtocolViolation.class,
                () -> receive(LIST, "OK " + 2 * lines + "\n" + "x\n".repeat(lines)));
        assertEquals("a listing is too long", violation.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK 0\n", "OK 4\ndocs", "OK 2\n\u00ff/"})
    void aDirectoryIsToldFromTheRoot(String answer) {
        assertThrows(ProtocolViolation.class, () -> receive(WHERE, answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK 0\n", "OK 4\nfive", "OK 2\n-5", "OK 2\n5\n", "OK 19\n9999999999999999999"})
    void aSizeIsANumber(String answer) {
        assertThrows(ProtocolViolation.class, () -> receive(new Request.Size("x"), answer));
    }

    @Test
    void whatMustFollowIsMissed() {
        for (Request request : List.of(DOWNLOAD, LIST, WHERE, new Request.Size("x"), new Request.ChangeDirectory("d"),
                new Request.Preview("x", 1))) {
            assertThrows(ProtocolViolation.class, () -> receive(request, "OK\n"), request::toString);
        }
    }

    @Test
    void whatCannotFollowIsNotTaken() {
        for (Request request : List.of(REMOVE, new Request.MakeDirectory("x"), new Request.Touch("x"),
                new Request.Move("x", "y"), new Request.Quit(),
                new Request.Upload("x", Body.of(new byte[0]), true))) {
            assertThrows(ProtocolViolation.class, () -> receive(request, "OK 0\n"), request::toString);
        }
    }

    /** Nothing but a content is ever so long, and only that passes in constant memory. */
    @ParameterizedTest
    @CsvSource({"67108865", "999999999999999999"})
    void aTextThatIsAnnouncedTooLongIsNotReceived(long size) throws IOException {
        var endless = ScriptedTransport.reading("OK " + size + "\n").thenForEver("x\n".repeat(500));

        assertThrows(ProtocolViolation.class, () -> over(endless).receive(LIST));
        assertTrue(endless.bytesRead() < 10_000, "bytes read: " + endless.bytesRead());
    }

    @Test
    void roomIsMadeForWhatComesAndNotForWhatIsAnnounced() {
        assertThrows(PeerGoneException.class, () -> receive(LIST, "OK 67108864\nx\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK 5\n12345", "ERROR not-found: no\n"})
    void aReplyThatIsCutIsNoneWhereverItIsCut(String answer) {
        for (int length = 0; length < answer.length(); length++) {
            String start = answer.substring(0, length);
            assertThrows(PeerGoneException.class, () -> content(receive(DOWNLOAD, start)), () -> "cut to " + start);
        }
    }
}
