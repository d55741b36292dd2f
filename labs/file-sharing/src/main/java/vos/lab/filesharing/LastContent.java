package vos.lab.filesharing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import vos.protocol.Body;
import vos.protocol.Wire;

/**
 * A content behind which nothing can come on its connection. Closed before its end, it breaks the connection off: what
 * is left of it need not be taken for the sake of a next message, and its sender learns that nobody wants it.
 */
final class LastContent implements ReadableByteChannel {
    private final Wire wire;
    private final Body content;
    private boolean ended;

    LastContent(Wire wire, Body content) {
        this.wire = wire;
        this.content = content;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = content.read(target);
        ended = read < 0;
        return read;
    }

    /** Until its end has been seen, or is known to have been reached. */
    @Override
    public boolean isOpen() {
        return !ended && content.moved() != content.length().orElse(Long.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        if (isOpen()) {
            ended = true;
            wire.abort();
        }
    }
}
