package vos.tck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A small client within the test, that of a talk. */
public final class ZooClient implements Target {

    private static final int TYPED = 64 * 1024;
    /** How long a client may take to notice that it has been ended. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Function<Session, ZooTalk> talk;

    /** A client that talks like this. */
    public ZooClient(Function<Session, ZooTalk> talk) {
        this.talk = talk;
    }

    /** A client with one defect; the words are those of {@link Zoo.BrokenClient}. */
    public static Zoo.BrokenClient broken(String name, String explanation, Function<Session, ZooTalk> talk) {
        return new Zoo.BrokenClient("client: " + name, explanation, new ZooClient(talk));
    }

    /** One start of the client: what is typed, and where files are. Its sockets are closed when it is ended. */
    public static final class Session implements RunningClient {

        private final int port;
        private final Path directory;
        private final PipedOutputStream input = new PipedOutputStream();
        private final BufferedReader typed;
        private final StringWriter printed = new StringWriter();
        private final CompletableFuture<Integer> exit = new CompletableFuture<>();
        private volatile Socket socket = new Socket();

        private Session(int port, Path directory) throws IOException {
            this.port = port;
            this.directory = directory;
            this.typed = new BufferedReader(new InputStreamReader(new PipedInputStream(input, TYPED),
                    StandardCharsets.UTF_8));
        }

        private void run(ZooClient client) {
            try {
                exit.complete(client.talk.apply(this).run());
            } catch (IOException e) {
                print(e.toString());
                exit.complete(1);
            } finally {
                disconnect();
            }
        }

        /** The next line that is typed, or null when there is no more. */
        public String line() throws IOException {
            return typed.readLine();
        }

        /** A connection to the server; one from before is closed. */
        public Socket connect() throws IOException {
            disconnect();
            Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
            opened.setTcpNoDelay(true);
            socket = opened;
            return opened;
        }

        /** A local file. */
        public Path file(String name) {
            return directory.resolve(name);
        }

        /** Says something to the user. */
        public void print(String words) {
            printed.append(words).append('\n');
        }

        private void disconnect() {
            try {
                socket.close();
            } catch (IOException e) {
                print(e.toString());
            }
        }

        @Override
        public OutputStream input() {
            return input;
        }

        @Override
        public OptionalInt await(Duration time) {
            try {
                return OptionalInt.of(exit.get(time.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException | ExecutionException e) {
                return OptionalInt.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return OptionalInt.empty();
            }
        }

        @Override
        public String printed() {
            return printed.toString();
        }

        @Override
        public void end() {
            try {
                input.close();
            } catch (IOException e) {
                print(e.toString());
            }
            disconnect();
            await(LAST_WORDS);
        }
    }

    @Override
    public RunningClient startClient(int port, Path directory) throws IOException {
        Session session = new Session(port, directory);
        Thread.ofPlatform().daemon().name("zoo-client").start(() -> session.run(this));
        return session;
    }

    @Override
    public List<Account> accounts() {
        return Account.USUAL.subList(0, 1);
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
