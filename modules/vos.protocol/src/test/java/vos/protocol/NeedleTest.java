package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A needle is found at the first place where it stands whole, wherever that is. */
class NeedleTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "ab", "aa", "<Ab3X9kQw>", "__END__", "aaaaaaaaab",
        "a needle that is longer than a stride is"})
    void isFoundAtEveryPlaceOfContentsOfEveryLength(String text) {
        byte[] bytes = Bytes.of(text);
        var needle = new Needle(bytes);
        for (int length = 0; length < 150; length++) {
            byte[] hay = Bytes.of(".".repeat(length));
            assertEquals(-1, needle.indexIn(hay, 0, length), "where there is none");
            for (int place = 0; place + bytes.length <= length; place++) {
                byte[] with = hay.clone();
                System.arraycopy(bytes, 0, with, place, bytes.length);
                assertEquals(place, needle.indexIn(with, 0, length));
            }
        }
    }

    /** Of a few letters, whatever is looked for is often there in part. */
    @Test
    void isFoundWhereALookAtOnePlaceAfterTheOtherFindsIt() {
        var random = new Random(20261121);
        for (int round = 0; round < 20_000; round++) {
            byte[] hay = letters(random, random.nextInt(200));
            byte[] what = letters(random, 1 + random.nextInt(12));
            int from = random.nextInt(hay.length + 1);
            int to = from + random.nextInt(hay.length - from + 1);
            assertEquals(plainly(what, hay, from, to), new Needle(what).indexIn(hay, from, to),
                    () -> new String(what) + " in " + new String(hay));
        }
    }

    private static byte[] letters(Random random, int count) {
        var letters = new byte[count];
        for (int i = 0; i < count; i++) {
            letters[i] = (byte) "ab`".charAt(random.nextInt(3));
        }
        return letters;
    }

    private static int plainly(byte[] what, byte[] in, int from, int to) {
        for (int at = from; at + what.length <= to; at++) {
            int same = 0;
            while (same < what.length && in[at + same] == what[same]) {
                same++;
            }
            if (same == what.length) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void bytesOfAnyValueAreFoundAmongTheirNeighbours() {
        var all = new byte[1024];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        for (int value = 0; value < 256; value++) {
            assertEquals(value, new Needle(new byte[] {(byte) value}).indexIn(all, 0, all.length));
            assertEquals(value, new Needle(new byte[] {(byte) value, (byte) (value + 1)}).indexIn(all, 0, all.length));
        }
    }

    @Test
    void whatBeginsBeforeTheEndAndEndsBehindItIsNotThere() {
        byte[] hay = Bytes.of(".".repeat(40) + "<end>" + ".".repeat(40));
        var needle = new Needle(Bytes.of("<end>"));
        assertEquals(-1, needle.indexIn(hay, 0, 44));
        assertEquals(40, needle.indexIn(hay, 0, 45));
        assertEquals(40, needle.indexIn(hay, 40, 45));
        assertEquals(-1, needle.indexIn(hay, 41, hay.length));
    }

    @Test
    void nothingCannotBeLookedForAndWhatIsLookedForDoesNotChange() {
        assertThrows(IllegalArgumentException.class, () -> new Needle(new byte[0]));
        byte[] bytes = Bytes.of("ab");
        var needle = new Needle(bytes);
        bytes[0] = 'x';
        assertEquals(2, needle.length());
        assertEquals(1, needle.indexIn(Bytes.of("xab"), 0, 3));
        assertArrayEquals(Bytes.of("xb"), bytes);
    }
}
