package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection in memory behaves as TCP does, or what is tested on it proves nothing. */
class MemoryLinkTest extends TransportContract {

    @Override
    @BeforeEach
    void connect() {
        connect(Delivery.WHOLE);
    }

    private void connect(Delivery delivery) {
        var link = new MemoryLink(delivery);
        near = link.client();
        far = link.server();
    }

    @Test
    void wholeWritesArriveOneByOne() throws IOException {
        assertEquals(List.of("abc", "de"), readsOf("abc", "de"));
    }

    @Test
    void bytewiseEachReadGivesOne() throws IOException {
        connect(Delivery.BYTEWISE);
        assertEquals(List.of("a", "b", "c", "d", "e"), readsOf("abc", "de"));
    }

    @Test
    void coalescedEverythingArrivesTogether() throws IOException {
        connect(Delivery.COALESCED);
        assertEquals(List.of("abcde"), readsOf("abc", "de"));
    }

    @Test
    void randomPiecesAreTheSameForTheSameSeed() throws IOException {
        connect(Delivery.random(5));
        var pieces = readsOf("abcdefghijklm", "nopqrstuvwxyz");
        connect(Delivery.random(5));
        assertEquals(pieces, readsOf("abcdefghijklm", "nopqrstuvwxyz"));
        assertEquals("abcdefghijklmnopqrstuvwxyz", String.join("", pieces));
    }

    @Test
    void aWriteThatIsLongerThanTheTargetArrivesInSeveralReads() throws IOException {
        byte[] content = Bytes.noise(200_000);
        near.write(ByteBuffer.wrap(content));
        near.close();
        assertArrayEquals(content, readAll(far));
    }

    private List<String> readsOf(String... writes) throws IOException {
        for (String write : writes) {
            near.write(ByteBuffer.wrap(Bytes.of(write)));
        }
        near.shutdownOutput();
        var reads = new ArrayList<String>();
        var target = ByteBuffer.allocate(100);
        while (far.read(target.clear(), FOR_EVER) >= 0) {
            reads.add(Bytes.text(target.array()).substring(0, target.position()));
        }
        return reads;
    }
}
