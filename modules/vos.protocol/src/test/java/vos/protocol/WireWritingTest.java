package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void aShortBodyLeavesInOneWriteWithWhatStandsAroundIt() throws IOException {
        String content = "x".repeat(Outbox.SHORT_BODY);
        wire.put(Part.MESSAGE, Bytes.of("size\n"));
        wire.send(Body.of(Bytes.of(content)));
        wire.put(Part.MESSAGE, Bytes.of("done\n"));
        wire.flush();
        assertEquals(List.of("size\n" + content + "done\n"), transport.writes());
    }

    @Test
    void aBodyThatIsNotShortLeavesByItselfWithWhatStandsBeforeIt() throws IOException {
        String content = "x".repeat(Outbox.SHORT_BODY + 1);
        wire.put(Part.MESSAGE, Bytes.of("size\n"));
        wire.send(Body.of(Bytes.of(content)));
        assertEquals(List.of("size\n" + content), transport.writes());
    }

    @Test
    void manyShortBodiesLeaveAsTheyAreWhateverFitsTogether() throws IOException {
        var expected = new StringBuilder();
        for (int size : new int[] {10, Outbox.SHORT_BODY, 0, 1, 5000, Outbox.SHORT_BODY, 700, 3000}) {
            String content = "x".repeat(size) + "|";
            expected.append("before,").append(content);
            wire.put(Part.MESSAGE, Bytes.of("before,"));
            wire.send(Body.of(Bytes.of(content)));
        }
        wire.flush();
        assertEquals(expected.toString(), Bytes.text(transport.written()));
    }

    /** A short one that finds no buffer leaves by the small one that everybody gets. */
    @Test
    void whereNoBufferIsLeftABodyLeavesAllTheSame() throws IOException {
        var buffers = new Buffers(0);
        var poor = new Wire(transport, WireOptions.DEFAULTS.withBuffers(buffers));
        String content = "x".repeat(Outbox.SHORT_BODY);
        poor.send(Body.of(Bytes.of(content)));
        poor.flush();
        assertEquals(content, Bytes.text(transport.written()));
    }

    @Test
    void whatAShortBodyTookIsGivenBackWhenItHasLeft() throws IOException {
        var buffers = new Buffers(100_000);
        var wire = new Wire(transport, WireOptions.DEFAULTS.withBuffers(buffers));
        wire.send(Body.of(Bytes.of("content".repeat(500))));
        assertTrue(buffers.left() < 100_000);
        wire.flush();
        assertEquals(100_000, buffers.left());
        wire.send(Body.of(Bytes.of("content".repeat(500))));
        wire.close();
        assertEquals(100_000, buffers.left());
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
        wire.flush();
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
                broken.flush();
            });
            assertEquals("hello, content".substring(0, taken), Bytes.text(vanishing.written()));
        }
    }
}
