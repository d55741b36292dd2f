package vos.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ways in which a network may cut a stream of bytes into segments. TCP promises their order and nothing else, so
 * whoever reads must understand all of these alike.
 */
public final class Splits {
    /** The longest input that {@link #everyWay} takes, in bytes: 2048 ways. */
    public static final int SHORT = 12;

    private Splits() {
    }

    /** No cut: what was written separately arrives together. */
    public static List<byte[]> coalesced(byte[] input) {
        return List.of(input);
    }

    /** Each byte on its own. */
    public static List<byte[]> bytewise(byte[] input) {
        return pieces(input, 1);
    }

    /** Pieces of {@code size} bytes, the last one perhaps shorter. */
    public static List<byte[]> pieces(byte[] input, int size) {
        return at(input, IntStream.iterate(size, cut -> cut < input.length, cut -> cut + size).toArray());
    }

    /** Two segments, cut at every place. */
    public static Stream<List<byte[]>> cutOnce(byte[] input) {
        return places(1, input).mapToObj(cut -> at(input, cut));
    }

    /** Three segments, cut at every pair of places. */
    public static Stream<List<byte[]>> cutTwice(byte[] input) {
        return places(1, input).boxed()
                .flatMap(first -> places(first + 1, input).mapToObj(second -> at(input, first, second)));
    }

    /** Not cut, cut once, cut twice, and bytewise. */
    public static Stream<List<byte[]>> of(byte[] input) {
        return Stream.of(Stream.of(coalesced(input), bytewise(input)), cutOnce(input), cutTwice(input))
                .flatMap(ways -> ways);
    }

    /** Each of the 2^(n-1) ways to cut a short input. */
    public static Stream<List<byte[]>> everyWay(byte[] input) {
        if (input.length == 0 || input.length > SHORT) {
            throw new IllegalArgumentException(input.length + " bytes, where 1 to " + SHORT + " are wanted");
        }
        int ways = 1 << input.length - 1;
        return IntStream.range(0, ways)
                .mapToObj(way -> at(input, places(1, input).filter(cut -> isCut(way, cut)).toArray()));
    }

    /** Between any two neighbouring bytes there is a cut or none: one bit of {@code way} says which. */
    private static boolean isCut(int way, int cut) {
        return (way >> cut - 1 & 1) == 1;
    }

    private static IntStream places(int from, byte[] input) {
        return IntStream.range(from, input.length);
    }

    private static List<byte[]> at(byte[] input, int... cuts) {
        var segments = new ArrayList<byte[]>(cuts.length + 1);
        int from = 0;
        for (int cut : cuts) {
            segments.add(Arrays.copyOfRange(input, from, cut));
            from = cut;
        }
        segments.add(Arrays.copyOfRange(input, from, input.length));
        return segments;
    }
}
