package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vos.auth.Password;
import vos.cli.CommandLexer.Typed;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.RefusedException;
import vos.protocol.Dialect;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.Request;
import vos.protocol.Secret;
import vos.protocol.Tap;
import vos.protocol.Text;

/** {@code vos connect LAB}: a client, at a prompt or for a script. */
@Command(name = "connect", description = {"Connect to a server.",
    "Reads commands from a prompt, from standard input, or from -c; 'help' lists them. A script stops at the first "
        + "command that fails."},
        mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:all commands were done", "1:the server refused a command, or a local file is unusable",
            "2:wrong usage", "3:no connection, or it was lost"})
final class ConnectCommand implements Callable<Integer> {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int TRIES = 3;

    private final Labs labs;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LAB", description = "The protocol; 'vos labs' lists them.")
    private String lab;

    @Parameters(index = "1", arity = "0..1", paramLabel = "HOST[:PORT]", defaultValue = "127.0.0.1",
            converter = Address.Converter.class,
            description = "The server (default: ${DEFAULT-VALUE}); the port is the lab's own if left out.")
    private Address address;

    @Option(names = "-c", paramLabel = "COMMANDS", description = "Run these commands, separated by ';', and end.")
    private String commands;

    @Option(names = "--user", paramLabel = "NAME",
            description = "Who to log in as, where a lab has a login; at a terminal it is asked for if left out.")
    private String user;

    @Mixin
    private PasswordOption passwords;

    @Mixin
    private TlsClientOptions tls;

    @Option(names = "--trace", description = "Show every byte on the wire, and what it is for, on standard error.")
    private boolean trace;

    @Option(names = "--timeout", paramLabel = "TIME", defaultValue = "30s", converter = TimeConverter.class,
            description = "How long to wait for a connection, and for each answer (default: ${DEFAULT-VALUE}).")
    private Duration timeout;

    ConnectCommand(Labs labs) {
        this.labs = labs;
    }

    @Override
    public Integer call() throws IOException {
        Dialect dialect = labs.require(lab);
        TimeConverter.requireRange("--timeout", timeout, Duration.ofSeconds(1), DAY);
        UsageException.require(dialect.needsLogin() || user == null && !passwords.isGiven(),
                dialect.id() + " has no login, so that --user and --password-file have no meaning");
        UsageException.require(!dialect.needsLogin() || user != null || StandardStreams.areTerminal(),
                dialect.id() + " has a login: say who with --user NAME");
        var wire = new Trace(spec.commandLine().getErr(), spec.commandLine().getColorScheme().ansi());
        int port = address.portOr(dialect.defaultPort());
        try (Client client = connect(dialect, port, wire); CommandSource source = source(dialect)) {
            if (source.interactive()) {
                greet(dialect, client);
            }
            return run(source, new ClientShell(client, dialect.vocabulary(), out(), terminal()),
                    dialect.vocabulary().passesOn(), wire);
        } finally {
            wire.flush();
        }
    }

    private Client connect(Dialect dialect, int port, Tap wire) throws IOException {
        Client client = connected(dialect, port, wire);
        try {
            if (dialect.needsLogin()) {
                logIn(client, user == null ? askForUser() : user);
            }
            return client;
        } catch (IOException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private Client connected(Dialect dialect, int port, Tap wire) throws IOException {
        try {
            return Client.connect(dialect, address.host(), port, tls.added(options(wire)));
        } catch (PeerGoneException e) {
            throw tls.explained(e);
        }
    }

    private static String askForUser() throws IOException {
        String typed = System.console().readLine("User name: ");
        if (typed == null) {
            throw new IOException("nobody was named; nothing was done");
        }
        return typed.strip();
    }

    /** Who types a wrong password is asked again, as often as a published server lets anybody try. */
    private void logIn(Client client, String name) throws IOException {
        PasswordSource source = passwords.source();
        for (int tries = source.asksPeople() ? TRIES : 1; tries > 0; tries--) {
            try (Password password = source.known(name)) {
                logIn(client, name, password);
                return;
            } catch (RefusedException e) {
                if (tries == 1 || e.code() != ErrorCode.NOT_AUTHENTICATED) {
                    throw e;
                }
                out().println(Failures.sentence(e));
                out().flush();
            }
        }
    }

    private static void logIn(Client client, String name, Password password) throws IOException {
        byte[] bytes = password.bytes();
        try (Secret secret = Secret.of(bytes)) {
            client.perform(new Request.Login(name, secret));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private ClientOptions options(Tap wire) {
        return ClientOptions.DEFAULTS.withPatience(timeout).withTap(trace ? wire : Tap.NONE);
    }

    private CommandSource source(Dialect dialect) throws IOException {
        if (commands != null) {
            return CommandSource.of(commands);
        }
        return StandardStreams.areTerminal() ? new TypedCommands(dialect.vocabulary()) : CommandSource.standardInput();
    }

    /** Where progress is shown, if anybody sees it; a trace is not to be written over. */
    private PrintWriter terminal() {
        return StandardStreams.areTerminal() && !trace
                ? spec.commandLine().getErr() : new PrintWriter(Writer.nullWriter());
    }

    private void greet(Dialect dialect, Client client) {
        out().printf("Connected to %s:%d, %s in its %s form. 'help' lists the commands.%n", address.host(),
                address.portOr(dialect.defaultPort()), dialect.id(), client.strict() ? "strict" : "published");
        client.greeting().lines().map(Text::printable).forEach(out()::println);
        out().flush();
    }

    /** A script ends with the first command that fails; a person is told and asked again. */
    private int run(CommandSource source, ClientShell shell, boolean escapes, Trace wire) throws IOException {
        for (Optional<String> line = source.next(); line.isPresent(); line = source.next()) {
            try {
                for (Typed command : CommandLexer.commands(line.get(), escapes)) {
                    if (!shell.run(command)) {
                        return ExitCode.OK;
                    }
                }
            } catch (IOException e) {
                if (!source.interactive()) {
                    throw e;
                }
                tell(e);
            } finally {
                wire.flush();
            }
        }
        return ExitCode.OK;
    }

    /** What a command on the server had to say about its failure, it has said. */
    private void tell(IOException failure) {
        if (!(failure instanceof ExitStatusException)) {
            out().println(Failures.sentence(failure));
            out().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
