package vos.tck;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A server that the kit starts with a command, watches, and ends. In the command, {@code {port}} stands for the port on
 * which it is to listen on loopback, {@code {root}} for the directory that it is to serve, and {@code {accounts}} for a
 * file of users, a line {@code name:password} each, which also lies in the server's working directory as
 * {@code id_passwd.txt}.
 *
 * <p>For all threads.
 */
final class StartedServer implements Target, Closeable {

    /** Of what it has printed, in characters. */
    private static final int SHOWN = 2000;
    /** How long a server that lives may not listen. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final List<String> command;
    private final Duration patience;
    private final Path directory;
    private final Printed output = new Printed();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile int port;
    private volatile Process process;
    private volatile int crashes;
    private IOException hopeless;

    /** Starts the server; it has {@code patience} to listen. */
    StartedServer(List<String> command, Duration patience) throws IOException {
        this.command = List.copyOf(command);
        this.patience = patience;
        this.directory = Processes.scratch("vos-tck-server");
        Files.createDirectory(directory.resolve("root"));
        writeAccounts();
        start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void writeAccounts() throws IOException {
        Files.write(accountFile(), Account.USUAL.stream().map(user -> user.name() + ":" + user.password()).toList());
    }

    private Path accountFile() {
        return directory.resolve("id_passwd.txt");
    }

    /** On another port each time: the system may hold the one before for a while. */
    private void start() throws IOException {
        port = freePort();
        List<String> words = command.stream().map(word -> word.replace("{port}", Integer.toString(port))
                .replace("{root}", directory.resolve("root").toString())
                .replace("{accounts}", accountFile().toString())).toList();
        process = Processes.start(new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true));
        output.listenTo(process);
        long deadline = System.nanoTime() + patience.toNanos();
        while (!runs()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                String what = process.isAlive() ? "does not listen on port " + port + " after "
                        + patience.toSeconds() + " s" : "ended with exit code " + process.exitValue();
                Processes.end(process);
                String said = printed();
                throw new IOException("the server " + what + "; it printed"
                        + (said.isBlank() ? " nothing" : ":\n" + said));
            }
            Pace.sleep(20);
        }
    }

    /** Whether it lives, and listens: one of which only some threads are left does not. */
    private boolean runs() throws IOException {
        Processes.look(process);
        return process.isAlive() && Listeners.listens(port);
    }

    /** Some servers listen anew for each client. */
    private boolean runsSoon() throws IOException {
        long deadline = System.nanoTime() + PAUSE.toNanos();
        boolean runs = runs();
        while (!runs && process.isAlive() && System.nanoTime() < deadline) {
            Pace.sleep(20);
            runs = runs();
        }
        return runs;
    }

    /** Starts it once more; a server that could not be started a second time is not waited for again and again. */
    private void startAgain() throws IOException {
        if (hopeless != null) {
            throw hopeless;
        }
        try {
            start();
        } catch (IOException e) {
            try {
                start();
            } catch (IOException again) {
                hopeless = again;
                throw again;
            }
        }
    }

    /** The end of what the server has printed, on either of its outputs. */
    public String printed() {
        if (!process.isAlive()) {
            output.awaitLastWords();
        }
        String all = output.text();
        return all.substring(Math.max(0, all.length() - SHOWN));
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public Optional<Path> root() {
        return Optional.of(directory.resolve("root"));
    }

    @Override
    public List<Account> accounts() {
        return Account.USUAL;
    }

    @Override
    public int crashes() {
        return crashes;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public void ensureRunning() throws IOException {
        lock.lock();
        try {
            if (!runsSoon()) {
                crashes += hopeless == null ? 1 : 0;
                Processes.end(process);
                startAgain();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void restart() throws IOException {
        lock.lock();
        try {
            crashes += runs() || hopeless != null ? 0 : 1;
            Processes.end(process);
            startAgain();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the server and all that it has started, and removes its directory. */
    @Override
    public void close() {
        Processes.end(process);
        Processes.remove(directory);
    }
}
