package vos.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a program that is over soon and of which only success matters. */
final class Tool {
    private Tool() {
    }

    /** Runs it to its end, and gives what it printed. */
    static String run(List<String> command, Path directory) throws BenchException {
        try {
            Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int code = process.waitFor();
            if (code != 0) {
                throw new BenchException("%s ended with %d: %s".formatted(command.getFirst(), code, output));
            }
            return output;
        } catch (IOException e) {
            throw new BenchException(command.getFirst() + " could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted while " + command.getFirst() + " ran", e);
        }
    }
}
