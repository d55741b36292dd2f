package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.protocol.MessagesSubject.assertMessages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * One read is one message. The tests of its weakness are as much its specification as the others: they show what every
 * other framing exists to prevent.
 */
class SegmentFramingTest {
    private static final int SIZE = 1024;

    @Test
    void messagesThatArriveOneByOneAreKeptApart() {
        assertMessages(SegmentFramingTest::framing, "ls", "cd docs", "x").are("ls", "cd docs", "x");
    }

    @Test
    void twoMessagesThatArriveTogetherBecomeOne() {
        assertMessages(SegmentFramingTest::framing, "ls" + "cd docs").are("lscd docs");
    }

    @Test
    void oneMessageThatArrivesInPiecesBecomesSeveral() {
        assertMessages(SegmentFramingTest::framing, "cd ", "docs").are("cd ", "docs");
    }

    @Test
    void aMessageThatIsLongerThanAReadBecomesSeveral() {
        assertMessages(SegmentFramingTest::framing, "x".repeat(SIZE) + "rest").are("x".repeat(SIZE), "rest");
    }

    @Test
    void anEmptyMessageLeavesNoTrace() throws IOException {
        var transport = ScriptedTransport.reading();
        framing(new Wire(transport, WireOptions.DEFAULTS)).send(new byte[0]);
        assertEquals("", Bytes.text(transport.written()));
    }

    @Test
    void aReadIsNeverLargerThanTheSizeThoughMoreHasArrived() throws IOException {
        var wire = new Wire(ScriptedTransport.reading("a line\nabcdefgh"), WireOptions.DEFAULTS);
        new LineFraming(wire).receive();
        var framing = new SegmentFraming(wire, 3);
        assertEquals(Optional.of("abc"), framing.receive().map(Bytes::text));
        assertEquals(Optional.of("def"), framing.receive().map(Bytes::text));
        assertEquals(Optional.of("gh"), framing.receive().map(Bytes::text));
        assertEquals(Optional.empty(), framing.receive());
    }

    /** The published file-sharing server reads 4,096 bytes at a time, more than an idle wire keeps room for. */
    @Test
    void theFirstReadIsAsLargeAsAnyOther() throws IOException {
        var wire = new Wire(ScriptedTransport.reading("x".repeat(5_000)), WireOptions.DEFAULTS);
        var framing = new SegmentFraming(wire, 4_096);
        assertEquals(4_096, framing.receive().orElseThrow().length);
        assertEquals(5_000 - 4_096, framing.receive().orElseThrow().length);
    }

    /** For those to whom the beginning of a message says which framing it has. */
    @Test
    void whoLooksBeforeLeavesTheFirstReadAsLarge() throws IOException {
        var wire = new Wire(ScriptedTransport.reading("x".repeat(5_000), "last"), WireOptions.DEFAULTS);
        var framing = new SegmentFraming(wire, 4_096);
        assertEquals(4_096, wire.peek(4_096, bytes -> true, Pace.MESSAGE).length);
        assertEquals(4_096, framing.receive().orElseThrow().length);
        assertEquals(5_000 - 4_096, wire.peek(4_096, bytes -> true, Pace.MESSAGE).length);
        assertEquals(5_000 - 4_096, framing.receive().orElseThrow().length);
        assertEquals("last", framing.receive().map(Bytes::text).orElseThrow());
    }

    @Test
    void anEndOfTheStreamIsAlwaysBetweenMessages() {
        assertMessages(SegmentFramingTest::framing).are();
        assertMessages(SegmentFramingTest::framing, "cd do").are("cd do");
    }

    @Test
    void aResetIsNotTakenForAnEnd() {
        assertMessages(SegmentFramingTest::framing, ScriptedTransport.reading("ls").thenReset())
                .areOnly(List.of("ls"), PeerGoneException.class, "reset");
    }

    @Test
    void aMessageIsHeldToTheLimitOfTheWireToo() throws IOException {
        var options = WireOptions.DEFAULTS.withMessageLimit(5);
        var framing = framing(new Wire(ScriptedTransport.reading("12345", "123456"), options));
        assertEquals(Optional.of("12345"), framing.receive().map(Bytes::text));
        assertThrows(ProtocolViolation.class, framing::receive);
    }

    @Test
    void aMessageReadInSmallStepsIsStillOneMessage() throws IOException {
        var framing = framing(new Wire(ScriptedTransport.reading("abcdefgh", "next"), WireOptions.DEFAULTS));
        assertEquals("abcdefgh", Bytes.text(FramingContract.readInSteps(framing.receiveBody(), 3)));
        assertEquals(Optional.of("next"), framing.receive().map(Bytes::text));
    }

    @Test
    void closingAHalfReadMessageLeavesTheWireAtTheNext() throws IOException {
        var framing = framing(new Wire(ScriptedTransport.reading("abcdefgh", "next"), WireOptions.DEFAULTS));
        try (var body = framing.receiveBody()) {
            body.read(ByteBuffer.allocate(3));
        }
        assertEquals(Optional.of("next"), framing.receive().map(Bytes::text));
    }

    @Test
    void eachMessageLeavesAsAWriteOfItsOwn() throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        wire.put(Part.MESSAGE, Bytes.of("left over"));
        framing(wire).send(Bytes.of("ls"));
        framing(wire).send(Bytes.of("cd docs"));
        framing(wire).send(Body.of(Bytes.of("content")));
        assertEquals(List.of("left over", "ls", "cd docs", "content"), transport.writes());
    }

    @Test
    void aMessageDoesNotWaitForTheNext() throws IOException {
        var transport = ScriptedTransport.reading();
        framing(new Wire(transport, WireOptions.DEFAULTS)).send(Bytes.of("ls"));
        assertEquals(List.of("ls"), transport.writes());
    }

    @Test
    void readsOfNothingAreRefused() {
        var wire = new Wire(ScriptedTransport.reading(), WireOptions.DEFAULTS);
        assertThrows(IllegalArgumentException.class, () -> new SegmentFraming(wire, 0));
    }

    private static Framing framing(Wire wire) {
        return new SegmentFraming(wire, SIZE);
    }
}
