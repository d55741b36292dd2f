package vos.tck;

import java.util.Arrays;

/** Bytes that are added at the end and compared in place. For one thread. */
final class ByteBuilder {

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    void add(int next) {
        room(1);
        bytes[size++] = (byte) next;
    }

    void add(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    boolean endsWith(byte[] end) {
        return size >= end.length && Arrays.equals(bytes, size - end.length, size, end, 0, end.length);
    }

    boolean equalTo(byte[] other) {
        return Arrays.equals(bytes, 0, size, other, 0, other.length);
    }

    /** Whether {@code whole} begins with these bytes. */
    boolean begins(byte[] whole) {
        return size <= whole.length && Arrays.equals(bytes, 0, size, whole, 0, size);
    }

    /** The first offset from {@code from} on at which these bytes are not those of {@code whole}, or -1. */
    int difference(byte[] whole, int from) {
        int found = Arrays.mismatch(bytes, from, size, whole, from, Math.min(size, whole.length));
        return found < 0 ? -1 : from + found;
    }

    /** With how many bytes both begin. */
    int inCommon(byte[] other) {
        int found = Arrays.mismatch(bytes, 0, size, other, 0, other.length);
        return found < 0 ? size : found;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
