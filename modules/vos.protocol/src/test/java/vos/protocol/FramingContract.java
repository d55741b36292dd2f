package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.protocol.MessagesSubject.assertMessages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every framing keeps that tells messages apart by what stands in the stream: the messages come out as they went
 * in, however the network cuts them, and one that is not whole is not taken for one that is.
 */
@Timeout(30)
abstract class FramingContract {

    /** The framing under test. */
    abstract Framing framing(Wire wire);

    /** A conversation that this framing can carry and is likely to get wrong; the last message is short. */
    abstract List<String> conversation();

    /** Each byte value that a message of this framing may contain. */
    String everyByte() {
        return Bytes.everyByte();
    }

    /** A body of {@code size} bytes that this framing can carry. */
    byte[] content(int size) {
        return Bytes.noise(size);
    }

    /** What stands in front of a message that is longer than any limit. */
    String announcementOfTooMuch() {
        return "";
    }

    // ---- cuts ------------------------------------------------------------------------------------------------------

    @Test
    void messagesComeOutAsTheyWentInHoweverTheStreamIsCut() throws IOException {
        Splits.of(streamOf(conversation())).forEach(segments -> assertReceived(segments, conversation()));
    }

    @Test
    void theEndOfAMessageIsFoundHoweverOftenItIsCut() throws IOException {
        byte[] stream = streamOf(conversation());
        byte[] head = Arrays.copyOf(stream, stream.length - Splits.SHORT);
        byte[] end = Arrays.copyOfRange(stream, head.length, stream.length);
        Splits.everyWay(end).forEach(segments -> assertReceived(joined(List.of(head), segments), conversation()));
    }

    @Test
    void everyByteValueIsCarriedHoweverTheStreamIsCut() throws IOException {
        var messages = List.of(everyByte(), "next");
        byte[] stream = streamOf(messages);
        Stream.concat(Splits.cutOnce(stream), Stream.of(Splits.bytewise(stream), Splits.coalesced(stream)))
                .forEach(segments -> assertReceived(segments, messages));
    }

    // ---- ends ------------------------------------------------------------------------------------------------------

    @Test
    void aStreamThatEndsBetweenMessagesIsOverAndOneThatEndsWithinIsCutOff() throws IOException {
        byte[] stream = streamOf(conversation());
        for (int length = 0; length <= stream.length; length++) {
            var beginning = ScriptedTransport.reading(List.of(Arrays.copyOf(stream, length)));
            var messages = assertMessages(this::framing, beginning);
            var whole = conversation().subList(0, wholeMessagesWithin(length));
            if (streamOf(whole).length == length) {
                messages.are(whole);
            } else {
                messages.areOnly(whole, PeerGoneException.class, "in the middle of a message");
            }
        }
    }

    @Test
    void aResetIsNeverTakenForAnEnd() throws IOException {
        byte[] stream = streamOf(conversation());
        for (int length = 0; length <= stream.length; length++) {
            var transport = ScriptedTransport.reading(List.of(Arrays.copyOf(stream, length))).thenReset();
            var whole = conversation().subList(0, wholeMessagesWithin(length));
            assertMessages(this::framing, transport).areOnly(whole, PeerGoneException.class, "reset");
        }
    }

    @Test
    void aBodyWhoseBeginningNeverComesIsCutOff() throws IOException {
        try (var wire = new Wire(ScriptedTransport.reading(), WireOptions.DEFAULTS)) {
            assertThrows(PeerGoneException.class, () -> framing(wire).receiveBody().readAtMost(1));
        }
    }

    // ---- limit -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 512, 513, 1023, 1024, 1025, 4000})
    void aMessageOfExactlyTheLimitIsTakenAndOneByteMoreIsNot(int limit) throws IOException {
        String longest = "x".repeat(limit);
        var transport = ScriptedTransport.reading(List.of(streamOf(List.of(longest, longest + "x"))));
        var framing = framing(new Wire(transport, WireOptions.DEFAULTS.withMessageLimit(limit)));
        assertEquals(longest, Bytes.text(framing.receive().orElseThrow()));
        var violation = assertThrows(ProtocolViolation.class, framing::receive);
        assertTrue(violation.getMessage().contains(Integer.toString(limit)), violation.getMessage());
    }

    @Test
    void aMessageWithoutEndIsRefusedInBoundedMemory() {
        var transport = ScriptedTransport.reading(announcementOfTooMuch()).thenForEver("0123456789abcdef");
        var wire = new Wire(transport, WireOptions.DEFAULTS.withMessageLimit(4096));
        assertThrows(ProtocolViolation.class, framing(wire)::receive);
        assertTrue(transport.bytesRead() < 4096 + 2 * Wire.SMALL, transport.bytesRead() + " bytes taken from the peer");
        assertTrue(wire.array().length < 2 * Wire.SMALL, wire.array().length + " bytes kept");
    }

