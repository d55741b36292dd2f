package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.protocol.MessagesSubject.assertMessages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message is over when the connection is: anything can be carried, once, and an end is all the receiver has. */
@Timeout(30)
class UntilCloseFramingTest {

    @Test
    void allThatComesIsOneMessageHoweverItIsCut() {
        Splits.of(Bytes.of("two lines\nin one")).forEach(segments ->
                assertMessages(UntilCloseFraming::new, ScriptedTransport.reading(segments)).are("two lines\nin one"));
    }

    @Test
    void aConnectionThatEndsAtOnceIsNoMessageAndAnEmptyBody() throws IOException {
        assertEquals(Optional.empty(), receiving(List.of()).receive());
        assertEquals(Optional.of(""), receiving(List.of()).receiveBody().readAtMost(1).map(Bytes::text));
    }

    /** The hazard of this framing: a sender that was killed leaves the same stream as one that has finished. */
    @Test
    void aMessageThatWasCutOffLooksLikeAWholeOne() {
        assertMessages(UntilCloseFraming::new, "half of the mess").are("half of the mess");
    }

    @Test
    void aResetIsNotTakenForAnEnd() {
        for (int length = 0; length <= 4; length++) {
            var transport = ScriptedTransport.reading("some".substring(0, length)).thenReset();
            assertMessages(UntilCloseFraming::new, transport).areOnly(List.of(), PeerGoneException.class, "reset");
        }
    }

    @Test
    void aMessageOfExactlyTheLimitIsTakenAndOneByteMoreIsNot() throws IOException {
        var options = WireOptions.DEFAULTS.withMessageLimit(600);
        String longest = "x".repeat(600);
        var taken = new UntilCloseFraming(new Wire(ScriptedTransport.reading(longest), options));
        assertEquals(Optional.of(longest), taken.receive().map(Bytes::text));
        var refused = new UntilCloseFraming(new Wire(ScriptedTransport.reading(longest, "x"), options));
        assertThrows(ProtocolViolation.class, refused::receive);
    }

    @Test
    void aMessageWithoutEndIsRefusedInBoundedMemory() {
        var transport = ScriptedTransport.reading().thenForEver("0123456789abcdef");
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        assertThrows(ProtocolViolation.class, () -> new UntilCloseFraming(wire).receive());
        assertTrue(transport.bytesRead() < 8192 + 2 * Wire.SMALL, transport.bytesRead() + " bytes taken from the peer");
    }

    @ParameterizedTest
    @MethodSource("vos.protocol.FramingContract#bodySizes")
    void aBodyIsTheSameWhateverItIsReadInto(int size) throws IOException {
        byte[] content = Bytes.noise(size);
        for (int target : new int[] {7, 1000, Wire.SMALL, 100_000}) {
            var body = receiving(Splits.pieces(content, 1460)).receiveBody();
            assertArrayEquals(content, FramingContract.readInSteps(body, target), () -> "in steps of " + target);
        }
    }

    @Test
    void closingABodyTakesItsRest() throws IOException {
        var transport = ScriptedTransport.reading(Splits.pieces(Bytes.noise(100_000), 1460));
        new UntilCloseFraming(new Wire(transport, WireOptions.DEFAULTS)).receiveBody().close();
        assertEquals(100_000, transport.bytesRead());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 100_000})
    void sendingAMessageClosesTheOutputAndNotTheInput(int size) throws IOException {
        byte[] content = Bytes.noise(size);
        for (boolean asBody : new boolean[] {false, true}) {
            var transport = ScriptedTransport.reading("thanks");
            var framing = new UntilCloseFraming(new Wire(transport, WireOptions.DEFAULTS));
            if (asBody) {
                framing.send(Body.of(content));
            } else {
                framing.send(content);
            }
            assertArrayEquals(content, transport.written());
            assertTrue(transport.outputShut());
            assertEquals(Optional.of("thanks"), framing.receive().map(Bytes::text));
        }
    }

    /** Whoever closes it then, a failure has kept it from its end. */
    @Test
    void aBodyThatCannotBeSentToItsEndDoesNotSeemToBeOver() throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        var cut = Body.of(Channels.newChannel(new ByteArrayInputStream(Bytes.of("half of"))), 100);
        assertThrows(IOException.class, () -> new UntilCloseFraming(wire).send(cut));
        assertFalse(transport.outputShut());
        wire.close();
        assertTrue(transport.aborted());
    }

    @Test
    void aBodyThatWasSentToItsEndIsOver() throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        new UntilCloseFraming(wire).send(Body.of(Bytes.of("all of it")));
        wire.close();
        assertFalse(transport.aborted());
    }

    @Test
    void aHalfCloseEndsTheMessageAndTheAnswerStillComes() throws IOException {
        var link = new MemoryLink(Delivery.WHOLE);
        var asking = new UntilCloseFraming(new Wire(link.client(), WireOptions.DEFAULTS));
        var answering = new UntilCloseFraming(new Wire(link.server(), WireOptions.DEFAULTS));
        asking.send(Bytes.of("question"));
        assertEquals(Optional.of("question"), answering.receive().map(Bytes::text));
        answering.send(Bytes.of("answer"));
        assertEquals(Optional.of("answer"), asking.receive().map(Bytes::text));
    }

    private static Framing receiving(List<byte[]> segments) {
        return new UntilCloseFraming(new Wire(ScriptedTransport.reading(segments), WireOptions.DEFAULTS));
    }
}
