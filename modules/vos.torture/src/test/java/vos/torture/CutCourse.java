package vos.torture;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vos.torture.Cut.Direction;
import vos.torture.CutConversation.Step;

/**
 * What a conversation comes to when nothing cuts it.
 *
 * @param steps what is asked
 * @param marks what there is before the first step and behind each
 * @param copy what the client has fetched
 */
record CutCourse(List<Step> steps, List<Mark> marks, String copy) {

    /**
     * How things stand behind a step.
     *
     * @param tree the server's files
     * @param bytes how many have passed in each direction
     * @param failure the kind of refusal that the step ended with, if that is how it ends
     */
    record Mark(Map<String, String> tree, Map<Direction, Integer> bytes,
            Optional<Class<? extends IOException>> failure) {
    }

    /** Whether both conversations, which may be different clients', went alike. */
    boolean goesAs(CutCourse other) {
        return marks.equals(other.marks) && copy.equals(other.copy);
    }

    /** How many bytes pass in this direction. */
    int bytes(Direction direction) {
        return marks.getLast().bytes().get(direction);
    }

    /** Whether the step is refused, also on a whole connection. */
    boolean isRefused(int step) {
        return marks.get(step + 1).failure().isPresent();
    }

    /** Whether the step ends so on a whole connection too. */
    boolean expects(int step, IOException failure) {
        return marks.get(step + 1).failure().filter(kind -> kind == failure.getClass()).isPresent();
    }

    /** The step whose bytes are cut, or cut off; -1 before the first one. */
    int stepOf(Cut cut) {
        int step = -1;
        while (step + 1 < steps.size() && marks.get(step + 1).bytes().get(cut.direction()) < cut.at()) {
            step++;
        }
        return step;
    }
}
