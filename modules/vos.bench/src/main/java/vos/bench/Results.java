package vos.bench;

import java.time.Instant;
import java.util.List;

/**
 * A run of the benchmark.
 *
 * @param began when
 * @param machine on what
 * @param form how much was done
 * @param comparisons a work each
 * @param missing sides that could not take part
 */
record Results(
        Instant began, Machine machine, Form form, List<Comparison> comparisons, List<Missing> missing) {

    /**
     * A side that could not take part.
     *
     * @param side its name
     * @param remedy what to do about it
     */
    record Missing(String side, String remedy) {
    }

    /** Whether some side failed in some work. */
    boolean failed() {
        return comparisons.stream().flatMap(comparison -> comparison.outcomes().stream())
                .anyMatch(outcome -> !outcome.counts());
    }
}
