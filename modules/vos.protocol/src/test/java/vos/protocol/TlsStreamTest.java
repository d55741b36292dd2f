package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.protocol.TransportContract.readAll;
import static vos.protocol.TransportContract.readOnce;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After the handshake: what arrives, in which pieces, and what is an end. */
@Timeout(60)
class TlsStreamTest {
    private static final Duration FOR_EVER = Duration.ZERO;
    private static final Duration SHORT = Duration.ofMillis(5);
    private TlsFixture tls;

    @BeforeEach
    void listen() throws IOException {
        tls = new TlsFixture();
    }

    @AfterEach
    void leave() throws IOException {
        tls.close();
    }

    // ---- ends ------------------------------------------------------------------------------------------------------

    @Test
    void aConnectionThatIsCutHasNoEnd() throws Exception {
        Socket tcp = tls.tcp();
        SSLSocket client = tls.jdkClient(tcp);
        TlsTransport server = tls.server();
        var speaker = Worker.On.VIRTUAL.begin(() -> {
            client.getOutputStream().write(Bytes.of("half of it"));
            tcp.shutdownOutput();
            return null;
        });
        assertEquals("half of it", readOnce(server, FOR_EVER));
        var cut = assertThrows(PeerGoneException.class, () -> server.read(ByteBuffer.allocate(10), FOR_EVER));
        assertTrue(cut.getMessage().contains("TCP has ended, TLS had not"), cut.getMessage());
        speaker.result();
    }

    @Test
    void othersEndTheirPartAndListenOn() throws Exception {
        SSLSocket client = tls.jdkClient(tls.tcp());
        TlsTransport server = tls.server();
        var speaker = Worker.On.VIRTUAL.begin(() -> {
            client.getOutputStream().write(Bytes.of("question"));
            client.shutdownOutput();
            return Bytes.text(client.getInputStream().readAllBytes());
        });
        assertEquals("question", Bytes.text(readAll(server)));
        server.write(ByteBuffer.wrap(Bytes.of("answer")));
        server.shutdownOutput();
        assertEquals("answer", speaker.result());
    }

    @Test
    void othersListenOnWhenWeEndOurPart() throws Exception {
        var client = tls.client(TlsContexts.client(), "localhost");
        SSLSocket server = tls.jdkServer();
        var listener = Worker.On.VIRTUAL.begin(() -> {
            String question = Bytes.text(server.getInputStream().readAllBytes());
            server.getOutputStream().write(Bytes.of("answer to " + question));
            server.shutdownOutput();
            return null;
        });
        client.write(ByteBuffer.wrap(Bytes.of("question")));
        client.shutdownOutput();
        assertEquals("answer to question", Bytes.text(readAll(client)));
        listener.result();
    }

    /** For those who stand between, and do not see what TLS says. */
    @Test
    void anEndIsOneOfTcpToo() throws Exception {
        Socket tcp = tls.tcp();
        SSLSocket client = tls.jdkClient(tcp);
        TlsTransport server = tls.server();
        var handshake = Worker.On.VIRTUAL.begin(() -> server.handshake(FOR_EVER));
        client.startHandshake();
        handshake.result();
        server.shutdownOutput();
        tcp.setSoTimeout(10_000);
        byte[] last = tcp.getInputStream().readAllBytes();
        assertEquals(23, last[0], "an encrypted alert, and behind it an end");
    }

