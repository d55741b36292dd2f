package vos.protocol;

import java.util.Random;

/** How a {@link MemoryLink} hands on what was written: what one read gives when its target has room enough. */
@FunctionalInterface
public interface Delivery {
    /** Each write arrives as it was written: what beginners expect of TCP. */
    Delivery WHOLE = (write, waiting) -> write;
    /** One byte at a time: what TCP may do at its worst. */
    Delivery BYTEWISE = (write, waiting) -> 1;
    /** Everything that is there: what TCP does when the reader is slow. */
    Delivery COALESCED = (write, waiting) -> waiting;

    /**
     * How many bytes the next read gives.
     *
     * @param write how many bytes are left of the oldest write
     * @param waiting how many bytes are there in all
     * @return from 1 to {@code waiting}
     */
    int next(int write, int waiting);

    /** Pieces of sizes that {@code seed} decides. */
    static Delivery random(long seed) {
        var random = new Random(seed);
        return (write, waiting) -> 1 + random.nextInt(waiting);
    }
}
