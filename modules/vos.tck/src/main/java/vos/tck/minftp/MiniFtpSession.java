package vos.tck.minftp;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/**
 * A connection to a mini-FTP server, in the published form or, behind {@link #hello()}, in the strict one: what its
 * bytes mean, and the current directory that the server must be in.
 *
 * <p>For one thread.
 */
final class MiniFtpSession {

    private static final String TOKEN_PATTERN = "<[A-Za-z0-9]{8}>";
    private static final int TOKEN_LENGTH = 10;
    private static final Payload NOTHING = Payload.text("");

    private final Trial trial;
    private final Peer peer;
    private final Payload token;
    private String here = "";
    private boolean strict;

    /** Connects, and reads the token, which becomes the variable of this name. */
    MiniFtpSession(Trial trial, String variable) {
        this.trial = trial;
        this.peer = trial.connect();
        this.token = Payload.variable(variable);
        peer.receive(new Expectation.Sized(TOKEN_LENGTH, TOKEN_PATTERN,
                "a token: <, eight letters or digits, >"), variable);
    }

    /** Connects, and reads token and welcome. */
    static MiniFtpSession open(Trial trial) {
        return open(trial, "token");
    }

    static MiniFtpSession open(Trial trial, String variable) {
        MiniFtpSession session = new MiniFtpSession(trial, variable).welcome();
        if (trial.run().published()) {
            // Its sessions begin where another has gone last; its root is that of the machine.
            trial.run().root().ifPresent(root -> session.enter(root.toString()));
        }
        return session;
    }

    /** A session in a directory that nobody else uses. */
    static MiniFtpSession inOwnDirectory(Trial trial) {
        return open(trial).enterNew();
    }

    /** The same in the strict form. */
    static MiniFtpSession strict(Trial trial) {
        return open(trial).hello().enterNew();
    }

    private MiniFtpSession enterNew() {
        String name = trial.name("d", "");
        return does("mkdir", name).enter(name);
    }

    /** Another session in the same directory and the same form; its token becomes the variable of this name. */
    MiniFtpSession another(String variable) {
        MiniFtpSession other = open(trial, variable);
        if (strict) {
            other.hello();
        }
        return other.enter(trial.run().published() ? here : here.substring(1));
    }

    Peer peer() {
        return peer;
    }

    Payload token() {
        return token;
    }

    /** The current directory: absolute, as the server tells it. */
    String here() {
        return here.isEmpty() ? "/" : here;
    }

    /** The current directory on disk; for tests that look there. */
    Path onDisk() {
        Path root = trial.run().root().orElseThrow();
        return trial.run().published() ? Path.of(here()) : root.resolve(here().substring(1));
    }

    /** Reads the welcome. */
    MiniFtpSession welcome() {
        message("Current Directory: [^\\n]*:\\n\\|\\n-- .*", "the welcome: Current Directory: PATH:\\n|\\n-- ...");
        return this;
    }

    /** Agrees on the strict form. */
    MiniFtpSession hello() {
        send("hello vos/1").welcomeToStrictForm().status();
        strict = true;
        return this;
    }

    MiniFtpSession welcomeToStrictForm() {
        message("vos/1( [a-z]+)*", "vos/1, and behind it the commands");
        return this;
    }

    // ---- what the client says --------------------------------------------------------------------------------------

    /** A message with the token behind it. */
    Payload framed(Payload message) {
        return message.then(token);
    }

    Payload framed(String message) {
        return framed(Payload.text(message));
    }

    /** A command as its form has it: arguments behind spaces or, strictly, between line feeds. */
    String command(String word, String... arguments) {
        return arguments.length == 0 ? word : word + " " + String.join(strict ? "\n" : " ", arguments);
    }

    /** What announces a content, with the token behind it; how many bytes it has is told in the strict form only. */
    Payload announcement(String name, int size) {
        return framed(strict ? command("ul", name, Integer.toString(size)) : command("ul", name));
    }

    /** Sends a message and its token in one write. */
    MiniFtpSession send(String message) {
        peer.send(framed(message));
        return this;
    }

