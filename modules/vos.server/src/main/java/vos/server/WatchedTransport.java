package vos.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.function.LongSupplier;
import vos.protocol.Transport;

/**
 * Remembers when the last byte passed, in either direction, so that a slow transfer is told from a dead one; and that
 * it was closed, for those who have nothing to write meanwhile.
 */
final class WatchedTransport implements Transport {
    private final Transport transport;
    private final LongSupplier nanoTime;
    private volatile long lastByte;
    private volatile boolean closed;

    WatchedTransport(Transport transport, LongSupplier nanoTime) {
        this.transport = transport;
        this.nanoTime = nanoTime;
        this.lastByte = nanoTime.getAsLong();
    }

    /** How long no byte has passed. */
    Duration idle() {
        return Duration.ofNanos(nanoTime.getAsLong() - lastByte);
    }

    /** Whether this side has closed it or broken it off. */
    boolean closed() {
        return closed;
    }

    private void touch() {
        lastByte = nanoTime.getAsLong();
    }

    @Override
    public int read(ByteBuffer target, Duration atMost) throws IOException {
        int read = transport.read(target, atMost);
        if (read > 0) {
            touch();
        }
        return read;
    }

    @Override
    public void acknowledgeLate() throws IOException {
        transport.acknowledgeLate();
    }

    @Override
    public void write(ByteBuffer... sources) throws IOException {
        transport.write(sources);
        touch();
    }

    @Override
    public long send(FileChannel file, long position, long count) throws IOException {
        long sent = transport.send(file, position, count);
        touch();
        return sent;
    }

    @Override
    public void shutdownOutput() throws IOException {
        transport.shutdownOutput();
    }

    @Override
    public void breakOffWhenClosed(boolean breakOff) throws IOException {
        transport.breakOffWhenClosed(breakOff);
    }

    @Override
    public void abort() throws IOException {
        closed = true;
        transport.abort();
    }

    @Override
    public String peer() {
        return transport.peer();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        transport.close();
    }
}
