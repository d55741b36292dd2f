package vos.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.OptionalInt;
import vos.protocol.Reply;
import vos.protocol.Text;

/**
 * Where a command line prints to: open for as long as the connection is that it came on, and its time is not over.
 */
final class CommandOutput implements WritableByteChannel {
    private static final int STOPPED = 124;

    private final WritableByteChannel output;
    private final WatchedTransport transport;
    private volatile boolean expired;

    CommandOutput(WritableByteChannel output, WatchedTransport transport) {
        this.output = output;
        this.transport = transport;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return output.write(source);
    }

    @Override
    public boolean isOpen() {
        return output.isOpen() && !expired && !transport.closed();
    }

    /** The command's time is over: it is to stop. From any thread. */
    void expire() {
        expired = true;
    }

    boolean expired() {
        return expired;
    }

    /** What the peer sees of a command that was stopped: a last line, and the exit status of timeout(1). */
    Reply sayThatItWasStopped(Limit limit, Limits limits) throws IOException {
        var words = ByteBuffer.wrap(Text.encode("vos: stopped after " + limit.show(limits.of(limit))
                + ", the most that a command may take here (" + limit.word() + ")\n"));
        while (words.hasRemaining()) {
            output.write(words);
        }
        return new Reply.Exit(OptionalInt.of(STOPPED));
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
