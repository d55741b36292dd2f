package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.server.TreeAssert.assertThatTree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is stopped {@code [COM-8.4]}: what waits goes at once, what is under way has its time of grace. */
class ServerStopTest extends ServerFixture {
    /** Longer than any test may take: a server that waits for it in vain fails the test. */
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void connectionsThatWaitForARequestAreClosedAtOnce() throws IOException {
        start();
        List<Caller> waiting = List.of(call(), call(), call());
        assertEquals(0, server.stop(FOR_EVER));
        assertEquals(0, server.connections());
        for (Caller caller : waiting) {
            assertEquals("", caller.hearToTheEnd());
        }
        assertEquals(List.of("connected", "disconnected"), recorder.of(1));
    }

    @ParameterizedTest
    @EnumSource
    void anUploadThatIsUnderWayIsFinishedAndAcknowledged(Threads threads) throws IOException {
        start(OPTIONS.withThreads(threads));
        Caller waiting = call();
        Caller busy = callAndBeginUpload("kept");
        var stopping = stopping(FOR_EVER);
        assertEquals("", waiting.hearToTheEnd());
        eventually().untilAsserted(() -> assertThrows(ConnectException.class, () -> new Caller(server.port())));
        busy.say(" end");
        assertEquals("OK\n", busy.hearToTheEnd());
        busy.close();
        assertEquals(0, stopping.join());
        assertThatTree(root).contains("kept = begin end");
    }

    @ParameterizedTest
    @EnumSource
    void anUploadThatDoesNotComeToItsEndIsCutAndCountedAndLeavesTheOldFile(Threads threads) throws IOException {
        start(OPTIONS.withThreads(threads));
        callAndBeginUpload("kept");
        callAndBeginUpload("new");
        call();
        assertEquals(2, server.stop(SHORT));
        assertEquals(0, server.connections());
        assertEquals(List.of("connected", "before Upload", "after Upload: null, PeerGoneException", "disconnected"),
                recorder.of(1));
        assertThatTree(root).contains("kept = old");
    }

    @ParameterizedTest
    @EnumSource
    void aDownloadThatNobodyReadsIsCutAndCounted(Threads threads) throws IOException {
        start(OPTIONS.withThreads(threads));
        callAndBeginDownload();
        assertEquals(1, server.stop(SHORT));
        assertEquals(0, server.connections());
    }

    @Test
    void thoseThatWereOnlyWaitingAreNotCountedAsCut() throws IOException {
        start();
        for (int i = 0; i < 50; i++) {
            call();
        }
        assertEquals(0, server.stop(Duration.ZERO));
        assertEquals(0, server.connections());
    }

    @Test
    void aServerThatIsFullStopsAsWell() throws IOException {
        start(OPTIONS.withMaxConnections(1));
        call();
        Caller outside = dial();
        assertEquals(0, server.stop(FOR_EVER));
        eventually().until(outside::hasBeenLeft);
    }

    @Test
    void stoppingTwiceDoesNoHarm() throws IOException {
        start();
        int port = server.port();
        callAndBeginUpload("kept");
        var first = stopping(SHORT);
        var second = stopping(SHORT);
        first.join();
        second.join();
        assertEquals(0, server.stop(FOR_EVER));
        server.close();
        assertEquals(port, server.port());
    }

    @Test
    void itsPortIsFreeForTheNextServer() throws IOException {
        start();
        call();
        int port = server.port();
        server.close();
        start(ServerOptions.onLoopback(port));
        assertThatASessionWorks();
    }

    @ParameterizedTest
    @EnumSource
    void noThreadOutlivesTheServer(Threads threads) throws IOException {
        start(OPTIONS.withThreads(threads));
        call();
        callAndBeginUpload("kept");
        server.close();
        eventually().untilAsserted(() -> assertEquals(List.of(), threadsOfServers()));
    }

    private static List<String> threadsOfServers() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.startsWith("line #") || name.contains(" line:")).toList();
    }

    private CompletableFuture<Integer> stopping(Duration grace) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return server.stop(grace);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