    // ---- bodies ----------------------------------------------------------------------------------------------------

    static Stream<Integer> bodySizes() {
        return Stream.of(0, 1, 1023, 1024, 1025, 65_535, 65_536, 65_537, 1024 * 1024);
    }

    @ParameterizedTest
    @MethodSource("bodySizes")
    void aBodyIsTheSameWhateverItIsReadInto(int size) throws IOException {
        byte[] content = content(size);
        byte[] stream = streamOf(Body.of(content), "next");
        for (int target : new int[] {7, 1000, Wire.SMALL, 100_000}) {
            for (int segment : new int[] {1460, stream.length}) {
                var framing = receiving(Splits.pieces(stream, segment));
                assertArrayEquals(content, readInSteps(framing.receiveBody(), target), () -> target + " of " + segment);
                assertEquals("next", Bytes.text(framing.receive().orElseThrow()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 100_000})
    void closingABodyLeavesTheWireAtTheNextMessage(int read) throws IOException {
        byte[] content = content(100_000);
        var framing = receiving(Splits.pieces(streamOf(Body.of(content), "next"), 1460));
        try (var body = framing.receiveBody()) {
            var beginning = ByteBuffer.allocate(read);
            while (beginning.hasRemaining()) {
                body.read(beginning);
            }
            assertArrayEquals(Arrays.copyOf(content, read), beginning.array());
        }
        assertEquals("next", Bytes.text(framing.receive().orElseThrow()));
    }

    @Test
    void closingABodyThatIsCutOffSaysSo() throws IOException {
        byte[] stream = streamOf(Body.of(content(5000)), "");
        var body = receiving(List.of(Arrays.copyOf(stream, 4000))).receiveBody();
        assertThrows(PeerGoneException.class, body::close);
    }

    static Stream<Delivery> deliveries() {
        return Stream.of(Delivery.WHOLE, Delivery.BYTEWISE, Delivery.COALESCED, Delivery.random(1), Delivery.random(2));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void twoEndsThatRunAtTheSameTimeUnderstandEachOther(Delivery delivery) throws Exception {
        var link = new MemoryLink(delivery);
        byte[] content = content(150_000);
        var sender = new FutureTask<Void>(() -> {
            try (var wire = new Wire(link.client(), WireOptions.DEFAULTS)) {
                framing(wire).send(Bytes.of("before"));
                framing(wire).send(Body.of(content));
                framing(wire).send(Bytes.of("behind"));
                wire.finish();
                return null;
            }
        });
        Thread.ofVirtual().start(sender);
        try (var wire = new Wire(link.server(), WireOptions.DEFAULTS)) {
            var framing = framing(wire);
            assertEquals("before", Bytes.text(framing.receive().orElseThrow()));
            assertArrayEquals(content, readInSteps(framing.receiveBody(), 8192));
            assertEquals("behind", Bytes.text(framing.receive().orElseThrow()));
            assertFalse(framing.receive().isPresent());
        }
        sender.get(10, TimeUnit.SECONDS);
    }

    // ---- help ------------------------------------------------------------------------------------------------------

    /** What a sender puts on the wire for these messages. */
    final byte[] streamOf(List<String> messages) throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        for (String message : messages) {
            framing(wire).send(Bytes.of(message));
        }
        wire.flush();
        return transport.written();
    }

    /** What a sender puts on the wire for a body with a message behind it. */
    final byte[] streamOf(Body body, String next) throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        framing(wire).send(body);
        framing(wire).send(Bytes.of(next));
        wire.flush();
        return transport.written();
    }

    final Framing receiving(List<byte[]> segments) {
        return framing(new Wire(ScriptedTransport.reading(segments), WireOptions.DEFAULTS));
    }

    static byte[] readInSteps(Body body, int size) throws IOException {
        var all = new ByteArrayOutputStream();
        var target = ByteBuffer.allocate(size);
        while (body.read(target) >= 0) {
            Channels.newChannel(all).write(target.flip());
            target.clear();
        }
        return all.toByteArray();
    }

    private void assertReceived(List<byte[]> segments, List<String> messages) {
        assertMessages(this::framing, ScriptedTransport.reading(segments)).are(messages);
    }

    private int wholeMessagesWithin(int length) throws IOException {
        int count = 0;
        while (count < conversation().size() && streamOf(conversation().subList(0, count + 1)).length <= length) {
            count++;
        }
        return count;
    }

    private static List<byte[]> joined(List<byte[]> some, List<byte[]> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
