package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A content on its way is read once, counted while it passes, and vouched for at its end. */
class BodyTest {

    @Test
    void aBodyInMemoryKnowsItsLengthAndAnUnsizedOneDoesNot() {
        assertEquals(OptionalLong.of(7), Body.of(Bytes.of("content")).length());
        assertEquals(OptionalLong.empty(), Body.unsized(Body.of(Bytes.of("content"))).length());
    }

    @Test
    void aBodyOfLessThanNothingIsRefused() {
        var failure = assertThrows(IllegalArgumentException.class, () -> Body.of(Body.of(new byte[0]), -1));
        assertEquals("a body of -1 bytes", failure.getMessage());
    }

    @ParameterizedTest
    @MethodSource("vos.protocol.FramingContract#bodySizes")
    void allOfABodyIsCopiedThoughItsTargetTakesLittleAtATime(int size) throws IOException {
        byte[] content = Bytes.noise(size);
        var target = new Target(3);
        var body = Body.of(content);
        assertEquals(size, body.copyTo(target));
        assertEquals(size, body.moved());
        assertArrayEquals(content, Bytes.join(target.taken));
    }

    @Test
    void aShortBodyIsWrittenInOnePieceHoweverItComes() throws IOException {
        var target = new Target(Integer.MAX_VALUE);
        assertEquals(7, Body.of(oneByOne("content"), 7).copyTo(target));
        assertEquals(List.of("content"), target.texts());
    }

    @Test
    void aBodyOfUnknownLengthIsWrittenAsItComes() throws IOException {
        var target = new Target(Integer.MAX_VALUE);
        assertEquals(3, Body.unsized(oneByOne("abc")).copyTo(target));
        assertEquals(List.of("a", "b", "c"), target.texts());
    }

    @Test
    void whatEndsBeforeItsLengthIsWrittenAsFarAsItCame() throws IOException {
        var target = new Target(Integer.MAX_VALUE);
        assertEquals(3, Body.of(oneByOne("abc"), 7).copyTo(target));
        assertEquals(List.of("abc"), target.texts());
    }

    private static ReadableByteChannel oneByOne(String text) {
        return Channels.newChannel(new ByteArrayInputStream(Bytes.of(text)) {
            @Override
            public synchronized int read(byte[] target, int from, int count) {
                return super.read(target, from, Math.min(count, 1));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        });
    }

    @Test
    void aCopyOfTheRestCountsTheRest() throws IOException {
        var body = Body.of(Bytes.of("content"));
        body.read(ByteBuffer.allocate(3));
        assertEquals(4, body.copyTo(new Target(3)));
        assertEquals(7, body.moved());
    }

    @Test
    void anObserverIsToldAfterEveryStep() throws IOException {
        var seen = new ArrayList<Long>();
        var body = Body.of(Bytes.of("content")).observedBy(seen::add);
        FramingContract.readInSteps(body, 3);
        assertEquals(List.of(3L, 6L, 7L), seen);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 511, 512, Integer.MAX_VALUE})
    void aBodyWithinTheLimitIsReadIntoMemory(int limit) throws IOException {
        assertEquals(Optional.of("content"), Body.of(Bytes.of("content")).readAtMost(limit).map(Bytes::text));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6})
    void aBodyBeyondTheLimitIsNot(int limit) throws IOException {
        assertEquals(Optional.empty(), Body.of(Bytes.of("content")).readAtMost(limit));
    }

    // ---- what vouches for the end ----------------------------------------------------------------------------------

    @Test
    void theEndIsCheckedOnceAndBeforeItIsTold() throws IOException {
        var checks = new AtomicInteger();
        try (var body = Body.of(Bytes.of("content")).endingWith(checks::incrementAndGet)) {
            body.read(ByteBuffer.allocate(7));
            assertEquals(0, checks.get(), "before anybody has asked whether this is all");
            assertEquals(-1, body.read(ByteBuffer.allocate(1)));
            assertEquals(1, checks.get());
            assertEquals(-1, body.read(ByteBuffer.allocate(1)));
        }
        assertEquals(1, checks.get());
    }

    @Test
    void severalChecksRunInTheOrderInWhichTheyWereGiven() throws IOException {
        var checks = new ArrayList<String>();
        Body.of(new byte[0]).endingWith(() -> checks.add("delimiter")).endingWith(() -> checks.add("status")).close();
        assertEquals(List.of("delimiter", "status"), checks);
    }

    @Test
    void theEndIsCheckedWhenABodyIsClosedBeforeIt() throws IOException {
        var checks = new AtomicInteger();
        Body.of(Bytes.of("content")).endingWith(checks::incrementAndGet).close();
        assertEquals(1, checks.get());
    }

    @Test
    void aReaderDoesNotHearOfAnEndThatIsWrong() throws IOException {
        var body = Body.of(new byte[0]).endingWith(() -> {
            throw new ProtocolViolation("something else stands here");
        });
        assertThrows(ProtocolViolation.class, () -> body.read(ByteBuffer.allocate(1)));
        body.close();
    }

    @Test
    void closingABodyClosesWhatItReads() throws IOException {
        var source = Channels.newChannel(InputStream.nullInputStream());
        var body = Body.unsized(source);
        body.close();
        assertFalse(source.isOpen());
        assertFalse(body.isOpen());
    }

    /** A channel that takes no more than so many bytes a write, as channels may. */
    private static final class Target implements WritableByteChannel {
        private final List<byte[]> taken = new ArrayList<>();
        private final int atMost;

        Target(int atMost) {
            this.atMost = atMost;
        }

        List<String> texts() {
            return taken.stream().map(Bytes::text).toList();
        }

        @Override
        public int write(ByteBuffer source) {
            var bytes = new byte[Math.min(atMost, source.remaining())];
            source.get(bytes);
            taken.add(bytes);
            return bytes.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
