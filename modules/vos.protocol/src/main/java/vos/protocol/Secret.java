package vos.protocol;

import java.util.Arrays;

/**
 * A password on its way: bytes of UTF-8 that no {@code toString} shows and that are overwritten when it is closed.
 *
 * <p>One thread at a time. Two secrets are never equal: what holds one has to be told apart by something else.
 */
public final class Secret implements AutoCloseable {
    private final byte[] utf8;

    private Secret(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** A copy of {@code utf8}, which stays the caller's to overwrite. */
    public static Secret of(byte[] utf8) {
        return new Secret(utf8.clone());
    }

    /** A copy, which the caller overwrites; zeros once this is closed. */
    public byte[] bytes() {
        return utf8.clone();
    }

    /** Overwrites it. */
    @Override
    public void close() {
        Arrays.fill(utf8, (byte) 0);
    }

    /** Says that it is one. */
    @Override
    public String toString() {
        return "(hidden)";
    }
}
