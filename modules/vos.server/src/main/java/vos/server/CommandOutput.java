package vos.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Where a command line prints to: open for as long as the connection is that it came on. */
final class CommandOutput implements WritableByteChannel {
    private final WritableByteChannel output;
    private final WatchedTransport transport;

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
        return output.isOpen() && !transport.closed();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
