package vos.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import vos.protocol.PeerGoneException;
import vos.protocol.Transport;

/**
 * Knows when the last byte passed, in either direction, so that a slow transfer is told from a dead one; for how long a
 * command has been arriving; and that it was closed, for those who have nothing to write meanwhile. Keeps to the rate
 * that it is given.
 *
 * <p>Written to by the connection's own thread; asked by any.
 */
final class WatchedTransport implements Transport {
    /** Files are handed on in steps, after each of which the rate is looked at. */
    private static final int STEP = 256 * 1024;

    private final Transport transport;
    private final LongSupplier nanoTime;
    private final Pace pace;
    private volatile long lastByte;
    private volatile boolean pausing;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Optional<Long> commandBegun = Optional.empty();
    private volatile boolean awaitingCommand;

    WatchedTransport(Transport transport, LongSupplier nanoTime) {
        this(transport, nanoTime, Pace.FREE);
    }

    WatchedTransport(Transport transport, LongSupplier nanoTime, Pace pace) {
        this.transport = transport;
        this.nanoTime = nanoTime;
        this.pace = pace;
        this.lastByte = nanoTime.getAsLong();
    }

    /**
     * The rates that a connection keeps.
     *
     * @param own of its bytes
     * @param all of the bytes of all connections
     * @param commands of commands, of all connections from its address
     */
    record Pace(Throttle own, Throttle all, Throttle commands) {
        /** None. */
        static final Pace FREE = new Pace(Throttle.FREE, Throttle.FREE, Throttle.FREE);

        private long move(long bytes) {
            return Math.max(own.move(bytes), all.move(bytes));
        }

        private int step(int usual) {
            return Math.min(own.step(usual), all.step(usual));
        }
    }

    // ---- for those who watch ---------------------------------------------------------------------------------------

    /** How long no byte has passed. Who waits for the sake of a rate is not idle. */
    Duration idle() {
        return pausing ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - lastByte);
    }

    /** How long a command has been arriving that is not complete yet; zero when none is. */
    Duration arriving() {
        return commandBegun.map(begun -> Duration.ofNanos(nanoTime.getAsLong() - begun)).orElse(Duration.ZERO);
    }

    /** Whether this side has closed it or broken it off. */
    boolean closed() {
        return closing.getCount() == 0;
    }

    /** From the next byte on, a command is arriving; until it {@link #commandHasCome}, or this side speaks. */
    void awaitCommand() {
        awaitingCommand = true;
    }

    void commandHasCome() {
        awaitingCommand = false;
        commandBegun = Optional.empty();
    }

    /** A command has come; returns when it may be answered, as far as the rate of commands goes. */
    void keepToCommands() throws IOException {
        pause(pace.commands.move(1));
    }

    private void received(long bytes) throws IOException {
        lastByte = nanoTime.getAsLong();
        if (awaitingCommand && commandBegun.isEmpty()) {
            commandBegun = Optional.of(lastByte);
        }
        pause(pace.move(bytes));
    }

    /** A prompt within a command gives the peer its time anew: people type at it. */
    private void sent(long bytes) throws IOException {
        lastByte = nanoTime.getAsLong();
        commandBegun = Optional.empty();
        pause(pace.move(bytes));
    }

    private void pause(long nanos) throws IOException {
        if (nanos == 0) {
            return;
        }
        pausing = true;
        try {
            if (closing.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new PeerGoneException(peer() + ": the connection was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerGoneException(peer() + ": interrupted while it kept to its rate", e);
        } finally {
            lastByte = nanoTime.getAsLong();
            pausing = false;
        }
    }

    // ---- the transport ---------------------------------------------------------------------------------------------

    @Override
    public int read(ByteBuffer target, Duration atMost) throws IOException {
        int limit = target.limit();
        target.limit(target.position() + pace.step(target.remaining()));
        try {
            int read = transport.read(target, atMost);
            if (read > 0) {
                received(read);
            }
            return read;
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public void acknowledgeLate() throws IOException {
        transport.acknowledgeLate();
    }

    @Override
    public void write(ByteBuffer... sources) throws IOException {
        long bytes = 0;
        for (ByteBuffer source : sources) {
            bytes += source.remaining();
        }
        transport.write(sources);
        sent(bytes);
    }

    @Override
    public long send(FileChannel file, long position, long count) throws IOException {
        long total = 0;
        while (total < count) {
            long step = transport.send(file, position + total, Math.min(pace.step(STEP), count - total));
            if (step == 0) {
                break;
            }
            total += step;
            sent(step);
        }
        return total;
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
        closing.countDown();
        transport.abort();
    }

    @Override
    public boolean established() {
        return transport.established();
    }

    @Override
    public String peer() {
        return transport.peer();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        transport.close();
    }
}
