package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuffersTest {
    @Test
    void whoComesTooLateGetsASmallOneAndNobodyWaits() {
        var buffers = new Buffers(100_000);
        try (Buffers.Loan first = buffers.lend(65_536); Buffers.Loan second = buffers.lend(65_536)) {
            assertEquals(65_536, first.buffer().capacity());
            assertEquals(Buffers.SMALL, second.buffer().capacity());
            assertEquals(34_464, buffers.left());
        }
        assertEquals(100_000, buffers.left());
    }

    @Test
    void whatIsGivenBackTwiceIsGivenBackOnce() {
        var buffers = new Buffers(100);
        Buffers.Loan loan = buffers.lend(60);
        loan.close();
        loan.close();
        assertEquals(100, buffers.left());
    }

    @Test
    void aLongCopyHasABufferOutsideTheHeapWhichTheNextOneHasAgain() {
        var buffers = new Buffers(100_000);
        ByteBuffer first;
        try (Buffers.Loan loan = buffers.lendForCopy(65_536)) {
            first = loan.buffer();
            assertTrue(first.isDirect());
            assertEquals(Buffers.LARGE, first.remaining());
            first.put((byte) 1);
        }
        try (Buffers.Loan loan = buffers.lendForCopy(65_536)) {
            assertSame(first, loan.buffer());
            assertEquals(Buffers.LARGE, first.remaining());
        }
    }

    @Test
    void ofManyLongCopiesAtOnceSomeHaveABufferLikeEverybodyElse() {
        var buffers = new Buffers(100_000);
        var loans = new ArrayList<Buffers.Loan>();
        while (loans.isEmpty() || loans.getLast().bytes() == Buffers.LARGE) {
            loans.add(buffers.lendForCopy(65_536));
        }
        assertEquals(65_536, loans.getLast().buffer().capacity());
        assertEquals(34_464, buffers.left());
        assertEquals(loans.size() - 1, loans.stream().map(Buffers.Loan::buffer).filter(ByteBuffer::isDirect)
                .map(System::identityHashCode).distinct().count());
        loans.forEach(Buffers.Loan::close);
        assertEquals(100_000, buffers.left());
    }

    @Test
    void moreThanTheBytesThatAreNeededIsNotLent() {
        try (Buffers.Loan loan = new Buffers(0).lend(10)) {
            assertEquals(10, loan.bytes());
        }
    }

    @Test
    void aConnectionBorrowsWhileABodyPassesAndNotWhenItIsIdle() throws IOException {
        var buffers = new Buffers(Wire.BULK);
        var link = new MemoryLink(Delivery.WHOLE);
        try (var client = new Wire(link.client(), WireOptions.DEFAULTS);
                var wire = new Wire(link.server(), WireOptions.DEFAULTS.withBuffers(buffers))) {
            client.put(Part.BODY, Bytes.noise(3_000));
            client.put(Part.DELIMITER, Bytes.of("<end>"));
            client.flush();
            Body body = new DelimiterFraming(wire, Bytes.of("<end>")).receiveBody();
            body.read(ByteBuffer.allocate(10));
            assertEquals(0, buffers.left());
            body.close();
            client.put(Part.MESSAGE, Bytes.of("next\n"));
            client.flush();
            assertEquals(Optional.of("next"), new LineFraming(wire).receive().flatMap(Text::decode));
            assertEquals(Wire.BULK, buffers.left());
        }
    }

    @Test
    void aConnectionThatIsClosedKeepsNothing() throws IOException {
        var buffers = new Buffers(Wire.BULK);
        var link = new MemoryLink(Delivery.WHOLE);
        try (var client = new Wire(link.client(), WireOptions.DEFAULTS)) {
            var wire = new Wire(link.server(), WireOptions.DEFAULTS.withBuffers(buffers));
            client.put(Part.BODY, Bytes.noise(3_000));
            client.flush();
            new DelimiterFraming(wire, Bytes.of("<end>")).receiveBody().read(ByteBuffer.allocate(10));
            wire.close();
            assertEquals(Wire.BULK, buffers.left());
        }
    }
}
