package vos.lab.orchestration;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vos.protocol.Part;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * What a server says in the published form, as its client hears it: words that no line end ends, each known by heart.
 * However the network has split or joined them, they are understood one by one {@code [ORCH-7.2]}.
 */
final class Answers {
    /** The pieces of a word, once it has begun, do not come further apart. */
    static final Duration WITHIN_A_WORD = Duration.ofSeconds(10);

    private final Wire wire;

    Answers(Wire wire) {
        this.wire = wire;
    }

    /** Takes this word. */
    void expect(String word) throws IOException {
        oneOf(word);
    }

    /**
     * Takes one of these words, none of which is the beginning of another.
     *
     * @throws PeerGoneException when the server closes, or falls silent, before it has said one
     * @throws ProtocolViolation when it says something else
     */
    String oneOf(String... words) throws IOException {
        byte[] come = wire.peek(bytes -> said(bytes, words) || !mayBeSaid(bytes, words), WITHIN_A_WORD);
        for (String word : words) {
            if (Segments.latin(come).startsWith(word)) {
                wire.take(word.length(), Part.MESSAGE);
                return word;
            }
        }
        if (mayBeSaid(come, words)) {
            throw new PeerGoneException(wire.peer() + ": the server broke off before it had said " + quoted(words));
        }
        throw new ProtocolViolation("the server should have said " + quoted(words) + " and said", come);
    }

    private static boolean said(byte[] bytes, String... words) {
        String text = Segments.latin(bytes);
        return Arrays.stream(words).anyMatch(text::startsWith);
    }

    private static boolean mayBeSaid(byte[] bytes, String... words) {
        return Arrays.stream(words).anyMatch(word -> Segments.isCut(word, bytes));
    }

    private static String quoted(String... words) {
        return Stream.of(words).map(word -> "\"" + word + "\"").collect(Collectors.joining(" or "));
    }

    /** Says something; it leaves when an answer is waited for. */
    void say(String word) throws IOException {
        wire.put(Part.MESSAGE, Text.encode(word));
    }
}
