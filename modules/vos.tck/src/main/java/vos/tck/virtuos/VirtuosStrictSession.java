package vos.tck.virtuos;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/** A connection to a VirtuOS server in the strict form: what its bytes mean. For one thread. */
final class VirtuosStrictSession {

    private static final Payload LINE_END = Payload.text("\n");

    private final Trial trial;
    private final Peer peer;
    private String directory = "";

    /** Connects, says hello, and reads the answer. */
    VirtuosStrictSession(Trial trial) {
        this(trial, new VirtuosSession(trial).peer());
        say("hello vos/1").welcomed();
    }

    /** The strict form on a connection on which hello is to be said. */
    VirtuosStrictSession(Trial trial, Peer peer) {
        this.trial = trial;
        this.peer = peer;
    }

    /** A session in a directory that no other test uses, and that is empty. */
    static VirtuosStrictSession open(Trial trial) {
        VirtuosStrictSession session = new VirtuosStrictSession(trial);
        session.directory = trial.name("s", "");
        return session.does("mkdir " + session.directory).enter(session.directory);
    }

    /** Another session, which is in the directory of this one. */
    VirtuosStrictSession another() {
        VirtuosStrictSession session = new VirtuosStrictSession(trial);
        session.directory = directory;
        return session.enter(directory);
    }

    private VirtuosStrictSession enter(String name) {
        return say("cd " + name).text("/" + name);
    }

    Peer peer() {
        return peer;
    }

    /** The path of the directory that this session has made in the root of the workspace. */
    String path() {
        return "/" + directory;
    }

    /** Sends a command and its line end. */
    VirtuosStrictSession say(String command) {
        peer.send(command + "\n");
        return this;
    }

    /** Sends bytes with a moment's silence behind each of these offsets. */
    VirtuosStrictSession sayCut(String bytes, List<Integer> cuts) {
        peer.sendCut(Payload.text(bytes), cuts);
        return this;
    }

    /** Expects the answer to a hello. */
    VirtuosStrictSession welcomed() {
        peer.receive(new Expectation.Delimited(LINE_END, "vos/1( .*)?", "vos/1, and the commands that are offered"));
        return this;
    }

    /** Expects that a command without an answer of its own is done. */
    VirtuosStrictSession done() {
        peer.expect("OK\n");
        return this;
    }

    /** Sends a command, and expects that it is done. */
    VirtuosStrictSession does(String command) {
        return say(command).done();
    }

    /** Expects a size and this text. */
    VirtuosStrictSession text(String text) {
        return content(Payload.text(text), text.getBytes(StandardCharsets.UTF_8).length);
    }

    /** Expects this size and this content. */
    VirtuosStrictSession content(Payload content, int size) {
        peer.expect(Payload.text("OK " + size + "\n").then(content));
        return this;
    }

    /** Expects a refusal with this word of {@code [COM-4.1]}; a pattern. */
    VirtuosStrictSession refused(String word) {
        peer.receive(new Expectation.Delimited(LINE_END, "ERROR (" + word + "): [^\\x00-\\x1f\\x7f-\\x9f]*",
                "ERROR " + word + ": and a sentence without control characters"));
        return this;
    }

    /** Sends a command, and expects that it is refused with this word. */
    VirtuosStrictSession refuses(String command, String word) {
        return say(command).refused(word);
    }

    /** The listing must be this, a line for each name. */
    VirtuosStrictSession lists(String... lines) {
        return say("ls").text(lines.length == 0 ? "" : String.join("\n", lines) + "\n");
    }

    /** Stores a file, which is sent in one write with its command. */
    VirtuosStrictSession upload(String name, Payload content, int size) {
        peer.send(Payload.text("upload " + size + " " + name + "\n").then(content));
        return done();
    }

    /** Stores a text. */
    VirtuosStrictSession upload(String name, String content) {
        return upload(name, Payload.text(content), content.getBytes(StandardCharsets.UTF_8).length);
    }

    /** The file must be there, with this text. */
    VirtuosStrictSession holds(String name, String content) {
        return say("download " + name).text(content);
    }
}
