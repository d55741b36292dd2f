package vos.torture;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Part;
import vos.protocol.Request;
import vos.protocol.Tap;

/**
 * Peers who mean harm, many at a time, for as long as this is open. What becomes of each of them does not matter: it is
 * only counted.
 */
final class Crowds implements Closeable {
    private static final long ANNOUNCED = 1L << 30;

    private final SmallServer server;
    private final List<Closeable> peers = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    Crowds(SmallServer server) {
        this.server = server;
    }

    /** How many have come as far as they want to. */
    long arrived() {
        return arrived.get();
    }

    /** What was done for them. */
    long done() {
        return done.get();
    }

    /** How many were refused or cut. */
    long failures() {
        return failures.get();
    }

    @FunctionalInterface
    private interface Harm {
        void done() throws IOException, InterruptedException;
    }

    private void start(int count, Harm harm) {
        for (int i = 0; i < count; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    harm.done();
                } catch (IOException e) {
                    failures.incrementAndGet();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private Socket dial() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        peers.add(socket);
        return socket;
    }

    private Client connect(ClientOptions options) throws IOException {
        Client client = server.client(options);
        peers.add(client);
        return client;
    }

    /** Connect, begin to log in, and say no more. */
    void halfOpen(int count) {
        start(count, () -> {
            dial().getOutputStream().write(Bytes.of("use"));
            arrived.incrementAndGet();
            over.await();
        });
    }

    /** Send a byte of a command now and then, and never its end. */
    void slowloris(int count) {
        start(count, () -> {
            Socket socket = dial();
            arrived.incrementAndGet();
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write(' ');
            }
        });
    }

    /** Announce a GiB and send ten bytes of it. */
    void announceAndStop(int count) {
        start(count, () -> {
            try (Client client = connect(ClientOptions.DEFAULTS)) {
                int number = (int) arrived.incrementAndGet();
                client.perform(new Request.Upload("never" + number, Body.of(new Stalling(), ANNOUNCED), true));
            }
        });
    }

    /** Ten bytes, and then nothing until the crowd goes home. */
    private final class Stalling implements ReadableByteChannel {
        private boolean begun;

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (!begun) {
                begun = true;
                target.put(new byte[10]);
                return 10;
            }
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("the rest never comes");
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** Ask for something long and read nothing of it but its beginning. */
    void askAndDoNotRead(int count, Request request) {
        start(count, () -> {
            try (Client client = connect(ClientOptions.DEFAULTS.withTap(new Deaf()))) {
                arrived.incrementAndGet();
                Asking.ask(client, request);
                over.await();
            }
        });
    }

    /** Stops whoever reads a body, or a message of more than a few bytes, until the crowd goes home. */
    private final class Deaf implements Tap {
        @Override
        public void sent(Part part, ByteBuffer bytes) {
            // Speaks as others do.
        }

        @Override
        public void received(Part part, ByteBuffer bytes) {
            if (part == Part.BODY || bytes.remaining() > 200) {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Ask again and again, as fast as the answers come, {@code times} each. */
    void ask(int count, int times, Request request) {
        start(count, () -> {
            try (Client client = connect(ClientOptions.DEFAULTS)) {
                arrived.incrementAndGet();
                for (int i = 0; i < times && over.getCount() > 0; i++) {
                    Asking.ask(client, request);
                    done.incrementAndGet();
                }
            }
        });
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        for (Closeable peer : peers) {
            peer.close();
        }
    }
}
