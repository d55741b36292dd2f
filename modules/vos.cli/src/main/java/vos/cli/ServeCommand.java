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
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vos.auth.AccountFile;
import vos.auth.Accounts;
import vos.fs.Durability;
import vos.fs.LocalVolume;
import vos.protocol.Dialect;
import vos.server.AuditLog;
import vos.server.FlightListener;
import vos.server.LoggingListener;
import vos.server.Server;
import vos.server.ServerListener;
import vos.server.ServerOptions;
import vos.server.Threads;
import vos.tls.Identity;

/** {@code vos serve LAB}: a server in the foreground, until Ctrl-C. */
@Command(name = "serve", description = "Serve a directory, until Ctrl-C.",
        mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:stopped as it was asked to", "1:the root or the account file is unusable, or a second signal ended it",
            "2:wrong usage", "3:the address cannot be listened on"})
final class ServeCommand implements Callable<Integer> {
    private static final Duration DAY = Duration.ofDays(1);

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

    @Mixin
    private TlsServerOptions tls;

    @Option(names = "--port", paramLabel = "N",
            description = "The TCP port; 0 takes a free one (default: the lab's own).")
    private Integer port;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", converter = AddressConverter.class,
            description = "The address to listen on; any but loopback lets strangers in (default: ${DEFAULT-VALUE}).")
    private InetAddress bind;

    @Option(names = "--grace", paramLabel = "TIME", defaultValue = "30s", converter = TimeConverter.class,
            description = "When stopped, how long running transfers may take to finish (default: ${DEFAULT-VALUE}).")
    private Duration grace;

    @Option(names = "--threads", paramLabel = "KIND", defaultValue = "virtual",
            description = "What a connection runs on: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Threads threads;

    @Option(names = "--durable",
            description = "Have every change survive a power cut too: wait for the disk before it is acknowledged.")
    private boolean durable;

    @Option(names = "--audit", paramLabel = "FILE",
            description = "Append a line to this file for each connection and each request: who, what, how it ended.")
    private Path audit;

    @Option(names = "--config", paramLabel = "FILE",
            description = {"Options that are not on the command line, a line each, as in 'idle = 5m'; see "
                + "docs/limits.md."})
    private Path config;

    @Option(names = {"-q", "--quiet"}, description = "Log warnings only.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Log also what is nobody's mistake, such as lost connections.")
    private boolean verbose;

    ServeCommand(Labs labs) {
        this.labs = labs;
    }

    /** The command, with the options that the catalogue of limits gives it. */
    static CommandLine command(Labs labs) {
        var command = new CommandLine(new ServeCommand(labs));
        LimitOptions.addTo(command.getCommandSpec());
        return command;
    }

    @Override
    public Integer call() throws IOException {
        if (config != null) {
            ConfigFile.read(config).applyTo(spec.commandLine());
        }
        LogFormat.install(quiet ? Level.WARNING : verbose ? Level.FINE : Level.INFO);
        Dialect dialect = labs.require(lab);
        Optional<Identity> identity = tls.identity(bind);
        ServerOptions options = options(dialect, identity);
        Path directory = root == null ? DefaultPaths.root(dialect) : root;
        Optional<Accounts> known = accounts(dialect, directory);
        var volume = LocalVolume.open(directory, durable ? Durability.POWER_CUT : Durability.PROCESS_CRASH);
        var log = new LoggingListener(System.getLogger("vos.server"), dialect.logWords());
        log.starting();
        try (var signal = new StopSignal(); AuditLog auditLog = auditLog();
                Server server = Server.start(dialect, volume, known, options, listeners(log, auditLog))) {
            announce(dialect, server, directory, identity);
            log.listening(Address.show(bind, server.port()));
            signal.await();
            return stop(server);
        } catch (BindException e) {
            throw explained(e, options);
        }
    }

    /** Null when none is wanted, which try-with-resources takes. */
    private AuditLog auditLog() throws IOException {
        return audit == null ? null : new AuditLog(audit, InstantSource.system());
    }

    private static ServerListener listeners(LoggingListener log, AuditLog auditLog) {
        var flight = new FlightListener();
        return auditLog == null ? ServerListener.all(log, flight) : ServerListener.all(log, flight, auditLog);
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

    private ServerOptions options(Dialect dialect, Optional<Identity> identity) throws UsageException {
        int chosen = port == null ? dialect.defaultPort() : port;
        UsageException.requireRange("--port", chosen, 0, 65_535);
        TimeConverter.requireRange("--grace", grace, Duration.ZERO, DAY);
        return new ServerOptions(bind, chosen, LimitOptions.chosen(spec), threads,
                identity.map(Identity::context));
    }

    private void announce(Dialect dialect, Server server, Path directory, Optional<Identity> identity) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Serving %s on %s, files in %s%n", dialect.id(), Address.show(bind, server.port()),
                directory.toAbsolutePath().normalize());
        identity.ifPresent(shown ->
                tls.announce(out, shown, dialect.id(), Address.show(TlsServerOptions.host(bind), server.port())));
        if (!bind.isLoopbackAddress() && !dialect.needsLogin()) {
            out.printf("Whoever reaches this address may read, change and remove these files: %s has no accounts%s.%n",
                    dialect.id(), identity.isPresent() ? ", and TLS keeps nobody out" : "");
        } else if (!bind.isLoopbackAddress() && identity.isEmpty()) {
            out.println("Passwords and files pass the network as they are: whoever can listen to it has them; "
                    + "--tls hides them.");
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
        out.printf("Stopping; running transfers have %s to finish, a second Ctrl-C ends them now.%n",
                TimeConverter.show(grace));
        out.flush();
        int cut = server.stop(grace);
        out.println(cut == 0 ? "Stopped." : "Stopped; connections cut in the middle of a request: " + cut);
        out.flush();
        return ExitCode.OK;
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
