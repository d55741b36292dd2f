package vos.tck.virtuos;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/**
 * The kit as a VirtuOS server, to which the client that is judged has connected. Its current directory is {@code /},
 * and it tells so whenever it is asked.
 *
 * <p>In the published form it takes a hello for the unknown command that it is there. It does not mind if there is
 * none, nor if commands end with a line end. For one thread.
 */
final class VirtuosHost {

    static final String SENTINEL = "<<EOF>>";
    private static final String HELLO = "hello vos/1";
    private static final String WHERE = "pwd";
    /** Long enough that a client has answered what it takes for the whole of a message, in milliseconds. */
    private static final int WAIT = 40;
    /** More questions than these, between two commands, are a loop. */
    private static final int QUESTIONS = 10;

    private final Peer peer;
    private final boolean strict;
    private String answerToHello = "Unknown command.";
    private boolean spokenTo;

    private VirtuosHost(Peer peer, boolean strict) {
        this.peer = peer;
        this.strict = strict;
    }

    /** Waits for a client, and welcomes it. */
    static VirtuosHost welcome(Trial trial) {
        return new VirtuosHost(trial.accept().send("Welcome to the server!\n"), false);
    }

    /** Waits for a client, welcomes it, and agrees with it on the strict form. */
    static VirtuosHost strict(Trial trial) {
        VirtuosHost host = new VirtuosHost(trial.accept().send("Welcome to the server!\n"), true);
        return host.expect(HELLO).say("vos/1 ls cd pwd mkdir rm touch upload download exit quit");
    }

    /** Has a hello answered by this sentence. */
    VirtuosHost answeringHello(String sentence) {
        answerToHello = sentence;
        return this;
    }

    Peer peer() {
        return peer;
    }

    /** Sends a line. */
    VirtuosHost say(String line) {
        peer.send(line + "\n");
        return this;
    }

    /** Sends text in two pieces, and has the client wait between them for the second. */
    VirtuosHost sendInTwo(String text, int cut) {
        peer.send(text.substring(0, cut)).expectSilence(WAIT).send(text.substring(cut));
        return this;
    }

    /** Sends a file as a server in the published form does: with a pause before the sentinel. */
    VirtuosHost sendFile(byte[] content) {
        peer.send(Payload.bytes(content)).pause().send(SENTINEL);
        return this;
    }

    /** The client must send this command. */
    VirtuosHost expect(String command) {
        next(command);
        return this;
    }

    /** The client must send one of these commands next; gives the one that came. */
    String next(String... commands) {
        if (strict) {
            return expectLine(commands);
        }
        List<String> expected = new ArrayList<>(Arrays.asList(commands));
        if (!expected.contains(WHERE)) {
            expected.add(WHERE);
        }
        for (int i = 0; i < QUESTIONS; i++) {
            String came = expectSegment(expected);
            spokenTo = true;
            if (came.equals(HELLO)) {
                say(answerToHello);
            } else if (came.equals(WHERE) && !Arrays.asList(commands).contains(WHERE)) {
                say("/");
            } else {
                return came;
            }
        }
        return expectSegment(Arrays.asList(commands));
    }

    private String expectLine(String... commands) {
        return text(peer.expectOneOf(Arrays.stream(commands)
                .flatMap(command -> Stream.of(command + "\n", command + "\r\n").map(Payload::text))
                .toArray(Payload[]::new))).strip();
    }

    private String expectSegment(List<String> commands) {
        List<String> expected = new ArrayList<>(commands);
        if (!spokenTo) {
            expected.add(HELLO);
        }
        return text(peer.expectOneOf(expected.stream().flatMap(VirtuosHost::behindLineEnd)
                .toArray(Payload[]::new))).strip();
    }

    /** The text as it is, and behind the line end of the command before. */
    private static Stream<Payload> behindLineEnd(String text) {
        return Stream.of(text, "\n" + text, "\r\n" + text).map(Payload::text);
    }

    /** The client must send this file, which begins with ASCII, and its sentinel, maybe behind a line end. */
    VirtuosHost expectFile(byte[] content) {
        byte[] file = Arrays.copyOf(content, content.length + SENTINEL.length());
        System.arraycopy(SENTINEL.getBytes(StandardCharsets.US_ASCII), 0, file, content.length, SENTINEL.length());
        peer.expectOneOf(behindLineEnd(Character.toString(file[0])).toArray(Payload[]::new));
        peer.expect(Payload.bytes(Arrays.copyOfRange(file, 1, file.length)));
        return this;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Answers questions and farewells until the client ends the connection; it must say nothing else. */
    void expectLeave() {
        byte[] came = receiveLast();
        for (int i = 0; i < QUESTIONS && came.length > 0; i++) {
            switch (text(came).strip()) {
                case WHERE -> say("/");
                case "" -> { }
                default -> peer.send("Goodbye!");
            }
            came = receiveLast();
        }
    }

    private byte[] receiveLast() {
        return peer.receive(new Expectation.Segment(WAIT, "\\s*(pwd|exit|quit)?\\s*",
                "pwd, exit or the end of the connection"));
    }

    /** Ends the output, so that the client ends too, and must not send before what this pattern finds. */
    void endsWithout(String pattern, String words) {
        peer.halfClose().receive(new Expectation.ToEnd("(?!.*(" + pattern + ")).*", words));
    }
}
