package vos.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes guessing slow: counts the failed logins of each user from each address, and of each address, and refuses
 * further ones for a time that doubles.
 *
 * <p>An attempt counts as failed from its beginning until it is said to have {@link #succeeded}. So a thousand attempts
 * at once are no way around the count, and one that was cut off is not forgotten.
 *
 * <p>Failures drain away evenly, as many in a {@linkplain LoginLimits#window window} as are allowed in it, but not
 * while further ones are refused. A user is nowhere counted over all addresses: nobody can lock out somebody who is
 * somewhere else; those who share an address share its fate.
 *
 * <p>Memory is bounded: what was asked for longest ago is forgotten. That opens no hole. Each attempt that is let in
 * asks for its address last, so an address is remembered longer than the users tried from it; and it is let in only
 * as often as its address may fail. To have one forgotten takes attempts on nearly as many users as there are keys,
 * from addresses that are not refused: whoever has so many addresses can as well guess from them.
 *
 * <p>Safe for use by many threads.
 */
public final class LoginThrottle {

    private final InstantSource clock;
    private final LoginLimits limits;
    private final int doublings;

    /** From the one not asked for longest to the last. Guarded by this. */
    private final LinkedHashMap<Key, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true);

    /** What is counted: a user at an address, or {@link #ANYBODY}. */
    private record Key(String user, String address) {

        /** No user has such a name. */
        static final String ANYBODY = "*";

        /** All names that can be nobody's are one. */
        static Key of(String user, String address) {
            return new Key(UserName.parse(user).map(UserName::value).orElse("?"), address);
        }
    }

    /**
     * The failures that had not drained away at the time {@code at}. Until then, if it is to come, further attempts are
     * refused.
     */
    private record Tally(int failures, Instant at) {

        Tally drained(Instant now, Duration each) {
            if (at.isAfter(now)) {
                return this;
            }
            long gone = Duration.between(at, now).dividedBy(each);
            return gone < failures
                    ? new Tally(failures - (int) gone, at.plus(each.multipliedBy(gone)))
                    : new Tally(0, now);
        }
    }

    /** A throttle with {@link LoginLimits#DEFAULT}. */
    public LoginThrottle(InstantSource clock) {
        this(clock, LoginLimits.DEFAULT);
    }

    /** A throttle with limits of its own. */
    public LoginThrottle(InstantSource clock, LoginLimits limits) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.limits = limits;
        this.doublings = limits.doublings();
    }

    /**
     * Asks to try a login, and counts it as failed. One that is refused is not counted: it was no guess.
     *
     * @param user as it was typed
     * @param address where from, in any form that stays the same; of an IPv6 address only the network, as its owner has
     *     2<sup>64</sup> of them
     * @return how long to wait; empty if it may be tried now
     */
    public synchronized Optional<Duration> attempt(String user, String address) {
        Instant now = clock.instant();
        Key pair = Key.of(user, address);
        Key anybody = new Key(Key.ANYBODY, address);
        Instant open = later(tally(pair, limits.perUser(), now).at, tally(anybody, limits.perAddress(), now).at);
        if (open.isAfter(now)) {
            return Optional.of(Duration.between(now, open));
        }
        count(pair, limits.perUser(), now);
        count(anybody, limits.perAddress(), now);
        while (tallies.size() > limits.keys()) {
            tallies.pollFirstEntry();
        }
        return Optional.empty();
    }

    /** Says that an attempt succeeded: the user starts afresh at this address, and it is not the address' failure. */
    public synchronized void succeeded(String user, String address) {
        Instant now = clock.instant();
        tallies.remove(Key.of(user, address));
        tallies.computeIfPresent(new Key(Key.ANYBODY, address), (_, tally) -> {
            int failures = Math.max(0, tally.failures - 1);
            return new Tally(failures, failures < limits.perAddress() ? earlier(tally.at, now) : tally.at);
        });
    }

    /** How many users and addresses are remembered now. */
    synchronized int size() {
        return tallies.size();
    }

    private Tally tally(Key key, int allowed, Instant now) {
        Tally tally = tallies.get(key);
        return tally == null ? new Tally(0, now) : tally.drained(now, limits.window().dividedBy(allowed));
    }

    /** One failure more; there are no more than make the longest wait, so that they drain away in a time. */
    private void count(Key key, int allowed, Instant now) {
        Tally tally = tally(key, allowed, now);
        int failures = Math.min(tally.failures + 1, allowed + doublings);
        tallies.put(key, new Tally(failures,
                failures < allowed ? tally.at : now.plus(limits.wait(failures - allowed))));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
