package vos.tck;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A client that the kit starts anew for each test.
 *
 * @param command the words of the command, in which {@code {host}}, {@code {port}} and {@code {dir}} stand for the
 *     address at which the kit listens, and for the client's directory, which is its working directory too; and
 *     {@code {user}} for the name of the user to log in, which is typed if the command does not have it
 */
record ClientCommand(List<String> command) implements Target {

    private static final String USER = "{user}";

    /** The only user of the servers that the kit plays. */
    @Override
    public List<Account> accounts() {
        return Account.USUAL.subList(0, 1);
    }

    /** Nowhere: a client has no address. */
    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public RunningClient startClient(int port, Path directory) throws IOException {
        List<String> words = command.stream().map(word -> word.replace("{host}", "127.0.0.1")
                .replace("{port}", Integer.toString(port)).replace("{dir}", directory.toString())
                .replace(USER, accounts().getFirst().name())).toList();
        Process process = Processes.start(
                new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true));
        Printed printed = new Printed();
        printed.listenTo(process);
        return new Running(process, printed, command.stream().anyMatch(word -> word.contains(USER)));
    }

    private record Running(Process process, Printed output, boolean knowsUser) implements RunningClient {

        @Override
        public OutputStream input() {
            return process.getOutputStream();
        }

        @Override
        public OptionalInt await(Duration time) {
            try {
                boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
                return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the run was stopped", e);
            }
        }

        @Override
        public String printed() {
            if (!process.isAlive()) {
                output.awaitLastWords();
            }
            return output.text();
        }

        @Override
        public void end() {
            Processes.end(process);
        }
    }
}
