package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** "However the stream is cut" is only as good as the cuts. */
class SplitsTest {

    @Test
    void threeBytesCanBeCutInFourWays() {
        assertEquals(List.of("abc", "a|bc", "ab|c", "a|b|c"), shown(Splits.everyWay(Bytes.of("abc"))));
    }

    @Test
    void twelveBytesCanBeCutIn2048Ways() {
        var ways = shown(Splits.everyWay(Bytes.of("abcdefghijkl")));
        assertEquals(2048, ways.stream().distinct().count());
        ways.forEach(way -> assertEquals("abcdefghijkl", way.replace("|", "")));
    }

    @Test
    void inputsWithTooManyWaysAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Splits.everyWay(new byte[13]));
        assertThrows(IllegalArgumentException.class, () -> Splits.everyWay(new byte[0]));
    }

    @Test
    void oneCutAndTwoCutsGoEverywhere() {
        assertEquals(List.of("a|bcd", "ab|cd", "abc|d"), shown(Splits.cutOnce(Bytes.of("abcd"))));
        assertEquals(List.of("a|b|cd", "a|bc|d", "ab|c|d"), shown(Splits.cutTwice(Bytes.of("abcd"))));
    }

    @Test
    void theUsualCutsAreAllOfThese() {
        assertEquals(List.of("abc", "a|b|c", "a|bc", "ab|c", "a|b|c"), shown(Splits.of(Bytes.of("abc"))));
    }

    @Test
    void piecesAreOfOneSizeExceptTheLast() {
        assertEquals(List.of("ab|cd|e", "abcde", "abcde"), shown(IntStream.of(2, 5, 9)
                .mapToObj(size -> Splits.pieces(Bytes.of("abcde"), size))));
    }

    private static List<String> shown(Stream<List<byte[]>> ways) {
        return ways.map(segments -> String.join("|", segments.stream().map(Bytes::text).toList())).toList();
    }
}
