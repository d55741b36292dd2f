package vos.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The network's ways to cut a message: TCP keeps the order of bytes and nothing else, so a peer has to understand each.
 * A failure is shown for the least that brings it about.
 */
public final class Splits {

    private Splits() {
    }

    /**
     * Has {@code conversation} cut a message of {@code length} bytes behind every single byte, in ascending order; so
     * the first cut that fails is the smallest. The conversation goes on between them, on the same connection if it
     * likes.
     */
    public static void everywhere(int length, Consumer<List<Integer>> conversation) {
        for (int cut = 1; cut < length; cut++) {
            conversation.accept(List.of(cut));
        }
    }

    /**
     * Has {@code conversation}, which begins anew each time, cut a message of {@code length} bytes at {@code tries}
     * random sets of places. Of a set that fails, places are left out one by one for as long as it fails still.
     */
    public static void random(Trial trial, int length, int tries, BiConsumer<Trial, List<Integer>> conversation) {
        for (int i = 0; i < tries; i++) {
            List<Integer> cuts = cuts(trial, length);
            Mismatch failure = failure(trial, cuts, conversation);
            if (failure != null) {
                throw smallest(trial, cuts, failure, conversation);
            }
        }
    }

    private static List<Integer> cuts(Trial trial, int length) {
        TreeSet<Integer> cuts = new TreeSet<>();
        int count = trial.random().nextInt(1, Math.clamp(length / 2, 2, 12));
        IntStream.range(0, count).forEach(i -> cuts.add(trial.random().nextInt(1, length)));
        return List.copyOf(cuts);
    }

    private static Mismatch smallest(Trial trial, List<Integer> failing, Mismatch failure,
            BiConsumer<Trial, List<Integer>> conversation) {
        List<Integer> cuts = failing;
        Mismatch smallest = failure;
        for (Integer cut : failing) {
            List<Integer> fewer = new ArrayList<>(cuts);
            fewer.remove(cut);
            Mismatch still = cuts.size() > 1 ? failure(trial, fewer, conversation) : null;
            if (still != null) {
                cuts = fewer;
                smallest = still;
            }
        }
        return smallest;
    }

    private static Mismatch failure(Trial trial, List<Integer> cuts, BiConsumer<Trial, List<Integer>> conversation) {
        trial.afresh();
        try {
            conversation.accept(trial, cuts);
            return null;
        } catch (Mismatch mismatch) {
            return mismatch;
        }
    }
}
