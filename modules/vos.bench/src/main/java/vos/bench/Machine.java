package vos.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

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
    private static final int HARD_LIMIT = 2;
    private static final int MOST_DESCRIPTORS = 60_000;
    /** POSIX promises 20; nobody has set less than this for a long time. */
    private static final int FEWEST_DESCRIPTORS = 1_024;

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

    /** How many files and connections a process may have open, if it asks for all that it may have; at most 60,000. */
    static int descriptors() {
        try (Stream<String> limits = Files.lines(Path.of("/proc/self/limits"))) {
            return limits.filter(line -> line.startsWith("Max open files")).map(line -> line.split(" {2,}")[HARD_LIMIT])
                    .mapToInt(hard -> hard.matches("\\d{1,5}") ? Integer.parseInt(hard) : MOST_DESCRIPTORS)
                    .map(hard -> Math.min(hard, MOST_DESCRIPTORS)).findFirst().orElse(FEWEST_DESCRIPTORS);
        } catch (IOException e) {
            System.getLogger(Machine.class.getName()).log(System.Logger.Level.DEBUG, "not told", e);
            return FEWEST_DESCRIPTORS;
        }
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
