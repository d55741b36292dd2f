package vos.server;

import java.net.InetAddress;
import java.util.Optional;
import vos.auth.Accounts;
import vos.fs.Volume;
import vos.protocol.Dialect;
import vos.protocol.Transport;

/** One conversation as a server holds it, from greeting to end, on the caller's thread and without a socket. */
public final class Conversation {
    private Conversation() {
    }

    /** Holds it over {@code transport}; {@code listener} is told how it ended. */
    public static void hold(Dialect dialect, Transport transport, Volume volume, Optional<Accounts> accounts,
            ServerListener listener) {
        var session = Sessions.of(dialect, volume, accounts).begin(InetAddress.getLoopbackAddress());
        var watched = new WatchedTransport(transport, () -> 0);
        new Connection(new Peer(1, "script"), watched, dialect, session, listener).run();
    }
}
