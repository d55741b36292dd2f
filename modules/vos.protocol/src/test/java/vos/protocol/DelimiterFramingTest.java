package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message is over when its delimiter has come, and not when something has come that only looks like it. */
class DelimiterFramingTest {
    private static final String TOKEN = "<Ab3X9kQw>";
    private static final String SENTINEL = "__END__";

    /** As mini-ftp: ten characters, of which a message may contain any nine. */
    @Nested
    class WithATokenOfTenBytes extends FramingContract {
        @Override
        Framing framing(Wire wire) {
            return new DelimiterFraming(wire, Bytes.of(TOKEN));
        }

        @Override
        List<String> conversation() {
            return List.of("", "ls", "<Ab<Ab3X9kQw<", "ends like a token <Ab3X9kQw", "Ab3X9kQw>", "", "bye");
        }
    }

    /** As cloud-fs: a word that begins as it ends, so that its occurrences can overlap. */
    @Nested
    class WithAWordThatOverlapsItself extends FramingContract {
        @Override
        Framing framing(Wire wire) {
            return new DelimiterFraming(wire, Bytes.of(SENTINEL));
        }

        @Override
        List<String> conversation() {
            return List.of("", "_", "__EN", "__END_ _END__", "END__ at the beginning", "____E__EN__E", "", "bye");
        }
    }

