package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wire relies on, of whatever carries it. */
@Timeout(60)
abstract class TransportContract {
    static final Duration FOR_EVER = Duration.ZERO;
    static final Duration LONG = Duration.ofDays(365);
    static final Duration SHORT = Duration.ofMillis(20);
    /** More than all the buffers between two ends can hold. */
    static final int MORE_THAN_FITS = 24 << 20;

    @TempDir
    Path directory;
    Transport near;
    Transport far;

    /** Sets {@link #near} and {@link #far}, which are connected to each other. */
    @BeforeEach
    abstract void connect() throws IOException;

    @AfterEach
    void disconnect() throws IOException {
        near.close();
        far.close();
    }

    // ---- bytes -----------------------------------------------------------------------------------------------------

    @Test
    void piecesAreWrittenTogetherAndInOrder() throws IOException {
        var behind = ByteBuffer.wrap(Bytes.of("not this: 5 "), 10, 2);
        near.write(behind, ByteBuffer.allocate(0), ByteBuffer.wrap(Bytes.of("hello")).asReadOnlyBuffer());
        assertEquals("5 hello", readOnce(far, FOR_EVER));
        assertEquals(0, behind.remaining());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReadTakesNoMoreThanItsTargetHasRoomForAndLeavesTheRest(boolean timed) throws IOException {
        near.write(ByteBuffer.wrap(Bytes.of("abcdef")));
        var target = ByteBuffer.wrap(Bytes.of("........"), 2, 3);
        assertEquals(3, far.read(target, timed ? LONG : FOR_EVER));
        assertEquals("..abc...", Bytes.text(target.array()));
        assertEquals("def", readOnce(far, timed ? LONG : FOR_EVER));
    }

    @Test
    void bothEndsMaySpeak() throws IOException {
        near.write(ByteBuffer.wrap(Bytes.of("ping")));
        far.write(ByteBuffer.wrap(Bytes.of("pong")));
        assertEquals("ping", readOnce(far, FOR_EVER));
        assertEquals("pong", readOnce(near, FOR_EVER));
    }

    @Test
    void aTimedReadOfASilentPeerGivesNothingAndLosesNothing() throws IOException {
        assertEquals(0, near.read(ByteBuffer.allocate(10), SHORT));
        assertEquals(0, near.read(ByteBuffer.allocate(10), Duration.ofNanos(1)));
        far.write(ByteBuffer.wrap(Bytes.of("late")));
        assertEquals("late", readOnce(near, LONG));
    }

    @ParameterizedTest
    @EnumSource
    void aReadWithoutALimitIsNotHeldToThatOfTheOneBefore(Worker.On thread) throws Exception {
        assertEquals(0, near.read(ByteBuffer.allocate(10), SHORT));
        var reader = thread.begin(() -> readOnce(near, FOR_EVER)).awaitInside("read");
        // Three times the limit of that one pass here, which the reader has to survive.
        assertEquals(0, far.read(ByteBuffer.allocate(10), SHORT.multipliedBy(3)));
        far.write(ByteBuffer.wrap(Bytes.of("late")));
        assertEquals("late", reader.result());
    }

    @ParameterizedTest
    @EnumSource
    void moreThanFitsIsWrittenWholeToAReaderThatLagsBehind(Worker.On thread) throws Exception {
        byte[] content = Bytes.noise(MORE_THAN_FITS);
        var half = ByteBuffer.wrap(content, 0, content.length / 3);
        var rest = ByteBuffer.wrap(content, content.length / 3, content.length - content.length / 3);
        var writer = thread.begin(() -> {
            near.write(half, rest);
            near.close();
            return null;
        }).awaitInside("write");
        assertArrayEquals(content, readAll(far));
        writer.result();
    }

    // ---- files -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void aFileOfMoreThanFitsIsSentWholeToAReaderThatLagsBehind(Worker.On thread) throws Exception {
        byte[] content = Bytes.noise(MORE_THAN_FITS);
        try (var file = fileWith(content)) {
            var sender = thread.begin(() -> {
                long sent = near.send(file, 0, content.length);
                near.close();
                return sent;
            }).awaitInside("send");
            assertArrayEquals(content, readAll(far));
            assertEquals(content.length, sender.result());
        }
    }

    @Test
    void aRegionOfAFileIsSentWithoutMovingTheFilesPosition() throws IOException {
        try (var file = fileWith(Bytes.of("0123456789"))) {
            file.position(1);
            assertEquals(4, near.send(file, 3, 4));
            assertEquals("3456", readOnce(far, FOR_EVER));
            assertEquals(1, file.position());
        }
    }

    @Test
    void aFileThatEndsEarlySendsWhatItHas() throws IOException {
        try (var file = fileWith(Bytes.of("0123456789"))) {
            assertEquals(3, near.send(file, 7, 100));
            assertEquals("789", readOnce(far, FOR_EVER));
            assertEquals(0, near.send(file, 10, 1));
            assertEquals(0, near.send(file, 100, 1));
            assertEquals(0, near.send(file, 0, 0));
        }
    }

    @Test
    void aFileThatCannotBeReadIsNotThePeersFault() throws IOException {
        var file = fileWith(Bytes.of("0123456789"));
        file.close();
        var failure = assertThrows(IOException.class, () -> near.send(file, 0, 10));
        assertEquals(ClosedChannelException.class, failure.getClass());
    }

