package vos.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vos.protocol.Body;
import vos.protocol.DelimiterFraming;
import vos.protocol.Framing;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/**
 * {@link DelimiterFraming}, as {@link FramingTarget} says, with delimiters of one byte and of many, and with one that
 * begins as it ends. And whether a content holds the delimiter, or would together with the one behind it, is said as
 * the plain model says.
 */
final class DelimiterFramingTarget extends FramingTarget {
    private static final String[] DELIMITERS = {"<<EOF>>", "\n", "aab", "__END__", "aa", "<AAAAAAAA>"};

    private byte[] delimiter;

    @Override
    void configure(Input input) {
        delimiter = DELIMITERS[input.number(DELIMITERS.length)].getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    Framing framing(Wire wire) {
        return new DelimiterFraming(wire, delimiter);
    }

    @Override
    Understood model(byte[] stream, int from, long limit) {
        checkOccurs(Arrays.copyOfRange(stream, from, stream.length));
        return delimited(stream, from, delimiter, limit);
    }

    /** The message at {@code from}; without a delimiter behind it, as many bytes as could begin one are not counted. */
    static Understood delimited(byte[] stream, int from, byte[] delimiter, long limit) {
        int end = find(stream, from, delimiter);
        if (end < 0) {
            int certain = stream.length - from - (delimiter.length - 1);
            return certain > limit ? Understood.VIOLATION : Understood.GONE;
        }
        return end - from > limit ? Understood.VIOLATION
                : Understood.message(stream, from, end, end + delimiter.length);
    }

    private static int find(byte[] stream, int from, byte[] delimiter) {
        for (int at = from; at + delimiter.length <= stream.length; at++) {
            if (Arrays.equals(Arrays.copyOfRange(stream, at, at + delimiter.length), delimiter)) {
                return at;
            }
        }
        return -1;
    }

    private void checkOccurs(byte[] content) {
        byte[] followed = Arrays.copyOf(content, content.length + delimiter.length);
        System.arraycopy(delimiter, 0, followed, content.length, delimiter.length);
        boolean occurs = find(followed, 0, delimiter) < content.length;
        var framing = new DelimiterFraming(new Wire(Script.of(new byte[0]), WireOptions.DEFAULTS), delimiter);
        try {
            Check.same(occurs, framing.occursIn(Body.of(content)), "whether the content holds the delimiter");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
