package vos.torture;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this process holds of the system.
 *
 * @param descriptors how many files and sockets are open, where the system tells it; 0 elsewhere
 * @param threads the names of the threads of servers, proxies and clients, also of virtual ones
 */
record CutCensus(int descriptors, List<String> threads) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Pattern OURS =
            Pattern.compile("#[0-9]+ \"((accept |idle watch |cut |[a-z-]+ #[0-9]+ ).*?)\".*");

    /** Now; {@code directory} is for a file that is made and removed. */
    static CutCensus take(Path directory) throws IOException {
        Path dump = directory.resolve("threads");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
        List<String> threads = Files.readAllLines(dump).stream().map(OURS::matcher)
                .filter(line -> line.matches()).map(line -> line.group(1)).sorted().toList();
        Files.delete(dump);
        return new CutCensus(openDescriptors(), threads);
    }

    private static int openDescriptors() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return Math.toIntExact(open.count());
        }
    }

    /** Whether nothing is left that was not there before. */
    boolean isNoMoreThan(CutCensus before) {
        return descriptors <= before.descriptors && before.threads.containsAll(threads);
    }
}
