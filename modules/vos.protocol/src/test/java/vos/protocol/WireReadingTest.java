package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a wire gives to its framings, how long it waits for it, and what it keeps meanwhile. */
class WireReadingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A way to wait for the peer. */
    private interface Waiting {
        void on(Wire wire) throws IOException;
    }

    static Stream<Waiting> everyWayToWait() {
        return Stream.of(
                Wire::atEnd,
                wire -> wire.take(1, Part.MESSAGE),
                wire -> wire.take(Wire.BULK, Part.MESSAGE),
                wire -> wire.body(Wire.BULK).read(ByteBuffer.allocate(Wire.BULK)),
                wire -> new LineFraming(wire).receive(),
                wire -> new SegmentFraming(wire, 4096).receive(),
                wire -> new HeaderFraming(wire, 64).receive(),
                wire -> new UntilCloseFraming(wire).receiveBody().read(ByteBuffer.allocate(1)));
    }

    @Test
    void exactlyTheBytesAskedForAreTaken() throws IOException {
        for (var segments : Splits.of(Bytes.of("abcdef")).toList()) {
            var wire = new Wire(ScriptedTransport.reading(segments), WireOptions.DEFAULTS);
            assertEquals("abc", Bytes.text(wire.take(3, Part.MESSAGE)));
            assertEquals("", Bytes.text(wire.take(0, Part.MESSAGE)));
            assertEquals("def", Bytes.text(wire.take(3, Part.MESSAGE)));
            assertTrue(wire.atEnd());
        }
    }

    @Test
    void bytesThatNeverComeAreMissedByName() {
        var wire = new Wire(ScriptedTransport.reading("ab"), WireOptions.DEFAULTS);
        var gone = assertThrows(PeerGoneException.class, () -> wire.take(3, Part.MESSAGE));
        assertEquals("script: the connection ended in the middle of a message", gone.getMessage());
    }

    @Test
    void aWireIsAtItsEndWhenAllHasBeenTaken() throws IOException {
        var wire = new Wire(ScriptedTransport.reading("a"), WireOptions.DEFAULTS);
        assertFalse(wire.atEnd());
        wire.take(1, Part.MESSAGE);
        assertTrue(wire.atEnd());
    }

    @Test
    void anEndIsAskedForOnce() throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        assertTrue(wire.atEnd());
        assertTrue(wire.atEnd());
        assertThrows(PeerGoneException.class, () -> wire.take(Wire.BULK, Part.BODY));
        assertEquals(1, transport.waits().size(), "reads");
    }

    @ParameterizedTest
    @MethodSource("everyWayToWait")
    void aSilentPeerIsGivenUpWhenPatienceEnds(Waiting waiting) {
        var transport = ScriptedTransport.reading().thenSilence();
        var wire = new Wire(transport, WireOptions.DEFAULTS.withPatience(PATIENCE));
        var silent = assertThrows(PeerSilentException.class, () -> waiting.on(wire));
        assertEquals("no answer within 300 s", silent.getMessage());
        assertInstanceOf(PeerGoneException.class, silent);
        assertEquals(List.of(PATIENCE), transport.waits());
    }

    @Test
    void patienceBeginsAnewWithEveryRead() throws IOException {
        var transport = ScriptedTransport.reading(Splits.bytewise(Bytes.of("a slow line\n")));
        new LineFraming(new Wire(transport, WireOptions.DEFAULTS.withPatience(PATIENCE))).receive();
        assertEquals(Collections.nCopies("a slow line\n".length(), PATIENCE), transport.waits());
    }

    @Test
    void aServerWaitsForEver() throws IOException {
        var transport = ScriptedTransport.reading("ls\n");
        new LineFraming(new Wire(transport, WireOptions.DEFAULTS)).receive();
        assertEquals(List.of(Duration.ZERO), transport.waits());
    }

    @Test
    void whatAnIdleConnectionKeepsIsSmallAgainAfterABody() throws IOException {
        String stream = "x".repeat(300_000) + "|ls|";
        var transport = ScriptedTransport.reading(Splits.pieces(Bytes.of(stream), 50_000)).thenSilence();
        var wire = new Wire(transport, WireOptions.DEFAULTS.withPatience(PATIENCE));
        var framing = new DelimiterFraming(wire, Bytes.of("|"));
        framing.receiveBody().close();
        assertTrue(wire.array().length >= Wire.BULK, "the premise: a body is searched in a large buffer");
        assertEquals("ls", Bytes.text(framing.receive().orElseThrow()));

        assertThrows(PeerSilentException.class, framing::receive);
        assertEquals(Wire.SMALL, wire.array().length);
    }

    @Test
    void aBodyOfKnownSizeNeedsNoRoomInTheWire() throws IOException {
        var wire = new Wire(ScriptedTransport.reading(List.of(Bytes.noise(300_000))), WireOptions.DEFAULTS);
        wire.body(300_000).close();
        assertEquals(Wire.SMALL, wire.array().length);
    }

    @Test
    void twoFramingsMayTakeTurnsOnOneWire() throws IOException {
        for (var segments : Splits.of(Bytes.of("put 4\n\n|\n|done|bye\n")).toList()) {
            var wire = new Wire(ScriptedTransport.reading(segments), WireOptions.DEFAULTS);
            var lines = new LineFraming(wire);
            var bars = new DelimiterFraming(wire, Bytes.of("|"));
            assertEquals("put 4", Bytes.text(lines.receive().orElseThrow()));
            assertEquals("\n|\n|", Bytes.text(wire.take(4, Part.BODY)));
            assertEquals("done", Bytes.text(bars.receive().orElseThrow()));
            assertEquals("bye", Bytes.text(lines.receive().orElseThrow()));
        }
    }

    @Test
    void aWireKnowsItsPeerAndItsLimit() {
        var wire = new Wire(ScriptedTransport.reading(), WireOptions.DEFAULTS.withMessageLimit(77));
        assertEquals("script", wire.peer());
        assertEquals(77, wire.messageLimit());
    }

    @Test
    void closingAWireClosesItsTransport() throws IOException {
        var transport = ScriptedTransport.reading("ls\n");
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        wire.close();
        assertTrue(transport.closed());
        assertThrows(PeerGoneException.class, wire::atEnd);
    }
}
