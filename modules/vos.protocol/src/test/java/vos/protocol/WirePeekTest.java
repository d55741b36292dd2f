package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A look at what has come, which takes nothing. */
class WirePeekTest {
    private static final Duration QUIET = Duration.ofMillis(150);

    private static String peek(Wire wire, int enough) throws IOException {
        return Bytes.text(wire.peek(bytes -> bytes.length >= enough, QUIET));
    }

    private static Wire wire(ScriptedTransport transport) {
        return new Wire(transport, WireOptions.DEFAULTS);
    }

    @Test
    void whatIsSeenIsStillThere() throws IOException {
        var wire = wire(ScriptedTransport.reading("ls\npwd\n"));
        assertEquals("ls\npwd\n", peek(wire, 1));
        assertEquals("ls\npwd\n", peek(wire, 1));
        assertEquals("ls", Bytes.text(new LineFraming(wire).receive().orElseThrow()));
        assertEquals("pwd\n", peek(wire, 1));
    }

    @Test
    void theFirstByteIsWaitedForAndMoreOnlyUntilItIsEnough() throws IOException {
        var transport = ScriptedTransport.reading("h", "el", "lo", "never asked for").thenSilence();
        assertEquals("hello", peek(wire(transport), 5));
        assertEquals(List.of(Duration.ZERO, QUIET, QUIET), transport.waits());
    }

    @Test
    void whoFallsSilentHasSaidAll() throws IOException {
        var transport = ScriptedTransport.reading("hel").thenSilence();
        assertEquals("hel", peek(wire(transport), 5));
        assertEquals(List.of(Duration.ZERO, QUIET), transport.waits());
    }

    @Test
    void whoClosesHasSaidAll() throws IOException {
        var wire = wire(ScriptedTransport.reading("hel"));
        assertEquals("hel", peek(wire, 5));
        assertEquals("hel", peek(wire, 5));
        assertEquals("hel", Bytes.text(wire.take(3, Part.MESSAGE)));
        assertEquals("", peek(wire, 5));
    }

    @Test
    void aResetIsNoEnd() {
        var wire = wire(ScriptedTransport.reading("hel").thenReset());
        assertThrows(PeerGoneException.class, () -> peek(wire, 5));
    }

    @Test
    void whoNeverBeginsIsWaitedForWithPatience() {
        var options = WireOptions.DEFAULTS.withPatience(Duration.ofSeconds(3));
        var transport = ScriptedTransport.reading().thenSilence();
        assertThrows(PeerSilentException.class, () -> peek(new Wire(transport, options), 5));
        assertEquals(List.of(Duration.ofSeconds(3)), transport.waits());
    }

    @Test
    void aLookMayBeLargerThanTheBuffer() throws IOException {
        var transport = ScriptedTransport.reading("x".repeat(10_000));
        assertEquals("x".repeat(9_216), peek(wire(transport), 9_000), "whole reads of 1,024 bytes");
    }

    @Test
    void whatWasSaidLeavesBeforeTheLook() throws IOException {
        var transport = ScriptedTransport.reading("ls\n", "pwd\n");
        var wire = wire(transport);
        assertEquals("ls\n", peek(wire, 1));
        wire.put(Part.MESSAGE, Bytes.of("welcome"));
        peek(wire, 5);
        assertEquals(List.of("welcome"), transport.writes());
    }
}
