package vos.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Dialect;
import vos.protocol.Operation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Vocabulary;
import vos.testing.TestUser;

/**
 * A conversation that has every kind of command that a dialect has a word for, and is as short as that allows.
 *
 * @param dialect what is spoken
 * @param steps what is asked, one after the other
 */
record CutConversation(Dialect dialect, List<Step> steps) {
    /** What is uploaded, moved, fetched and removed. No other name begins as this one does. */
    static final String FILE = "new.bin";
    static final String MOVED = "gone.bin";
    static final String DIRECTORY = "docs";
    static final String TOUCHED = "empty.txt";

    /** One request, or one transfer. */
    record Step(Operation operation, String name, Act act) {
    }

    /** What a client does in a step. */
    @FunctionalInterface
    interface Act {
        void by(Client client) throws IOException;
    }

    /**
     * How far a conversation has come.
     *
     * @param done how many steps ended as they do on a whole connection
     * @param failure what ended it; null when all steps are done
     */
    record Ending(int done, IOException failure) {
        /** Whether the client was told that what it asked for last has certainly not been done {@code [COM-4.1]}. */
        boolean certainlyNotDone() {
            return failure instanceof RefusedException refused && refused.code().certainlyNotDone();
        }
    }

    /** All that this dialect can say, with the files of {@code local}. */
    static CutConversation in(Dialect dialect, CutFiles local) {
        return new CutConversation(dialect, new Steps(dialect.vocabulary(), local).all());
    }

    /** The first step of this kind. */
    int indexOf(Operation operation) {
        return steps.stream().map(Step::operation).toList().indexOf(operation);
    }

    /** Connects, and logs in where there is a login. */
    static Client connect(Dialect dialect, int port, ClientOptions options) throws IOException {
        Client client = Client.connect(dialect, "127.0.0.1", port, options);
        try {
            if (dialect.needsLogin()) {
                client.perform(TestUser.login());
            }
            return client;
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private static final class Steps {
        private final Vocabulary vocabulary;
        private final CutFiles local;
        private final List<Step> steps = new ArrayList<>();

        Steps(Vocabulary vocabulary, CutFiles local) {
            this.vocabulary = vocabulary;
            this.local = local;
        }

        List<Step> all() {
            ask(Operation.MAKE_DIRECTORY, DIRECTORY, new Request.MakeDirectory(DIRECTORY), "mkdir " + DIRECTORY);
            ask(Operation.CHANGE_DIRECTORY, DIRECTORY, new Request.ChangeDirectory(DIRECTORY), "cd " + DIRECTORY);
            upload(local.first());
            upload(local.second());
            ask(Operation.LIST, "", new Request.ListDirectory(""), "ls");
            ask(Operation.WHERE_AM_I, "", new Request.WhereAmI(), "pwd");
            ask(Operation.SIZE, FILE, new Request.Size(FILE), "wc -c " + FILE);
            ask(Operation.TOUCH, TOUCHED, new Request.Touch(TOUCHED), "touch " + TOUCHED);
            preview();
            add(Operation.DOWNLOAD, FILE, client -> client.download(FILE, local.copy(), Progress.NONE));
            add(Operation.DOWNLOAD, "?", client -> client.download("missing", local.other(), Progress.NONE));
            ask(Operation.MOVE, FILE, new Request.Move(FILE, MOVED), "mv " + FILE + " " + MOVED);
            String last = vocabulary.find(Operation.MOVE).isPresent() ? MOVED : FILE;
            ask(Operation.REMOVE, last, new Request.Remove(last), "rm " + MOVED);
            add(Operation.QUIT, "", client -> client.perform(new Request.Quit()));
            return List.copyOf(steps);
        }

        private void add(Operation operation, String name, Act act) {
            steps.add(new Step(operation, name, act));
        }

        /** By the dialect's own word, or in its shell, or not at all. */
        private void ask(Operation operation, String name, Request request, String line) {
            if (vocabulary.find(operation).isPresent()) {
                add(operation, name, client -> client.perform(request));
            } else if (vocabulary.passesOn()) {
                add(operation, name, client -> client.perform(new Request.CommandLine(line,
                        Channels.newChannel(new ByteArrayOutputStream()))));
            }
        }

        private void upload(Path file) {
            add(Operation.UPLOAD, FILE, client -> client.upload(file, FILE, true, Progress.NONE));
        }

        private void preview() {
            if (vocabulary.find(Operation.PREVIEW).isPresent()) {
                add(Operation.PREVIEW, FILE, client -> {
                    if (client.perform(new Request.Preview(FILE, Request.Preview.USUAL))
                            instanceof Reply.Content(var body)) {
                        body.close();
                    }
                });
            }
        }
    }
}
