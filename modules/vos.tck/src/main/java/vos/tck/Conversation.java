package vos.tck;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import vos.tck.Mismatch.Evidence;
import vos.tck.Mismatch.Kind;

/**
 * Some connections with one peer, and everything that happened on them, step by step. Each step is kept before it is
 * taken, so that the last step of a failed conversation is the one that failed.
 *
 * <p>For one thread, but for connections that are each used by one.
 */
final class Conversation implements Closeable {

    /** How long to wait before the peer is looked at again, in milliseconds; then twice that, and so on. */
    private static final int POLL = 20;
    /** How much longer than for an answer the kit waits for a client that was started. */
    private static final int STARTING = 8;

    private final Run run;
    private final ServerSocket listener;
    private final long deadline;
    private RunningClient client;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Integer, Link> links = new TreeMap<>();
    private final Map<String, byte[]> variables = new HashMap<>();
    /** Looks back to the beginning of the last step: a pause begins with what that one read. */
    private Lateness.Watch watch;
    private boolean doubtful;

    /** A conversation with the server that is judged, which begins now. */
    Conversation(Run run) {
        this(run, null, System.nanoTime() + run.limit().toNanos());
    }

    /** A conversation with a client that connects to {@code listener}; {@code deadline} is one of the JVM's clock. */
    Conversation(Run run, ServerSocket listener, long deadline) {
        this.run = run;
        this.listener = listener;
        this.deadline = deadline;
        this.watch = run.watch();
    }

    Run run() {
        return run;
    }

    /** Who connects, which is started after the conversation has begun to listen. */
    void isWith(RunningClient started) {
        client = started;
    }

