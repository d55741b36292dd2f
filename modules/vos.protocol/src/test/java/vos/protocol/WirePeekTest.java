package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void whoHasBegunIsWaitedForNoLongerThanWhoHasNot() throws IOException {
        var options = WireOptions.DEFAULTS.withPatience(Duration.ofMillis(100));
        var transport = ScriptedTransport.reading("hel").thenSilence();
        assertEquals("hel", peek(new Wire(transport, options), 5));
        assertEquals(List.of(Duration.ofMillis(100), Duration.ofMillis(100)), transport.waits());
    }

    @Test
    void aLookMayBeLargerThanTheBuffer() throws IOException {
        var transport = ScriptedTransport.reading("x".repeat(10_000));
        assertEquals("x".repeat(7_168), peek(wire(transport), 7_000), "whole reads of 1,024 bytes");
    }

    /** Only for those who look: for all others, a late acknowledgement is nothing but late. */
    @Test
    void whoLooksIsAcknowledgedLate() throws IOException {
        var transport = ScriptedTransport.reading("ls\n", "pwd\n");
        var wire = wire(transport);
        new LineFraming(wire).receive();
        assertEquals(0, transport.lateAcknowledgements());
        peek(wire, 1);
        assertEquals(1, transport.lateAcknowledgements());
    }

    @Test
    void theFirstReadHasTheRoomThatIsAskedFor() throws IOException {
        var wire = wire(ScriptedTransport.reading("x".repeat(5_000)));
        assertEquals(4_096, wire.peek(4_096, bytes -> true, QUIET).length);
        assertEquals(4_096, wire.peek(1_024, bytes -> true, QUIET).length, "and what has come is all shown");
    }

    /** What cannot be judged is no reason to keep all that a stranger likes to send. */
    @Test
    void noMoreIsLookedAtThanAMessageMayHave() throws IOException {
        var options = WireOptions.DEFAULTS.withMessageLimit(100);
        var endless = ScriptedTransport.reading().thenForEver("xyz");
        var wire = new Wire(endless, options);
        assertEquals(100, wire.peek(10, bytes -> false, QUIET).length);
        assertTrue(endless.bytesRead() < 1_200, "bytes read: " + endless.bytesRead());
        assertEquals(100, wire.peek(10, bytes -> false, QUIET).length);
        assertTrue(endless.bytesRead() < 1_200, "bytes read: " + endless.bytesRead());
        assertEquals(200, wire.peek(200, bytes -> false, QUIET).length, "unless a read has more room");
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
