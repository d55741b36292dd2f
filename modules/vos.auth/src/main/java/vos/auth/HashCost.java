package vos.auth;

/**
 * What one computation of Argon2id costs whoever checks a password, and whoever guesses it.
 *
 * <p>Bounded, because it is read from a file: 8 KiB a lane to 256 MiB, 1 to 10 passes, 1 to 16 lanes.
 *
 * @param memory in KiB
 * @param passes over that memory
 * @param lanes that could be computed in parallel
 */
record HashCost(int memory, int passes, int lanes) {

    /** What new hashes cost: OWASP's recommendation, some 20 to 50 milliseconds. */
    static final HashCost TODAY = new HashCost(19_456, 2, 1);

    private static final int MOST_MEMORY = 256 * 1024;
    private static final int MOST_PASSES = 10;
    private static final int MOST_LANES = 16;

    HashCost {
        require(lanes >= 1 && lanes <= MOST_LANES, "lanes, 1 to " + MOST_LANES, lanes);
        require(memory >= 8 * lanes && memory <= MOST_MEMORY, "KiB, 8 a lane to " + MOST_MEMORY, memory);
        require(passes >= 1 && passes <= MOST_PASSES, "passes, 1 to " + MOST_PASSES, passes);
    }

    /** Whether a guess takes less work than with {@code other}: the KiB written in all passes. */
    boolean isBelow(HashCost other) {
        return (long) memory * passes < (long) other.memory * other.passes;
    }

    private static void require(boolean inBounds, String bounds, int value) {
        if (!inBounds) {
            throw new IllegalArgumentException("a hash takes " + bounds + ", not " + value);
        }
    }
}