    // ---- what cannot be carried ------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Wire.BULK - 11, Wire.BULK - 10, Wire.BULK - 9, Wire.BULK - 1, Wire.BULK, Wire.BULK + 1,
        2 * Wire.BULK - 10, 2 * Wire.BULK - 1, 3 * Wire.BULK})
    void aDelimiterIsSeenWhereverTheSearchingWindowEnds(int offset) throws IOException {
        assertTrue(occursIn(tokens(), inMemory("x".repeat(offset) + TOKEN)));
        assertTrue(occursIn(tokens(), inMemory("x".repeat(offset) + TOKEN + "x".repeat(100))));
        assertFalse(occursIn(tokens(), inMemory("x".repeat(offset) + TOKEN.replace('9', '8') + "x".repeat(100))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 10, 11})
    void aDelimiterIsSeenThoughTheContentComesInPieces(int piece) throws IOException {
        assertTrue(occursIn(tokens(), contentIn(Splits.pieces(Bytes.of("some <Ab" + TOKEN + " more"), piece))));
        assertFalse(occursIn(tokens(), contentIn(Splits.pieces(Bytes.of("some <Ab3X9kQw more"), piece))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<Ab3X9kQw", "Ab3X9kQw>", "<Ab3X9kQw <Ab3X9kQw", "<<<<<<<<<<<<<"})
    void whatOnlyLooksLikeTheTokenCanBeCarried(String content) throws IOException {
        assertFalse(occursIn(tokens(), inMemory(content)));
    }

    /** "__END" and "__END__" make "__END__END__", of which a receiver takes the first seven bytes for the delimiter. */
    @ParameterizedTest
    @ValueSource(strings = {"__END", "some text __END", "__END_", "___END_"})
    void aContentWhoseEndMakesADelimiterWithTheRealOneCannotBeCarried(String content) throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        sentinels(wire).send(Body.of(Bytes.of(content)));
        wire.flush();
        byte[] received = sentinels(wireFrom(Bytes.text(transport.written()))).receive().orElseThrow();

        assertFalse(content.equals(Bytes.text(received)), "the premise: it does not come out as it went in");
        assertTrue(occursIn(sentinels(wireFrom()), inMemory(content)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "__", "__E", "__EN", "___", "END__", "_END__"})
    void aContentWhoseEndMakesNoDelimiterWithTheRealOneCanBeCarried(String content) throws IOException {
        assertFalse(occursIn(sentinels(wireFrom()), inMemory(content)));
    }

    @Test
    void searchingAFileLeavesItWhereItWas(@TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("notes"), "some text " + TOKEN);
        try (var file = Files.newByteChannel(path)) {
            var body = Body.of(file, file.size());
            assertTrue(tokens().occursIn(body));
            assertArrayEquals(Files.readAllBytes(path), body.readAtMost(100).orElseThrow());
        }
    }

    @Test
    void onlyTheAnnouncedBytesOfAFileAreSearched(@TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("notes"), "some text " + TOKEN);
        try (var file = Files.newByteChannel(path)) {
            assertFalse(tokens().occursIn(Body.of(file, "some text ".length())));
            assertFalse(tokens().occursIn(Body.of(file, file.size() - 1)));
        }
    }

    @Test
    void aContentThatCanBeReadOnlyOnceIsNotSearched() {
        Body once = Body.unsized(Channels.newChannel(InputStream.nullInputStream()));
        assertThrows(IllegalArgumentException.class, () -> tokens().occursIn(once));
    }

    // ---- a length told beforehand ----------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"", "some text", "the token " + TOKEN + " itself", TOKEN, "<Ab3X9kQw"})
    void aBodyOfKnownLengthMayContainTheDelimiter(String content) throws IOException {
        for (var segments : Splits.cutOnce(Bytes.of(content + TOKEN + "next" + TOKEN)).toList()) {
            var framing = tokens(new Wire(ScriptedTransport.reading(segments), WireOptions.DEFAULTS));
            assertEquals(Optional.of(content), framing.receiveBody(content.length()).readAtMost(100).map(Bytes::text));
            assertEquals("next", Bytes.text(framing.receive().orElseThrow()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"some tex" + TOKEN + "filler", "some text!" + TOKEN, "some text<Ab3X9kQW>"})
    void aBodyWithoutItsDelimiterWhereItShouldBeIsNotBelieved(String stream) {
        var body = tokens(wireFrom(stream)).receiveBody("some text".length());
        var violation = assertThrows(ProtocolViolation.class, () -> body.readAtMost(100));
        assertTrue(violation.getMessage().contains("not over where it said"), violation.getMessage());
    }

    @Test
    void closingABodyOfKnownLengthTakesItsDelimiterToo() throws IOException {
        var framing = tokens(wireFrom("some text" + TOKEN + "next" + TOKEN));
        try (var body = framing.receiveBody("some text".length())) {
            body.read(ByteBuffer.allocate(4));
        }
        assertEquals("next", Bytes.text(framing.receive().orElseThrow()));
    }

    @Test
    void closingABodyOfKnownLengthChecksItsDelimiterToo() {
        var body = tokens(wireFrom("some text!" + TOKEN)).receiveBody("some text".length());
        assertThrows(ProtocolViolation.class, body::close);
    }

    // ---- construction ----------------------------------------------------------------------------------------------

    @Test
    void anEmptyDelimiterIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DelimiterFraming(wireFrom(), new byte[0]));
    }

    @Test
    void aDelimiterIsCopiedWhenItIsGiven() throws IOException {
        byte[] delimiter = Bytes.of("|");
        var framing = new DelimiterFraming(wireFrom("a|b;"), delimiter);
        delimiter[0] = ';';
        assertEquals("a", Bytes.text(framing.receive().orElseThrow()));
    }

    private static boolean occursIn(DelimiterFraming framing, Body content) throws IOException {
        return framing.occursIn(content, Long.MAX_VALUE);
    }

    private static DelimiterFraming tokens() {
        return tokens(wireFrom());
    }

    private static DelimiterFraming tokens(Wire wire) {
        return new DelimiterFraming(wire, Bytes.of(TOKEN));
    }

    private static DelimiterFraming sentinels(Wire wire) {
        return new DelimiterFraming(wire, Bytes.of(SENTINEL));
    }

    private static Wire wireFrom(String... segments) {
        return new Wire(ScriptedTransport.reading(segments), WireOptions.DEFAULTS);
    }

    private static Body inMemory(String content) {
        return Body.of(Bytes.of(content));
    }

    /** A content of which each read gives one piece. */
    private static Body contentIn(List<byte[]> pieces) {
        var wire = new Wire(ScriptedTransport.reading(pieces), WireOptions.DEFAULTS);
        return new UntilCloseFraming(wire).open(Part.BODY);
    }
}
