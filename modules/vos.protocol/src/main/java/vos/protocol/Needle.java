package vos.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A sequence of bytes that is looked for in others: a delimiter in what has arrived.
 *
 * <p>Looks at eight places at once, in the bits of a {@code long} (SWAR, SIMD within a register): at each for the first
 * byte of the needle, and at the same distance from each for its last byte. What is like the needle at one of these two
 * only costs nothing more; where both fit, the bytes between them are compared.
 *
 * <p>Immutable.
 */
public final class Needle {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    /** How many places are looked at before it is asked whether one of them may be it. */
    private static final int STRIDE = 4 * Long.BYTES;

    private final byte[] bytes;
    private final int lastByte;
    private final long eightOfTheFirst;
    private final long eightOfTheLast;
    /** Its first eight bytes, and its last, if it has so many. */
    private final long beginning;
    private final long ending;

    /**
     * Looks for {@code bytes}.
     *
     * @throws IllegalArgumentException when there are none
     */
    public Needle(byte[] bytes) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("nothing to look for");
        }
        this.bytes = bytes.clone();
        this.lastByte = bytes.length - 1;
        this.eightOfTheFirst = LOWEST_BITS * Byte.toUnsignedLong(bytes[0]);
        this.eightOfTheLast = LOWEST_BITS * Byte.toUnsignedLong(bytes[lastByte]);
        boolean isLong = bytes.length >= Long.BYTES;
        this.beginning = isLong ? (long) LONG.get(bytes, 0) : 0;
        this.ending = isLong ? (long) LONG.get(bytes, bytes.length - Long.BYTES) : 0;
    }

    /** How many bytes it has. */
    public int length() {
        return bytes.length;
    }

    /** Where it begins first between {@code from} and {@code to}, and stands whole; -1 when it does not. */
    public int indexIn(byte[] hay, int from, int to) {
        int end = to - lastByte;
        int at = from;
        while (at <= end - STRIDE) {
            long first = places(hay, at);
            long second = places(hay, at + 8);
            long third = places(hay, at + 16);
            long fourth = places(hay, at + 24);
            if ((first | second | third | fourth) != 0) {
                int found = firstOf(hay, at, first);
                found = found >= 0 ? found : firstOf(hay, at + 8, second);
                found = found >= 0 ? found : firstOf(hay, at + 16, third);
                found = found >= 0 ? found : firstOf(hay, at + 24, fourth);
                if (found >= 0) {
                    return found;
                }
            }
            at += STRIDE;
        }
        while (at < end && !standsAt(hay, at)) {
            at++;
        }
        return at < end ? at : -1;
    }

    /** The first of these places where it stands; -1 when it stands at none. */
    private int firstOf(byte[] hay, int at, long places) {
        for (long left = places; left != 0; left &= left - 1) {
            int place = at + Long.numberOfTrailingZeros(left) / Byte.SIZE;
            if (standsAt(hay, place)) {
                return place;
            }
        }
        return -1;
    }

    /**
     * Of the eight places from {@code at}, those where both ends of the needle fit, as the highest bit of their byte. A
     * place behind one that fits may be named too although it does not fit: the subtraction has borrowed from it.
     */
    private long places(byte[] hay, int at) {
        long first = (long) LONG.get(hay, at) ^ eightOfTheFirst;
        long last = (long) LONG.get(hay, at + lastByte) ^ eightOfTheLast;
        long unlike = first | last;
        return (unlike - LOWEST_BITS) & ~unlike & HIGHEST_BITS;
    }

    private boolean standsAt(byte[] hay, int at) {
        if (bytes.length < Long.BYTES) {
            return standsAtByteByByte(hay, at);
        }
        return (long) LONG.get(hay, at) == beginning
                && (long) LONG.get(hay, at + bytes.length - Long.BYTES) == ending
                && (bytes.length <= 2 * Long.BYTES || standsAtByteByByte(hay, at));
    }

    private boolean standsAtByteByByte(byte[] hay, int at) {
        return Arrays.equals(hay, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
