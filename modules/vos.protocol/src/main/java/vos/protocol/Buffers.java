package vos.protocol;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory for the large buffers of many connections, so that together they never take more than they were given. Who
 * finds nothing left is given a small buffer instead, and goes on with it, more slowly: nobody waits for a buffer that
 * a peer holds who does not read.
 *
 * <p>Safe for use by many threads; a {@link Loan} belongs to one connection, and may be given back by any thread.
 *
 * <p>Counts what is lent and nothing else: the kilobyte or two that an idle connection keeps is not in it, nor are the
 * small buffers of those who came too late.
 */
public final class Buffers {
    /** As much as anybody wants. */
    public static final Buffers UNBOUNDED = new Buffers(Long.MAX_VALUE);
    /** What is given when nothing is left, in bytes. */
    static final int SMALL = 4 * 1024;

    private final AtomicLong left;

    /** So many bytes in all. */
    public Buffers(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Lends {@code wanted} bytes, or less when that is more than is left. */
    public Loan lend(int wanted) {
        long before = left.getAndUpdate(bytes -> bytes >= wanted ? bytes - wanted : bytes);
        return before >= wanted ? new Loan(wanted, wanted) : new Loan(Math.min(wanted, SMALL), 0);
    }

    /** How many bytes could be lent now. */
    long left() {
        return left.get();
    }

    /** Room for so many bytes, until it is closed. */
    public final class Loan implements Closeable {
        private final int bytes;
        private final int counted;
        private final AtomicBoolean returned = new AtomicBoolean();

        private Loan(int bytes, int counted) {
            this.bytes = bytes;
            this.counted = counted;
        }

        /** How many. */
        public int bytes() {
            return bytes;
        }

        /** A buffer of that size, not to be used any more once this is closed. */
        public ByteBuffer buffer() {
            return ByteBuffer.allocate(bytes);
        }

        /** Gives it back. Again: does nothing. */
        @Override
        public void close() {
            if (returned.compareAndSet(false, true)) {
                left.addAndGet(counted);
            }
        }
    }
}
