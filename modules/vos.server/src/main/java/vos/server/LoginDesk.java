package vos.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import vos.auth.Accounts;
import vos.auth.LoginLimits;
import vos.auth.LoginThrottle;
import vos.auth.Password;
import vos.auth.Principal;
import vos.fs.Kind;
import vos.fs.Location;
import vos.fs.Volume;
import vos.fs.WorkspaceException;
import vos.protocol.ErrorCode;
import vos.protocol.Reply;
import vos.protocol.Request;

/**
 * Lets in those who have an account, each to a directory of the volume that bears their name {@code [COM-10]}.
 *
 * <p>One for all connections of a server, and safe for use by many threads; a session that it begins is for one.
 */
final class LoginDesk implements Sessions {
    private static final Logger LOG = System.getLogger("vos.server");
    /** Addresses share doors, as there are more of them than anybody could count. */
    private static final int DOORS = 256;

    private final List<Semaphore> doors;
    private final Volume volume;
    private final Accounts accounts;
    private final Limits limits;
    private final Resources resources;
    private final LoginThrottle throttle;
    /** One for each user who has come, as all sessions of a user share one quota. */
    private final Map<Location, Volume> homes = new ConcurrentHashMap<>();

    LoginDesk(Volume volume, Accounts accounts, Limits limits, Resources resources) {
        this.volume = volume;
        this.accounts = accounts;
        this.limits = limits;
        this.resources = resources;
        LoginLimits attempts = attempts(limits);
        this.throttle = new LoginThrottle(InstantSource.system(), attempts);
        // From one address fewer logins are looked at at a time than are too many failures, and the others wait: each
        // counts for a failure until it has succeeded. In their order: whoever is overtaken again and again runs out of
        // the time for a login.
        this.doors = Stream.generate(() -> new Semaphore(attempts.perUser() - 1, true)).limit(DOORS).toList();
    }

    private static LoginLimits attempts(Limits limits) {
        return LoginLimits.DEFAULT.withFailures(limits.count(Limit.LOGIN_ATTEMPTS),
                limits.count(Limit.LOGIN_ATTEMPTS_PER_ADDRESS));
    }

    @Override
    public Session begin(InetAddress address) {
        return new LoginSession(Origin.of(address).name());
    }

    private final class LoginSession implements Session {
        private final String origin;
        private volatile Optional<Session> session = Optional.empty();

        LoginSession(String origin) {
            this.origin = origin;
        }

        @Override
        public boolean admitted() {
            return session.isPresent();
        }

        @Override
        public void answered() {
            session.ifPresent(Session::answered);
        }

        @Override
        public Reply perform(Request request) throws IOException {
            if (session.isPresent()) {
                return session.get().perform(request);
            }
            return request instanceof Request.Login login ? queue(login) : answerToStranger(request);
        }

        private Reply queue(Request.Login login) {
            Semaphore door = doors.get(Math.floorMod(origin.hashCode(), DOORS));
            door.acquireUninterruptibly();
            try {
                return login(login);
            } finally {
                door.release();
            }
        }

        private Reply login(Request.Login login) {
            Optional<Duration> wait = throttle.attempt(login.user(), origin);
            if (wait.isPresent()) {
                return new Reply.Failed(ErrorCode.TOO_MANY_ATTEMPTS,
                        "too many failed logins; try again in " + (wait.get().toSeconds() + 1) + " s");
            }
            try {
                Optional<Principal> principal = authenticate(login);
                if (principal.isEmpty()) {
                    return new Reply.Failed(ErrorCode.NOT_AUTHENTICATED, "the user name or the password is wrong");
                }
                throttle.succeeded(login.user(), origin);
                session = Optional.of(new Interpreter(home(principal.get()), limits, resources));
                return new Reply.Done();
            } catch (IOException e) {
                LOG.log(Level.ERROR, "cannot let " + origin + " log in", e);
                return new Reply.Failed(ErrorCode.INTERNAL, ErrorCode.INTERNAL.sentence());
            }
        }
    }

    private Optional<Principal> authenticate(Request.Login login) throws IOException {
        byte[] bytes = login.password().bytes();
        try (Password password = Password.ofUtf8(bytes)) {
            return accounts.authenticate(login.user(), password);
        } catch (IllegalArgumentException e) {
            // Empty, too long or not UTF-8: nobody's password, whoever the user is.
            return Optional.empty();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private Volume home(Principal principal) throws WorkspaceException {
        var home = new Location(List.of(principal.name().value()));
        try {
            volume.makeDirectory(home);
        } catch (WorkspaceException e) {
            if (e.reason() != WorkspaceException.Reason.ALREADY_EXISTS) {
                throw e;
            }
            requireDirectory(home);
        }
        return homes.computeIfAbsent(home, place -> volume.within(place).limitedTo(limits.quota()));
    }

    /** A file of that name in the volume's root is no user's, however they are called. */
    private void requireDirectory(Location home) throws WorkspaceException {
        if (volume.status(home).kind() != Kind.DIRECTORY) {
            throw new WorkspaceException(WorkspaceException.Reason.NOT_A_DIRECTORY, home);
        }
    }

    /** What needs no workspace is answered to anybody. */
    private static Reply answerToStranger(Request request) throws IOException {
        Optional<Reply> reply = Interpreter.answerToAnybody(request);
        if (request instanceof Request.Upload upload) {
            upload.content().close();
        }
        return reply.orElse(new Reply.Failed(ErrorCode.NOT_AUTHENTICATED, ErrorCode.NOT_AUTHENTICATED.sentence()));
    }
}
