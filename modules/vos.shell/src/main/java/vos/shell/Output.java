package vos.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;

/**
 * What a command says, on its way to the sink: small pieces are gathered, large ones pass through.
 *
 * <p>A sink that fails is told of by {@link UncheckedIOException}, so that no command can take it for the failure of a
 * file, report it, and go on.
 */
final class Output {

    private final WritableByteChannel sink;
    private final ByteBuffer gathered = ByteBuffer.allocate(8 * 1024);

    Output(WritableByteChannel sink) {
        this.sink = sink;
    }

    void print(String text) {
        write(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    void line(String text) {
        print(text);
        print("\n");
    }

    /** Takes all that remains in {@code bytes}. */
    void write(ByteBuffer bytes) {
        if (bytes.remaining() > gathered.remaining()) {
            flush();
        }
        if (bytes.remaining() > gathered.remaining()) {
            push(bytes);
        } else {
            gathered.put(bytes);
        }
    }

    void flush() {
        push(gathered.flip());
        gathered.clear();
    }

    /** Ends the command if nobody can hear it any more: for what may go on for long without a word, at each step. */
    void requireOpen() {
        if (!sink.isOpen()) {
            throw new UncheckedIOException(new ClosedChannelException());
        }
    }

    private void push(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                sink.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
