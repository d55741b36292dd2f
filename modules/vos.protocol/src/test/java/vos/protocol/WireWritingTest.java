package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply made of small pieces is one write, and cannot be forgotten. */
class WireWritingTest {
    private final ScriptedTransport transport = ScriptedTransport.reading("x".repeat(2 * Wire.SMALL));
    private final Wire wire = new Wire(transport, WireOptions.DEFAULTS);

    /** Something that this side does next. */
    private interface Turn {
        void of(Wire wire) throws IOException;
    }

    static Stream<Turn> everyTurnThatSends() {
        return Stream.of(
                Wire::flush,
                Wire::finish,
                Wire::atEnd,
                wire -> wire.pause(Duration.ofMillis(1)),
                wire -> wire.pause(Duration.ZERO),
                wire -> wire.leave(Duration.ofMillis(1)),
                wire -> wire.take(1, Part.MESSAGE),
                wire -> wire.body(Wire.SMALL).read(ByteBuffer.allocate(Wire.SMALL)),
                wire -> new SegmentFraming(wire, 4096).receive(),
                wire -> new DelimiterFraming(wire, Bytes.of("x")).receive());
    }

    @ParameterizedTest
    @MethodSource("everyTurnThatSends")
    void smallPiecesLeaveTogetherWhenThisSideTurnsToSomethingElse(Turn turn) throws IOException {
        wire.put(Part.HEADER, Bytes.of("5 "));
        wire.put(Part.MESSAGE, Bytes.of("hello"));
        wire.put(Part.DELIMITER, Bytes.of("\n"));
        assertEquals(List.of(), transport.writes());
        turn.of(wire);
        assertEquals(List.of("5 hello\n"), transport.writes());
    }

    @ParameterizedTest
    @MethodSource("everyTurnThatSends")
    void nothingToSendIsNoWrite(Turn turn) throws IOException {
        wire.put(Part.MESSAGE, new byte[0]);
        turn.of(wire);
        assertEquals(List.of(), transport.writes());
    }

    @Test
    void whatHasLeftDoesNotLeaveAgain() throws IOException {
        wire.put(Part.MESSAGE, Bytes.of("once"));
        wire.flush();
        wire.flush();
        wire.put(Part.MESSAGE, Bytes.of("more"));
        wire.flush();
        assertEquals(List.of("once", "more"), transport.writes());
    }

    @Test
    void aPieceThatFindsNoRoomTakesTheOthersWithIt() throws IOException {
        String large = "l".repeat(3 * Wire.SMALL);
        wire.put(Part.MESSAGE, Bytes.of("small,"));
        wire.put(Part.MESSAGE, Bytes.of(large));
        wire.put(Part.MESSAGE, Bytes.of("last"));
        wire.flush();
        assertEquals(List.of("small," + large, "last"), transport.writes());
    }

    @Test
    void whatWasPutMayBeChangedAfterwards() throws IOException {
        byte[] reused = Bytes.of("first");
        wire.put(Part.MESSAGE, reused);
        Arrays.fill(reused, (byte) '!');
        wire.flush();
        assertEquals(List.of("first"), transport.writes());
    }

    @Test
    void piecesOfAnySizeLeaveInTheirOrder() throws IOException {
        var random = new Random(7);
        var pieces = new ArrayList<byte[]>();
        for (int i = 0; i < 500; i++) {
            pieces.add(Bytes.noise(random.nextInt(Wire.SMALL + 50)));
            wire.put(Part.MESSAGE, pieces.getLast());
        }
        wire.flush();
        assertArrayEquals(Bytes.join(pieces), transport.written());
    }

    @Test
    void aSmallBodyLeavesInOneWriteWithWhatStandsBeforeIt() throws IOException {
        wire.put(Part.MESSAGE, Bytes.of("size 7\n"));
        wire.send(Body.of(Bytes.of("content")));
        assertEquals(List.of("size 7\ncontent"), transport.writes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Wire.SMALL, Wire.BULK - 1, Wire.BULK, Wire.BULK + 1, 10 * Wire.BULK})
    void aBodyLeavesBetweenWhatWasPutBeforeAndBehindIt(int size) throws IOException {
        byte[] content = Bytes.noise(size);
        for (Body body : List.of(Body.of(content), Body.unsized(Body.of(content)))) {
            int already = transport.written().length;
            wire.put(Part.MESSAGE, Bytes.of("before"));
            wire.send(body);
            wire.put(Part.MESSAGE, Bytes.of("behind"));
            wire.flush();
            String sent = Bytes.text(transport.written()).substring(already);
            assertEquals("before" + Bytes.text(content) + "behind", sent);
        }
    }

    @Test
    void aBodyThatArrivesIsPassedOnWithoutAByteOfWhatFollowsIt() throws IOException {
        var incoming = new Wire(ScriptedTransport.reading("content", "next"), WireOptions.DEFAULTS);
        wire.send(incoming.body("content".length()));
        assertEquals("content", Bytes.text(transport.written()));
        assertEquals("next", Bytes.text(incoming.take(4, Part.MESSAGE)));
    }

    @Test
    void aPeerThatVanishesWhileItIsSentSomethingIsGone() throws IOException {
        for (int taken = 0; taken < "hello, content".length(); taken++) {
            var vanishing = ScriptedTransport.reading().takingOnly(taken);
            var broken = new Wire(vanishing, WireOptions.DEFAULTS);
            broken.put(Part.MESSAGE, Bytes.of("hello, "));
            assertThrows(PeerGoneException.class, () -> {
                broken.flush();
                broken.send(Body.of(Bytes.of("content")));
            });
            assertEquals("hello, content".substring(0, taken), Bytes.text(vanishing.written()));
        }
    }
}
