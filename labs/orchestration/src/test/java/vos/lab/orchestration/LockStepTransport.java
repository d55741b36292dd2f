package vos.lab.orchestration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import vos.protocol.Bytes;
import vos.protocol.Transport;

/**
 * A peer that speaks when it is waited for without a limit, and is silent through every pause: as the published
 * programs are. Each of its segments is what one read gives, if it has room for it. Behind the last one it closes.
 */
final class LockStepTransport implements Transport {
    /** What stands for a pause among the events. */
    static final String PAUSE = "~";

    /** What begins with it comes in a pause, unasked. */
    private static final byte UNASKED = '+';

    private final Queue<ByteBuffer> segments;
    private final List<String> events = new ArrayList<>();

    LockStepTransport(List<byte[]> segments) {
        this.segments = new ArrayDeque<>(segments.stream().map(ByteBuffer::wrap).toList());
    }

    /** What this side did, in order: its writes, and its pauses. */
    List<String> events() {
        return events;
    }

    @Override
    public int read(ByteBuffer target, Duration atMost) {
        if (!atMost.isZero()) {
            events.add(PAUSE);
        }
        boolean hasTurn = atMost.isZero() || !segments.isEmpty() && segments.element().get(0) == UNASKED;
        if (!hasTurn || segments.isEmpty()) {
            return hasTurn ? -1 : 0;
        }
        ByteBuffer segment = segments.element();
        if (!atMost.isZero()) {
            segment.get();
        }
        int count = Math.min(segment.remaining(), target.remaining());
        target.put(segment.slice(segment.position(), count));
        segment.position(segment.position() + count);
        if (!segment.hasRemaining()) {
            segments.remove();
        }
        return count;
    }

    @Override
    public void write(ByteBuffer... sources) {
        var pieces = new ArrayList<byte[]>();
        for (ByteBuffer source : sources) {
            var piece = new byte[source.remaining()];
            source.get(piece);
            pieces.add(piece);
        }
        events.add(Bytes.text(Bytes.join(pieces)));
    }

    @Override
    public long send(FileChannel file, long position, long count) throws IOException {
        var region = ByteBuffer.allocate(Math.toIntExact(count));
        int read = file.read(region, position);
        write(region.flip());
        return read;
    }

    @Override
    public void shutdownOutput() {
        events.add("(shut)");
    }

    @Override
    public void abort() {
        events.add("(aborted)");
    }

    @Override
    public String peer() {
        return "peer";
    }

    @Override
    public void close() {
        events.add("(closed)");
    }
}
