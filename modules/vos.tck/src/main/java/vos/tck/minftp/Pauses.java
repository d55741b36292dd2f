package vos.tck.minftp;

import java.util.function.Consumer;
import vos.tck.Mismatch;
import vos.tck.Trial;

/**
 * Finds out whether a server pauses. A pause that it made may have passed before the kit came to look, on a machine
 * that is busy; a pause that it never makes is never seen. So it is enough to have seen it once.
 */
final class Pauses {

    /** The silence in which a pause is recognised, in milliseconds: of the 100 that {@code [COM-6.1]} asks for. */
    static final int MILLIS = 50;
    private static final int TRIES = 5;

    private Pauses() {
    }

    /** Has {@code conversation}, which begins anew each time, come to its end in one of a few tries. */
    static void require(Trial trial, Consumer<Trial> conversation) {
        for (int i = 1; i < TRIES; i++) {
            trial.afresh();
            try {
                conversation.accept(trial);
                return;
            } catch (Mismatch busy) {
                trial.note("no pause was seen; try again");
            }
        }
        trial.afresh();
        conversation.accept(trial);
    }
}
