package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationZoo.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import vos.tck.Zoo.Maker;
import vos.tck.Zoo.Mutant;

/** Servers that hear or say words in a wrong way. */
final class WordMutants {

    static final List<Mutant> ALL = List.of(
            wire("words are not kept apart",
                "What is written in two writes arrives in one read. Only silence keeps two words apart.",
                socket -> new OrchestrationZooWire(socket) {
                    @Override
                    void pause() {
                        // It knows no pauses.
                    }
                }),
            wire("what comes in a pause is thrown away",
                "Input ends a pause, and is the next command.",
                socket -> new OrchestrationZooWire(socket) {
                    @Override
                    void pause() throws IOException {
                        super.pause();
                        take(unread().length);
                    }
                }),
            wire("words end with a line end",
                "A published client compares what it read with the word itself.",
                socket -> new OrchestrationZooWire(socket) {
                    @Override
                    void say(String words) throws IOException {
                        super.say(words.endsWith(" ") || words.endsWith("\n") ? words : words + "\n");
                    }
                }),
            new Mutant("capitals are small letters",
                "Commands are words in lower case, and others are none.", understanding(
                words -> words.toLowerCase(Locale.ROOT))),
            new Mutant("a command is known by its beginning",
                "A command is one word; what only begins like it is another.", understanding(
                words -> OrchestrationZooServer.COMMANDS.stream().filter(words::startsWith).findFirst()
                        .orElse(words))),
            new Mutant("a shell's commands are understood",
                "There is no command that leaves the user's directory.", understanding(
                words -> words.startsWith("cd") ? "list" : words)),
            wire("one read is one command",
                "The network may cut a command. What is only the beginning of one is waited for.",
                socket -> new OrchestrationZooWire(socket) {
                    @Override
                    byte[] segment(Predicate<String> isCut) throws IOException {
                        return super.segment(come -> come.startsWith("hello") || isCut.test(come)
                                && (come.startsWith("E") || come.startsWith("U")));
                    }
                }),
            wire("the beginning of a command is waited with for ever",
                "The rest of a command is waited for as long as a pause; what then is no command is invalid.",
                socket -> new OrchestrationZooWire(socket) {
                    @Override
                    byte[] segment(Predicate<String> isCut) throws IOException {
                        while (unread().length == 0 || isCut.test(latin(unread()))) {
                            if (!fill(0)) {
                                break;
                            }
                        }
                        return super.segment(come -> false);
                    }
                }),
            wire("a segment is cut at its line ends",
                "What one read gives is one message, whatever line ends are in it.",
                socket -> new OrchestrationZooWire(socket) {
                    @Override
                    byte[] segment(Predicate<String> isCut) throws IOException {
                        if (unread().length == 0 && !fill(0)) {
                            return new byte[0];
                        }
                        String come = latin(unread());
                        int end = come.startsWith("hello") ? -1 : come.indexOf('\n');
                        return end < 0 ? super.segment(isCut) : take(end + 1);
                    }
                }),
            wire("a segment may be longer than 1,024 bytes",
                "No more than 1,024 bytes are read at once.",
                socket -> new OrchestrationZooWire(socket) {
                    @Override
                    int longest() {
                        return 8192;
                    }
                }),
            new Mutant("a farewell is said",
                "Behind exit the server closes, and sends nothing.", root -> new OrchestrationZooServer(root) {
                    @Override
                    boolean obey(String command, OrchestrationZooWire wire, OrchestrationZooFiles files)
                            throws IOException {
                        boolean more = super.obey(command, wire, files);
                        if (!more) {
                            wire.say("Goodbye.");
                        }
                        return more;
                    }
                }),
            new Mutant("the end of the stream is an empty command",
                "A read that gives nothing means that the client has gone: it will give nothing again.",
                root -> new OrchestrationZooServer(root) {
                    private static final int MILLIS = 3000;

                    @Override
                    boolean nothing(OrchestrationZooWire wire) throws IOException {
                        wire.say(OrchestrationWords.INVALID);
                        waitAMoment();
                        return true;
                    }

                    /** Lest it take the whole machine. */
                    private static void waitAMoment() {
                        try {
                            Thread.sleep(MILLIS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                }),
            new Mutant("the strict form is spoken before a hello",
                "A client that has said no hello does not know the strict form.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    void list(OrchestrationZooWire wire, OrchestrationZooFiles files) throws IOException {
                        byte[] names = files.listing("").getBytes(StandardCharsets.UTF_8);
                        wire.say("OK " + names.length + "\n");
                        wire.send(Arrays.copyOf(names, names.length));
                    }
                }));

    private WordMutants() {
    }

    /** What a client's words mean to a server. */
    private interface Understanding {
        String of(String words);
    }

    private static Maker understanding(Understanding understanding) {
        return root -> new OrchestrationZooServer(root) {
            @Override
            String understood(String words) {
                return understanding.of(words);
            }
        };
    }
}
