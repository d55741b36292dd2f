package vos.lab.cloudfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * An output that is taken off the wire to its end, also when its target fails before: what follows it is the next
 * answer. The failure is thrown then.
 */
final class WholeOutput implements WritableByteChannel {
    private final WritableByteChannel target;
    private IOException failure;

    WholeOutput(WritableByteChannel target) {
        this.target = target;
    }

    @Override
    public int write(ByteBuffer source) {
        int count = source.remaining();
        try {
            while (failure == null && source.hasRemaining()) {
                target.write(source);
            }
        } catch (IOException e) {
            failure = e;
        }
        source.position(source.limit());
        return count;
    }

    /** Throws what the target threw, if it did. */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // The target is its owner's to close.
    }
}
