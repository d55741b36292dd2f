package vos.fuzz;

import vos.protocol.Framing;
import vos.protocol.HeaderFraming;
import vos.protocol.Wire;

/**
 * {@link HeaderFraming}, as {@link FramingTarget} says, with headers of the narrowest width and of cloud-fs'. A header
 * is 1 to 18 digits with spaces before or behind; anything else breaks the framing.
 */
final class HeaderFramingTarget extends FramingTarget {
    private static final int[] WIDTHS = {19, 64};
    private static final int MOST_DIGITS = 18;

    private int width;

    @Override
    void configure(Input input) {
        width = WIDTHS[input.number(WIDTHS.length)];
    }

    @Override
    Framing framing(Wire wire) {
        return new HeaderFraming(wire, width);
    }

    @Override
    Understood model(byte[] stream, int from, long limit) {
        int start = from + width;
        if (start > stream.length) {
            return Understood.GONE;
        }
        long length = length(stream, from);
        if (length < 0 || length > limit) {
            return Understood.VIOLATION;
        }
        return length > stream.length - start ? Understood.GONE
                : Understood.message(stream, start, start + (int) length, start + (int) length);
    }

    /** Byte by byte; -1 if it is none. */
    private long length(byte[] stream, int from) {
        long length = 0;
        int digits = 0;
        boolean over = false;
        for (int i = from; i < from + width; i++) {
            boolean digit = stream[i] >= '0' && stream[i] <= '9';
            if (!digit && stream[i] != ' ' || digit && over) {
                return -1;
            }
            over |= digits > 0 && !digit;
            digits += digit ? 1 : 0;
            if (digits > MOST_DIGITS) {
                return -1;
            }
            length = digit ? 10 * length + stream[i] - '0' : length;
        }
        return digits == 0 ? -1 : length;
    }
}
