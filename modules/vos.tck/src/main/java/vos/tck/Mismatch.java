package vos.tck;

import java.util.List;
import java.util.Map;

/**
 * The peer did not do what a step expected. It has the conversation so far, so that it can be shown, and run again.
 */
public final class Mismatch extends AssertionError {

    private static final long serialVersionUID = 1;

    /** In what way the peer fell short. */
    public enum Kind {
        /** Something else came than was expected. */
        WRONG("wrong answer"),
        /** Nothing came, or not all of it, in the time allowed. */
        TIMEOUT("no answer in time"),
        /** It came, but it went on for longer than a test may take. */
        SLOW("too slow"),
        /** The connection ended before all of it had come. */
        END("the connection ended too early"),
        /** The connection was broken off before all of it had come. */
        RESET("the connection was reset"),
        /** No connection could be opened. */
        REFUSED("no connection"),
        /** What the peer left on disk, or its exit, is not as it must be. */
        STATE("wrong outcome");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** A few words for people. */
        public String words() {
            return words;
        }
    }

    /** What was expected and what came; {@code difference} is the offset of the first byte that differs, or -1. */
    record Evidence(Kind kind, String expected, byte[] expectedBytes, byte[] received, int difference) {

        /** Evidence in words alone. */
        static Evidence of(Kind kind, String expected, String found) {
            return new Evidence(kind, expected, new byte[0], Payload.text(found).resolve(Map.of()), -1);
        }
    }

    private final transient Evidence evidence;
    private final transient List<Step> steps;
    private final transient Conversation conversation;
    private final String printed;

    Mismatch(Evidence evidence, Conversation conversation) {
        super(evidence.kind().words() + ": expected " + evidence.expected() + ", received "
                + (evidence.received().length == 0 ? "nothing" : Text.shown(evidence.received(), 200)));
        this.evidence = evidence;
        this.conversation = conversation;
        // Before anything is said, the kit may have looked at the server's files already.
        this.steps = conversation.steps().isEmpty() ? List.of(new Step.Note("look for " + evidence.expected()))
                : conversation.steps();
        this.printed = conversation.printed();
    }

    Evidence evidence() {
        return evidence;
    }

    /** All steps of the conversation, of which there is one at least; the one that failed last. */
    List<Step> steps() {
        return steps;
    }

    /** What the client had printed until then; nothing, if a server is judged. */
    String printed() {
        return printed;
    }

    Conversation conversation() {
        return conversation;
    }
}
