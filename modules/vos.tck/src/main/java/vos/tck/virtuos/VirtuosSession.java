package vos.tck.virtuos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/**
 * A connection to a VirtuOS server in the published form: what its bytes mean. It pauses where one read is one message
 * for the server.
 *
 * <p>For one thread.
 */
final class VirtuosSession {

    /** What ends a file {@code [VIRT-2.3]}. */
    static final String SENTINEL = "<<EOF>>";
    /** The answer to an upload whose name and file came as one message {@code [VIRT-2.5]}. */
    static final String JOINED = "Error: the name and the file came as one message; try again.";
    private static final String ERROR = "Error: .+\\.";
    private static final String ERROR_WORDS = "Error: , a clause, and a full stop";

    private final Trial trial;
    private final Peer peer;
    private String directory = "";

    /** Connects, and reads the welcome. */
    VirtuosSession(Trial trial) {
        this.trial = trial;
        this.peer = trial.connect();
        answer("Welcome to the server!");
    }

    /** A session in a directory that no other test uses, and that is empty. */
    static VirtuosSession open(Trial trial) {
        VirtuosSession session = new VirtuosSession(trial);
        session.directory = trial.name("d", "");
        return session.ask("mkdir " + session.directory, "Folder '" + session.directory + "' created.")
                .move(session.directory);
    }

    /** Another session, which is in the directory of this one. */
    VirtuosSession another() {
        VirtuosSession session = new VirtuosSession(trial);
        session.directory = directory;
        return session.move(directory);
    }

    Peer peer() {
        return peer;
    }

    /** The name of the directory that this session has made in the root of the workspace. */
    String directory() {
        return directory;
    }

    // ---- commands and answers --------------------------------------------------------------------------------------

    /** Sends a command, which is what one write holds. */
    VirtuosSession say(String command) {
        peer.send(command);
        return this;
    }

    /** Expects a sentence and its line end. */
    VirtuosSession answer(String sentence) {
        peer.expect(sentence + "\n");
        return this;
    }

    /** Sends a command, and expects this sentence. */
    VirtuosSession ask(String command, String sentence) {
        return say(command).answer(sentence);
    }

    /** Sends a command, and expects an error that has no sentence of its own {@code [VIRT-5.1]}. */
    VirtuosSession fails(String command) {
        return say(command).error();
    }

    /** Expects an error that has no sentence of its own. */
    VirtuosSession error() {
        line(ERROR, ERROR_WORDS);
        return this;
    }

    /** Expects a line of this form, and gives it without its line end. */
    String line(String pattern, String words) {
        byte[] line = peer.receive(new Expectation.Delimited(Payload.text("\n"), pattern, words));
        return new String(line, StandardCharsets.UTF_8);
    }

    /** Changes the current directory. */
    VirtuosSession move(String path) {
        return ask("cd " + path, "Moved to '" + path + "'.");
    }

    /** The listing must have these names, in whatever order. */
    VirtuosSession lists(String... names) {
        if (names.length == 0) {
            return ask("ls", "Directory is empty.");
        }
        say("ls");
        String any = Arrays.stream(names).map(Pattern::quote).collect(Collectors.joining("|"));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.length; i++) {
            String name = line(any, "a name, one of " + String.join(", ", names));
            trial.require(seen.add(name), "each name once", name + " twice");
        }
        return this;
    }

    // ---- files -----------------------------------------------------------------------------------------------------

    /** Says that a file follows, and pauses, so that it does not arrive with its name. */
    VirtuosSession announce(String name) {
        peer.send("upload " + name).pause();
        return this;
    }

    /** Sends the content of a file and, behind a pause, the sentinel. */
    VirtuosSession file(Payload content) {
        peer.send(content).pause();
        return endOfFile();
    }

    /** Sends the sentinel. */
    VirtuosSession endOfFile() {
        return say(SENTINEL);
    }

    /** Sends content and sentinel in one write, which the network may cut anywhere. */
    VirtuosSession fileAtOnce(Payload content) {
        peer.send(content.then(SENTINEL));
        return this;
    }

    /** Expects what is said of an upload that succeeded. */
    VirtuosSession stored(String name) {
        return answer("Uploaded '" + name + "' successfully.");
    }

    /** Stores a file, at the pace that a published server needs. */
    VirtuosSession upload(String name, Payload content) {
        return announce(name).file(content).stored(name);
    }

    /** Stores a text. */
    VirtuosSession upload(String name, String content) {
        return upload(name, Payload.text(content));
    }

    /** The file must be there, with this content. */
    VirtuosSession holds(String name, Payload content) {
        peer.send("download " + name).expect(content.then(SENTINEL));
        return this;
    }

    /** The file must be there, with this text. */
    VirtuosSession holds(String name, String content) {
        return holds(name, Payload.text(content));
    }

    /** The download must be refused with this sentence. */
    VirtuosSession refusesDownload(String name, String sentence) {
        return say("download " + name).answer(sentence).refusalEnds();
    }

    /** The download must be refused with an error that has no sentence of its own. */
    VirtuosSession failsDownload(String name) {
        return fails("download " + name).refusalEnds();
    }

    /** The published server sends no sentinel behind a refusal; only the test of that minds. */
    private VirtuosSession refusalEnds() {
        if (!trial.run().published()) {
            peer.expect(SENTINEL);
        }
        return this;
    }
}
