package vos.server;

import java.net.InetAddress;
import java.util.Optional;
import vos.auth.Accounts;
import vos.fs.Volume;
import vos.protocol.Dialect;
import vos.protocol.Transport;
import vos.protocol.WireOptions;

/** One conversation as a server holds it, from greeting to end, on the caller's thread and without a socket. */
public final class Conversation {
    private Conversation() {
    }

    /** Holds it over {@code transport}; {@code listener} is told how it ended. */
    public static void hold(Dialect dialect, Transport transport, Volume volume, Optional<Accounts> accounts,
            ServerListener listener) {
        Resources resources = Resources.of(Limits.USUAL, () -> 0);
        Session session = Sessions.of(dialect, volume, accounts, Limits.USUAL, resources)
                .begin(InetAddress.getLoopbackAddress());
        var watched = new WatchedTransport(transport, () -> 0);
        var host = new Connection.Host(dialect, Limits.USUAL, listener, Runnable::run);
        new Connection(new Peer(1, "script"), watched, WireOptions.DEFAULTS, session, host).run();
    }
}
