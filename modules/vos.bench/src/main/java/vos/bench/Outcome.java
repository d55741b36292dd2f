package vos.bench;

import java.util.List;
import java.util.Optional;

/**
 * What a side came to in a work.
 *
 * @param side who it was
 * @param rounds a measurement of each, in order; those before a failure, when there was one
 * @param failure why it could not be measured
 */
record Outcome(Side side, List<Measurement> rounds, Optional<String> failure) {

    /** Whether there is something to be compared. */
    boolean counts() {
        return failure.isEmpty();
    }

    Figures values() {
        return Figures.of(rounds, Measurement::value);
    }
}
