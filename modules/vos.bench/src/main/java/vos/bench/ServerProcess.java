package vos.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server that runs as a process of its own and takes connections. Its standard input stays open as long as it is to
 * live, for those that end with it. Closing ends it and whatever it started.
 */
final class ServerProcess implements Cleanup.Step {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int END_SECONDS = 5;
    private static final String LISTENING = "listening ";

    private final Process process;
    private final Path log;
    private final long started;
    private int port;
    private Duration startup;

    private ServerProcess(ProcessBuilder builder, Path log) throws IOException {
        this.started = System.nanoTime();
        this.process = builder.start();
        this.log = log;
    }

    /** Starts it, and returns when it has taken a connection. Ends it with the program, whatever ends that. */
    static ServerProcess start(Launch launch, Path log, Cleanup cleanup) throws BenchException {
        var builder = new ProcessBuilder(launch.command()).directory(launch.directory().toFile())
                .redirectError(log.toFile());
        if (launch.port().isPresent()) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        ServerProcess server;
        try {
            server = new ServerProcess(builder, log);
        } catch (IOException e) {
            throw new BenchException("it could not be started: " + e.getMessage(), e);
        }
        cleanup.also(server);
        try {
            server.port = launch.port().isPresent() ? launch.port().getAsInt() : server.announced();
            server.awaitConnection();
            return server;
        } catch (IOException e) {
            server.close();
            throw new BenchException("it could not be connected: " + e.getMessage(), e);
        } catch (BenchException e) {
            server.close();
            throw e;
        }
    }

    private int announced() throws IOException, BenchException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.matches(LISTENING + "\\d{1,5}")) {
            throw new BenchException(Logs.last(log).orElse("it printed no port, but \"" + line + "\""));
        }
        return Integer.parseInt(line.substring(LISTENING.length()));
    }

    private void awaitConnection() throws BenchException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        while (true) {
            try (SocketChannel _ = SocketChannel.open(address)) {
                startup = Duration.ofNanos(System.nanoTime() - started);
                return;
            } catch (IOException e) {
                if (System.nanoTime() - started > PATIENCE.toNanos()) {
                    throw new BenchException("it takes no connections after %d s".formatted(PATIENCE.toSeconds()), e);
                }
                pause(1);
            }
        }
    }

    /** Lets some time pass while it runs; fails at once when it ends. */
    void pause(int millis) throws BenchException {
        try {
            if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                throw new BenchException("it ended with %d%s".formatted(process.exitValue(),
                        Logs.last(log).map(line -> ": " + line).orElse("")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    int port() {
        return port;
    }

    /** From its start to its first connection. */
    Duration startup() {
        return startup;
    }

    ProcessTree tree() {
        return ProcessTree.of(process);
    }

    @Override
    public void close() {
        List<ProcessHandle> descendants = process.descendants().toList();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            System.getLogger(ServerProcess.class.getName()).log(System.Logger.Level.DEBUG, "it has gone", e);
        }
        process.destroy();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
