package vos.protocol;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/**
 * A connected TCP socket as a {@link Transport}.
 *
 * <p>TCP_NODELAY is set: the wire gathers what belongs together, so nothing is won by letting the kernel wait, and a
 * short write followed by a read would cost 40 ms each time.
 */
public final class SocketTransport implements Transport {
    private static final int COPY_BYTES = 64 * 1024;

    private final SocketChannel channel;
    private final String peer;

    /**
     * Takes over a connected channel in blocking mode; closing the transport closes it.
     *
     * @throws IOException when the channel is not connected any more
     */
    public SocketTransport(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.peer = nameOf((InetSocketAddress) channel.getRemoteAddress());
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    private static String nameOf(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    @Override
    public int read(ByteBuffer target, Duration atMost) throws IOException {
        try {
            return atMost.isZero() ? channel.read(target) : timedRead(target, atMost);
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (IllegalBlockingModeException e) {
            // Another thread is about to close it.
            throw gone(new ClosedChannelException());
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /** {@inheritDoc} Linux can be asked; elsewhere nothing changes. */
    @Override
    public void acknowledgeLate() throws IOException {
        try {
            if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
                channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, false);
            }
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /**
     * A channel has no timed read; its socket view has one, which also parks a virtual thread instead of holding it.
     */
    private int timedRead(ByteBuffer target, Duration atMost) throws IOException {
        channel.socket().setSoTimeout(Math.clamp(atMost.toMillis(), 1, Integer.MAX_VALUE));
        var bytes = new byte[Math.min(target.remaining(), COPY_BYTES)];
        int read = channel.socket().getInputStream().read(bytes);
        if (read > 0) {
            target.put(bytes, 0, read);
        }
        return read;
    }

    @Override
    public void write(ByteBuffer... sources) throws IOException {
        try {
            if (sources.length == 1) {
                write(sources[0]);
            } else {
                gather(sources);
            }
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private void write(ByteBuffer source) throws IOException {
        while (source.hasRemaining()) {
            channel.write(source);
        }
    }

    private void gather(ByteBuffer... sources) throws IOException {
        long left = 0;
        for (ByteBuffer source : sources) {
            left += source.remaining();
        }
        while (left > 0) {
            left -= channel.write(sources);
        }
    }

    @Override
    public long send(FileChannel file, long position, long count) throws IOException {
        parkInsteadOfBlocking();
        long sent = 0;
        while (sent < count) {
            long step = transfer(file, position + sent, count - sent);
            if (step < 0) {
                break;
            }
            sent += step;
        }
        return sent;
    }

    /**
     * A virtual thread that has neither read nor written here yet would wait for room inside the kernel's sendfile,
     * hold its carrier meanwhile, and be out of reach of {@link #close}. Any write, even of nothing, has it park.
     */
    private void parkInsteadOfBlocking() throws IOException {
        try {
            channel.write(ByteBuffer.allocate(0));
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /** One step of a file transfer; -1 at the end of the file. */
    private long transfer(FileChannel file, long position, long count) throws IOException {
        try {
            long step = file.transferTo(position, count, channel);
            if (step > 0) {
                return step;
            }
        } catch (IOException e) {
            throw file.isOpen() ? gone(e) : e;
        }
        // The socket had no room, or the file has ended: a plain read tells which, and a plain write waits for room.
        var copy = ByteBuffer.allocate((int) Math.min(count, COPY_BYTES));
        int read = file.read(copy, position);
        if (read > 0) {
            write(new ByteBuffer[] {copy.flip()});
        }
        return read;
    }

    @Override
    public void shutdownOutput() throws IOException {
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /** {@inheritDoc} A close that lingers for no time at all is a reset, whoever closes. */
    @Override
    public void breakOffWhenClosed(boolean breakOff) throws IOException {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, breakOff ? 0 : -1);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /** {@inheritDoc} Done as {@link #breakOffWhenClosed} has it. */
    @Override
    public void abort() throws IOException {
        try (channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (ClosedChannelException e) {
            // It has come to its end already, perhaps just now and in another thread.
            assert !channel.isOpen();
        }
    }

    @Override
    public String peer() {
        return peer;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /**
     * Closes after these bytes, which are lost if the system does not take them in time; no other thread is writing. It
     * ends a blocked read first, as a channel in use cannot be told not to block.
     *
     * @param atMost how long to wait for the system to take them
     */
    void closeAfter(ByteBuffer lastWords, Duration atMost) throws IOException {
        try (channel) {
            if (lastWords.hasRemaining()) {
                channel.shutdownInput();
                channel.configureBlocking(false);
                channel.write(lastWords);
                if (lastWords.hasRemaining() && atMost.isPositive()) {
                    writeWithin(lastWords, atMost);
                }
            }
        } catch (IOException e) {
            // They were for a peer that is gone, or this has been closed already.
            assert !channel.isOpen();
        }
    }

    private void writeWithin(ByteBuffer lastWords, Duration atMost) throws IOException {
        Deadline deadline = Deadline.in(atMost);
        try (Selector selector = channel.provider().openSelector()) {
            channel.register(selector, SelectionKey.OP_WRITE);
            while (lastWords.hasRemaining() && !deadline.isOver()) {
                selector.select(Math.max(1, deadline.left().toMillis()));
                selector.selectedKeys().clear();
                channel.write(lastWords);
            }
        }
    }

    private PeerGoneException gone(IOException e) {
        String why = e.getMessage() == null ? "the connection was closed" : e.getMessage();
        return new PeerGoneException(peer + ": " + why, e);
    }
}
