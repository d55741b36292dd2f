package vos.shell;

/**
 * {@code df}: what the workspace holds, and by its quota could hold; an upload under way counts once it is there. What
 * a volume without a quota could hold nobody knows, and nothing is made up.
 */
final class DiskFreeCommand implements Command {

    private static final Flag HUMAN = new Flag('h', "sizes as 1.5K, 12M");
    private static final Usage USAGE =
            new Usage("df", "", "tells how many bytes the workspace holds and could hold", HUMAN);
    private static final String ROW = "%-10s %12s %12s %12s %4s %s";
    private static final String UNKNOWN = "-";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        call.requireAtMost(0);
        boolean human = call.has(HUMAN);
        long size = call.workspace().quota().bytes();
        long used = TreeSize.of("/", call, (below, bytes) -> { });
        boolean limited = size < Long.MAX_VALUE;
        // A quota may have become less than what was there.
        long available = Math.max(0, size - used);
        call.out().line(ROW.formatted("Filesystem", "Size", "Used", "Available", "Use%", "Mounted on"));
        call.out().line(ROW.formatted("workspace", limited ? Phrases.size(size, human) : UNKNOWN,
                Phrases.size(used, human), limited ? Phrases.size(available, human) : UNKNOWN,
                limited ? percent(used, available) : UNKNOWN, "/"));
    }

    /** Rounded up, so that only what is empty is used to 0%. */
    private static String percent(long used, long available) {
        double all = (double) used + available;
        return all == 0 ? UNKNOWN : "%.0f%%".formatted(Math.ceil(used * 100.0 / all));
    }
}
