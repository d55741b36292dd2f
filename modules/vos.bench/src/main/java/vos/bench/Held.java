package vos.bench;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Connections that a load client holds, and that say nothing; closing ends them. */
final class Held implements Closeable {
    private final Process process;

    private Held(Process process) {
        this.process = process;
    }

    /** Starts the client, and returns when all of its connections are there. */
    static Held by(List<String> command, Path errors) throws BenchException {
        try {
            Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            try {
                BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                String line = out.readLine();
                if (!"ready".equals(line)) {
                    throw new BenchException(Logs.last(errors).orElse("the load client opened no connections"));
                }
                return new Held(process);
            } catch (IOException | BenchException e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new BenchException("the load client could not be run: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            process.getOutputStream().close();
        } finally {
            process.destroyForcibly();
        }
    }
}