    // ---- ends ------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHalfCloseEndsOneDirectionOnly(boolean timed) throws IOException {
        near.write(ByteBuffer.wrap(Bytes.of("question")));
        near.shutdownOutput();
        var wait = timed ? LONG : FOR_EVER;
        assertEquals("question", readOnce(far, wait));
        assertEquals(-1, far.read(ByteBuffer.allocate(10), wait));
        assertEquals(-1, far.read(ByteBuffer.allocate(10), wait));
        far.write(ByteBuffer.wrap(Bytes.of("answer")));
        assertEquals("answer", readOnce(near, wait));
        assertThrows(PeerGoneException.class, () -> near.write(ByteBuffer.wrap(Bytes.of("afterthought"))));
    }

    @Test
    void whatWasWrittenBeforeACloseStillArrives() throws IOException {
        near.write(ByteBuffer.wrap(Bytes.of("last words")));
        near.close();
        assertArrayEquals(Bytes.of("last words"), readAll(far));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionThatWasBrokenOffHasNoEnd(boolean timed) throws IOException {
        near.abort();
        near.abort();
        var wait = timed ? LONG : FOR_EVER;
        assertThrows(PeerGoneException.class, () -> far.read(ByteBuffer.allocate(10), wait));
        assertThrows(PeerGoneException.class, () -> near.read(ByteBuffer.allocate(10), wait));
        assertThrows(PeerGoneException.class, () -> near.write(ByteBuffer.wrap(Bytes.of("afterthought"))));
    }

    @Test
    void aCloseCanBeToldBeforehandToBreakOff() throws IOException {
        near.write(ByteBuffer.wrap(Bytes.of("half of it")));
        assertEquals(10, far.read(ByteBuffer.allocate(10), FOR_EVER));
        near.breakOffWhenClosed(true);
        near.close();
        assertThrows(PeerGoneException.class, () -> far.read(ByteBuffer.allocate(10), FOR_EVER));
    }

    @Test
    void thatCanBeTakenBack() throws IOException {
        near.breakOffWhenClosed(true);
        near.write(ByteBuffer.wrap(Bytes.of("all of it")));
        near.breakOffWhenClosed(false);
        near.close();
        assertArrayEquals(Bytes.of("all of it"), readAll(far));
        assertThrows(PeerGoneException.class, () -> near.breakOffWhenClosed(true));
    }

    @Test
    void whatHasBeenClosedCannotBeBrokenOffAnyMore() throws IOException {
        near.write(ByteBuffer.wrap(Bytes.of("last words")));
        near.close();
        assertArrayEquals(Bytes.of("last words"), readAll(far));
        near.abort();
        assertEquals(-1, far.read(ByteBuffer.allocate(10), FOR_EVER));
    }

    @Test
    void aPeerThatHasClosedIsGoneForThoseWhoGoOnWriting() throws IOException {
        far.close();
        Awaitility.await().untilAsserted(() ->
                assertThrows(PeerGoneException.class, () -> near.write(ByteBuffer.wrap(Bytes.of("hello?")))));
    }

    @Test
    void aClosedTransportDoesNothingMore() throws IOException {
        near.close();
        near.close();
        try (var file = fileWith(Bytes.of("0123456789"))) {
            assertThrows(PeerGoneException.class, () -> near.read(ByteBuffer.allocate(1), FOR_EVER));
            assertThrows(PeerGoneException.class, () -> near.read(ByteBuffer.allocate(1), SHORT));
            assertThrows(PeerGoneException.class, () -> near.write(ByteBuffer.allocate(1)));
            assertThrows(PeerGoneException.class, () -> near.send(file, 0, 10));
            assertThrows(PeerGoneException.class, near::shutdownOutput);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closingEndsABlockedRead(Worker.On thread) throws Exception {
        assertClosingEnds("read", thread, () -> near.read(ByteBuffer.allocate(10), FOR_EVER));
    }

    @ParameterizedTest
    @EnumSource
    void closingEndsABlockedTimedRead(Worker.On thread) throws Exception {
        assertClosingEnds("read", thread, () -> near.read(ByteBuffer.allocate(10), LONG));
    }

    @ParameterizedTest
    @EnumSource
    void closingEndsABlockedWrite(Worker.On thread) throws Exception {
        assertClosingEnds("write", thread, () -> {
            while (true) {
                near.write(ByteBuffer.allocate(MORE_THAN_FITS));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void closingEndsABlockedFileTransfer(Worker.On thread) throws Exception {
        try (var file = fileWith(new byte[MORE_THAN_FITS])) {
            assertClosingEnds("send", thread, () -> near.send(file, 0, MORE_THAN_FITS));
        }
    }

    /** The call cannot return by itself; so it does not matter how far it has come when the transport is closed. */
    private void assertClosingEnds(String method, Worker.On thread, Callable<?> call) throws IOException {
        var blocked = thread.begin(call).awaitInside(method);
        near.close();
        try {
            assertThrows(PeerGoneException.class, blocked::result);
        } finally {
            // Lets the call go if closing has failed to, so that this test fails instead of hanging.
            far.close();
        }
    }

    // ---- help ------------------------------------------------------------------------------------------------------

    FileChannel fileWith(byte[] content) throws IOException {
        return FileChannel.open(Files.write(directory.resolve("file"), content));
    }

    static String readOnce(Transport transport, Duration atMost) throws IOException {
        var target = ByteBuffer.allocate(100);
        transport.read(target, atMost);
        return Bytes.text(Arrays.copyOf(target.array(), target.position()));
    }

    static byte[] readAll(Transport transport) throws IOException {
        var all = new ByteArrayOutputStream();
        var target = ByteBuffer.allocate(64 * 1024);
        while (transport.read(target.clear(), FOR_EVER) >= 0) {
            all.writeBytes(Arrays.copyOf(target.array(), target.position()));
        }
        return all.toByteArray();
    }
}
