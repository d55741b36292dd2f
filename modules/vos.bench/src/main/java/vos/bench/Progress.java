package vos.bench;

import java.io.PrintStream;

/** Tells on a terminal, a line each, what has been measured; elsewhere, only what failed. */
final class Progress implements Rounds.Watcher {
    private final PrintStream out;
    private final boolean all;
    private final Work work;
    private final int rounds;

    Progress(PrintStream out, boolean all, Work work, int rounds) {
        this.out = out;
        this.all = all;
        this.work = work;
        this.rounds = rounds;
    }

    @Override
    public void begins(Side side, int round) {
        // A measurement is over soon; its line has all there is to say.
    }

    @Override
    public void measured(Side side, int round, Measurement measurement) {
        if (all) {
            String turn = round == 0 ? "warm-up" : round + " of " + rounds;
            out.printf("  %-20s %-14s %-8s %s %s%n", work.name(), side.name(), turn,
                    Table.number(measurement.value()), work.unit().word());
        }
    }

    @Override
    public void failed(Side side, String why) {
        out.printf("  %-20s %-14s failed: %s%n", work.name(), side.name(), why);
    }
}
