package vos.tck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Tells whether anybody listens on a port of this machine. Where the system can be asked, without connecting: there are
 * servers that take a connection which says nothing for a client, and one that dies of it.
 */
final class Listeners {

    private Listeners() {
    }

    static boolean listens(int port) throws IOException {
        return TcpTable.known() ? TcpTable.entries().stream().anyMatch(entry -> entry.listensOn(port)) : answers(port);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
