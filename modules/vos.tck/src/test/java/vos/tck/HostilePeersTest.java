package vos.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import vos.tck.Mismatch.Kind;

/**
 * Whatever a peer does, a test comes to an end, and what it says of the peer is true. That takes little patience, which
 * a machine that has other things to do needs.
 */
@Isolated
class HostilePeersTest {

    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    private Path root;

    /** What a server does with a connection. */
    private interface Manner {
        void converse(Socket socket) throws IOException;
    }

    /** What a test tries, with a patience of 0.2 s unless it says otherwise. */
    private interface Script {
        void run(Trial trial);
    }

    private Failure failure(Manner manner, Script script) throws IOException {
        return failure(0.04, manner, script);
    }

    private Failure failure(double timeoutFactor, Manner manner, Script script) throws IOException {
        ZooServer server = new ZooServer(root) {
            @Override
            protected void converse(Socket socket) throws IOException {
                manner.converse(socket);
            }
        };
        try (server) {
            server.start();
            Run.Settings impatient = new Run.Settings(1, timeoutFactor, Run.PeerKind.STANDARD);
            Trial trial = new Trial(new Run(new RemoteServer(server.address(), Optional.empty(), List.of()), impatient),
                    "test");
            try {
                return Failure.of(assertThrows(Mismatch.class, () -> script.run(trial)));
            } finally {
                trial.close();
            }
        }
    }

    @Test
    void whoStopsReadingIsNotSaidToHaveResetTheConnection() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        Failure failure = failure(socket -> awaitUninterruptibly(over),
                trial -> trial.connect().send(Payload.bytes(new byte[32 * MEBIBYTE])).expect("stored"));
        over.countDown();
        assertEquals(Kind.TIMEOUT, failure.kind());
        assertEquals("the peer to read all of these 33554432 bytes", failure.expected());
        assertEquals("it has stopped reading", new String(failure.received(), StandardCharsets.US_ASCII));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoSendsWithoutEndIsCutShort() throws IOException {
        byte[] piece = new byte[MEBIBYTE];
        Failure failure = failure(socket -> {
            while (true) {
                socket.getOutputStream().write(piece);
            }
        }, trial -> trial.connect().receive(new Expectation.Delimited(Payload.text("\n"), ".*", "a line")));
        assertTrue(List.of(Kind.WRONG, Kind.SLOW).contains(failure.kind()), failure.kind()::toString);
        assertEquals(256 * 1024, failure.received().length);
    }

    @Test
    void whoDripsIsTooSlow() throws IOException {
        Failure failure = failure(0.2, socket -> {
            while (true) {
                socket.getOutputStream().write('x');
                Pace.sleep(20);
            }
        }, trial -> trial.connect().receive(new Expectation.Delimited(Payload.text("\n"), ".*", "a line")));
        assertEquals(Kind.SLOW, failure.kind());
        assertTrue(failure.received().length > 10, () -> failure.received().length + " bytes");
    }

    @Test
    void aConversationThatGoesOnForEverIsEnded() throws IOException {
        Manner echoes = socket -> socket.getInputStream().transferTo(socket.getOutputStream());
        Failure failure = failure(0.08, echoes, trial -> {
            Peer peer = trial.connect();
            while (true) {
                peer.send("again?").expect("again?");
            }
        });
        assertEquals(Kind.SLOW, failure.kind());
        assertEquals("a test that is over within 14 s", failure.expected());
    }

    @Test
    void aLengthThatNothingHasIsNotWaitedFor() throws IOException {
        Failure failure = failure(socket -> socket.getInputStream().readAllBytes(), trial -> trial.connect()
                .receive(new Expectation.Sized(Integer.MAX_VALUE, ".*", "a message")));
        assertEquals(Kind.WRONG, failure.kind());
        assertEquals("2147483647", new String(failure.received(), StandardCharsets.US_ASCII));
    }

    @Test
    void ofSeveralAnswersTheNearestIsShownBesideWhatCame() throws IOException {
        Manner errs = socket -> socket.getOutputStream().write("ERX".getBytes(StandardCharsets.US_ASCII));
        Failure failure = failure(1, errs,
                trial -> trial.connect().expectOneOf(Payload.text("OK"), Payload.text("ERR"), Payload.text("EXIT")));
        assertEquals("ERR", new String(failure.expectedBytes(), StandardCharsets.US_ASCII));
        assertEquals(2, failure.difference());
    }

    @Test
    void aTextOfAnyLengthIsOfAFormOrNot() {
        byte[] lines = new byte[2 * MEBIBYTE];
        Arrays.fill(lines, (byte) 'a');
        for (int i = 1; i < lines.length; i += 2) {
            lines[i] = '\n';
        }
        assertFalse(Expectation.matches("([^\n]+\n)*b", lines));
    }

    @Test
    void aServerThatServesAnotherDirectoryIsTheOneToBlame() {
        Run run = new Run(new RemoteServer(new InetSocketAddress(0), Optional.of(root), List.of()), Run.Settings.USUAL);
        Mismatch mismatch = assertThrows(Mismatch.class, () -> new Trial(run, "test").filesIn("made/by/it"));
        assertEquals(Kind.STATE, mismatch.evidence().kind());
    }

    @Test
    void namesAreOfOneLengthAndOfOneTrial() {
        Run run = new Run(new RemoteServer(new InetSocketAddress(0), Optional.empty(), List.of()), Run.Settings.USUAL);
        Trial trial = new Trial(run, "aTest");
        String first = trial.name("d", ".txt");
        List<String> names = List.of(first, trial.name("d", ".txt"), new Trial(run, "aTest").name("d", ".txt"),
                new Trial(run, "anotherTest").name("d", ".txt"));
        assertEquals(4, names.stream().distinct().count(), names::toString);
        assertEquals(List.of(first.length()), names.stream().map(String::length).distinct().toList());
        assertArrayEquals(new Trial(run, "aTest").randomBytes(8), new Trial(run, "aTest").randomBytes(8));
    }
}
