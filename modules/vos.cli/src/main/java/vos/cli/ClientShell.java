package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vos.cli.CommandLexer.Typed;
import vos.client.Client;
import vos.protocol.Body;
import vos.protocol.Entry;
import vos.protocol.Operation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Text;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;

/** Does what a user types: finds the command in the dialect's vocabulary, asks the server, and says what came of it. */
final class ClientShell {
    private final Client client;
    private final Vocabulary vocabulary;
    private final PrintWriter out;
    private final PrintWriter terminal;

    /**
     * A shell for one client.
     *
     * @param terminal where the progress of a transfer is shown meanwhile
     */
    ClientShell(Client client, Vocabulary vocabulary, PrintWriter out, PrintWriter terminal) {
        this.client = client;
        this.vocabulary = vocabulary;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Runs one command.
     *
     * @return false when it was the last one
     * @throws UsageException when there is no such command, or its arguments are too few or too many
     * @throws ExitStatusException when it was run on the server and failed there
     */
    boolean run(Typed command) throws IOException {
        String word = command.words().getFirst();
        List<String> arguments = command.words().subList(1, command.words().size());
        var verb = vocabulary.find(word);
        if (verb.isEmpty() && word.equals("help")) {
            help();
        }
        if (verb.isEmpty() && vocabulary.passesOn()) {
            runThere(command.text());
            return true;
        }
        if (verb.isEmpty() && word.equals("help")) {
            return true;
        }
        Verb known = verb.orElseThrow(
                () -> new UsageException("unknown command: " + word + "; help lists the commands"));
        check(known, arguments);
        try {
            return perform(known, arguments);
        } catch (InvalidPathException e) {
            throw new UsageException("this cannot be the name of a local file: " + e.getInput());
        } finally {
            out.flush();
        }
    }

    private static void check(Verb verb, List<String> arguments) throws UsageException {
        List<String> all = verb.arguments().isEmpty() ? List.of() : List.of(verb.arguments().split(" "));
        long needed = all.stream().filter(argument -> !argument.startsWith("[")).count();
        if (arguments.size() < needed || arguments.size() > all.size()) {
            throw new UsageException(("usage: " + verb.word() + " " + verb.arguments()).strip()
                    + (arguments.size() > all.size() ? " (a name with spaces stands in quotes)" : ""));
        }
    }

    private boolean perform(Verb verb, List<String> arguments) throws IOException {
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        switch (verb.operation()) {
            case LIST -> show(new Request.ListDirectory(first));
            case CHANGE_DIRECTORY -> show(new Request.ChangeDirectory(first));
            case WHERE_AM_I -> show(new Request.WhereAmI());
            case MAKE_DIRECTORY -> show(new Request.MakeDirectory(first));
            case REMOVE -> show(new Request.Remove(first));
            case TOUCH -> show(new Request.Touch(first));
            case MOVE -> show(new Request.Move(first, arguments.get(1)));
            case SIZE -> show(new Request.Size(first));
            case PREVIEW -> show(new Request.Preview(first, Request.Preview.USUAL));
            case UPLOAD -> upload(arguments);
            case DOWNLOAD -> download(arguments);
            case LOCAL_DIRECTORY -> showLocalDirectory();
            case QUIT -> client.perform(new Request.Quit());
        }
        return verb.operation() != Operation.QUIT;
    }

    /** Does on the server what its shell makes of {@code line}, and shows what that says. */
    private void runThere(String line) throws IOException {
        Reply reply;
        try (var output = new PrintedOutput(out)) {
            reply = client.perform(new Request.CommandLine(line, output));
        }
        if (reply instanceof Reply.Exit(OptionalInt status) && status.orElse(0) != 0) {
            throw new ExitStatusException(status.getAsInt(), line);
        }
    }

    private void showLocalDirectory() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        var entries = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(here)) {
            files.forEach(file -> entries.add(file.getFileName() + (Files.isDirectory(file) ? "/" : "")));
        }
        out.println(Text.printable(here.toString()));
        entries.stream().sorted().map(Text::printable).forEach(out::println);
    }

    private void upload(List<String> arguments) throws IOException {
        Path local = Path.of(arguments.getFirst());
        String remote = arguments.size() > 1 ? arguments.get(1) : Client.remoteName(local);
        long bytes;
        try (var progress = new ProgressLine(remote, terminal, System::nanoTime)) {
            bytes = client.upload(local, remote, true, progress);
        }
        out.println(Text.printable(remote) + ": " + bytes + " bytes sent");
    }

    private void download(List<String> arguments) throws IOException {
        String remote = arguments.getFirst();
        Path local = arguments.size() > 1 ? Path.of(arguments.get(1)) : Client.localName(remote);
        long bytes;
        try (var progress = new ProgressLine(remote, terminal, System::nanoTime)) {
            bytes = client.download(remote, local, progress);
        }
        out.println(Text.printable(local.toString()) + ": " + bytes + " bytes received");
    }

    private void show(Request request) throws IOException {
        switch (client.perform(request)) {
            case Reply.Directory(String path) -> out.println(Text.printable(path));
            case Reply.Size(long bytes) -> out.println(bytes);
            case Reply.Listing(List<Entry> entries) -> entries.forEach(entry ->
                    out.println(Text.printable(entry.name()) + (entry.directory() ? "/" : "")));
            case Reply.Content(Body body) -> showContent(body);
            case Reply.Done done -> { }
            case Reply.Exit exit -> { }
            case Reply.Welcome welcome -> { }
            case Reply.Goodbye bye -> { }
            case Reply.Failed failed -> throw new IllegalStateException("a refusal was not thrown: " + failed);
        }
    }

    private void showContent(Body body) throws IOException {
        try (body; var output = new PrintedOutput(out)) {
            body.copyTo(output);
        }
    }

    private void help() {
        for (Verb verb : vocabulary.verbs()) {
            out.printf("  %-24s %s%n", verb.word() + " " + verb.arguments(), verb.summary());
        }
        out.printf("  %-24s %s%n", "help", "show this list");
        if (vocabulary.passesOn()) {
            out.println("Any other line is run by the server's own shell:");
        }
        out.flush();
    }
}
