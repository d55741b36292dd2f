package vos.tck;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether a peer on this machine has still to read what it was sent. Where the system can be asked, a pause ends
 * when the peer has read, however busy the machine is; anywhere else it has to be long enough.
 *
 * <p>The system's table may be long, so one look at it serves all who need one that is not older. For all threads.
 */
final class Backlog {

    private static long looked;
    /** Nothing before the first look. */
    private static Set<String> unread;

    private Backlog() {
    }

    /** Whether bytes lie unread at the other end of a connection, by a look that was taken after {@code since}. */
    static synchronized boolean isUnread(Socket socket, long since) throws IOException {
        if (unread == null || looked - since <= 0) {
            looked = System.nanoTime();
            unread = TcpTable.entries().stream().filter(TcpTable.Entry::unread)
                    .map(entry -> entry.localPort() + " " + entry.remotePort()).collect(Collectors.toSet());
        }
        return unread.contains(TcpTable.hexadecimal(socket.getPort()) + " "
                + TcpTable.hexadecimal(socket.getLocalPort()));
    }
}
