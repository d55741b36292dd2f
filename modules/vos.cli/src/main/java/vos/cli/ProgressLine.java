package vos.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import vos.client.Progress;
import vos.protocol.Text;

/**
 * One line on the terminal that is written over and over while a transfer goes on. Quiet for transfers that are over
 * before anybody wonders. Closing it ends the line, if there is one.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long SILENT_NANOS = 500_000_000;
    private static final long STEP_NANOS = 100_000_000;
    private static final double MIB = 1 << 20;

    private final String name;
    private final PrintWriter terminal;
    private final LongSupplier nanoTime;
    private final long start;
    private long next;
    private boolean shown;

    ProgressLine(String name, PrintWriter terminal, LongSupplier nanoTime) {
        this.name = Text.printable(name);
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.next = start + SILENT_NANOS;
    }

    @Override
    public void moved(long moved, long total) {
        long now = nanoTime.getAsLong();
        if (now - next >= 0 || shown && moved == total) {
            next = now + STEP_NANOS;
            shown = true;
            terminal.print("\r" + line(moved, total, (now - start) / 1e9));
            terminal.flush();
        }
    }

    @Override
    public void close() {
        if (shown) {
            terminal.println();
            terminal.flush();
        }
    }

    /** In columns, so that each line covers the one before. */
    private String line(long moved, long total, double seconds) {
        String share = total > 0 ? "%3d %%  ".formatted(moved * 100 / total) : "";
        return "%s  %s%8.1f MiB  %8.1f MiB/s".formatted(name, share, moved / MIB, moved / MIB / seconds);
    }
}
