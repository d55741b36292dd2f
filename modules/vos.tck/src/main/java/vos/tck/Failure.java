package vos.tck;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a conversation failed: enough to show it, and to run it again.
 *
 * @param kind in what way
 * @param steps all steps, the one that failed last
 * @param expected what was expected, for people
 * @param expectedBytes the bytes that were expected; none, if they are not known
 * @param received the bytes that came in the step that failed
 * @param difference the offset of the first byte of {@code received} that is wrong or missing, or -1
 * @param variables what the conversation had kept, such as a token
 * @param printed what the client had printed; nothing, if a server is judged
 * @param doubtful whether it may be the kit that was late, and not the peer that was early
 */
record Failure(Mismatch.Kind kind, List<Step> steps, String expected, byte[] expectedBytes, byte[] received,
        int difference, Map<String, byte[]> variables, String printed, boolean doubtful) {

    /** So much of what came is kept in any case, and so much behind the difference: a peer may send without end. */
    private static final int KEPT = 256 * 1024;
    private static final int KEPT_BEHIND = 4096;

    static Failure of(Mismatch mismatch) {
        Mismatch.Evidence evidence = mismatch.evidence();
        byte[] received = evidence.received();
        // Where more had to come behind a great deal, nobody wants to see the end of it.
        int difference = received.length > KEPT && evidence.difference() >= received.length ? -1
                : evidence.difference();
        int kept = Math.min(received.length, Math.max(KEPT, difference + KEPT_BEHIND));
        return new Failure(evidence.kind(), mismatch.steps(), evidence.expected(), evidence.expectedBytes(),
                Arrays.copyOf(received, kept), difference, mismatch.conversation().variables(),
                mismatch.printed(), mismatch.conversation().isDoubtful());
    }
}
