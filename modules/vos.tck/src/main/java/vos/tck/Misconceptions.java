package vos.tck;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the misconceptions of a suite, and finds the one that a server seems to have. */
final class Misconceptions {

    /** As alike as two sets of failed tests must be, at least. */
    private static final double ALIKE = 0.5;
    /** A server that fails this share of all tests that tell misconceptions apart has none of them in particular. */
    private static final double EVERYTHING = 0.8;

    private Misconceptions() {
    }

    /** Those in {@code misconceptions.json} beside this class; none, if there is no such file. */
    static List<Misconception> of(Class<?> suite) {
        try (InputStream file = suite.getResourceAsStream("misconceptions.json")) {
            return file == null ? List.of() : List.of(new ObjectMapper().readValue(file, Misconception[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("the misconceptions of " + suite.getName(), e);
        }
    }

    /**
     * The misconception whose failures are most like {@code failed}: the number of tests that are in both sets, divided
     * by the number that are in one of them (Jaccard). None, if even that is not very much alike, or if nearly
     * everything failed, of which there may be any number of causes.
     */
    static Optional<Misconception> nearest(List<Misconception> known, Set<String> failed) {
        Set<String> telling = known.stream().flatMap(one -> one.fails().stream()).collect(Collectors.toSet());
        long told = telling.stream().filter(failed::contains).count();
        if (known.size() > 1 && told > EVERYTHING * telling.size()) {
            return Optional.empty();
        }
        return known.stream().filter(one -> alike(one, failed) >= ALIKE)
                .max(Comparator.comparingDouble(one -> alike(one, failed)));
    }

    /** What the misconception says that fails this test and as few others as possible; nothing, if none is known. */
    static String usualCause(List<Misconception> known, String test) {
        return known.stream().filter(one -> one.fails().contains(test))
                .min(Comparator.comparingInt(one -> one.fails().size()))
                .map(one -> capitalized(one.name().replaceFirst("^client: ", "")) + ". " + one.explanation())
                .orElse("");
    }

    private static String capitalized(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static double alike(Misconception one, Set<String> failed) {
        Set<String> both = new HashSet<>(one.fails());
        both.retainAll(failed);
        Set<String> either = new HashSet<>(one.fails());
        either.addAll(failed);
        return either.isEmpty() ? 0 : (double) both.size() / either.size();
    }
}
