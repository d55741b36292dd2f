package vos.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code vos} in a process of its own, in a directory of its own, which signals can reach. */
final class VosProcess implements Closeable {
    private static final Pattern PORT = Pattern.compile(":(\\d+), files in ");

    private final Process process;
    private final BufferedReader lines;

    VosProcess(Path directory, String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> jvm = Stream.of(java, "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + directory,
                "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Vos.class.getName());
        process = new ProcessBuilder(Stream.concat(jvm, Stream.of(args)).toList())
                .directory(directory.toFile())
                .redirectError(directory.resolve("log").toFile())
                .start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next line that it prints. */
    String line() throws IOException {
        return lines.readLine();
    }

    /** All that it prints until it ends. */
    List<String> rest() {
        return lines.lines().toList();
    }

    /** Reads the announcement of a server; returns the port. */
    int announcedPort() throws IOException {
        String line = line();
        var port = PORT.matcher(String.valueOf(line));
        assertTrue(port.find(), line);
        line();
        return Integer.parseInt(port.group(1));
    }

    /**
     * As {@code kill -INT} does, and Ctrl-C. A process that was started by a script in the background ignores Ctrl-C,
     * and so do those that it starts: nothing can be tested with it then.
     */
    void signal(String name) throws IOException, InterruptedException {
        assumeFalse(name.equals("INT") && isInterruptIgnored(), "the build was started where SIGINT is ignored");
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
    }

    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        long interrupt = 1L << 1;
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & interrupt) != 0);
    }

    int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(20, SECONDS), "the process does not end");
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
