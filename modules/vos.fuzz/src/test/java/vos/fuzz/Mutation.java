package vos.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Makes inputs of inputs, without a look at what they reach: for the short form. The long one has a better way.
 *
 * <p>Decided by its seed alone. For one thread.
 */
final class Mutation {
    private static final int MOST_STEPS = 4;
    private static final int LONGEST = 1500;
    private static final int LONGEST_PIECE = 40;
    private static final int[] TELLING = {0xFF, 'S', 'X', 'C', '\n', '\r', ' ', '0', '/', '.', '*', 0, 0xC3};

    private final List<byte[]> inputs;
    private final Random random;

    Mutation(List<byte[]> inputs, long seed) {
        this.inputs = inputs;
        this.random = new Random(seed);
    }

    /** The next one: one of the inputs with one to four changes. */
    byte[] next() {
        byte[] input = any();
        for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] any() {
        return inputs.get(random.nextInt(inputs.size()));
    }

    /** One place of it is changed, left out, filled from somewhere, or both joined there. */
    private byte[] changed(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int left = random.nextInt(Math.min(LONGEST_PIECE, input.length - at) + 1);
        byte[] other = any();
        int from = random.nextInt(other.length + 1);
        return switch (random.nextInt(4)) {
            case 0 -> replaced(input, at, Math.min(left, 1), new byte[] {(byte) telling()});
            case 1 -> replaced(input, at, left, new byte[0]);
            case 2 -> replaced(input, at, 0,
                    Arrays.copyOfRange(other, from, Math.min(from + LONGEST_PIECE, other.length)));
            default -> replaced(input, at, input.length - at, Arrays.copyOfRange(other, from, other.length));
        };
    }

    private int telling() {
        return random.nextBoolean() ? TELLING[random.nextInt(TELLING.length)] : random.nextInt(256);
    }

    /** With {@code by} in the place of {@code left} of its bytes. */
    private static byte[] replaced(byte[] input, int at, int left, byte[] by) {
        var all = new ByteArrayOutputStream();
        all.write(input, 0, at);
        all.writeBytes(by);
        all.write(input, at + left, input.length - at - left);
        byte[] bytes = all.toByteArray();
        return bytes.length <= LONGEST ? bytes : input;
    }
}
