package vos.tck;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import vos.tck.Mismatch.Evidence;
import vos.tck.Mismatch.Kind;

/**
 * The client that is judged: what is typed to it, what it prints, and the directory that it runs in, which is empty
 * until a test gives it files.
 *
 * <p>For one thread.
 */
public final class Client implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Client.class.getName());

    private final Duration patience;
    private final Conversation conversation;
    private final Path directory;
    private final RunningClient running;

    private Client(Duration patience, Conversation conversation, Path directory, RunningClient running) {
        this.patience = patience;
        this.conversation = conversation;
        this.directory = directory;
        this.running = running;
    }

    static Client start(Run run, int port, Conversation conversation) throws IOException {
        // A full disk is nobody's fault who is judged; a program that cannot be started is.
        Path directory = Processes.scratch("vos-tck-client");
        RunningClient running;
        try {
            running = run.target().startClient(port, directory);
        } catch (IOException e) {
            Processes.remove(directory);
            // What fails is a step, and there has been none yet.
            conversation.take(new Step.Note("start the client"));
            throw new Mismatch(Evidence.of(Kind.REFUSED, "a client that can be started", e.getMessage()), conversation);
        }
        conversation.isWith(running);
        return new Client(run.patience(), conversation, directory, running);
    }

    /** Types a line, in UTF-8. */
    public Client type(String line) {
        conversation.take(new Step.Type(line));
        try {
            OutputStream in = running.input();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw new Mismatch(Evidence.of(Kind.STATE, "a client that reads what is typed", printed()), conversation);
        }
        return this;
    }

    /** Ends the client's standard input. */
    public Client typeNoMore() {
        try {
            running.input().close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the client was gone", e);
        }
        return this;
    }

    /** Types the name of a user, unless the client was started with it, and the password. */
    public Client logIn(Account account) {
        return (running.knowsUser() ? this : type(account.name())).type(account.password());
    }

    /** Whether it has ended by itself. */
    boolean hasEnded() {
        return running.await(Duration.ZERO).isPresent();
    }

    /** Ends what is typed, waits for the client to end, and gives its exit code; one that does not end has failed. */
    public int awaitExit() {
        typeNoMore();
        conversation.take(new Step.Note("end what is typed, and wait for the client to end"));
        OptionalInt exit = running.await(patience.multipliedBy(4));
        if (exit.isEmpty()) {
            throw new Mismatch(Evidence.of(Kind.TIMEOUT, "the client to end", printed()), conversation);
        }
        return exit.getAsInt();
    }

    /** Writes a file of the client's. */
    public Client has(String name, byte[] content) {
        try {
            Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return this;
    }

    /** The file must be there, with this content. */
    public void mustHave(String name, byte[] content) {
        conversation.take(new Step.Note("look at the client's file " + name));
        Path file = directory.resolve(name);
        try {
            boolean there = Files.isRegularFile(file);
            byte[] found = there ? Files.readAllBytes(file) : new byte[0];
            if (!there || !Arrays.equals(found, content)) {
                throw new Mismatch(Evidence.of(Kind.STATE, name + " with " + Text.shown(content, 200),
                        there ? Text.shown(found, 200) : "no such file, but " + files()), conversation);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The client's directory must hold files of these names and no others, in ascending order. */
    public void mustHoldOnly(String... names) {
        conversation.take(new Step.Note("look at the client's directory"));
        List<String> found = files();
        if (!found.equals(Arrays.asList(names))) {
            throw new Mismatch(Evidence.of(Kind.STATE, names.length == 0 ? "an empty directory"
                    : "the files " + List.of(names), found.toString()), conversation);
        }
    }

    /** The names in the client's directory, sorted. */
    public List<String> files() {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(directory.toString(), e);
        }
    }

    /** What the client has printed so far, on either of its outputs. */
    public String printed() {
        return running.printed();
    }

    /** Ends the client as its user would who has no patience. */
    public void kill() {
        conversation.take(new Step.Note("kill the client"));
        running.end();
    }

    /** Ends the client and all that it has started, and removes its files. */
    @Override
    public void close() {
        running.end();
        Processes.remove(directory);
    }
}
