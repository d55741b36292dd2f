package vos.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine.Help.Ansi;
import vos.auth.AccountFile;
import vos.auth.Accounts;
import vos.auth.Password;
import vos.auth.UserName;
import vos.cli.CommandLexer.Typed;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.RefusedException;
import vos.fs.LocalVolume;
import vos.protocol.Dialect;
import vos.protocol.Operation;
import vos.protocol.Request;
import vos.protocol.Secret;
import vos.protocol.Text;
import vos.protocol.Vocabulary.Verb;
import vos.server.LoggingListener;
import vos.server.Server;
import vos.server.ServerOptions;

/**
 * One conversation between a real client and a real server, in whatever commands the dialect has. After each command it
 * looks at the files themselves, on both sides.
 */
final class Demo {
    private static final String TEXT = "hello.txt";
    private static final String EMPTY = "empty.txt";
    private static final String BINARY = "picture.bin";
    private static final int BINARY_BYTES = 100_000;
    private static final String USER = "demo";
    private static final byte[] PASSWORD = Text.encode("a password for a minute");

    private final Dialect dialect;
    private final PrintWriter out;
    private final Ansi ansi;
    private final Path here;
    private final Path root;
    /** What the client sees as {@code /}. */
    private Path home;
    private final Trace trace;
    private final List<String> differences = new ArrayList<>();
    private final StringWriter said = new StringWriter();
    private ClientShell shell;
    private int checks;

    private Demo(Dialect dialect, PrintWriter out, Ansi ansi, Path directory) throws IOException {
        this.dialect = dialect;
        this.out = out;
        this.ansi = ansi;
        this.here = Files.createDirectory(directory.resolve("client"));
        this.root = directory.resolve("server");
        this.home = root;
        this.trace = new Trace(out, ansi);
    }

    /** Runs the conversation; true when everything was as it should be. */
    static boolean run(Dialect dialect, PrintWriter out, Ansi ansi) throws IOException {
        try (var directory = new TemporaryDirectory("vos-demo")) {
            var demo = new Demo(dialect, out, ansi, directory.path());
            demo.serve();
            return demo.verdict();
        }
    }

    private void serve() throws IOException {
        Files.writeString(here.resolve(TEXT), "Hello from the client.\n");
        var content = new byte[BINARY_BYTES];
        new Random(1).nextBytes(content);
        Files.write(here.resolve(BINARY), content);
        ServerOptions options = ServerOptions.onLoopback(0);
        var listener = new LoggingListener(System.getLogger("vos.server"), dialect.logWords());
        try (Server server = Server.start(dialect, LocalVolume.open(root), accounts(), options, listener)) {
            out.printf("%s: a server on port %d, a client, and what passes between them.%n",
                    dialect.id(), server.port());
            out.printf("How a message ends: %s.%n%n", dialect.framing());
            converse(server.port());
        }
    }

    /** Somebody for the occasion, where nobody comes in without a login. */
    private Optional<Accounts> accounts() throws IOException {
        if (!dialect.needsLogin()) {
            return Optional.empty();
        }
        AccountFile accounts = AccountFile.openOrCreate(root.resolveSibling("accounts"));
        try (Password password = Password.ofUtf8(PASSWORD)) {
            accounts.add(new UserName(USER), password);
        }
        return Optional.of(accounts);
    }

    private void logIn(Client client) throws IOException {
        title("(log in as " + USER + ")");
        try (Secret password = Secret.of(PASSWORD)) {
            client.perform(new Request.Login(USER, password));
        }
        trace.flush();
        check("the server has a directory " + USER, Files.isDirectory(root.resolve(USER)));
        home = root.resolve(USER);
    }

    private void converse(int port) throws IOException {
        title("(connect)");
        ClientOptions options = ClientOptions.DEFAULTS.withTap(trace);
        try (Client client = Client.connect(dialect, "127.0.0.1", port, options)) {
            trace.flush();
            if (dialect.needsLogin()) {
                logIn(client);
            }
            check("both speak the strict form", client.strict());
            shell = new ClientShell(client, dialect.vocabulary(), new PrintWriter(said),
                    new PrintWriter(Writer.nullWriter()));
            steps();
        } finally {
            trace.flush();
        }
    }

    private void steps() throws IOException {
        boolean inside = step(Operation.MAKE_DIRECTORY, "demo") & step(Operation.CHANGE_DIRECTORY, "demo");
        Path there = inside ? home.resolve("demo") : home;
        if (inside) {
            check("the server has a directory demo", Files.isDirectory(there));
        }
        if (step(Operation.WHERE_AM_I)) {
            check("the server says where this is", answer().equals(inside ? "/demo" : "/"));
        }
        upload(there);
        look(there);
        download();
        if (dialect.vocabulary().passesOn()) {
            runThere(there);
        }
        boolean moved = step(Operation.MOVE, TEXT, "greeting.txt");
        String name = moved ? "greeting.txt" : TEXT;
        check("the server holds " + name, same(here.resolve(TEXT), there.resolve(name)));
        boolean removed = step(Operation.REMOVE, name) & step(Operation.REMOVE, BINARY);
        if (inside && removed && step(Operation.CHANGE_DIRECTORY, "..") & step(Operation.REMOVE, "demo")) {
            check("the server's directory is empty again", isEmpty(home));
        }
        step(Operation.QUIT);
    }

