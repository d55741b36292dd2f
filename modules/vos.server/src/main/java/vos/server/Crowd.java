package vos.server;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Counts who is there from where, and lets no more in from one place than it was told. All from one place share a rate
 * of commands: more connections, or one after the other, bring nobody more of it. Safe for many threads.
 */
final class Crowd {
    private final ConcurrentHashMap<Origin, Place> places = new ConcurrentHashMap<>();
    private final int most;
    private final Supplier<Throttle> rate;

    /** Lets in so many from one place, each of which has a rate of its own. */
    Crowd(int most, Supplier<Throttle> rate) {
        this.most = most;
        this.rate = rate;
    }

    /** How many are there, and what they share. */
    private record Place(int present, Throttle commands) {

        Place with(int more) {
            return new Place(present + more, commands);
        }

        /** Whether it may be forgotten: nobody is there, and whoever comes next finds the rate as if it were new. */
        boolean isOver() {
            return present == 0 && commands.rested();
        }
    }

    /** Lets one more in, who has to {@link #leave}, and gives the rate; empty when there are too many already. */
    Optional<Throttle> enter(Origin origin) {
        // The entry grows by one or stays: whether it did is told by comparing inside of the update, not after it.
        var entered = new boolean[1];
        Place place = places.compute(origin, (_, known) -> {
            Place before = known == null ? new Place(0, rate.get()) : known;
            entered[0] = before.present < most;
            return entered[0] ? before.with(1) : before;
        });
        return entered[0] ? Optional.of(place.commands) : Optional.empty();
    }

    void leave(Origin origin) {
        places.computeIfPresent(origin, (_, place) -> {
            Place left = place.with(-1);
            return left.isOver() ? null : left;
        });
    }

    /** Forgets those who were remembered for the sake of the rate that they had used up; to be called now and then. */
    void forgetTheRested() {
        places.values().removeIf(Place::isOver);
    }

    /** From how many places somebody is there, or was so shortly ago that the rate is used up. */
    int origins() {
        return places.size();
    }
}
