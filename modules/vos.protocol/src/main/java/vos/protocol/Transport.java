package vos.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/**
 * What carries a {@link Wire}'s bytes: a socket, or a pair of buffers in a test.
 *
 * <p>Blocking. One thread reads and writes; {@link #close} may come from any thread and ends a blocked call. When the
 * peer is gone, every method throws {@link PeerGoneException} and no other {@link IOException}.
 */
public interface Transport extends Closeable {

    /**
     * Reads what is there, waiting for the first byte.
     *
     * @param atMost how long to wait; {@link Duration#ZERO} waits for ever
     * @return the number of bytes read, 0 when the time ran out, -1 when the peer will send no more
     */
    int read(ByteBuffer target, Duration atMost) throws IOException;

    /**
     * Asks the system to take its time to acknowledge what comes next, where it can be asked. A peer that writes two
     * short messages without a pause, and has not set TCP_NODELAY, then keeps the second until the first is
     * acknowledged (Nagle's algorithm), and they arrive as two {@code [COM-6.6]}. For the next read only.
     */
    default void acknowledgeLate() throws IOException {
    }

    /** Writes all that the buffers hold, gathered: what fits into one segment leaves as one segment. */
    void write(ByteBuffer... sources) throws IOException;

    /**
     * Sends a region of a file, without copying it through this process where the transport can.
     *
     * @return the number of bytes sent: {@code count}, or less when the file ends before
     */
    long send(FileChannel file, long position, long count) throws IOException;

    /** Tells the peer that nothing more will come, and goes on reading: the half-close of TCP. */
    void shutdownOutput() throws IOException;

    /**
     * Has every close from now on be an {@link #abort}, until this is taken back: {@link #close}, and also that which
     * the operating system does for a process that has died. For those whose end says that all has been said.
     */
    default void breakOffWhenClosed(boolean breakOff) throws IOException {
    }

    /**
     * Closes so that the peer cannot take it for an end: its reads fail, the reset of TCP. What it has not read yet may
     * be lost.
     */
    void abort() throws IOException;

    /**
     * Whether what has to be agreed on before the first byte has been; nothing is, but where there is encryption. From
     * any thread.
     */
    default boolean established() {
        return true;
    }

    /** The peer's address for log lines, for example {@code 127.0.0.1:51022}. */
    String peer();
}
