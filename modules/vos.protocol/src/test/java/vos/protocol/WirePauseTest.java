package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pauses, which published peers need, and a polite end. No clock runs here: the script hears how long it may take. */
class WirePauseTest {
    private static final Duration PAUSE = Duration.ofMillis(150);

    @Test
    void aPauseLastsAsLongAsThePeerIsSilent() throws IOException {
        var transport = ScriptedTransport.reading().thenSilence();
        assertTrue(new Wire(transport, WireOptions.DEFAULTS).pause(PAUSE), "the peer was silent");
        assertEquals(List.of(PAUSE), transport.waits());
    }

    @Test
    void aPauseIsNoTrialOfPatience() throws IOException {
        var transport = ScriptedTransport.reading().thenSilence();
        new Wire(transport, WireOptions.DEFAULTS.withPatience(Duration.ofSeconds(1))).pause(PAUSE);
        assertEquals(List.of(PAUSE), transport.waits());
    }

    @Test
    void thePeersNextBytesEndThePauseAndAreKept() throws IOException {
        var transport = ScriptedTransport.reading("ls\n");
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        assertFalse(wire.pause(PAUSE), "the peer was silent");
        assertEquals("ls", Bytes.text(new LineFraming(wire).receive().orElseThrow()));
        assertEquals(List.of(PAUSE), transport.waits());
    }

    @Test
    void theEndOfTheStreamEndsThePauseAndIsKept() throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        assertFalse(wire.pause(PAUSE), "the peer was still there");
        assertTrue(wire.atEnd());
        assertFalse(wire.pause(PAUSE), "the peer was still there");
        assertEquals(List.of(PAUSE), transport.waits());
    }

    @Test
    void aPeerThatHasSpokenAlreadyIsOwedNoPause() throws IOException {
        var transport = ScriptedTransport.reading("ls\npwd\n").thenSilence();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        new LineFraming(wire).receive();
        int reads = transport.waits().size();
        wire.pause(PAUSE);
        assertEquals(reads, transport.waits().size(), "reads");
    }

    @Test
    void aPauseOfNoLengthIsNone() throws IOException {
        var transport = ScriptedTransport.reading("ls\n");
        new Wire(transport, WireOptions.DEFAULTS).pause(Duration.ZERO);
        assertEquals(List.of(), transport.waits());
    }

    @Test
    void afterABodyThePauseGrowsWithWhatThePeerMayHaveLeftUnread() {
        assertEquals(Pace.MESSAGE, Pace.afterBody(0));
        assertTrue(Pace.afterBody(1 << 20).compareTo(Pace.MESSAGE) > 0, () -> "" + Pace.afterBody(1 << 20));
        assertEquals(Pace.afterBody(8 << 20), Pace.afterBody(Long.MAX_VALUE), "no more than kernels hold");
    }

    // ---- leaving ---------------------------------------------------------------------------------------------------

    @Test
    void whoLeavesSaysSoAndHearsThePeerOut() throws IOException {
        var transport = ScriptedTransport.reading("still ", "talking");
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        wire.put(Part.MESSAGE, Bytes.of("good bye"));
        wire.leave(PAUSE);
        assertEquals(List.of("good bye"), transport.writes());
        assertTrue(transport.outputShut());
        assertEquals("still talking".length(), transport.bytesRead());
        assertEquals(List.of(PAUSE, PAUSE, PAUSE), transport.waits());
    }

    @Test
    void whoLeavesWaitsForASilentPeerOnce() throws IOException {
        var transport = ScriptedTransport.reading("ls\nunread").thenSilence();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        new LineFraming(wire).receive();
        wire.leave(PAUSE);
        assertEquals(List.of(Duration.ZERO, PAUSE), transport.waits());
    }

    @Test
    void whoLeavesDoesNotListenForEver() throws IOException {
        var transport = ScriptedTransport.reading().thenForEver("x".repeat(Wire.SMALL));
        new Wire(transport, WireOptions.DEFAULTS).leave(PAUSE);
        assertEquals(64L << 20, transport.bytesRead());
    }

    // ---- breaking off ----------------------------------------------------------------------------------------------

    @Test
    void whoBreaksOffSaysNothingMoreAndDoesNotLeavePolitely() throws IOException {
        var transport = ScriptedTransport.reading("still talking");
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        wire.put(Part.MESSAGE, Bytes.of("never said"));
        wire.abort();
        wire.flush();
        wire.leave(PAUSE);
        assertTrue(wire.atEnd());
        assertTrue(transport.aborted());
        assertFalse(transport.outputShut());
        assertEquals(List.of(), transport.writes());
        assertEquals(0, transport.bytesRead());
    }
}
