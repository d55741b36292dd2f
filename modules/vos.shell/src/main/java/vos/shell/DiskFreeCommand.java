package vos.shell;

/** {@code df}: what the workspace holds. What its volume could hold nobody knows, and nothing is made up. */
final class DiskFreeCommand implements Command {

    private static final Flag HUMAN = new Flag('h', "sizes as 1.5K, 12M");
    private static final Usage USAGE = new Usage("df", "", "tells how many bytes the workspace holds", HUMAN);
    private static final String ROW = "%-10s %12s %12s %12s %4s %s";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        call.requireAtMost(0);
        String used = Phrases.size(TreeSize.of("/", call, (below, bytes) -> { }), call.has(HUMAN));
        call.out().line(ROW.formatted("Filesystem", "Size", "Used", "Available", "Use%", "Mounted on"));
        call.out().line(ROW.formatted("workspace", "-", used, "-", "-", "/"));
    }
}
