package vos.bench;

/** What the value of a measurement counts, and which of two is better. */
enum Unit {
    MIB_PER_SECOND("MiB/s", true),
    FILES_PER_SECOND("files/s", true),
    COMMANDS_PER_SECOND("commands/s", true),
    CONNECTIONS_PER_SECOND("connections/s", true),
    MILLISECONDS("ms", false),
    KIB_PER_CONNECTION("KiB/connection", false);

    private final String word;
    private final boolean higherIsBetter;

    Unit(String word, boolean higherIsBetter) {
        this.word = word;
        this.higherIsBetter = higherIsBetter;
    }

    String word() {
        return word;
    }

    boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** How many times as good as the other a value is: above 1 it is better, whichever way the unit counts. */
    double ratio(double value, double other) {
        return higherIsBetter ? value / other : other / value;
    }

    boolean better(double value, double than) {
        return ratio(value, than) > 1;
    }
}
