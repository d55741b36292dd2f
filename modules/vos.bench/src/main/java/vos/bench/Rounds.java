package vos.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has all sides do a work in turn, again and again: the floor, ours, each peer, the floor, ... so that whatever the
 * machine does meanwhile happens to all. The first turn is not counted, and has the work done as often as a side needs
 * for its caches and compilers to be warm. A side that fails is left out from there on, and the others go on.
 */
final class Rounds {
    private final int first;
    private final int counted;
    private final Watcher watcher;

    /** Does a work once. */
    @FunctionalInterface
    interface Attempt {
        Measurement measure(Side side) throws BenchException;
    }

    /** Hears of each measurement as it is made. */
    interface Watcher {
        void measured(Side side, int round, Measurement measurement);

        void failed(Side side, String why);
    }

    Rounds(int counted, Watcher watcher) {
        this(0, counted, watcher);
    }

    private Rounds(int first, int counted, Watcher watcher) {
        this.first = first;
        this.counted = counted;
        this.watcher = watcher;
    }

    /** The same, but that every turn counts: for what is fresh in each round anyway. */
    Rounds withoutWarmUp() {
        return new Rounds(1, counted, watcher);
    }

    /** An outcome for each side, in their order. */
    List<Outcome> run(List<Side> sides, Attempt attempt) {
        Map<Side, List<Measurement>> measured = new LinkedHashMap<>();
        Map<Side, String> failed = new LinkedHashMap<>();
        sides.forEach(side -> measured.put(side, new ArrayList<>()));
        for (int round = first; round <= counted; round++) {
            for (Side side : sides) {
                if (failed.containsKey(side)) {
                    continue;
                }
                try {
                    for (int again = round == 0 ? side.warmUps() : 1; again > 1; again--) {
                        attempt.measure(side);
                    }
                    Measurement measurement = attempt.measure(side);
                    if (round > 0) {
                        measured.get(side).add(measurement);
                    }
                    watcher.measured(side, round, measurement);
                } catch (BenchException e) {
                    failed.put(side, e.getMessage());
                    watcher.failed(side, e.getMessage());
                }
            }
        }
        return sides.stream()
                .map(side -> new Outcome(side, measured.get(side), Optional.ofNullable(failed.get(side)))).toList();
    }
}
