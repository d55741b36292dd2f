package vos.server;

import java.util.concurrent.ConcurrentHashMap;

/** Counts who is there from where, and lets no more in from one place than it was told. Safe for many threads. */
final class Crowd {
    private final ConcurrentHashMap<Origin, Integer> present = new ConcurrentHashMap<>();
    private final int most;

    Crowd(int most) {
        this.most = most;
    }

    /** Lets one more in, who has to {@link #leave}; false when there are too many from there already. */
    boolean enter(Origin origin) {
        // The entry grows by one or stays: whether it did is told by comparing inside of the update, not after it.
        var entered = new boolean[1];
        present.compute(origin, (_, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < most;
            return entered[0] ? Integer.valueOf(before + 1) : count;
        });
        return entered[0];
    }

    void leave(Origin origin) {
        present.computeIfPresent(origin, (_, count) -> count == 1 ? null : count - 1);
    }

    /** From how many places somebody is there. */
    int origins() {
        return present.size();
    }
}
