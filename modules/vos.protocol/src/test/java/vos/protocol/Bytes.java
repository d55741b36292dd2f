package vos.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Bytes for tests, written as text of which each character is one byte (ISO 8859-1): so every byte can be written. */
public final class Bytes {
    private Bytes() {
    }

    /** The bytes that {@code text} stands for. */
    public static byte[] of(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The text that stands for {@code bytes}. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** All the pieces, one behind the other. */
    public static byte[] join(List<byte[]> pieces) {
        var all = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    /** {@code size} bytes of noise, the same for every call. */
    public static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** Each of the 256 bytes once, as text. */
    public static String everyByte() {
        var bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return text(bytes);
    }
}
