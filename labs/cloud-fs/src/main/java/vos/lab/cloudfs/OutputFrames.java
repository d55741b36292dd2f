package vos.lab.cloudfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import vos.protocol.HeaderFraming;
import vos.protocol.StatusLine;
import vos.protocol.Text;

/**
 * The output of a command line in the strict form: an {@code OK}, frames that leave while the command runs, and an
 * empty one {@code [CLOUD-6.3]}, {@code [CLOUD-6.5]}.
 *
 * <p>Says nothing before there is an output, so that a line that is refused has its refusal in the first frame.
 */
final class OutputFrames implements WritableByteChannel {
    private static final int LARGEST = 64 * 1024;

    private final HeaderFraming frames;
    private boolean begun;

    OutputFrames(HeaderFraming frames) {
        this.frames = frames;
    }

    /** Whether the client has been told that the line was accepted. */
    boolean begun() {
        return begun;
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            frames.send(Text.encode(StatusLine.done()));
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = source.remaining();
        begin();
        while (source.hasRemaining()) {
            // An empty frame would end the output.
            var piece = new byte[Math.min(source.remaining(), LARGEST)];
            source.get(piece);
            frames.send(piece);
        }
        return count;
    }

    /** Ends the output; what became of the command comes behind it. */
    void end() throws IOException {
        begin();
        frames.send(new byte[0]);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // It ends with the command.
    }
}
