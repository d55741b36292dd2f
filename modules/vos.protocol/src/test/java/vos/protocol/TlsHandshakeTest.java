package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before the first byte: who is let in, and what is said to whom it is not. */
@Timeout(60)
class TlsHandshakeTest {
    private static final Duration FOR_EVER = Duration.ZERO;
    private TlsFixture tls;

    @BeforeEach
    void listen() throws IOException {
        tls = new TlsFixture();
    }

    @AfterEach
    void leave() throws IOException {
        tls.close();
    }

    private static IOException failure(TlsTransport transport) {
        return assertThrows(IOException.class, () -> transport.read(ByteBuffer.allocate(10), FOR_EVER));
    }

    private static void assertSays(Class<? extends IOException> type, String sentence, IOException failure) {
        assertInstanceOf(type, failure, () -> Arrays.toString(failure.getStackTrace()));
        assertTrue(failure.getMessage().contains(sentence), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h", "hello vos/1\n", "GET / HTTP/1.1\r\n\r\n", "\0\0\0"})
    void aClientThatDoesNotSpeakTlsIsToldFromOneThatDoesByItsFirstByte(String said) throws IOException {
        Socket plain = tls.tcp();
        TlsTransport server = tls.server();
        plain.getOutputStream().write(Bytes.of(said));
        assertSays(ProtocolViolation.class, "the client does not speak TLS", failure(server));
        assertThrows(PeerGoneException.class, () -> server.read(ByteBuffer.allocate(10), FOR_EVER));
        assertThrows(PeerGoneException.class, () -> server.write(ByteBuffer.allocate(10)));
        assertThrows(PeerGoneException.class, server::shutdownOutput);
        // No byte, and no end: it may take either for an answer.
        assertThrows(SocketException.class, () -> plain.getInputStream().read());
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsNoticedByItsClient() throws Exception {
        var client = tls.client(TlsContexts.client(), "localhost");
        var server = new SocketTransport(tls.accepted());
        server.write(ByteBuffer.wrap(Bytes.of("welcome")));
        assertSays(ProtocolViolation.class, "the server does not speak TLS", failure(client));
    }

    @Test
    void aServerThatSaysNothingIsWaitedForNoLongerThanAsked() throws IOException {
        var client = tls.client(TlsContexts.client(), "localhost");
        assertFalse(client.handshake(Duration.ofMillis(20)));
        assertEquals(0, client.read(ByteBuffer.allocate(10), Duration.ofMillis(20)));
    }

    @Test
    void anOlderVersionIsNotSpoken() throws Exception {
        SSLSocket old = tls.jdkClient(tls.tcp());
        TlsTransport server = tls.server();
        old.setEnabledProtocols(new String[] {"TLSv1.2"});
        var client = Worker.On.VIRTUAL.begin(() -> assertThrows(SSLException.class, old::startHandshake));
        assertSays(ProtocolViolation.class, "no common version of TLS", failure(server));
        assertTrue(client.result().getMessage().contains("protocol_version"), client.result().getMessage());
    }

    @Test
    void aServerOfAnOlderVersionIsNotSpokenTo() throws Exception {
        var client = tls.client(TlsContexts.client(), "localhost");
        SSLSocket old = tls.jdkServer();
        old.setEnabledProtocols(new String[] {"TLSv1.2"});
        var server = Worker.On.VIRTUAL.begin(() -> assertThrows(SSLException.class, old::startHandshake));
        assertSays(PeerGoneException.class, "no common version of TLS", failure(client));
        server.result();
    }

    @Test
    void aCertificateThatIsNotTrustedEndsItForBoth() throws Exception {
        var client = tls.client(TlsContexts.stranger(), "localhost");
        TlsTransport server = tls.server();
        var answer = Worker.On.VIRTUAL.begin(() -> failure(server));
        assertSays(ProtocolViolation.class, "unable to find valid certification path", failure(client));
        assertSays(PeerGoneException.class, "it does not trust the certificate", answer.result());
    }

    @Test
    void aCertificateForAnotherHostIsNotTrusted() throws Exception {
        var client = tls.client(TlsContexts.client(), "vos.example");
        TlsTransport server = tls.server();
        var answer = Worker.On.VIRTUAL.begin(() -> failure(server));
        assertSays(ProtocolViolation.class, "vos.example", failure(client));
        assertSays(PeerGoneException.class, "it does not trust the certificate", answer.result());
    }

    /** To which nobody has to have a key: whoever stands between could have sent them. */
    @Test
    void alertsInClearDoNotMakeAnEnd() throws IOException {
        Socket plain = tls.tcp();
        TlsTransport server = tls.server();
        plain.getOutputStream().write(Bytes.of("\25\3\3\0\2\1\132" + "\25\3\3\0\2\1\0"));
        assertSays(PeerGoneException.class, "left before the TLS handshake was over", failure(server));
    }

    @Test
    void whoLeavesWithoutAWordIsGone() throws IOException {
        TlsTransport server = serverOfNobody();
        assertSays(PeerGoneException.class, "left before the TLS handshake was over", failure(server));
    }

    private TlsTransport serverOfNobody() throws IOException {
        tls.tcp().close();
        return tls.server();
    }

    /** The client's part of a handshake has some 500 bytes, and the server's some 1,000. */
    @Test
    void aHandshakeThatIsCutIsNoEndWhereverItIsCut() throws Exception {
        for (int up = 0; up < 300; up++) {
            cutAfter(up, Relay.ALL);
        }
        for (int down = 0; down < 700; down += 7) {
            cutAfter(Relay.ALL, down);
        }
    }

    private void cutAfter(int up, int down) throws Exception {
        var relay = tls.relay(up, down);
        var client = tls.client(relay.port(), TlsContexts.client(), "localhost");
        TlsTransport server = tls.server();
        var cut = Worker.On.VIRTUAL.begin(() -> {
            IOException failure = failure(up == Relay.ALL ? client : server);
            (up == Relay.ALL ? server : client).abort();
            return failure;
        });
        failure(up == Relay.ALL ? server : client);
        assertSays(PeerGoneException.class, "left before the TLS handshake was over", cut.result());
    }

    @Test
    void aHandshakeMayComeByteByByte() throws Exception {
        var relay = tls.relay(Relay.ALL, Relay.ALL);
        var client = tls.client(relay.port(), TlsContexts.client(), "localhost");
        TlsTransport server = tls.server();
        TlsFixture.join(client, server);
        client.write(ByteBuffer.wrap(Bytes.of("hello")));
        assertEquals("hello", TransportContract.readOnce(server, FOR_EVER));
    }
}
