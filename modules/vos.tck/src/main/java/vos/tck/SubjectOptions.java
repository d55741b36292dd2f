package vos.tck;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options of {@code vos tck} that say who is judged. */
final class SubjectOptions {

    private static final int MILLIS = 5000;

    @Option(names = "--target", paramLabel = "HOST:PORT", converter = HostPort.Converter.class,
            description = "Judge the server that listens there.")
    private HostPort target;

    @Option(names = "--root", paramLabel = "DIR",
            description = "With --target: the directory that this server serves, if it is on this machine. Without it, "
                + "the tests that look at its files are out of reach.")
    private Path root;

    @Option(names = "--user", paramLabel = "NAME:PASSWORD",
            description = "With --target, where there is a login: a user that this server knows; to be given for two "
                + "at least (default: user1:password123 and user2:secret456).")
    private List<String> users = List.of();

    @Option(names = "--start", paramLabel = "COMMAND",
            description = {"Start this server, and judge it; it is ended afterwards. In the command, {port} stands for "
                + "the port on 127.0.0.1 on which it is to listen, {root} for the directory that it is to serve, and "
                + "{accounts} for a file of users, a line NAME:PASSWORD each."})
    private String start;

    @Option(names = "--client", paramLabel = "COMMAND",
            description = {"Judge this client, which is started anew for each test. In the command, {host} and {port} "
                + "stand for the server's address, and {dir} for the client's directory, in which it also runs. Where "
                + "there is a login, name and password are typed; {user} stands for the name in the command of a "
                + "client that is told it there."})
    private String client;

    /**
     * Who is judged.
     *
     * @param target whom the tests speak with
     * @param closing ends what was started
     */
    record Subject(Target target, Closeable closing) implements Closeable {
        @Override
        public void close() throws IOException {
            closing.close();
        }
    }

    /** Whom the tests judge. */
    Party party() {
        return client == null ? Party.SERVER : Party.CLIENT;
    }

    /** Whose tests are listed: those of both parties, unless one is named. */
    List<Party> listed() {
        return target == null && start == null && client == null ? List.of(Party.SERVER, Party.CLIENT)
                : List.of(party());
    }

    /** Who is judged, for people. */
    String words() {
        return target != null ? "server at " + target : client != null ? "client " + client : "server " + start;
    }

    /** Where its author would reach the server: one that the kit has started is gone by then. */
    HostPort address(Suite suite) {
        return target != null ? target : new HostPort("127.0.0.1", suite.port());
    }

    /** Refuses options that do not go together; looks at nothing else. */
    void check() throws IOException {
        long given = Stream.of(target, start, client).filter(option -> option != null).count();
        UnusableException.require(given == 1, "say who is to be judged, with one of --target HOST:PORT, "
                + "--start \"COMMAND\" and --client \"COMMAND\"; 'vos tck --help' has examples");
        UnusableException.require(target != null || root == null && users.isEmpty(),
                "--root and --user are for --target; --start has {root} and {accounts} in its command");
        accounts();
        requirePort(start, "--start", "; a server that listens on one port only is judged with --target");
        requirePort(client, "--client", "");
    }

    private static void requirePort(String command, String option, String wayOut) throws IOException {
        UnusableException.require(command == null || command.contains("{port}"), option + " needs {port} in its "
                + "command: the kit chooses the port" + wayOut);
    }

    /** Starts what is to be started, and tries whether anybody listens. */
    Subject open(Duration patience) throws IOException {
        if (target != null) {
            return new Subject(remote(), () -> { });
        }
        Path here = Path.of("").toAbsolutePath();
        if (client != null) {
            return new Subject(new ClientCommand(words(client, here)), () -> { });
        }
        StartedServer server = new StartedServer(words(start, here), patience.multipliedBy(4));
        return new Subject(server, server);
    }

    /** The words of a command whose program is there. */
    private static List<String> words(String command, Path here) throws UnusableException {
        List<String> words = CommandWords.split(command, here);
        String program = words.getFirst();
        boolean found = program.indexOf('/') >= 0 ? Files.isExecutable(Path.of(program))
                : Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        UnusableException.require(found, "there is no program " + program + " that could be started; a script needs "
                + "the right to be executed (chmod +x), or its interpreter in front of it");
        return words;
    }

    private RemoteServer remote() throws IOException {
        UnusableException.require(root == null || Files.isDirectory(root), root + " is not a directory");
        List<Account> accounts = accounts();
        return new RemoteServer(listener(target), Optional.ofNullable(root),
                accounts.isEmpty() ? Account.USUAL : accounts);
    }

    private List<Account> accounts() throws IOException {
        List<Account> accounts = new ArrayList<>();
        for (String user : users) {
            int colon = user.indexOf(':');
            UnusableException.require(colon > 0, "a user is written NAME:PASSWORD, not \"" + user + "\"");
            accounts.add(new Account(user.substring(0, colon), user.substring(colon + 1)));
        }
        UnusableException.require(accounts.size() != 1, "one user is too few: tests look whether users see each other");
        return List.copyOf(accounts);
    }

    static void requireFactor(double factor) throws UnusableException {
        UnusableException.require(factor > 0 && factor <= 1000,
                "--timeout-factor is above 0 and at most 1000, not " + factor);
    }

    /**
     * The address, if somebody listens there. That is told without a connection where it can be: there are servers that
     * end with their first one.
     */
    static InetSocketAddress listener(HostPort target) throws IOException {
        InetSocketAddress address = target.address();
        UnusableException.require(!address.isUnresolved(), "unknown host: " + target.host());
        boolean here = NetworkInterface.getByInetAddress(address.getAddress()) != null;
        if (here && Listeners.listens(address.getPort())) {
            return address;
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, MILLIS);
            return address;
        } catch (IOException e) {
            UnusableException unreachable = new UnusableException("nobody listens at " + target + " (" + e.getMessage()
                    + "); start the server first, or have the kit start it with --start");
            unreachable.initCause(e);
            throw unreachable;
        }
    }
}
