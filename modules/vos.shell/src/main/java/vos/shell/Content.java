package vos.shell;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import vos.fs.StoredFile;

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

    /** Moves all of {@code file}, as long as {@code out} is open. */
    static void copy(StoredFile file, Sink sink, Output out) throws IOException {
        copy(file.channel(), file.size(), sink, out);
    }

    /**
     * Moves {@code length} bytes, as long as {@code out} is open.
     *
     * @throws EOFException if there are fewer: part of a file must not pass for the whole
     */
    static void copy(ReadableByteChannel content, long length, Sink sink, Output out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long left = length; left > 0; left -= block.limit()) {
            read(block.clear().limit((int) Math.min(left, BLOCK)), content);
            while (block.hasRemaining()) {
                sink.write(block);
            }
            out.requireOpen();
        }
    }

    /**
     * Reads some bytes of {@code content} into {@code block}, up to its limit, and turns it for taking them out.
     *
     * @throws EOFException as {@link #copy(ReadableByteChannel, long, Sink, Output)}
     */
    static void read(ByteBuffer block, ReadableByteChannel content) throws IOException {
        if (content.read(block) < 0) {
            throw new EOFException("a content ended before its end");
        }
        block.flip();
    }
}
