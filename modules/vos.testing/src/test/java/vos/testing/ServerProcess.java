package vos.testing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lab's server as a process of its own, started by its launcher, so that it can be killed or be given little
 * memory.
 */
public final class ServerProcess implements Closeable {
    private static final Pattern ANNOUNCED = Pattern.compile("Serving \\S+ on 127\\.0\\.0\\.1:(\\d+), .*");

    private final Process process;
    private final int port;

    /** Starts the launcher {@code main} on a free port, and returns when it listens. */
    public ServerProcess(Class<?> main, Path root, String... jvmOptions) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), main.getName(),
                "server", "--port", "0", "--root", root.toString()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        port = awaitPort(process.inputReader());
    }

    private static int awaitPort(BufferedReader output) throws IOException {
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher announced = ANNOUNCED.matcher(line);
            if (announced.matches()) {
                return Integer.parseInt(announced.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the server did not start: " + said);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** SIGKILL: no handler runs, no file is closed by us, nothing is cleaned up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; returns the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