    /** Sends the same with a moment's silence behind some of its bytes. */
    MiniFtpSession sendCut(String message, List<Integer> cuts) {
        peer.sendCut(framed(message), cuts);
        return this;
    }

    /** Sends a content and its token. */
    MiniFtpSession content(Payload content) {
        peer.send(framed(content));
        return this;
    }

    MiniFtpSession content(String content) {
        return content(Payload.text(content));
    }

    // ---- what the server says --------------------------------------------------------------------------------------

    /** Expects a message that is just this. */
    MiniFtpSession message(Payload message) {
        peer.expect(framed(message));
        return this;
    }

    /** Expects a message of this form. */
    byte[] message(String pattern, String words) {
        return peer.receive(new Expectation.Delimited(token, pattern, words));
    }

    /** Expects the status of a command that succeeded. */
    MiniFtpSession status() {
        if (trial.run().published()) {
            message((here.isEmpty() ? "/" : "") + "[^\\n]*" + Pattern.quote(here), "a status that ends with " + here());
        } else {
            message(Payload.text(here()));
        }
        return this;
    }

    /** Expects the status of a command that failed with this error. */
    MiniFtpSession refused(String error) {
        message(Pattern.quote(here()) + "\\nERROR " + error + ": [^\\n]+",
                here() + "\\nERROR " + error + ": and a sentence");
        return this;
    }

    /** Expects the status of a command that failed with an error that the specification leaves open. */
    byte[] refused() {
        return message(Pattern.quote(here()) + "\\nERROR [a-z-]+: [^\\n]+",
                here() + "\\nERROR, a word, a colon and a sentence");
    }

    /** Expects the empty message in place of a size or a content. */
    MiniFtpSession noResult() {
        return message(NOTHING);
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    // ---- whole exchanges -------------------------------------------------------------------------------------------

    /** Sends a command, and expects that it succeeds. */
    MiniFtpSession does(String word, String... arguments) {
        return send(command(word, arguments)).status();
    }

    /** Sends a command that has no result, and expects that it fails. */
    MiniFtpSession refuses(String error, String word, String... arguments) {
        return send(command(word, arguments)).refused(error);
    }

    /** Changes to a directory within the current one, or to an absolute path. */
    MiniFtpSession enter(String path) {
        send(command("cd", path));
        here = path.startsWith("/") ? path : here + "/" + path;
        return status();
    }

    /** Changes to the directory above. */
    MiniFtpSession leave() {
        send(command("cd", ".."));
        here = here.substring(0, here.lastIndexOf('/'));
        return status();
    }

    /** Announces an upload in the published form, and pauses as a polite client does {@code [MFTP-7.2]}. */
    MiniFtpSession begins(String name) {
        peer.send(announcement(name, 0)).pause();
        return this;
    }

    /** Uploads a file. */
    MiniFtpSession stores(String name, byte[] content) {
        return stores(name, Payload.bytes(content), content.length);
    }

    MiniFtpSession stores(String name, String content) {
        return stores(name, Payload.text(content), size(content));
    }

    /** Uploads a content of so many bytes, of which some may be known only while the conversation runs. */
    MiniFtpSession stores(String name, Payload content, int size) {
        if (strict) {
            peer.send(announcement(name, size).then(framed(content)));
            return status();
        }
        return begins(name).content(content).status();
    }

    /** Downloads a file, and expects this content. */
    MiniFtpSession has(String name, byte[] content) {
        return has(name, Payload.bytes(content), content.length);
    }

    MiniFtpSession has(String name, String content) {
        return has(name, Payload.text(content), size(content));
    }

    MiniFtpSession has(String name, Payload content, int size) {
        send(command("dl", name));
        if (strict) {
            message(Payload.text(Integer.toString(size)));
        }
        return message(content).status();
    }

    /** Asks for the size of a file, and expects this. */
    MiniFtpSession hasSize(String name, int size) {
        return send(command("info", name)).message(Payload.text(Integer.toString(size))).status();
    }

    /** Asks for the size of what must not be there. */
    MiniFtpSession lacks(String name) {
        return send(command("info", name)).noResult().refused("not-found");
    }
}
