package vos.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The least that a server of commands on the JVM can be: a virtual thread a connection, a blocking channel, a small
 * buffer. Every "NOP" is answered with "ok", "BYE" ends the connection; one read is taken for one command, as its
 * client waits for each answer. It serves until it is ended.
 */
final class BareEcho {
    private static final int ROOM = 512;
    private static final int BACKLOG = 1_024;

    private BareEcho() {
    }

    /** Serves on a free port of loopback, and says which. */
    public static void main(String[] args) throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            serve(listener, Terminal.output());
        }
    }

    static void serve(ServerSocketChannel listener, PrintStream out) throws IOException {
        out.println("listening " + ((InetSocketAddress) listener.getLocalAddress()).getPort());
        out.flush();
        while (listener.isOpen()) {
            SocketChannel connection = listener.accept();
            Thread.ofVirtual().start(() -> answer(connection));
        }
    }

    private static void answer(SocketChannel connection) {
        ByteBuffer ok = ByteBuffer.wrap("ok\n".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer command = ByteBuffer.allocate(ROOM);
        try (connection) {
            connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
            while (connection.read(command.clear()) > 0 && command.get(0) != 'B') {
                connection.write(ok.rewind());
            }
        } catch (IOException e) {
            System.getLogger(BareEcho.class.getName()).log(System.Logger.Level.DEBUG, "a client is gone", e);
        }
    }
}
