package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vos.auth.AccountFile;
import vos.auth.Accounts;
import vos.fs.LocalVolume;
import vos.protocol.Dialect;
import vos.server.LoggingListener;
import vos.server.Server;
import vos.server.ServerOptions;
import vos.server.Threads;

/** {@code vos serve LAB}: a server in the foreground, until Ctrl-C. */
@Command(name = "serve", description = "Serve a directory, until Ctrl-C.",
        mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:stopped, and every transfer was finished", "1:stopped, and a transfer was cut, or the root is unusable",
            "2:wrong usage", "3:the address cannot be listened on"})
final class ServeCommand implements Callable<Integer> {
    private static final int DAY = 24 * 60 * 60;

    private final Labs labs;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB", description = "The protocol; 'vos labs' lists them.")
    private String lab;

    @Option(names = "--root", paramLabel = "DIR",
            description = "The directory that clients see as /; made when missing (default: vos-data/LAB).")
    private Path root;

    @Option(names = "--accounts", paramLabel = "FILE",
            description = {"Who may log in, where a lab has a login: lines of NAME:PASSWORD as published, which are "
                + "replaced by hashes, or what 'vos users' made (default: id_passwd.txt beside the root)."})
    private Path accounts;

    @Option(names = "--port", paramLabel = "N",
            description = "The TCP port; 0 takes a free one (default: the lab's own).")
    private Integer port;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", converter = AddressConverter.class,
            description = "The address to listen on; any but loopback lets strangers in (default: ${DEFAULT-VALUE}).")
    private InetAddress bind;

    @Option(names = "--max-connections", paramLabel = "N", defaultValue = "1000",
            description = "How many connections are served at once; more wait (default: ${DEFAULT-VALUE}).")
    private int maxConnections;

    @Option(names = "--idle", paramLabel = "SECONDS", defaultValue = "600",
            description = "Close a connection on which no byte has passed for so long (default: ${DEFAULT-VALUE}).")
    private int idle;

    @Option(names = "--grace", paramLabel = "SECONDS", defaultValue = "30",
            description = "When stopped, how long running transfers may take to finish (default: ${DEFAULT-VALUE}).")
    private int grace;

    @Option(names = "--threads", paramLabel = "KIND", defaultValue = "virtual",
            description = "What a connection runs on: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Threads threads;

    @Option(names = {"-q", "--quiet"}, description = "Log warnings only.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Log also what is nobody's mistake, such as lost connections.")
    private boolean verbose;

    ServeCommand(Labs labs) {
        this.labs = labs;
    }

    @Override
    public Integer call() throws IOException {
        LogFormat.install(quiet ? Level.WARNING : verbose ? Level.FINE : Level.INFO);
        Dialect dialect = labs.require(lab);
        ServerOptions options = options(dialect);
        Path directory = root == null ? DefaultPaths.root(dialect) : root;
        Optional<Accounts> known = accounts(dialect, directory);
        var volume = LocalVolume.open(directory);
        var listener = new LoggingListener(System.getLogger("vos.server"), dialect.logWords());
        listener.starting();
        try (var signal = new StopSignal();
                Server server = Server.start(dialect, volume, known, options, listener)) {
            announce(dialect, server, directory);
            listener.listening(Address.show(bind, server.port()));
            signal.await();
            return stop(server);
        } catch (BindException e) {
            throw explained(e, options);
        }
    }

    private Optional<Accounts> accounts(Dialect dialect, Path directory) throws IOException {
        if (!dialect.needsLogin()) {
            UsageException.require(accounts == null, dialect.id() + " has no login, so that --accounts has no meaning");
            return Optional.empty();
        }
        Path file = accounts == null ? DefaultPaths.accountsBeside(directory) : accounts;
        if (!Files.exists(file)) {
            throw new IOException(("%s does not exist, and without accounts nobody could log in; "
                    + "'vos users add NAME --accounts %s' makes it").formatted(file, file));
        }
        return Optional.of(AccountFile.open(file));
    }

    private ServerOptions options(Dialect dialect) throws UsageException {
        int chosen = port == null ? dialect.defaultPort() : port;
        UsageException.requireRange("--port", chosen, 0, 65_535);
        UsageException.requireRange("--max-connections", maxConnections, 1, Integer.MAX_VALUE);
        UsageException.requireRange("--idle", idle, 1, DAY);
        UsageException.requireRange("--grace", grace, 0, DAY);
        return new ServerOptions(bind, chosen, maxConnections, Duration.ofSeconds(idle), threads);
    }

    private void announce(Dialect dialect, Server server, Path directory) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Serving %s on %s, files in %s%n", dialect.id(), Address.show(bind, server.port()),
                directory.toAbsolutePath().normalize());
        if (!bind.isLoopbackAddress()) {
            out.printf(dialect.needsLogin()
                    ? "Passwords and files pass the network as they are: whoever can listen to it has them.%n"
                    : "Whoever reaches this address may read, change and remove these files: %s has no accounts.%n",
                    dialect.id());
        }
        out.println("Ctrl-C stops the server.");
        out.flush();
    }

    private BindException explained(BindException e, ServerOptions options) throws IOException {
        boolean ours = bind.isAnyLocalAddress() || NetworkInterface.getByInetAddress(bind) != null;
        String wayOut = ours ? "choose another port with --port (0 takes a free one)"
                : "--bind takes an address of this computer";
        var explained = new BindException("cannot listen on %s:%d: %s; %s"
                .formatted(bind.getHostAddress(), options.port(), e.getMessage(), wayOut));
        explained.initCause(e);
        return explained;
    }

    /** Running transfers may finish; a second signal ends the process meanwhile. */
    private int stop(Server server) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Stopping; running transfers have %d s to finish, a second Ctrl-C ends them now.%n", grace);
        out.flush();
        int cut = server.stop(Duration.ofSeconds(grace));
        out.println(cut == 0 ? "Stopped." : "Stopped; connections cut in the middle of a request: " + cut);
        out.flush();
        return cut == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    /** Says in a sentence what picocli would say with the names of classes. */
    static final class AddressConverter implements ITypeConverter<InetAddress> {
        @Override
        public InetAddress convert(String text) {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new TypeConversionException("unknown host: " + text);
            }
        }
    }
}
