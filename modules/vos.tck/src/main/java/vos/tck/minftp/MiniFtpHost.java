package vos.tck.minftp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/**
 * The kit as a mini-FTP server, to which the client that is judged has connected. Its current directory is {@code /}.
 *
 * <p>In the published form it takes a hello for the unknown command that it is there, and it does not mind if there is
 * none. For one thread.
 */
final class MiniFtpHost {

    /** What it shows of its directory, which is empty. */
    static final String WELCOME = "Current Directory: /:\n|\n-- \n-- ";
    private static final String HELLO = "hello vos/1";
    /** Long enough that a client has answered what it takes for the whole of a message, in milliseconds. */
    private static final int WAIT = 40;

    private final Trial trial;
    private final Peer peer;
    private final String variable;
    private final Payload token;
    private boolean spokenTo;

    private MiniFtpHost(Trial trial, String variable, String value) {
        this.trial = trial;
        this.variable = variable;
        this.peer = trial.accept(variable, Payload.text(value));
        this.token = Payload.variable(variable);
    }

    /** Waits for a client, and sends it nothing. */
    static MiniFtpHost silent(Trial trial) {
        return new MiniFtpHost(trial, "token", newToken(trial));
    }

    /** Waits for a client, and greets it: a token, a pause, a welcome. */
    static MiniFtpHost greet(Trial trial) {
        return greet(trial, newToken(trial));
    }

    /** The same, with this token. */
    static MiniFtpHost greet(Trial trial, String token) {
        return new MiniFtpHost(trial, "token", token).greet();
    }

    /** Waits for a client that has connected before, and greets it with another token. */
    static MiniFtpHost greetAgain(Trial trial) {
        return new MiniFtpHost(trial, "second", newToken(trial)).greet();
    }

    private MiniFtpHost greet() {
        peer.send(token).pause();
        return say(WELCOME);
    }

    /** Waits for a client, greets it, and agrees with it on the strict form. */
    static MiniFtpHost strict(Trial trial) {
        return strict(trial, newToken(trial));
    }

    /** The same, with this token. */
    static MiniFtpHost strict(Trial trial, String token) {
        MiniFtpHost host = greet(trial, token).expectExactly(Payload.text(HELLO));
        host.spokenTo = true;
        return host.say(Payload.text("vos/1 cd mkdir rm ul dl info mv exit"), Payload.text("/"));
    }

    /** A token that nobody can know beforehand. */
    static String newToken(Trial trial) {
        return "<" + trial.random().ints(8, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append) + ">";
    }

    Peer peer() {
        return peer;
    }

    Payload token() {
        return token;
    }

    /** Bytes with the token behind them. */
    Payload framed(String message) {
        return Payload.text(message).then(token);
    }

    /** Sends a message and its token. */
    MiniFtpHost say(String message) {
        return say(Payload.text(message));
    }

    /** Sends messages with their tokens, all in one write. */
    MiniFtpHost say(Payload... messages) {
        Payload all = Payload.text("");
        for (Payload message : messages) {
            all = all.then(message).then(token);
        }
        peer.send(all);
        return this;
    }

    /** Sends a message and its token in two pieces, and has the client wait between them for the second. */
    MiniFtpHost sayInTwo(String message, int cut) {
        String whole = message + trial.kept(variable);
        peer.send(whole.substring(0, cut)).expectSilence(WAIT).send(whole.substring(cut));
        return this;
    }

    /** Sends two messages as a server in the published form does: with a pause between them. */
    MiniFtpHost answer(Payload result, String status) {
        say(result);
        peer.pause();
        return say(status);
    }

    /** Sends a content as a server in the published form does: with a pause before its token and its status. */
    MiniFtpHost sayContent(byte[] content) {
        peer.send(Payload.bytes(content)).pause();
        return answer(Payload.text(""), "/");
    }

    /** The client must send this command; to a hello before it, the kit answers as a published server does. */
    MiniFtpHost expect(String command) {
        next(command);
        return this;
    }

    /** The client must ask for this file; if it asks for the size before, the kit tells it. */
    MiniFtpHost expectDownload(String name, long size) {
        if (next("dl " + name, "info " + name).startsWith("info ")) {
            answer(Payload.text(Long.toString(size)), "/");
            next("dl " + name);
        }
        return this;
    }

    /** The client must send one of these commands next; gives the one that came. */
    String next(String... commands) {
        List<String> expected = new ArrayList<>(Arrays.asList(commands));
        if (!spokenTo) {
            expected.add(HELLO);
        }
        spokenTo = true;
        byte[] came = peer.expectOneOf(expected.stream().map(this::framed).toArray(Payload[]::new));
        String command = new String(came, 0, came.length - trial.kept(variable).length(), StandardCharsets.UTF_8);
        return command.equals(HELLO) ? say("/").next(commands) : command;
    }

    /** The client must send this, and the token behind it. */
    MiniFtpHost expectExactly(Payload message) {
        peer.expect(message.then(token));
        return this;
    }

    /** The client must end the connection, and send nothing before but what takes leave. */
    void expectLeave() {
        peer.receive(new Expectation.ToEnd("(exit" + Pattern.quote(trial.kept(variable)) + ")?",
                "nothing, or exit and the token"));
    }

    /** Ends the output, so that the client ends too, and must not send before what this pattern finds. */
    void endsWithout(String pattern, String words) {
        peer.halfClose().receive(new Expectation.ToEnd("(?!.*(" + pattern + ")).*", words));
    }
}
