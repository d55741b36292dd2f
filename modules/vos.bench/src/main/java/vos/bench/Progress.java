package vos.bench;

import java.io.PrintWriter;

/** Tells on a terminal, a line each, what has been measured; elsewhere, only what failed. */
final class Progress implements Rounds.Watcher {
    private final PrintWriter out;
    private final boolean all;
    private final Work work;
    private final int rounds;

    Progress(PrintWriter out, boolean all, Work work, int rounds) {
        this.out = out;
        this.all = all;
        this.work = work;
        this.rounds = rounds;
    }

    @Override
    public void measured(Side side, int round, Measurement measurement) {
        if (all) {
            String turn = round == 0 ? "warm-up" : round + " of " + rounds;
            out.printf("  %-20s %-14s %-8s %s %s%n", work.name(), side.name(), turn,
                    Table.number(measurement.value()), work.unit().word());
            out.flush();
        }
    }

    @Override
    public void failed(Side side, String why) {
        out.printf("  %-20s %-14s failed: %s%n", work.name(), side.name(), why);
        out.flush();
    }
}
