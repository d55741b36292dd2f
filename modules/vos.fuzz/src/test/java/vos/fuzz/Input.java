package vos.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes an input apart, from its front. What is not there is zero or empty, so that every input means something.
 *
 * <p>For one thread.
 */
public final class Input {
    private final byte[] bytes;
    private int at;

    /** Of these bytes. */
    public Input(byte[] bytes) {
        this.bytes = bytes;
    }

    /** From 0 to {@code bound - 1}: what the next byte says, whose digits and capitals count from 0 in order. */
    public int number(int bound) {
        int next = at < bytes.length ? Byte.toUnsignedInt(bytes[at++]) : 0;
        // Seeds are written by people, who see a '0' and not a NUL.
        int value = next >= 'A' ? next - 'A' + 10 : next >= '0' ? next - '0' : next;
        return value % bound;
    }

    /** As many of the next bytes as there are, {@code count} at most. */
    public byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + count));
        at += taken.length;
        return taken;
    }

    /** All that is left. */
    public byte[] rest() {
        return take(bytes.length - at);
    }

    /** The bytes up to the next line feed, which is taken and left out, as text; what is not UTF-8 is replaced. */
    public String line() {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
        at = Math.min(bytes.length, end + 1);
        return line;
    }

    /** Whether nothing is left. */
    public boolean isEmpty() {
        return at == bytes.length;
    }
}
