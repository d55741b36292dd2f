package vos.lab.virtuos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import vos.protocol.Bytes;
import vos.protocol.Transport;

/** A server that takes turns: its next words come when the client has spoken, and until then it is silent. */
final class TurnTransport implements Transport {
    private final Queue<List<byte[]>> turns = new ArrayDeque<>();
    private final Queue<byte[]> coming = new ArrayDeque<>();
    private final StringBuilder heard = new StringBuilder();

    /** Says the first of these at once, in a segment for each part between bars. */
    TurnTransport(String... turns) {
        for (String turn : turns) {
            add(Arrays.stream(turn.split("\\|")).map(Bytes::of).toList());
        }
        next();
    }

    /** Says these segments when all before have been said, and the client has spoken again. */
    TurnTransport add(List<byte[]> segments) {
        turns.add(segments);
        return this;
    }

    private void next() {
        if (!turns.isEmpty()) {
            coming.addAll(turns.remove());
        }
    }

    /** What the client has said. */
    String heard() {
        return heard.toString();
    }

    @Override
    public int read(ByteBuffer target, Duration atMost) {
        byte[] segment = coming.poll();
        if (segment == null) {
            return 0;
        }
        target.put(segment);
        return segment.length;
    }

    @Override
    public void write(ByteBuffer... sources) {
        for (ByteBuffer source : sources) {
            var bytes = new byte[source.remaining()];
            source.get(bytes);
            heard.append(Bytes.text(bytes));
        }
        next();
    }

    @Override
    public long send(FileChannel file, long position, long count) throws IOException {
        throw new IOException("there is nothing to send");
    }

    @Override
    public void shutdownOutput() {
        // Nobody listens.
    }

    @Override
    public void abort() {
        // Nobody notices.
    }

    @Override
    public String peer() {
        return "turns";
    }

    @Override
    public void close() {
        // There is no connection.
    }
}
