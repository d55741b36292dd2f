package vos.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection in memory: two {@link Transport}s, each of which reads what the other writes, in pieces that a
 * {@link Delivery} chooses.
 *
 * <p>Behaves as TCP does: a closed end lets the other one read what is left and then see the end, writing to it fails,
 * and a writer waits when the reader is {@value #CAPACITY} bytes or more behind.
 *
 * <p>One thread an end; any thread may close.
 */
public final class MemoryLink {
    private static final int CAPACITY = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final End client;
    private final End server;

    /** A new connection, open at both ends. */
    public MemoryLink(Delivery delivery) {
        var toServer = new Pipe(delivery);
        var toClient = new Pipe(delivery);
        client = new End("server", toClient, toServer);
        server = new End("client", toServer, toClient);
    }

    /** The end of the one who connected. */
    public Transport client() {
        return client;
    }

    /** The end of the one who accepted. */
    public Transport server() {
        return server;
    }

    /** One direction. All of it is guarded by the link's lock. */
    private static final class Pipe {
        private final Delivery delivery;
        private final Queue<ByteBuffer> writes = new ArrayDeque<>();
        private int waiting;
        private boolean writerFinished;
        private boolean readerGone;
        private boolean broken;

        Pipe(Delivery delivery) {
            this.delivery = delivery;
        }

        void add(ByteBuffer write) {
            waiting += write.remaining();
            writes.add(write);
        }

        int moveTo(ByteBuffer target) {
            int wanted = delivery.next(writes.element().remaining(), waiting);
            int left = Math.min(wanted, target.remaining());
            int count = left;
            while (left > 0) {
                ByteBuffer oldest = writes.element();
                int step = Math.min(left, oldest.remaining());
                target.put(oldest.slice(oldest.position(), step));
                oldest.position(oldest.position() + step);
                left -= step;
                if (!oldest.hasRemaining()) {
                    writes.remove();
                }
            }
            waiting -= count;
            return count;
        }
    }

    /** Something that may wait for the other end. */
    private interface Action {
        int run() throws IOException, InterruptedException;
    }

    private final class End implements Transport {
        private final String peer;
        private final Pipe in;
        private final Pipe out;
        private boolean closed;
        private boolean breakingOff;

        End(String peer, Pipe in, Pipe out) {
            this.peer = peer;
            this.in = in;
            this.out = out;
        }

        @Override
        public int read(ByteBuffer target, Duration atMost) throws IOException {
            return locked(() -> {
                long nanos = atMost.isZero() ? Long.MAX_VALUE : atMost.toNanos();
                while (!closed && in.waiting == 0 && !in.writerFinished && nanos > 0) {
                    nanos = changed.awaitNanos(nanos);
                }
                refuseIf(closed, "the connection was closed");
                refuseIf(in.broken, "connection reset");
                if (in.waiting > 0) {
                    return in.moveTo(target);
                }
                return in.writerFinished ? -1 : 0;
            });
        }

        @Override
        public void write(ByteBuffer... sources) throws IOException {
            var copy = ByteBuffer.allocate(remaining(sources));
            for (ByteBuffer source : sources) {
                copy.put(source);
            }
            locked(() -> {
                while (!closed && !out.readerGone && out.waiting >= CAPACITY) {
                    changed.await();
                }
                refuseIf(closed || out.writerFinished, "the connection was closed");
                refuseIf(out.readerGone, "the peer has closed the connection");
                if (copy.flip().hasRemaining()) {
                    out.add(copy);
                }
                return 0;
            });
        }

        private static int remaining(ByteBuffer... buffers) {
            int sum = 0;
            for (ByteBuffer buffer : buffers) {
                sum += buffer.remaining();
            }
            return sum;
        }

        @Override
        public long send(FileChannel file, long position, long count) throws IOException {
            long sent = 0;
            int read = 0;
            while (sent < count && read >= 0) {
                var chunk = ByteBuffer.allocate((int) Math.min(count - sent, CAPACITY));
                read = file.read(chunk, position + sent);
                write(chunk.flip());
                sent += chunk.limit();
            }
            return sent;
        }

        @Override
        public void shutdownOutput() throws IOException {
            locked(() -> {
                refuseIf(closed, "the connection was closed");
                out.writerFinished = true;
                return 0;
            });
        }

        @Override
        public void breakOffWhenClosed(boolean breakOff) throws IOException {
            locked(() -> {
                refuseIf(closed, "the connection was closed");
                breakingOff = breakOff;
                return 0;
            });
        }

        @Override
        public void abort() throws IOException {
            locked(() -> {
                out.broken |= !closed;
                return 0;
            });
            close();
        }

        @Override
        public String peer() {
            return peer;
        }

        @Override
        public void close() throws IOException {
            locked(() -> {
                out.broken |= breakingOff && !closed;
                closed = true;
                out.writerFinished = true;
                in.readerGone = true;
                return 0;
            });
        }

        /** Runs one call alone, and then wakes those that wait for what it may have changed. */
        private int locked(Action action) throws IOException {
            lock.lock();
            try {
                return action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PeerGoneException(peer + ": interrupted", e);
            } finally {
                changed.signalAll();
                lock.unlock();
            }
        }

        private void refuseIf(boolean impossible, String why) throws PeerGoneException {
            if (impossible) {
                throw new PeerGoneException(peer + ": " + why);
            }
        }
    }
}
