package vos.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Exactly so many of a wire's next bytes. Closing it takes what is left of them. */
final class SizedContent implements ReadableByteChannel {
    private final Wire wire;
    private final Part part;
    private long left;

    SizedContent(Wire wire, long size, Part part) {
        this.wire = wire;
        this.left = size;
        this.part = part;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (left == 0) {
            return -1;
        }
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + left));
        int read = wire.read(target, part);
        target.limit(limit);
        if (read < 0) {
            throw wire.cutOff();
        }
        left -= read;
        return read;
    }

    @Override
    public boolean isOpen() {
        return left > 0;
    }

    @Override
    public void close() throws IOException {
        Body.discardRest(this);
    }
}
