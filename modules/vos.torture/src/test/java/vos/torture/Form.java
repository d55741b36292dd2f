package vos.torture;

/** How much is tried: what every build has time for, or what {@code scripts/torture} is given. */
enum Form {
    SHORT, LONG;

    /** As the system property {@code vos.torture} says. */
    static final Form CHOSEN = "long".equals(System.getProperty("vos.torture")) ? LONG : SHORT;

    /** One of two numbers: of runs, of seconds, of files. */
    static int choose(int inShort, int inLong) {
        return CHOSEN == LONG ? inLong : inShort;
    }

    /** What decides every random choice; {@code -Dvos.torture.seed} repeats what a failure printed. */
    static long seed() {
        return Long.getLong("vos.torture.seed", System.nanoTime());
    }
}
