package vos.protocol;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
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
 * small buffers of those who came too late, nor the few large ones for copies, of which there are always as many.
 */
public final class Buffers {
    /** As much as anybody wants. */
    public static final Buffers UNBOUNDED = new Buffers(Long.MAX_VALUE);
    /** What is given when nothing is left, in bytes. */
    static final int SMALL = 4 * 1024;
    /** What a long copy is given, in bytes: with less, more time goes into the calls than into the bytes. */
    static final int LARGE = 1024 * 1024;
    /** So many of these are kept, as each is dear to make; in bytes, eight MiB. */
    private static final int KEPT = 8;

    private final AtomicLong left;
    private final Queue<ByteBuffer> large = new ConcurrentLinkedQueue<>();
    private final Semaphore unmade = new Semaphore(KEPT);

    /** So many bytes in all. */
    public Buffers(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Lends {@code wanted} bytes, or less when that is more than is left. */
    public Loan lend(int wanted) {
        long before = left.getAndUpdate(bytes -> bytes >= wanted ? bytes - wanted : bytes);
        return before >= wanted ? new Loan(wanted, wanted, null) : new Loan(Math.min(wanted, SMALL), 0, null);
    }

    /**
     * Lends a buffer for a long copy: one outside the heap, which the system reads into and writes from directly, if
     * one is left, and else one of {@code otherwise} bytes. To be closed by the thread that uses it, when it does so no
     * more.
     */
    Loan lendForCopy(int otherwise) {
        ByteBuffer kept = large.poll();
        if (kept == null && unmade.tryAcquire()) {
            kept = ByteBuffer.allocateDirect(LARGE);
        }
        return kept == null ? lend(otherwise) : new Loan(LARGE, 0, kept);
    }

    /** How many bytes could be lent now. */
    long left() {
        return left.get();
    }

    /** Room for so many bytes, until it is closed. */
    public final class Loan implements Closeable {
        private final int bytes;
        private final int counted;
        private final ByteBuffer kept;
        private final AtomicBoolean returned = new AtomicBoolean();

        private Loan(int bytes, int counted, ByteBuffer kept) {
            this.bytes = bytes;
            this.counted = counted;
            this.kept = kept;
        }

        /** How many. */
        public int bytes() {
            return bytes;
        }

        /** A buffer of that size, not to be used any more once this is closed. */
        public ByteBuffer buffer() {
            return kept == null ? ByteBuffer.allocate(bytes) : kept.clear();
        }

        /** Gives it back. Again: does nothing. */
        @Override
        public void close() {
            if (returned.compareAndSet(false, true)) {
                left.addAndGet(counted);
                if (kept != null) {
                    large.add(kept);
                }
            }
        }
    }
}
