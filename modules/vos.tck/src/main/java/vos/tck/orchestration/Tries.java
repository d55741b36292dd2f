package vos.tck.orchestration;

import java.util.function.Consumer;
import vos.tck.Mismatch;
import vos.tck.Trial;

/**
 * For what can be told only by a pause. On a busy machine the kit or the server may be held up for longer than that, so
 * that what was apart arrives together: a server that keeps to the specification shows it in one of some tries, and one
 * that does not in none.
 */
final class Tries {

    private static final int TRIES = 4;

    private Tries() {
    }

    /** Has {@code conversation}, which begins anew each time, succeed once; its last failure is that of the test. */
    static void some(Trial trial, Consumer<Trial> conversation) {
        boolean succeeded = false;
        for (int left = TRIES - 1; !succeeded; left--) {
            trial.afresh();
            succeeded = succeeds(trial, left, conversation);
        }
    }

    private static boolean succeeds(Trial trial, int left, Consumer<Trial> conversation) {
        try {
            conversation.accept(trial);
            return true;
        } catch (Mismatch mismatch) {
            if (left == 0) {
                throw mismatch;
            }
            return false;
        }
    }
}
