package vos.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What some rounds came to.
 *
 * @param median the one in the middle, or the mean of the two there
 * @param min the smallest
 * @param max the largest
 */
record Figures(double median, double min, double max) {

    /** Of at least one value. */
    static Figures of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("figures of no value");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Figures(median, sorted.getFirst(), sorted.getLast());
    }

    static <T> Figures of(List<T> items, ToDoubleFunction<T> value) {
        return of(items.stream().map(value::applyAsDouble).toList());
    }
}
