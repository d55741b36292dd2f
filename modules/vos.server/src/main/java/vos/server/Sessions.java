package vos.server;

import java.net.InetAddress;
import java.util.Optional;
import vos.auth.Accounts;
import vos.fs.Volume;
import vos.protocol.Dialect;

/** Begins a session for each connection: with the volume itself, or with a login that leads into a part of it. */
@FunctionalInterface
interface Sessions {

    /** A session for a peer at {@code address}. */
    Session begin(InetAddress address);

    private static Sessions ofAnybody(Volume volume, Limits limits, Resources resources) {
        return address -> new Interpreter(volume, limits, resources);
    }

    /** Everybody has the whole volume, or else, where there are accounts, what is theirs. */
    static Sessions of(Dialect dialect, Volume volume, Optional<Accounts> accounts, Limits limits,
            Resources resources) {
        if (dialect.needsLogin() != accounts.isPresent()) {
            throw new IllegalArgumentException(dialect.id() + (dialect.needsLogin()
                    ? " has a login and needs accounts" : " has no login, so that nobody could use an account"));
        }
        return accounts.<Sessions>map(known -> new LoginDesk(volume, known, limits, resources))
                .orElseGet(() -> ofAnybody(volume.limitedTo(limits.quota()), limits, resources));
    }
}