    /** A ticket that came unasked would have its connection reset, and what it has written be lost. */
    @Test
    void whoWritesAndClosesWithoutReadingIsHeardToTheEnd() throws Exception {
        byte[] content = Bytes.noise(200_000);
        for (int round = 0; round < 10; round++) {
            SSLSocket client = tls.jdkClient(tls.tcp());
            TlsTransport server = tls.server();
            var speaker = Worker.On.VIRTUAL.begin(() -> {
                client.getOutputStream().write(content);
                client.close();
                return null;
            });
            assertArrayEquals(content, readAll(server));
            speaker.result();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCloseByAnotherThreadIsAnEndForThePeer(Worker.On thread) throws Exception {
        var client = tls.client(TlsContexts.client(), "localhost");
        TlsTransport server = tls.server();
        TlsFixture.join(client, server);
        var reader = thread.begin(() -> server.read(ByteBuffer.allocate(10), FOR_EVER)).awaitInside("await");
        server.close();
        assertThrows(PeerGoneException.class, reader::result);
        assertEquals(-1, client.read(ByteBuffer.allocate(10), FOR_EVER));
    }

    @Test
    void aCloseInTheMiddleOfAWriteIsNoEndForThePeer() throws Exception {
        var client = tls.client(TlsContexts.client(), "localhost");
        TlsTransport server = tls.server();
        TlsFixture.join(client, server);
        var writer = Worker.On.VIRTUAL.begin(() -> {
            server.write(ByteBuffer.allocate(TransportContract.MORE_THAN_FITS));
            return null;
        }).awaitInside("implWrite");
        server.close();
        assertThrows(PeerGoneException.class, writer::result);
        assertThrows(PeerGoneException.class, () -> readAll(client));
    }

    /** And whose system takes not one byte more. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPeerThatDoesNotReadIsNotWaitedForWithTheLastWord(boolean byAnother) throws Exception {
        SocketChannel channel = tls.channel();
        var client = TlsTransport.ofClient(new SocketTransport(channel), TlsContexts.client(), "localhost", tls.port());
        TlsTransport server = tls.server();
        TlsFixture.join(client, server);
        channel.configureBlocking(false);
        // What is on its way makes room for more, for a while.
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> channel.write(ByteBuffer.allocate(1 << 20)) == 0
                && channel.write(ByteBuffer.allocate(1)) == 0);
        channel.configureBlocking(true);
        if (byAnother) {
            var reader = Worker.On.VIRTUAL.begin(() -> client.read(ByteBuffer.allocate(10), FOR_EVER))
                    .awaitInside("await");
            assertTimeoutPreemptively(Duration.ofSeconds(4), client::close);
            assertThrows(PeerGoneException.class, reader::result);
        } else {
            assertTimeoutPreemptively(Duration.ofSeconds(30), client::close);
        }
    }

    // ---- pieces ----------------------------------------------------------------------------------------------------

    @Test
    void whatIsWrittenTogetherIsOneReadForOthers() throws Exception {
        SSLSocket client = tls.jdkClient(tls.tcp());
        TlsTransport server = tls.server();
        var listener = Worker.On.VIRTUAL.begin(() -> {
            var bytes = new byte[100];
            int read = client.getInputStream().read(bytes);
            return new String(bytes, 0, read);
        });
        server.write(ByteBuffer.wrap(Bytes.of("status")), ByteBuffer.allocate(0), ByteBuffer.wrap(Bytes.of("<")),
                ByteBuffer.wrap(Bytes.of("token>")));
        assertEquals("status<token>", listener.result());
    }

    @Test
    void whatIsWrittenApartIsReadApart() throws Exception {
        var client = tls.client(TlsContexts.client(), "localhost");
        TlsTransport server = tls.server();
        TlsFixture.join(client, server);
        client.write(ByteBuffer.wrap(Bytes.of("name")));
        client.write(ByteBuffer.wrap(Bytes.of("file")));
        assertEquals("name", readOnce(server, FOR_EVER));
        assertEquals("file", readOnce(server, FOR_EVER));
    }

    @Test
    void aReadThatRunsOutOfTimeInTheMiddleOfARecordLosesNothing() throws Exception {
        var relay = tls.relay(Relay.ALL, Relay.ALL);
        var client = tls.client(relay.port(), TlsContexts.client(), "localhost");
        TlsTransport server = tls.server();
        TlsFixture.join(client, server);
        // Its Finished has passed, or the server would still wait for it.
        relay.hold();
        client.write(ByteBuffer.wrap(Bytes.of("0123456789")));
        var three = ByteBuffer.allocate(3);
        int passed = 0;
        while (server.read(three, SHORT) == 0) {
            relay.pass();
            passed++;
        }
        assertTrue(passed >= 5 + 10 + 16, "a header, the text and the tag have more than " + passed + " bytes");
        assertEquals("012", Bytes.text(three.array()));
        assertEquals("3456789", readOnce(server, FOR_EVER));
    }

    @Test
    void tinyReadsOfFullRecordsGetEveryByte() throws Exception {
        byte[] content = Bytes.noise(40_000);
        var client = tls.client(TlsContexts.client(), "localhost");
        TlsTransport server = tls.server();
        TlsFixture.join(client, server);
        client.write(ByteBuffer.wrap(content));
        client.close();
        var all = ByteBuffer.allocate(content.length + 7);
        while (server.read(all.limit(Math.min(all.position() + 7, all.capacity())), FOR_EVER) >= 0) {
            assertTrue(all.position() <= content.length);
        }
        assertEquals(ByteBuffer.wrap(content), all.flip());
    }

    @Test
    void muchMayBeSaidBothWaysAtOnce() throws Exception {
        byte[] content = Bytes.noise(5_000_000);
        var one = tls.client(TlsContexts.client(), "localhost");
        TlsTransport oneServer = tls.server();
        var two = tls.client(TlsContexts.client(), "localhost");
        TlsTransport twoServer = tls.server();
        TlsFixture.join(one, oneServer);
        TlsFixture.join(two, twoServer);
        var up = Worker.On.VIRTUAL.begin(() -> writeAll(one, content));
        var down = Worker.On.VIRTUAL.begin(() -> writeAll(twoServer, content));
        var received = Worker.On.PLATFORM.begin(() -> readAllAndClose(two));
        assertArrayEquals(content, readAllAndClose(oneServer));
        assertArrayEquals(content, received.result());
        assertEquals(0, up.result().length + down.result().length);
    }

    private static byte[] readAllAndClose(TlsTransport transport) throws IOException {
        byte[] all = readAll(transport);
        transport.close();
        return all;
    }

    /** And leaves as a wire does: what the peer has to say of its keys is read, or the close would be a reset. */
    private static byte[] writeAll(TlsTransport transport, byte[] content) throws IOException {
        transport.write(ByteBuffer.wrap(content));
        transport.shutdownOutput();
        return readAll(transport);
    }

    // ---- what others say beside ------------------------------------------------------------------------------------

    /** The JDK's server gives tickets after the handshake. */
    @Test
    void ticketsAreNoMessageAndNoSilenceEither() throws Exception {
        var client = tls.client(TlsContexts.client(), "localhost");
        SSLSocket server = tls.jdkServer();
        var speaker = Worker.On.VIRTUAL.begin(() -> {
            server.startHandshake();
            return server.getInputStream().read();
        });
        assertEquals(0, client.read(ByteBuffer.allocate(10), Duration.ofMillis(200)));
        client.write(ByteBuffer.wrap(Bytes.of("?")));
        assertEquals('?', speaker.result());
        server.getOutputStream().write(Bytes.of("late"));
        assertEquals("late", readOnce(client, FOR_EVER));
    }

    /** What {@code startHandshake} means once there has been one: new keys, and an answer with new keys. */
    @Test
    void newKeysInTheMiddleAreTakenAndAnswered() throws Exception {
        SSLSocket client = tls.jdkClient(tls.tcp());
        TlsTransport server = tls.server();
        var speaker = Worker.On.VIRTUAL.begin(() -> {
            var heard = new StringBuilder();
            for (int round = 0; round < 5; round++) {
                client.getOutputStream().write(Bytes.of("question"));
                client.startHandshake();
                heard.append(Bytes.text(client.getInputStream().readNBytes(6)));
            }
            return heard.toString();
        });
        for (int round = 0; round < 5; round++) {
            assertEquals("question", readOnce(server, FOR_EVER));
            server.write(ByteBuffer.wrap(Bytes.of("answer")));
        }
        assertEquals("answer".repeat(5), speaker.result());
    }
}