    /** What the client has printed so far; nothing, if the conversation is with a server. */
    String printed() {
        return client == null ? "" : client.printed();
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    synchronized Map<String, byte[]> variables() {
        return Map.copyOf(variables);
    }

    /** Keeps a value under a name, as if it had been received. */
    synchronized void keep(String name, byte[] value) {
        variables.put(name, value.clone());
    }

    /** Takes a step, and gives what it received: no bytes, unless it was an {@link Step.Expect}. */
    byte[] take(Step step) {
        requireTime();
        record(step);
        Lateness.Watch begun = run.watch();
        try {
            return switch (step) {
                case Step.Connect connect -> connect(connect.connection());
                case Step.Accept accept -> accept(accept.connection());
                case Step.Send send -> send(send);
                case Step.Pause pause -> pause(pause);
                case Step.Expect expect -> expect(expect);
                case Step.ExpectEnd end -> expectEnd(end);
                case Step.ExpectSilence silence -> expectSilence(silence);
                case Step.HalfClose halfClose -> quietly(() -> link(halfClose).halfClose());
                case Step.Reset reset -> quietly(() -> link(reset).reset());
                case Step.Close close -> quietly(() -> link(close).close());
                case Step.Type type -> new byte[0];
                case Step.Note note -> new byte[0];
            };
        } catch (IOException e) {
            System.getLogger(Conversation.class.getName()).log(System.Logger.Level.DEBUG, "the connection broke", e);
            throw new Mismatch(new Evidence(Kind.RESET, step.words(), new byte[0], new byte[0], -1), this);
        } finally {
            doubtful |= step.dependsOnPauses() && watch.sawLateness();
            watch = begun;
        }
    }

    /** Whether the kit was itself late where a pause mattered: what follows may be due to that, and not to the peer. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** However a peer keeps it going, by coming back again and again, say: at some time a test has to be over. */
    private void requireTime() {
        if (System.nanoTime() - deadline > 0) {
            record(new Step.Note("stop here: it goes on and on"));
            throw new Mismatch(Evidence.of(Kind.SLOW, "a test that is over within " + run.limit().toSeconds() + " s",
                    "a peer that keeps it going"), this);
        }
    }

    private synchronized void record(Step step) {
        steps.add(step);
    }

    /** The number of the next connection. */
    synchronized int next() {
        return links.size() + 1;
    }

    private byte[] connect(int connection) throws IOException {
        // The link closes the socket.
        Socket socket = new Socket();
        try {
            socket.connect(run.address(), (int) run.patience().toMillis());
        } catch (IOException e) {
            socket.close();
            throw new Mismatch(Evidence.of(Kind.REFUSED, "a connection to " + run.address(), e.getMessage()), this);
        }
        return opened(connection, socket);
    }

    /** Refuses further clients. */
    void refuse() {
        quietly(listener::close);
    }

    private byte[] accept(int connection) throws IOException {
        // The first time it has to be started before, on a machine that may be busy.
        Duration time = run.patience().multipliedBy(connection == 1 ? STARTING : STARTING / 2);
        Optional<Socket> arrived = arrival(time);
        if (arrived.isEmpty()) {
            OptionalInt exit = client.await(Duration.ZERO);
            throw new Mismatch(Evidence.of(Kind.REFUSED, "the client to connect", exit.isPresent()
                    ? "no connection: it has ended, with exit code " + exit.getAsInt()
                    : "no connection within " + time.toSeconds() + " s"), this);
        }
        return opened(connection, arrived.get());
    }

    /** Takes the connection that the client opens in this time, and before it ends; whether it has opened one. */
    boolean acceptWithin(Duration time, int connection) {
        try {
            Optional<Socket> arrived = arrival(time);
            if (arrived.isPresent()) {
                record(new Step.Accept(connection));
                opened(connection, arrived.get());
            }
            return arrived.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("the kit could not take a connection", e);
        }
    }

    private Optional<Socket> arrival(Duration time) throws IOException {
        requireTime();
        long until = System.nanoTime() + time.toNanos();
        listener.setSoTimeout(POLL);
        boolean last;
        do {
            last = client.await(Duration.ZERO).isPresent() || System.nanoTime() - until > 0;
            try {
                return Optional.of(listener.accept());
            } catch (SocketTimeoutException e) {
                // Not yet.
            }
        } while (!last);
        return Optional.empty();
    }

    private synchronized byte[] opened(int connection, Socket socket) throws IOException {
        links.put(connection, new Link(socket, run.patience()));
        return new byte[0];
    }

    private byte[] send(Step.Send send) {
        byte[] bytes = send.payload().resolve(variables());
        try {
            link(send).send(bytes, send.cuts());
        } catch (IOException e) {
            if (link(send).isAbandoned()) {
                throw new Mismatch(Evidence.of(Kind.TIMEOUT, "the peer to read all of these " + bytes.length + " bytes",
                        "it has stopped reading"), this);
            }
            // What the peer said before it closed is what the next step is about.
            System.getLogger(Conversation.class.getName()).log(System.Logger.Level.DEBUG, "not all was sent", e);
        }
        return new byte[0];
    }

    /** A pause is over when it has been long enough and the peer has read all that was sent before. */
    private byte[] pause(Step.Pause pause) throws IOException {
        long since = System.nanoTime();
        Pace.sleep(pause.millis());
        long deadline = System.nanoTime() + run.patience().toNanos();
        for (int wait = POLL; link(pause).isUnread(since) && System.nanoTime() < deadline; wait *= 2) {
            since = System.nanoTime();
            Pace.sleep(wait);
        }
        return new byte[0];
    }

    private byte[] expect(Step.Expect expect) throws IOException {
        Reading reading = new Reading(link(expect), variables());
        byte[] came = reading.read(expect.expectation(), this);
        if (!expect.capture().isEmpty()) {
            keep(expect.capture(), came);
        }
        return came;
    }

    private byte[] expectEnd(Step.ExpectEnd step) throws IOException {
        Link link = link(step);
        byte[] came = link.rest(run.patience(), 64 * 1024 * 1024);
        boolean kept = switch (step.ending()) {
            case END -> came.length == 0 && link.end() == Link.End.END;
            case RESET -> came.length == 0 && link.end() == Link.End.RESET;
            case ANY -> link.end() == Link.End.END || link.end() == Link.End.RESET;
        };
        if (!kept) {
            throw new Mismatch(new Evidence(kind(came, link.end()), step.ending().words(), new byte[0], came,
                    came.length == 0 ? -1 : 0), this);
        }
        // A server of one client at a time is not kept waiting by one that has heard all.
        if (listener == null) {
            quietly(link::close);
        }
        return came;
    }

    /** Whether this connection ended in order, which a step has waited for. */
    synchronized boolean endedInOrder(int connection) {
        return links.get(connection).end() == Link.End.END;
    }

    private byte[] expectSilence(Step.ExpectSilence step) throws IOException {
        Link link = link(step);
        int first = link.read(Duration.ofMillis(step.millis()));
        if (first >= 0 || link.end() != Link.End.TIMEOUT) {
            byte[] came = first < 0 ? new byte[0] : Payload.octets(first).then(Payload.bytes(link.unread()))
                    .resolve(Map.of());
            throw new Mismatch(new Evidence(kind(came, link.end()), "silence", new byte[0], came, 0), this);
        }
        return new byte[0];
    }

    static Kind kind(byte[] came, Link.End end) {
        return came.length > 0 ? Kind.WRONG : switch (end) {
            case NONE -> Kind.WRONG;
            case TIMEOUT -> Kind.TIMEOUT;
            case SLOW -> Kind.SLOW;
            case END -> Kind.END;
            case RESET -> Kind.RESET;
        };
    }

    /** An action of ours, which a peer that has gone already cannot hinder. */
    private interface Action {
        void run() throws IOException;
    }

    private static byte[] quietly(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            System.getLogger(Conversation.class.getName()).log(System.Logger.Level.DEBUG, "the peer was gone", e);
        }
        return new byte[0];
    }

    private synchronized Link link(Step step) {
        Link link = links.get(step.connection());
        if (link == null) {
            throw new IllegalStateException("connection " + step.connection() + " is not open: " + step);
        }
        link.allow(run.patienceWithAll());
        return link;
    }

    /** Closes every connection that is still open. */
    @Override
    public synchronized void close() {
        links.values().forEach(link -> quietly(link::close));
    }
}
