package vos.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Content of files, a block at a time. */
final class Content {

    /** How many bytes are read at once. */
    static final int BLOCK = 64 * 1024;

    private Content() {
    }

    /** Takes something of a block, as a channel does: it is offered the rest until there is none. */
    @FunctionalInterface
    interface Sink {

        void write(ByteBuffer block) throws IOException;
    }

    /** Moves {@code limit} bytes, or fewer if there are no more, as long as {@code out} is open. */
    static void copy(ReadableByteChannel content, long limit, Sink sink, Output out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long left = limit; left > 0; left -= block.limit()) {
            block.clear().limit((int) Math.min(left, BLOCK));
            if (content.read(block) < 0) {
                return;
            }
            block.flip();
            while (block.hasRemaining()) {
                sink.write(block);
            }
            out.requireOpen();
        }
    }
}
