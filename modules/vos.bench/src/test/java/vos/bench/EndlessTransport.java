package vos.bench;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import vos.protocol.Transport;

/** A peer that says the same message for ever, and does not listen. */
final class EndlessTransport implements Transport {
    private static final int BYTES_AT_LEAST = 16 * 1024;

    private final byte[] speech;
    private int said;

    EndlessTransport(byte[] message) {
        int times = BYTES_AT_LEAST / message.length + 1;
        speech = new byte[times * message.length];
        for (int at = 0; at < speech.length; at++) {
            speech[at] = message[at % message.length];
        }
    }

    @Override
    public int read(ByteBuffer target, Duration atMost) {
        int count = Math.min(target.remaining(), speech.length - said);
        target.put(speech, said, count);
        said = (said + count) % speech.length;
        return count;
    }

    @Override
    public void write(ByteBuffer... sources) {
        for (ByteBuffer source : sources) {
            source.position(source.limit());
        }
    }

    @Override
    public long send(FileChannel file, long position, long count) {
        return count;
    }

    @Override
    public void shutdownOutput() {
        // Nobody waits for the end.
    }

    @Override
    public void abort() {
        // Nobody is told.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public String peer() {
        return "endless";
    }
}
