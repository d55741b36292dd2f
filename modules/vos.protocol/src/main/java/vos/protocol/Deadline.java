package vos.protocol;

import java.time.Duration;

/** The end of a wait that may take several reads. */
record Deadline(Duration atMost, long since) {
    /** For those who wait as long as it takes. */
    static final Deadline NEVER = in(Duration.ZERO);

    /** That of a wait which begins now; {@link Duration#ZERO} has no end. */
    static Deadline in(Duration atMost) {
        return new Deadline(atMost, System.nanoTime());
    }

    /** What is left, as a {@link Transport#read} takes it; negative or zero does not tell when it {@link #isOver}. */
    Duration left() {
        return atMost.isZero() ? atMost : atMost.minusNanos(System.nanoTime() - since);
    }

    boolean isOver() {
        return !atMost.isZero() && !left().isPositive();
    }
}
