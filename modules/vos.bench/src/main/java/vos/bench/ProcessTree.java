package vos.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process and its descendants, as {@code /proc} of Linux shows them: what they have used of the processors, and what
 * they have resident. A child that is over counts as soon as its parent has waited for it.
 *
 * @param root the first process
 * @param proc where the system shows processes
 */
record ProcessTree(long root, Path proc) {
    /** Of the kernel's clock in what it shows, on every Linux that there is. */
    private static final double TICKS_PER_SECOND = 100;
    private static final long PAGE = 4_096;
    private static final long KIB = 1_024;
    private static final String PROPORTIONAL = "Pss:";

    /**
     * What a tree has come to.
     *
     * @param cpuSeconds in user and in system mode, of all
     * @param memory resident, in bytes; what two processes share counts twice
     * @param processes how many there are
     */
    record Usage(double cpuSeconds, long memory, int processes) {
    }

    /**
     * A process in {@code /proc/PID/stat}.
     *
     * @param pid its number
     * @param parent that of its parent
     * @param ticks of its own, and of its children that are over
     * @param pages resident
     */
    record Stat(long pid, long parent, long ticks, long pages) {
        private static final int PARENT = 1;
        private static final int FIRST_OF_TICKS = 11;
        private static final int LAST_OF_TICKS = 14;
        private static final int PAGES = 21;

        /** Reads the line; the name in it is in parentheses, and may have blanks and parentheses of its own. */
        static Stat parse(String line) {
            int name = line.indexOf('(');
            String[] rest = line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
            long ticks = 0;
            for (int at = FIRST_OF_TICKS; at <= LAST_OF_TICKS; at++) {
                ticks += Long.parseLong(rest[at]);
            }
            return new Stat(Long.parseLong(line.substring(0, name).strip()), Long.parseLong(rest[PARENT]), ticks,
                    Long.parseLong(rest[PAGES]));
        }
    }

    static ProcessTree of(Process process) {
        return new ProcessTree(process.pid(), Path.of("/proc"));
    }

    Usage usage() throws IOException {
        List<Stat> tree = tree();
        return new Usage(tree.stream().mapToLong(Stat::ticks).sum() / TICKS_PER_SECOND,
                tree.stream().mapToLong(Stat::pages).sum() * PAGE, tree.size());
    }

    /** Resident, in bytes, each page that several processes share divided among them. */
    long proportionalMemory() throws IOException {
        long sum = 0;
        for (Stat stat : tree()) {
            sum += proportional(stat);
        }
        return sum;
    }

    private long proportional(Stat stat) {
        Path file = proc.resolve(stat.pid() + "/smaps_rollup");
        return read(file).flatMap(text -> text.lines().filter(line -> line.startsWith(PROPORTIONAL)).findFirst())
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                // Not everybody may look into everybody's memory; what it has resident anybody may.
                .orElse(stat.pages() * PAGE);
    }

    private List<Stat> tree() throws IOException {
        Map<Long, List<Stat>> children = new HashMap<>();
        List<Stat> tree = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[1-9]*")) {
            for (Path process : processes) {
                read(process.resolve("stat")).map(Stat::parse).ifPresent(stat -> {
                    children.computeIfAbsent(stat.parent(), _ -> new ArrayList<>()).add(stat);
                    if (stat.pid() == root) {
                        tree.add(stat);
                    }
                });
            }
        }
        Deque<Stat> open = new ArrayDeque<>(tree);
        while (!open.isEmpty()) {
            List<Stat> of = children.getOrDefault(open.pop().pid(), List.of());
            tree.addAll(of);
            open.addAll(of);
        }
        return tree;
    }

    /** Empty when the process has gone meanwhile. */
    private static Optional<String> read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            System.getLogger(ProcessTree.class.getName()).log(System.Logger.Level.TRACE, "a process is gone", e);
            return Optional.empty();
        }
    }
}