    private void upload(Path there) throws IOException {
        step(Operation.UPLOAD, local(TEXT), TEXT);
        check("the server holds the same " + TEXT, same(here.resolve(TEXT), there.resolve(TEXT)));
        if (step(Operation.SIZE, TEXT)) {
            String size = Long.toString(Files.size(here.resolve(TEXT)));
            check("the server says how many bytes it has", answer().equals(size));
        }
        step(Operation.UPLOAD, local(BINARY), BINARY);
        check("the server holds the same " + BINARY, same(here.resolve(BINARY), there.resolve(BINARY)));
    }

    private void look(Path there) throws IOException {
        if (step(Operation.LIST)) {
            check("the server lists both", answer().contains(TEXT) && answer().contains(BINARY));
        }
        if (step(Operation.PREVIEW, TEXT)) {
            check("the server shows how it begins", answer().equals(Files.readString(here.resolve(TEXT)).strip()));
        }
        if (step(Operation.TOUCH, EMPTY)) {
            check("the server holds an empty " + EMPTY, Files.exists(there.resolve(EMPTY))
                    && Files.size(there.resolve(EMPTY)) == 0);
            step(Operation.REMOVE, EMPTY);
        }
    }

    private void download() throws IOException {
        step(Operation.DOWNLOAD, BINARY, local("copy.bin"));
        check("copy.bin is " + BINARY, same(here.resolve(BINARY), here.resolve("copy.bin")));
        refused(Operation.DOWNLOAD, "missing.txt", local("missing.txt"));
        check("there is no local missing.txt", !Files.exists(here.resolve("missing.txt")));
    }

    /** What the server's own shell can do, and cannot. */
    private void runThere(Path there) throws IOException {
        line("mkdir docs");
        line("cp " + TEXT + " 'docs/a copy.txt'");
        check("the server holds a copy", same(here.resolve(TEXT), there.resolve("docs/a copy.txt")));
        line("cd docs");
        line("wc -c *");
        check("the server says how many bytes it has", answer().startsWith(Files.size(here.resolve(TEXT)) + " "));
        try {
            line("cat missing.txt");
            check("this should have failed", false);
        } catch (ExitStatusException e) {
            check("failed, as it should: " + e.getMessage(), answer().contains("missing.txt"));
        }
        line("cd ..");
        line("rm -r docs");
        check("the copy is gone", !Files.exists(there.resolve("docs")));
    }

    private void line(String line) throws IOException {
        type(new Typed(List.of(line.split(" ")), line));
    }

    /** Runs a command if the dialect has it; false when it has not. */
    private boolean step(Operation operation, String... arguments) throws IOException {
        var verb = dialect.vocabulary().find(operation);
        if (verb.isEmpty()) {
            return false;
        }
        try {
            type(verb.get(), arguments);
        } catch (RefusedException e) {
            trace.flush();
            check("refused: " + e.getMessage(), false);
        }
        return true;
    }

    private void refused(Operation operation, String... arguments) throws IOException {
        var verb = dialect.vocabulary().find(operation);
        if (verb.isPresent()) {
            try {
                type(verb.get(), arguments);
                check("this should have been refused", false);
            } catch (RefusedException e) {
                trace.flush();
                check("refused, as it should be: " + e.getMessage(), true);
            }
        }
    }

    /** Types a command, with no more arguments than it takes. */
    private void type(Verb verb, String... arguments) throws IOException {
        int takes = verb.arguments().isEmpty() ? 0 : verb.arguments().split(" ").length;
        var words = new ArrayList<>(List.of(verb.word()));
        words.addAll(Arrays.asList(arguments).subList(0, Math.min(takes, arguments.length)));
        type(new Typed(words, String.join(" ", words)));
    }

    private void type(Typed command) throws IOException {
        title(forPeople(command.text()));
        said.getBuffer().setLength(0);
        try {
            shell.run(command);
        } finally {
            trace.flush();
            said.toString().lines().forEach(line -> out.println("     " + forPeople(line)));
        }
    }

    /** The client's directory is temporary, and its name nothing to read. */
    private String forPeople(String text) {
        return text.replace(here + File.separator, "");
    }

    /** What the last command has printed. */
    private String answer() {
        return said.toString().strip();
    }

    private String local(String name) {
        return here.resolve(name).toString();
    }

    private void title(String command) {
        out.println(ansi.string("@|bold > " + command + "|@"));
    }

    private void check(String what, boolean holds) {
        checks++;
        out.println(ansi.string(holds ? "@|green      ok  |@" : "@|red DIFFERS  |@") + what);
        out.flush();
        if (!holds) {
            differences.add(what);
        }
    }

    private boolean verdict() {
        out.println();
        out.println(differences.isEmpty() ? "All " + checks + " checks hold." : differences.size() + " of " + checks
                + " checks do not hold: " + String.join("; ", differences));
        out.flush();
        return differences.isEmpty();
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) && Files.mismatch(one, other) < 0;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }
}
