package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.server.TreeAssert.assertThatTree;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many connections there may be at once, how long they may be silent, and what becomes of those that vanish. */
class ServerLimitsTest extends ServerFixture {
    private static final Duration IDLE = Duration.ofSeconds(1);

    private enum Vanishing {
        CLOSED, RESET, HALF_CLOSED;

        void of(Caller caller) throws IOException {
            switch (this) {
                case CLOSED -> caller.close();
                case RESET -> caller.reset();
                case HALF_CLOSED -> caller.halfClose();
            }
        }
    }

    // ---- how many --------------------------------------------------------------------------------------------------

    @Test
    void oneTooManyWaitsUntilAnotherLeaves() throws IOException {
        start(OPTIONS.withMaxConnections(2));
        Caller first = call();
        Caller second = call();
        Caller third = dial();
        third.say("pwd\n");
        assertFalse(third.hasBeenLeft());
        assertEquals("OK\t/", second.ask("pwd"));
        assertEquals(2, server.connections());
        assertEquals("BYE", first.ask("quit"));
        first.close();
        assertEquals("READY", third.hear());
        assertEquals("OK\t/", third.hear());
        assertEquals(2, recorder.most());
    }

    @Test
    void manyTooManyAreServedInTurns() throws IOException {
        start(OPTIONS.withMaxConnections(3));
        serveInTurns(30);
        assertEquals(3, recorder.most());
    }

    /** Where the system's queue is full, a connection attempt is dropped, and repeated after a second or more. */
    @Test
    void aHundredMayWaitToBeAccepted() throws IOException {
        start(OPTIONS.withMaxConnections(1));
        call();
        List<Socket> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                var socket = new Socket();
                waiting.add(socket);
                socket.connect(server.address(), 900);
            }
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
        assertEquals(100, waiting.size());
    }

    /** {@code [COM-7.4]} */
    @Test
    void oneTooManyFromOneAddressIsClosedWithoutAWordUntilAnotherLeaves() throws IOException {
        start(OPTIONS.withLimits(Limits.USUAL.with(Limit.CONNECTIONS_PER_ADDRESS, 2)));
        Caller first = call();
        Caller second = call();
        assertEquals("", dial().hearToTheEnd());
        eventually().untilAsserted(() -> assertEquals(1, recorder.refused()));
        assertEquals("BYE", first.ask("quit"));
        eventually().until(() -> server.connections() == 1);
        assertEquals("OK\t/", call().ask("pwd"));
        assertEquals("OK\t/", second.ask("pwd"));
        assertEquals(2, recorder.most());
    }

    private void serveInTurns(int count) throws IOException {
        List<Caller> waiting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waiting.add(dial());
        }
        for (Caller caller : waiting) {
            assertEquals("READY", caller.hear());
            assertEquals("BYE", caller.ask("quit"));
            caller.close();
        }
    }

    // ---- how long --------------------------------------------------------------------------------------------------

    @Test
    void aConnectionOnWhichNoBytePassesIsClosed() throws IOException {
        start(OPTIONS.withIdle(IDLE));
        Caller silent = call();
        Caller stalled = callAndBeginUpload("kept");
        Caller deaf = callAndBeginDownload();
        eventually().until(silent::hasBeenLeft);
        eventually().until(stalled::hasBeenLeft);
        eventually().untilAsserted(() -> assertEquals(0, server.connections()));
        assertEquals(List.of("connected", "disconnected, PeerGoneException"), recorder.of(1));
        assertEquals("after Upload: null, PeerGoneException", recorder.of(2).get(2));
        assertEquals("after Download: Content, PeerGoneException", recorder.of(3).get(2));
        deaf.close();
    }

    @Test
    void anUploadOfAByteNowAndThenIsNotIdle() throws IOException {
        start(OPTIONS.withIdle(IDLE));
        Caller slow = call();
        slow.say("put\tslow\t1000000\n");
        int sent = sendUntilASilentOneHasBeenLeft(slow) + sendUntilASilentOneHasBeenLeft(slow);
        slow.say("y".repeat(1_000_000 - sent));
        assertEquals("OK", slow.hear());
        assertEquals("OK\t1000000", slow.ask("size\tslow"));
    }

    private int sendUntilASilentOneHasBeenLeft(Caller slow) throws IOException {
        Caller silent = call();
        var sent = new AtomicInteger();
        eventually().until(() -> {
            slow.say("x");
            sent.incrementAndGet();
            return silent.hasBeenLeft();
        });
        return sent.get();
    }

    @Test
    void aDownloadThatIsReadALittleNowAndThenIsNotIdle() throws IOException {
        start(OPTIONS.withIdle(IDLE));
        Caller slow = callAndBeginDownload();
        Caller silent = call();
        var read = new AtomicInteger();
        eventually().until(() -> {
            read.addAndGet(slow.hear(128 * 1024).length);
            return silent.hasBeenLeft();
        });
        int rest = MORE_THAN_FITS - read.get();
        assertTrue(rest > MORE_THAN_FITS / 2, "nothing is left to be read: " + rest);
        assertEquals(rest, slow.hear(rest).length);
    }

    // ---- those that vanish -----------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void hundredsThatVanishInTheMiddleOfAnUploadLeaveNothing(Vanishing vanishing) throws IOException {
        start(OPTIONS.withMaxConnections(5));
        for (int round = 0; round < 40; round++) {
            for (Caller caller : callAndBeginUploads("kept", "kept", "new", "kept", "new")) {
                vanishing.of(caller);
            }
        }
        eventually().untilAsserted(() -> assertEquals(200, recorder.count("after Upload: null, PeerGoneException")));
        eventually().untilAsserted(() -> assertEquals(0, server.connections()));
        assertThatTree(root).contains("kept = old");
        assertThatASessionWorks();
    }

    @Test
    void thoseThatVanishGiveTheirPlacesBackAndNoMore() throws IOException {
        start(OPTIONS.withMaxConnections(3));
        for (int i = 0; i < 100; i++) {
            Vanishing.values()[i % 3].of(dial());
        }
        serveInTurns(30);
        assertEquals(3, recorder.most());
        eventually().untilAsserted(() -> assertEquals(0, server.connections()));
    }

    @Test
    void aReaderThatVanishesInTheMiddleOfADownloadGivesItsPlaceBack() throws IOException {
        start(OPTIONS.withMaxConnections(1));
        for (int i = 0; i < 20; i++) {
            callAndBeginDownload().reset();
        }
        assertThatASessionWorks();
    }
}
