package vos.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.util.Arrays;

/**
 * A password in memory, for as short as it is needed: 1 to 1024 bytes of UTF-8, overwritten when it is closed.
 *
 * <p>It is shown by no {@code toString} and repeated by no exception. What is given to it is copied; the original is
 * the caller's to overwrite.
 *
 * <p>For one thread at a time.
 *
 * <p>Does not unify the ways in which Unicode writes one letter: another spelling is another password.
 */
public final class Password implements AutoCloseable {

    /** Longest password, in bytes of UTF-8. */
    public static final int LONGEST = 1024;

    private final byte[] utf8;
    private boolean closed;

    private Password(byte[] utf8) {
        this.utf8 = utf8;
    }

    /**
     * The password that was typed as {@code characters}.
     *
     * @throws IllegalArgumentException if it is empty, too long, or holds half of a surrogate pair
     */
    public static Password of(char[] characters) {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        try {
            CoderResult result = UTF_8.newEncoder().encode(CharBuffer.wrap(characters), bytes, true);
            require(bytes.position() > 0 && result.isUnderflow());
            return new Password(Arrays.copyOf(bytes.array(), bytes.position()));
        } finally {
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }

    /**
     * The password that came as {@code bytes}.
     *
     * @throws IllegalArgumentException if it is empty, too long, or not UTF-8
     */
    public static Password ofUtf8(byte[] bytes) {
        require(bytes.length > 0 && bytes.length <= LONGEST);
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        try {
            CoderResult result = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), characters, true);
            require(result.isUnderflow());
            return new Password(bytes.clone());
        } finally {
            Arrays.fill(characters.array(), '\0');
        }
    }

    /**
     * A copy of its bytes, in UTF-8, which the caller overwrites after use.
     *
     * @throws IllegalStateException if it is closed
     */
    public byte[] bytes() {
        if (closed) {
            throw new IllegalStateException("the password is closed");
        }
        return utf8.clone();
    }

    /** Overwrites it. Again: does nothing. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(utf8, (byte) 0);
    }

    /** Says that it is a password, and not which. */
    @Override
    public String toString() {
        return "Password[hidden]";
    }

    private static void require(boolean acceptable) {
        if (!acceptable) {
            throw new IllegalArgumentException("a password has 1 to " + LONGEST + " bytes of UTF-8");
        }
    }
}
