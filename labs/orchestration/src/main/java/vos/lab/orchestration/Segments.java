package vos.lab.orchestration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import vos.protocol.Pace;
import vos.protocol.Part;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * What a published peer says: what one read gives is one message {@code [ORCH-2.1]}. Nothing in it says where it ends;
 * whether something is missing from it can sometimes be seen, and then the rest is waited for.
 *
 * <p>One thread at a time, as its wire.
 */
final class Segments {
    /** So many bytes do the published programs read at once. */
    static final int LONGEST = 1024;

    private final Wire wire;

    Segments(Wire wire) {
        this.wire = wire;
    }

    /**
     * The next segment, which stays where it is; empty at the end of the stream.
     *
     * @param isCut whether this can only be the beginning of something whose rest the network still holds
     */
    byte[] look(Predicate<byte[]> isCut) throws IOException {
        byte[] come = wire.peek(bytes -> bytes.length >= LONGEST || !isCut.test(bytes), Pace.MESSAGE);
        return Arrays.copyOf(come, Math.min(come.length, LONGEST));
    }

    /**
     * Takes what has been looked at.
     *
     * @throws vos.protocol.PeerGoneException when it is empty, as the peer has gone in the middle of an exchange
     */
    byte[] take(byte[] seen, Part part) throws IOException {
        return wire.take(Math.max(1, seen.length), part);
    }

    /** The next segment as a text without white space at its ends; blank when it is not UTF-8 {@code [ORCH-2.1]}. */
    String text() throws IOException {
        return Text.decode(take(look(segment -> false), Part.MESSAGE)).map(String::strip).orElse("");
    }

    /** Whether {@code bytes} are the beginning of {@code word} and not all of it. */
    static boolean isCut(String word, byte[] bytes) {
        return bytes.length < word.length() && word.startsWith(latin(bytes));
    }

    /** A character for each byte. */
    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
