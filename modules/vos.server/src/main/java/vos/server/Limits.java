package vos.server;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import vos.fs.Quota;

/** What each {@link Limit} of one server is set to. Immutable. */
public final class Limits {
    /** All as usual. */
    public static final Limits USUAL = new Limits(Map.of());

    /** Only those that are not as usual. */
    private final Map<Limit, Long> set;

    private Limits(Map<Limit, Long> set) {
        this.set = set;
    }

    /**
     * The same with one limit set otherwise.
     *
     * @param value in the limit's unit; of {@link Unit#TIME}, milliseconds
     * @throws IllegalArgumentException when it is out of bounds
     */
    public Limits with(Limit limit, long value) {
        var other = new EnumMap<Limit, Long>(Limit.class);
        other.putAll(set);
        if (limit.require(value) == limit.usual()) {
            other.remove(limit);
        } else {
            other.put(limit, value);
        }
        return new Limits(other);
    }

    /** The same with one time set otherwise. */
    public Limits with(Limit limit, Duration time) {
        requireTime(limit);
        return with(limit, time.toMillis());
    }

    /** What a limit is set to, in its unit. */
    public long of(Limit limit) {
        return set.getOrDefault(limit, limit.usual());
    }

    /** What a limit is set to that fits an {@code int}, as no larger value makes a difference. */
    int count(Limit limit) {
        return Math.clamp(of(limit), 0, Integer.MAX_VALUE);
    }

    /** What a time is set to. */
    public Duration time(Limit limit) {
        requireTime(limit);
        return Duration.ofMillis(of(limit));
    }

    /** What a workspace may hold. */
    Quota quota() {
        return new Quota(orUnlimited(Limit.QUOTA_BYTES), orUnlimited(Limit.QUOTA_FILES),
                orUnlimited(Limit.UPLOAD_LENGTH));
    }

    private long orUnlimited(Limit limit) {
        return of(limit) == 0 ? Long.MAX_VALUE : of(limit);
    }

    private static void requireTime(Limit limit) {
        if (limit.unit() != Unit.TIME) {
            throw new IllegalArgumentException(limit + " is no time");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Limits limits && set.equals(limits.set);
    }

    @Override
    public int hashCode() {
        return Objects.hash(set);
    }

    @Override
    public String toString() {
        return set.isEmpty() ? "the usual limits" : set.toString();
    }
}
