package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real TCP over the loopback interface. */
class SocketTransportTest extends TransportContract {
    private SocketChannel nearChannel;
    private SocketChannel farChannel;

    @Override
    @BeforeEach
    void connect() throws IOException {
        connectOver("127.0.0.1");
    }

    private void connectOver(String address) throws IOException {
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            nearChannel = SocketChannel.open(listener.getLocalAddress());
            farChannel = listener.accept();
        }
        near = new SocketTransport(nearChannel);
        far = new SocketTransport(farChannel);
    }

    @Test
    void aPeerIsNamedByItsAddressAndPort() throws IOException {
        assertEquals("127.0.0.1:" + portOf(farChannel), near.peer());
        assertEquals("127.0.0.1:" + portOf(nearChannel), far.peer());
    }

    /** Two short messages and no pause, from one that has not set TCP_NODELAY, as the published clients have not. */
    private static boolean arrivesAlone(SocketChannel sender, SocketTransport receiver) throws IOException {
        sender.write(ByteBuffer.wrap(Bytes.of("name")));
        sender.write(ByteBuffer.wrap(Bytes.of("file")));
        var both = ByteBuffer.allocate(8);
        int first = receiver.read(both, Duration.ZERO);
        while (both.hasRemaining()) {
            receiver.read(both, Duration.ZERO);
        }
        return first == 4;
    }

    /** All of them, or most on a busy machine; otherwise one in ten. */
    @Test
    void whoIsAcknowledgedLateSendsHisSecondMessageLater() throws IOException {
        assumeTrue(nearChannel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK), "Linux has it");
        farChannel.setOption(StandardSocketOptions.TCP_NODELAY, false);
        int alone = 0;
        for (int round = 0; round < 20; round++) {
            near.acknowledgeLate();
            alone += arrivesAlone(farChannel, (SocketTransport) near) ? 1 : 0;
        }
        assertTrue(alone >= 8, "of 20 messages, came alone: " + alone);
    }

    @Test
    void aPeerKeepsItsNameWhenItIsGone() throws IOException {
        String name = near.peer();
        near.close();
        assertEquals(name, near.peer());
    }

    @Test
    void anAddressWithColonsIsPutInBrackets() throws IOException {
        disconnect();
        try {
            connectOver("::1");
        } catch (SocketException e) {
            assumeTrue(false, "this host has no IPv6: " + e.getMessage());
        }
        assertEquals("[0:0:0:0:0:0:0:1]:" + portOf(farChannel), near.peer());
    }

    @Test
    void theKernelDoesNotHoldBackWhatTheWireHasGathered() throws IOException {
        assertTrue(nearChannel.getOption(StandardSocketOptions.TCP_NODELAY));
    }

    @Test
    void aChannelThatIsClosedAlreadyIsRefused() throws IOException {
        nearChannel.close();
        assertThrows(IOException.class, () -> new SocketTransport(nearChannel));
    }

    /** As another thread does to one that it closes with a last word. */
    @Test
    void aChannelThatDoesNotBlockAnyMoreIsAboutToBeClosed() throws IOException {
        nearChannel.configureBlocking(false);
        assertThrows(PeerGoneException.class, () -> near.read(ByteBuffer.allocate(10), SHORT));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPeerThatResetsTheConnectionIsGone(boolean timed) throws IOException {
        reset(farChannel);
        var wait = timed ? Duration.ofMinutes(1) : Duration.ZERO;
        var gone = assertThrows(PeerGoneException.class, () -> near.read(ByteBuffer.allocate(10), wait));
        assertTrue(gone.getMessage().startsWith(near.peer() + ": "), gone.getMessage());
        assertThrows(PeerGoneException.class, () -> near.read(ByteBuffer.allocate(10), wait));
        assertThrows(PeerGoneException.class, () -> near.write(ByteBuffer.allocate(10)));
    }

    @ParameterizedTest
    @EnumSource
    void aPeerThatResetsTheConnectionEndsABlockedWrite(Worker.On thread) throws Exception {
        var writer = thread.begin(() -> {
            near.write(ByteBuffer.allocate(MORE_THAN_FITS));
            return null;
        }).awaitInside("write");
        reset(farChannel);
        assertThrows(PeerGoneException.class, writer::result);
    }

    @ParameterizedTest
    @EnumSource
    void aPeerThatResetsTheConnectionEndsAFileTransfer(Worker.On thread) throws Exception {
        try (var file = fileWith(new byte[MORE_THAN_FITS])) {
            var sender = thread.begin(() -> near.send(file, 0, MORE_THAN_FITS)).awaitInside("send");
            reset(farChannel);
            assertThrows(PeerGoneException.class, sender::result);
        }
    }

    /** A close that lingers for no time at all is a reset: what a crashed peer's kernel answers. */
    private static void reset(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    private static int portOf(SocketChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }
}
