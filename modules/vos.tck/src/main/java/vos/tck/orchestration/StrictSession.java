package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationWords.PROMPT;
import static vos.tck.orchestration.OrchestrationWords.USERNAME;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vos.tck.Account;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/** A connection to an orchestration server on which a hello has been said and answered. For one thread. */
final class StrictSession {

    private static final Payload LINE_END = Payload.text("\n");
    private static final String NO_CONTROLS = "[^\\x00-\\x1f\\x7f]+";

    private final Peer peer;

    private StrictSession(Peer peer) {
        this.peer = peer;
    }

    /** Connects, logs in as the first user, and says hello. */
    static StrictSession open(Trial trial) {
        return open(trial, trial.run().accounts().getFirst());
    }

    static StrictSession open(Trial trial, Account user) {
        return greet(trial, user, "hello vos/1\n");
    }

    /** Logs in, says this, and reads the answer to a hello. */
    static StrictSession greet(Trial trial, Account user, String hello) {
        OrchestrationSession login = new OrchestrationSession(trial).hear(USERNAME).login(user);
        login.say(hello).hear(PROMPT);
        return new StrictSession(login.peer()).greeted();
    }

    private StrictSession greeted() {
        peer.receive(new Expectation.Delimited(LINE_END, "vos/1( [a-z]+)*", "vos/1, and the commands on offer"));
        return this;
    }

    Peer peer() {
        return peer;
    }

    /** Sends a line. */
    StrictSession say(String line) {
        return send(Payload.text(line + "\n"));
    }

    /** Sends these bytes, in one write. */
    StrictSession send(Payload bytes) {
        peer.send(bytes);
        return this;
    }

    /** Sends the same with a moment's silence behind some of its bytes. */
    StrictSession sendCut(Payload bytes, List<Integer> cuts) {
        peer.sendCut(bytes, cuts);
        return this;
    }

    /** An upload: its line, and its bytes. */
    static Payload upload(String name, byte[] content) {
        return Payload.text("upload " + content.length + " " + name + "\n").then(Payload.bytes(content));
    }

    static Payload upload(String name, String content) {
        return upload(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** It was done, and nothing follows. */
    StrictSession done() {
        peer.expect("OK\n");
        return this;
    }

    /** It was done, and this follows. */
    StrictSession done(byte[] content) {
        peer.expect(Payload.text("OK " + content.length + "\n").then(Payload.bytes(content)));
        return this;
    }

    StrictSession done(String content) {
        return done(content.getBytes(StandardCharsets.UTF_8));
    }

    /** It was done, and a text follows, of this form; gives it. */
    String listing(String pattern, String words) {
        byte[] size = peer.receive(new Expectation.Delimited(LINE_END, "OK [0-9]{1,18}", "OK, and the listing's size"));
        long told = Long.parseLong(new String(size, StandardCharsets.US_ASCII).substring("OK ".length()));
        int count = (int) Math.min(told, Integer.MAX_VALUE);
        return new String(peer.receive(new Expectation.Sized(count, pattern, words)), StandardCharsets.UTF_8);
    }

    /** It was refused with this error, in one line without control characters. */
    StrictSession refused(String error) {
        return status("ERROR " + error + ": " + NO_CONTROLS, "ERROR " + error + ": and a sentence");
    }

    /** The status of a command that failed, of this form. */
    StrictSession status(String pattern, String words) {
        peer.receive(new Expectation.Delimited(LINE_END, pattern, words));
        return this;
    }
}
