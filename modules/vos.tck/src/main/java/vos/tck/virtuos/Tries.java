package vos.tck.virtuos;

import java.util.function.Consumer;
import vos.tck.Mismatch;
import vos.tck.Trial;

/**
 * For what the specification ties to a clock: on a busy machine the kit may look too late, and a server may find a
 * pause where none was meant. So it is tried some times, and has to succeed once; a server that is wrong fails every
 * time.
 */
final class Tries {

    private static final int TIMES = 5;

    private Tries() {
    }

    /** Has {@code conversation} begin anew until it succeeds; fails as it did in the end. */
    static void untilOneSucceeds(Trial trial, Consumer<Trial> conversation) {
        for (int left = TIMES; !succeeds(trial, conversation, left == 1); left--) {
            trial.afresh();
            trial.note("the same again, as it depends on a clock");
        }
    }

    private static boolean succeeds(Trial trial, Consumer<Trial> conversation, boolean last) {
        try {
            conversation.accept(trial);
            return true;
        } catch (Mismatch mismatch) {
            if (last) {
                throw mismatch;
            }
            return false;
        }
    }
}
