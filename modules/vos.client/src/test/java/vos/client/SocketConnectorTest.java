package vos.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.Part;
import vos.protocol.PeerSilentException;

/** Connections over the loopback interface, and the sentence that is said when there is none. */
@Timeout(20)
class SocketConnectorTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String HOST = LOOPBACK.getHostAddress();

    /** The last is more than a socket can count. */
    @ParameterizedTest
    @ValueSource(strings = {"PT0.000001S", "PT30S", "P365D"})
    void aConnectionIsMadeWithAnyPatience(Duration patience) throws IOException {
        try (var listener = new ServerSocket(0, 1, LOOPBACK);
                var wire = connector(listener.getLocalPort(), patience).connect();
                Socket peer = listener.accept()) {
            assertEquals(HOST + ":" + listener.getLocalPort(), wire.peer());
            wire.put(Part.MESSAGE, Bytes.of("hello"));
            wire.flush();
            assertEquals("hello", Bytes.text(peer.getInputStream().readNBytes(5)));
        }
    }

    @Test
    void aServerThatSaysNothingIsWaitedForNoLongerThanAgreed() throws IOException {
        try (var listener = new ServerSocket(0, 1, LOOPBACK);
                var wire = connector(listener.getLocalPort(), Duration.ofMillis(10)).connect()) {
            assertThrows(PeerSilentException.class, wire::atEnd);
        }
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        // A label of more than 63 letters is no name that could be asked for, so nobody is.
        String host = "x".repeat(64) + ".invalid";
        var failure = assertThrows(UnreachableException.class,
                () -> new SocketConnector(host, 1, ClientOptions.DEFAULTS).connect());
        assertEquals("unknown host: " + host, failure.getMessage());
    }

    @Test
    void aPortOnWhichNobodyListensIsNamed() throws IOException {
        int port;
        try (var listener = new ServerSocket(0, 1, LOOPBACK)) {
            port = listener.getLocalPort();
        }
        var failure = assertThrows(UnreachableException.class, () -> connector(port, Duration.ofSeconds(10)).connect());
        String expected = "nothing listens on " + HOST + ":" + port + " (";
        assertTrue(failure.getMessage().startsWith(expected), failure::getMessage);
    }

    @Test
    void aServerThatDoesNotAnswerTheCallIsNamedWithTheTime() throws IOException {
        List<SocketChannel> others = new ArrayList<>();
        try (var listener = new ServerSocket(0, 1, LOOPBACK)) {
            // They fill the queue of those that nobody has accepted; the kernel then lets further ones wait.
            for (int i = 0; i < 8; i++) {
                var other = SocketChannel.open();
                other.configureBlocking(false);
                other.connect(listener.getLocalSocketAddress());
                others.add(other);
            }
            int port = listener.getLocalPort();
            var failure = assertThrows(UnreachableException.class,
                    () -> connector(port, Duration.ofSeconds(1)).connect());
            assertEquals(HOST + ":" + port + " does not answer within 1 s", failure.getMessage());
        } finally {
            for (SocketChannel other : others) {
                other.close();
            }
        }
    }

    private static SocketConnector connector(int port, Duration patience) {
        return new SocketConnector(HOST, port, ClientOptions.DEFAULTS.withPatience(patience));
    }
}
