package vos.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.PeerGoneException;
import vos.protocol.ScriptedTransport;

/** Which calls count as a sign of life {@code [COM-7.2]}, by a clock that is set by hand. */
class WatchedTransportTest {
    private static final Duration A_WHILE = Duration.ofSeconds(7);

    // A nanoTime may be negative and may pass zero.
    private final AtomicLong clock = new AtomicLong(-A_WHILE.toNanos() / 2);
    private final ScriptedTransport peer = ScriptedTransport.reading("a").thenSilence();
    private final WatchedTransport watched = new WatchedTransport(peer, clock::get);

    @Test
    void aNewConnectionIsIdleFromItsBeginning() {
        assertEquals(Duration.ZERO, watched.idle());
        clock.addAndGet(A_WHILE.toNanos());
        assertEquals(A_WHILE, watched.idle());
    }

    @Test
    void aByteReadIsASignOfLifeAndSilenceIsNone() throws IOException {
        clock.addAndGet(A_WHILE.toNanos());
        watched.read(ByteBuffer.allocate(1), Duration.ZERO);
        assertEquals(Duration.ZERO, watched.idle());
        clock.addAndGet(A_WHILE.toNanos());
        watched.read(ByteBuffer.allocate(1), Duration.ofMillis(1));
        assertEquals(A_WHILE, watched.idle());
    }

    @Test
    void aByteWrittenIsASignOfLife() throws IOException {
        clock.addAndGet(A_WHILE.toNanos());
        watched.write(ByteBuffer.wrap(new byte[] {'b'}));
        assertEquals(Duration.ZERO, watched.idle());
    }

    @Test
    void howItIsAcknowledgedIsThePeersAffair() throws IOException {
        watched.acknowledgeLate();
        assertEquals(1, peer.lateAcknowledgements());
    }

    @Test
    void howItIsClosedIsThePeersAffair() throws IOException {
        watched.breakOffWhenClosed(true);
        watched.close();
        assertTrue(peer.aborted());
    }

    @Test
    void aWriteThatFailsIsNone() {
        peer.takingOnly(0);
        clock.addAndGet(A_WHILE.toNanos());
        assertThrows(PeerGoneException.class, () -> watched.write(ByteBuffer.wrap(new byte[] {'b'})));
        assertEquals(A_WHILE, watched.idle());
    }

    @Test
    void aPieceOfAFileSentIsASignOfLife(@TempDir Path directory) throws IOException {
        clock.addAndGet(A_WHILE.toNanos());
        try (var file = FileChannel.open(Files.writeString(directory.resolve("file"), "content"))) {
            assertEquals(4, watched.send(file, 3, 10));
        }
        assertEquals(Duration.ZERO, watched.idle());
        assertEquals("[tent]", peer.writes().toString());
    }

    /** {@code [COM-7.8]} */
    @Test
    void whoWaitsForTheSakeOfARateIsNotIdleAndIsLetGoByAClose() throws Exception {
        var slow = new WatchedTransport.Pace(new Throttle(1, clock::get), Throttle.FREE, Throttle.FREE);
        var paced = new WatchedTransport(peer, clock::get, slow);
        var writing = new FutureTask<Void>(() -> {
            paced.write(ByteBuffer.wrap(new byte[1_000]));
            return null;
        });
        Thread thread = Thread.ofPlatform().start(writing);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        clock.addAndGet(A_WHILE.toNanos());
        assertEquals(Duration.ZERO, paced.idle());
        paced.close();
        var gone = assertThrows(ExecutionException.class, () -> writing.get(10, TimeUnit.SECONDS));
        assertInstanceOf(PeerGoneException.class, gone.getCause());
    }
}
