package vos.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/**
 * What one read gives is one message: virtuos, file-sharing and orchestration as they were published.
 *
 * <p>This is not a framing but the absence of one, and it is here because three published programs rely on it. TCP
 * keeps the order of bytes, not the boundaries of writes: two messages sent together arrive as one, and one message
 * may arrive as two. A sender can help by pausing between its messages ({@link Wire#pause}); a receiver cannot help
 * itself {@code [COM-6.6]}.
 */
public final class SegmentFraming extends Framing {
    private final int size;

    /** Messages of at most {@code size} bytes, each what one read gives; the published programs read 1,024 or 4,096. */
    public SegmentFraming(Wire wire, int size) {
        super(wire);
        if (size < 1) {
            throw new IllegalArgumentException("segments of " + size + " bytes");
        }
        this.size = size;
    }

    /** Waits in the room of a whole segment: what one read gives depends on the room that it has. */
    private boolean arrived() throws IOException {
        return wire.head() < wire.tail() || wire.fill(size);
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        return arrived() ? super.receive() : Optional.empty();
    }

    @Override
    protected Body open(Part part) {
        return Body.unsized(new Segment(part));
    }

    /** {@inheritDoc} It leaves at once, to be a segment of its own. */
    @Override
    public void send(byte[] message) throws IOException {
        wire.flush();
        wire.put(Part.MESSAGE, message);
        wire.flush();
    }

    @Override
    public void send(Body body) throws IOException {
        wire.flush();
        wire.send(body);
        wire.flush();
    }

    private final class Segment implements ReadableByteChannel {
        private static final int NOT_READ = -1;

        private final Part part;
        private int left = NOT_READ;

        Segment(Part part) {
            this.part = part;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (left == NOT_READ) {
                left = arrived() ? Math.min(size, wire.tail() - wire.head()) : 0;
            }
            if (left == 0) {
                return -1;
            }
            int count = Math.min(left, target.remaining());
            target.put(wire.array(), wire.head(), count);
            wire.skip(count, part);
            left -= count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return left != 0;
        }

        @Override
        public void close() throws IOException {
            Body.discardRest(this);
        }
    }
}
