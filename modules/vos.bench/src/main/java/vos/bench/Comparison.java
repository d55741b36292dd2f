package vos.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A work, and what each side came to in it. Ratios are taken round by round, between neighbours in time, and their
 * median is told: what slows the whole machine for a while slows both.
 *
 * @param work what was done
 * @param outcomes a side each, in the order of the sides
 */
record Comparison(Work work, List<Outcome> outcomes) {

    /** How many times as good as the floor; empty without a floor. */
    OptionalDouble ofFloor(Outcome outcome) {
        return floor().map(floor -> ratio(outcome, floor)).orElse(OptionalDouble.empty());
    }

    /** How many times as good as the best of the peers; empty without peers. */
    OptionalDouble ofBestPeer(Outcome outcome) {
        return bestPeer().map(peer -> ratio(outcome, peer)).orElse(OptionalDouble.empty());
    }

    Optional<Outcome> floor() {
        return outcomes.stream().filter(Outcome::counts)
                .filter(outcome -> outcome.side().role() == Side.Role.FLOOR).findFirst();
    }

    Optional<Outcome> bestPeer() {
        Comparator<Outcome> better = Comparator.comparingDouble(
                outcome -> work.unit().higherIsBetter() ? outcome.values().median() : -outcome.values().median());
        return outcomes.stream().filter(Outcome::counts)
                .filter(outcome -> outcome.side().role() == Side.Role.PEER).max(better);
    }

    private OptionalDouble ratio(Outcome outcome, Outcome other) {
        if (!outcome.counts()) {
            return OptionalDouble.empty();
        }
        int rounds = Math.min(outcome.rounds().size(), other.rounds().size());
        List<Double> ratios = IntStream.range(0, rounds)
                .mapToObj(at -> work.unit().ratio(outcome.rounds().get(at).value(), other.rounds().get(at).value()))
                .toList();
        return OptionalDouble.of(Figures.of(ratios).median());
    }
}
