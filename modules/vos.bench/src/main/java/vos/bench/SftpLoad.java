package vos.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Has OpenSSH's own client move files. Time counts from when its sessions are there to when all have answered the
 * command behind their last file; what the client used of the processors is told by the shell that runs it, and has the
 * log-in in it.
 */
final class SftpLoad implements Load {
    private static final String ANSWER = "Remote working directory";
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double NANOS = 1e9;

    private final Path program;

    SftpLoad(Path program) {
        this.program = program;
    }

    /** The commands of one session. */
    private record Batch(List<String> lines) {
    }

    /** A client that runs. */
    private static final class Session {
        private final Process process;
        private final BufferedReader out;
        private final Writer in;
        private final Path errors;

        Session(List<String> command, Path errors) throws IOException {
            this.errors = errors;
            process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            out = process.inputReader(StandardCharsets.UTF_8);
            in = process.outputWriter(StandardCharsets.UTF_8);
        }

        /** Returns at once: it answers while it hears, and stops to listen when nobody listens to it. */
        void say(List<String> lines) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    in.write(String.join("\n", lines) + "\npwd\n");
                    in.flush();
                } catch (IOException e) {
                    // It has ended, which whoever awaits its answer is told.
                    process.destroyForcibly();
                }
            });
        }

        void awaitAnswer() throws IOException, BenchException {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(ANSWER)) {
                    return;
                }
            }
            throw new BenchException(Logs.last(errors).orElse("sftp ended early"));
        }

        /** Lets it go, and tells what it used of the processors. */
        double end() throws IOException {
            in.close();
            return cpuSeconds(out.lines().toList());
        }
    }

    @Override
    public LoadReport run(Task task, Stage stage, int port) throws BenchException {
        List<Session> sessions = new ArrayList<>();
        try {
            List<Batch> batches = batches(task, stage);
            for (int at = 0; at < batches.size(); at++) {
                var session = new Session(command(stage, port), stage.scratch().resolve("sftp-" + at + ".log"));
                sessions.add(session);
                session.say(List.of());
                session.awaitAnswer();
            }
            long start = System.nanoTime();
            for (int at = 0; at < batches.size(); at++) {
                sessions.get(at).say(batches.get(at).lines());
            }
            for (Session session : sessions) {
                session.awaitAnswer();
            }
            double seconds = (System.nanoTime() - start) / NANOS;
            double cpu = 0;
            for (Session session : sessions) {
                cpu += session.end();
            }
            int files = batches.stream().mapToInt(batch -> batch.lines().size()).sum();
            return new LoadReport(seconds, bytes(task, files), files, cpu, Optional.empty(), 0);
        } catch (IOException | UncheckedIOException e) {
            throw new BenchException("sftp could not be run: " + e.getMessage(), e);
        } finally {
            sessions.forEach(session -> session.process.destroyForcibly());
        }
    }

    private static long bytes(Task task, int files) {
        return files * switch (task) {
            case Task.Bulk bulk -> bulk.bytes();
            case Task.SmallFiles small -> (long) small.bytes();
            case Task.Commands _, Task.Connects _, Task.Idle _, Task.Startup _ -> 0L;
        };
    }

    /** The shell says with "times" what its children used. */
    private List<String> command(Stage stage, int port) {
        String sftp = "%s -q -b - -P %d -i '%s' -o IdentitiesOnly=yes -o StrictHostKeyChecking=no "
                + "-o UserKnownHostsFile=/dev/null 127.0.0.1; times";
        return List.of("/bin/sh", "-c", sftp.formatted(program, port, stage.scratch().resolve("user")));
    }

    /** The last of the two lines is that of the children. */
    static double cpuSeconds(List<String> lines) {
        return lines.reversed().stream().map(TIMES::matcher).filter(times -> times.matches()).findFirst()
                .map(times -> seconds(times.group(1), times.group(2)) + seconds(times.group(3), times.group(4)))
                .orElse(0.0);
    }

    private static double seconds(String minutes, String seconds) {
        return Integer.parseInt(minutes) * SECONDS_PER_MINUTE + Double.parseDouble(seconds);
    }

    private static List<Batch> batches(Task task, Stage stage) throws IOException {
        return switch (task) {
            case Task.Bulk bulk when bulk.up() -> {
                Path content = Content.file(stage.scratch().resolve("content"), bulk.bytes());
                yield IntStream.range(0, bulk.streams())
                        .mapToObj(at -> put(content, stage, Task.Bulk.FILE + "." + at)).map(SftpLoad::batch).toList();
            }
            case Task.Bulk bulk -> IntStream.range(0, bulk.streams())
                    .mapToObj(_ -> batch(get(stage, Task.Bulk.FILE))).toList();
            case Task.SmallFiles small when small.up() -> {
                Path content = Content.file(stage.scratch().resolve("content"), small.bytes());
                yield List.of(new Batch(names(small).map(name -> put(content, stage, name)).toList()));
            }
            case Task.SmallFiles small -> List.of(new Batch(names(small).map(name -> get(stage, name)).toList()));
            case Task.Commands _, Task.Connects _, Task.Idle _, Task.Startup _ ->
                    throw new IllegalArgumentException("sftp only moves files: " + task);
        };
    }

    private static Stream<String> names(Task.SmallFiles files) {
        return IntStream.range(0, files.count()).mapToObj(at -> Task.SmallFiles.PREFIX + at);
    }

    private static Batch batch(String line) {
        return new Batch(List.of(line));
    }

    private static String get(Stage stage, String name) {
        return "get " + stage.root().resolve(name) + " /dev/null";
    }

    private static String put(Path content, Stage stage, String name) {
        return "put " + content + " " + stage.root().resolve(name);
    }
}
