package vos.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Has {@code vos-load}, a native client of little overhead, do the work: the same program for every protocol. */
final class LoadClient implements Load {
    private static final String HOST = "127.0.0.1";
    private static final int MINUTES = 10;

    private final Path program;
    private final Side side;

    LoadClient(Path program, Side side) {
        this.program = program;
        this.side = side;
    }

    @Override
    public LoadReport run(Task task, Stage stage, int port) throws BenchException {
        return run(command(task, stage, port), stage);
    }

    /** Beside others, so that a server does not take it for one of them. */
    LoadReport runFrom(String address, Task task, Stage stage, int port) throws BenchException {
        List<String> command = new ArrayList<>(command(task, stage, port));
        command.add("from=" + address);
        return run(command, stage);
    }

    /** Opens the connections of an idle task, which live until the returned is closed. */
    Held hold(Task.Idle task, Stage stage, int port) throws BenchException {
        return Held.by(command(task, stage, port), errors(stage));
    }

    List<String> command(Task task, Stage stage, int port) {
        List<String> arguments = side.suited(task).arguments();
        List<String> command = new ArrayList<>(List.of(program.toString(), side.protocol(), HOST,
                String.valueOf(port)));
        command.addAll(arguments);
        command.addAll(side.keys());
        if (stage.certificate().isPresent()) {
            command.add("tls=1");
        }
        return command;
    }

    private static Path errors(Stage stage) {
        return stage.scratch().resolve("client.log");
    }

    private static LoadReport run(List<String> command, Stage stage) throws BenchException {
        Path errors = errors(stage);
        try {
            Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            try (InputStream out = process.getInputStream()) {
                // Its line is short, and waits in the pipe until it has ended.
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    throw new BenchException("the load client was not done after " + MINUTES + " minutes");
                }
                if (process.exitValue() != 0) {
                    throw new BenchException(Logs.last(errors).orElse("the load client ended with "
                            + process.exitValue()));
                }
                return LoadReport.parse(new String(out.readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new BenchException("the load client could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted while the load client ran", e);
        }
    }
}
