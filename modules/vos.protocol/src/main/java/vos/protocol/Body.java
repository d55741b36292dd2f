package vos.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * A file's content on its way, in constant memory: read once, from its beginning to its end.
 *
 * <p>Of a body that comes from the wire, {@link #read} returns -1 only when its end has been seen and everything that
 * vouches for it (a delimiter, a status) was right; whoever stores it may keep it then and not before. Closing such a
 * body takes the rest of it off the wire, so that the next message can be read.
 *
 * <p>One thread at a time.
 */
public final class Body implements ReadableByteChannel {
    private static final int UNKNOWN = -1;
    private static final int COPY_BYTES = 64 * 1024;

    private final ReadableByteChannel source;
    private final long length;
    private LongConsumer observer = bytes -> { };
    private Check atEnd = () -> { };
    private boolean ended;
    private long moved;

    /** Something that must hold, or else throws. */
    @FunctionalInterface
    public interface Check {
        /** Returns when it holds. */
        void run() throws IOException;
    }

    private Body(ReadableByteChannel source, long length) {
        this.source = source;
        this.length = length;
    }

    /**
     * A body whose length in bytes is known beforehand. When {@code source} is a {@link FileChannel}, its bytes from 0
     * to {@code length} may be sent without passing through this process.
     */
    public static Body of(ReadableByteChannel source, long length) {
        if (length < 0) {
            throw new IllegalArgumentException("a body of " + length + " bytes");
        }
        return new Body(source, length);
    }

    /** A body that ends when its source does. */
    public static Body unsized(ReadableByteChannel source) {
        return new Body(source, UNKNOWN);
    }

    /** A body that is in memory already. */
    public static Body of(byte[] bytes) {
        return new Body(new ByteArrayChannel(bytes), bytes.length);
    }

    /** How many bytes it has in all, when that is known. */
    public OptionalLong length() {
        return length == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** How many bytes have been read or sent so far. */
    public long moved() {
        return moved;
    }

    /** Has {@code observer} told {@link #moved} after every step; replaces an earlier one. */
    public Body observedBy(LongConsumer observer) {
        this.observer = observer;
        return this;
    }

    /**
     * Has {@code check} run once, when the last byte has been read and before the reader is told that this was the end;
     * after the checks that it has already.
     */
    public Body endingWith(Check check) {
        Check before = atEnd;
        atEnd = () -> {
            before.run();
            check.run();
        };
        return this;
    }

    /** Reads some bytes, none behind the announced length; -1 at the end. */
    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = moved == length ? -1 : readSource(target);
        if (read > 0) {
            advance(read);
        } else if (read < 0 && !ended) {
            ended = true;
            atEnd.run();
        }
        return read;
    }

    private int readSource(ByteBuffer target) throws IOException {
        int limit = target.limit();
        if (length != UNKNOWN) {
            target.limit((int) Math.min(limit, target.position() + length - moved));
        }
        try {
            return source.read(target);
        } finally {
            target.limit(limit);
        }
    }

    /**
     * Reads all that is left and writes it to {@code target}.
     *
     * @return the number of bytes copied
     */
    public long copyTo(WritableByteChannel target) throws IOException {
        return copyTo(target, Buffers.UNBOUNDED);
    }

    /** As above, by a buffer that is borrowed. */
    public long copyTo(WritableByteChannel target, Buffers lender) throws IOException {
        long expected = length().orElse(Long.MAX_VALUE);
        try (Buffers.Loan room = expected > COPY_BYTES ? lender.lendForCopy(COPY_BYTES)
                : lender.lend(Math.clamp(expected, 1, COPY_BYTES))) {
            return copyTo(target, room.buffer());
        }
    }

    private long copyTo(WritableByteChannel target, ByteBuffer buffer) throws IOException {
        long before = moved;
        // A short one in one piece, however it comes; of others, nobody waits for what has come already.
        boolean whole = length != UNKNOWN && length - moved <= buffer.remaining();
        while (read(buffer) >= 0) {
            if (!whole || moved == length) {
                drain(buffer, target);
            }
        }
        drain(buffer, target);
        return moved - before;
    }

    private static void drain(ByteBuffer buffer, WritableByteChannel target) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            target.write(buffer);
        }
        buffer.clear();
    }

    /**
     * Reads all that is left into memory.
     *
     * @param limit the number of bytes that are read at most
     * @return the bytes, or nothing when there are more than {@code limit}
     */
    Optional<byte[]> readAtMost(int limit) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(Math.clamp(limit + 1L, 1, 512));
        while (read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
            if (all.size() > limit) {
                return Optional.empty();
            }
        }
        return Optional.of(all.toByteArray());
    }

    /** Takes what is left of {@code content} and forgets it: what closing a body that comes from the wire means. */
    static void discardRest(ReadableByteChannel content) throws IOException {
        var buffer = ByteBuffer.allocate(COPY_BYTES);
        int read = 0;
        while (read >= 0) {
            read = content.read(buffer.clear());
        }
    }

    /** The file behind this body, when there is one and nothing of it has been read. */
    Optional<FileChannel> file() {
        boolean whole = length != UNKNOWN && moved == 0;
        return whole && source instanceof FileChannel file ? Optional.of(file) : Optional.empty();
    }

    /** The source, when it can be read more than once. */
    Optional<SeekableByteChannel> seekable() {
        return source instanceof SeekableByteChannel channel ? Optional.of(channel) : Optional.empty();
    }

    /** Counts bytes that went past {@link #read}. */
    void advance(long bytes) {
        moved += bytes;
        observer.accept(moved);
    }

    @Override
    public boolean isOpen() {
        return source.isOpen();
    }

    /** Closes the source. If the body comes from the wire, what is left of it is read first, and its end checked. */
    @Override
    public void close() throws IOException {
        source.close();
        if (!ended) {
            ended = true;
            atEnd.run();
        }
    }
}
