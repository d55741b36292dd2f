package vos.torture;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.protocol.Part;
import vos.protocol.Request;
import vos.protocol.Tap;

/**
 * A program of peers who mean harm, many at a time: {@code CrowdWorker LAB ADDRESS PORT HARM COUNT [TIMES] [FILE]}.
 * What becomes of each of them does not matter: it is only counted.
 *
 * <p>Answers each line of its standard input, the name of a count, with a line that is the count. All go home when that
 * input ends, as it does when whoever started this ends.
 */
final class CrowdWorker {
    private static final long ANNOUNCED = 1L << 30;
    private static final int SLOWLY_MILLIS = 100;
    /** Of a line, where a lab takes for a request, and refuses, whatever else comes first. */
    private static final Map<String, String> BEGINNINGS = Map.of("file-sharing", "VOS/1 DOWNLOAD a");

    /** What they do. */
    enum Harm {
        HALF_OPEN, SLOWLORIS, ANNOUNCE_AND_STOP, DOWNLOAD_AND_DO_NOT_READ, LIST_AND_DO_NOT_READ, ASK
    }

    private final Dialect dialect;
    private final String address;
    private final int port;
    /** Held for as long as this runs: a socket that nobody refers to closes itself. */
    private final Queue<Closeable> peers = new ConcurrentLinkedQueue<>();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    private CrowdWorker(Dialect dialect, String address, int port) {
        this.dialect = dialect;
        this.address = address;
        this.port = port;
    }

    /** Returns when the input ends. The peers' threads are virtual, and keep no process alive. */
    public static void main(String... arguments) throws IOException {
        Dialect dialect = Labs.ALL.stream().filter(lab -> lab.id().equals(arguments[0])).findFirst().orElseThrow();
        var worker = new CrowdWorker(dialect, arguments[1], Integer.parseInt(arguments[2]));
        int count = Integer.parseInt(arguments[4]);
        switch (Harm.valueOf(arguments[3])) {
            case HALF_OPEN -> worker.halfOpen(count);
            case SLOWLORIS -> worker.slowloris(count);
            case ANNOUNCE_AND_STOP -> worker.announceAndStop(count);
            case DOWNLOAD_AND_DO_NOT_READ -> worker.askAndDoNotRead(count, new Request.Download(arguments[5]));
            case LIST_AND_DO_NOT_READ -> worker.askAndDoNotRead(count, Asking.listing(dialect));
            case ASK -> worker.ask(count, Integer.parseInt(arguments[5]), Asking.little(dialect, arguments[6]));
        }
        worker.answer();
    }

    private void answer() throws IOException {
        var counts = Map.of("arrived", arrived, "failures", failures, "done", done);
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            System.out.println(counts.get(question).get());
        }
    }

    @FunctionalInterface
    private interface Deed {
        void done() throws IOException, InterruptedException;
    }

    private void start(int count, Deed deed) {
        for (int i = 0; i < count; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    deed.done();
                } catch (IOException e) {
                    failures.incrementAndGet();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private Socket dial() throws IOException {
        var socket = new Socket(address, port);
        peers.add(socket);
        return socket;
    }

    private Client connect(ClientOptions options) throws IOException {
        Client client = SmallServer.client(dialect, address, port, options);
        peers.add(client);
        return client;
    }

    /** Returns never: the process ends first. */
    private static void stay() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Connect, begin to log in, and say no more. */
    private void halfOpen(int count) {
        start(count, () -> {
            dial().getOutputStream().write(Bytes.of("use"));
            arrived.incrementAndGet();
        });
    }

    /** Send a byte of a command now and then, and never its end. */
    private void slowloris(int count) {
        start(count, () -> {
            Socket socket = dial();
            arrived.incrementAndGet();
            socket.getOutputStream().write(Bytes.of(BEGINNINGS.getOrDefault(dialect.id(), "")));
            while (true) {
                Thread.sleep(SLOWLY_MILLIS);
                socket.getOutputStream().write(' ');
            }
        });
    }

    /** Announce a GiB and send ten bytes of it. */
    private void announceAndStop(int count) {
        start(count, () -> {
            Client client = connect(ClientOptions.DEFAULTS);
            long number = arrived.incrementAndGet();
            client.perform(new Request.Upload("never" + number, Body.of(new Stalling(), ANNOUNCED), true));
        });
    }

    /** Ten bytes, and then nothing. */
    private static final class Stalling implements ReadableByteChannel {
        private boolean begun;

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (!begun) {
                begun = true;
                target.put(new byte[10]);
                return 10;
            }
            try {
                stay();
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
    private void askAndDoNotRead(int count, Request request) {
        start(count, () -> {
            Client client = connect(ClientOptions.DEFAULTS.withTap(new Deaf()));
            arrived.incrementAndGet();
            Asking.ask(client, request);
        });
    }

    /** Stops for ever whoever reads a body, or a message of more than a few bytes. */
    private static final class Deaf implements Tap {
        @Override
        public void sent(Part part, ByteBuffer bytes) {
            // Speaks as others do.
        }

        @Override
        public void received(Part part, ByteBuffer bytes) {
            if (part == Part.BODY || bytes.remaining() > 200) {
                try {
                    stay();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Ask again and again, as fast as the answers come, {@code times} each. */
    private void ask(int count, int times, Request request) {
        start(count, () -> {
            try (Client client = connect(ClientOptions.DEFAULTS)) {
                arrived.incrementAndGet();
                for (int i = 0; i < times; i++) {
                    Asking.ask(client, request);
                    done.incrementAndGet();
                }
            }
        });
    }
}
