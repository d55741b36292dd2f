package vos.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * On what it was measured.
 *
 * @param processor its model
 * @param cores that the program may use
 * @param memoryGiB of the machine
 * @param system the kernel
 * @param java the version of the JVM
 */
record Machine(String processor, int cores, long memoryGiB, String system, String java) {
    private static final long KIB_PER_GIB = 1024 * 1024;
    private static final String UNKNOWN = "unknown";

    static Machine here() {
        return new Machine(
                line(Path.of("/proc/cpuinfo"), "model name").orElse(UNKNOWN),
                Runtime.getRuntime().availableProcessors(),
                line(Path.of("/proc/meminfo"), "MemTotal")
                        .map(text -> Math.round(Double.parseDouble(text.replaceAll("\\D", "")) / KIB_PER_GIB))
                        .orElse(0L),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString());
    }

    /** What stands behind the name and a colon in a file of /proc. */
    private static Optional<String> line(Path file, String name) {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.startsWith(name)).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException e) {
            System.getLogger(Machine.class.getName()).log(System.Logger.Level.DEBUG, "not told", e);
            return Optional.empty();
        }
    }

    /** For people. */
    String sentence() {
        return "%s, %d cores, %d GiB, %s, Java %s".formatted(processor, cores, memoryGiB, system, java);
    }
}
