package vos.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import vos.tck.Mismatch.Evidence;
import vos.tck.Mismatch.Kind;

/**
 * One test of one run: opens connections, makes up names and contents, looks at files, and closes everything when the
 * test is over. A test gets it as a parameter.
 *
 * <p>Its conversation is what a failure shows. A test that has many of them, of which one may fail, calls
 * {@link #afresh()} before each.
 */
public final class Trial {

    private static final System.Logger LOG = System.getLogger(Trial.class.getName());
    /** The time between two looks at something that is awaited, in milliseconds. */
    private static final int AGAIN = 20;

    private final Run run;
    private final RandomGenerator random;
    private final String stem;
    private final long deadline;
    private final AtomicInteger names = new AtomicInteger();
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private Conversation conversation;

    /** A trial of {@code test}, whose name gives it random numbers of its own. */
    Trial(Run run, String test) {
        this.run = run;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(run.seed() * 1_000_003 + test.hashCode());
        this.stem = Run.digits(Math.floorMod(test.hashCode(), Integer.MAX_VALUE)).substring(1) + run.attempt(test);
        this.deadline = System.nanoTime() + run.limit().toNanos();
        afresh();
    }

    /** The run that this test is part of. */
    public Run run() {
        return run;
    }

    /** Random numbers that follow from the run's seed and the name of the test. */
    public RandomGenerator random() {
        return random;
    }

    /** Opens a connection to the server. */
    public Peer connect() {
        int connection = conversation.next();
        conversation.take(new Step.Connect(connection));
        return new Peer(conversation, connection);
    }

    /** Begins another conversation; the ones before are closed, and no longer shown. */
    public void afresh() {
        conversation = conversation(null);
    }

    private Conversation conversation(ServerSocket listener) {
        Conversation made = new Conversation(run, listener, deadline);
        if (conversation != null) {
            conversation.close();
        }
        open.push(made);
        return made;
    }

    /** Waits for the client to connect, and takes that connection. */
    public Peer accept() {
        int connection = conversation.next();
        conversation.take(new Step.Accept(connection));
        return new Peer(conversation, connection);
    }

    /** Waits as {@link #accept()}; the conversation keeps a value that the kit has made up, such as a token. */
    public Peer accept(String variable, Payload value) {
        conversation.keep(variable, value.resolve(Map.of()));
        return accept();
    }

    /** Waits for the client to connect or to end; the connection, or nothing if it has ended and opened no more. */
    public Optional<Peer> acceptUnlessEnded(Client client) {
        int connection = conversation.next();
        conversation.take(new Step.Note("wait for the client to connect, or to end"));
        if (conversation.acceptWithin(run.patience().multipliedBy(4), connection)) {
            return Optional.of(new Peer(conversation, connection));
        }
        if (!client.hasEnded()) {
            throw new Mismatch(Evidence.of(Kind.TIMEOUT, "the client to connect, or to end", client.printed()),
                    conversation);
        }
        return Optional.empty();
    }

    /** The client may not connect for {@code millis} ms. */
    public void expectNoConnection(int millis) {
        int connection = conversation.next();
        conversation.take(new Step.Note("expect no connection for " + millis + " ms"));
        require(!conversation.acceptWithin(Duration.ofMillis(millis), connection), "no connection",
                "the client has opened one");
    }

    /** Refuses the connections that the client may open from here on, and those that nobody has accepted yet. */
    public void acceptNoMore() {
        conversation.refuse();
    }

    /**
     * Starts the client that is judged, in an empty directory of its own, with an address at which the kit listens.
     *
     * @param queue connections that the operating system accepts before {@link #accept()} does
     */
    public Client startClient(int queue) {
        try {
            ServerSocket listener = new ServerSocket(0, queue, InetAddress.getLoopbackAddress());
            open.push(listener);
            conversation = conversation(listener);
            Client client = Client.start(run, listener.getLocalPort(), conversation);
            open.push(client);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException("the kit has no room for a client", e);
        }
    }

    /** A name that no other test uses, nor one of another run: {@code stem}, numbers, and {@code suffix}. */
    public String name(String stem, String suffix) {
        return String.format(Locale.ROOT, "%s%s%s%02d%s", stem, run.tag(), this.stem, names.incrementAndGet(), suffix);
    }

    /** Random bytes. */
    public byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A value that the conversation has kept, as text. */
    public String kept(String variable) {
        return Text.latin1(conversation.variables().get(variable));
    }

    /** Says in the steps what happens off the wire. */
    public void note(String words) {
        conversation.take(new Step.Note(words));
    }

    /** Fails the test unless {@code kept}; both texts follow "expected" and "found". */
    public void require(boolean kept, String expected, String found) {
        if (!kept) {
            throw new Mismatch(Evidence.of(Kind.STATE, expected, found), conversation);
        }
    }

    /** Fails the test unless {@code condition}, which is tried again and again, holds before patience ends. */
    public void await(String expected, BooleanSupplier condition) {
        long deadline = System.nanoTime() + run.patience().toNanos();
        boolean holds = condition.getAsBoolean();
        while (!holds && System.nanoTime() < deadline) {
            Pace.sleep(AGAIN);
            holds = condition.getAsBoolean();
        }
        require(holds, expected, "not within " + run.patience().toMillis() + " ms");
    }

    /**
     * The names in a directory below the server's root, sorted; fails the test if there is no such directory. For tests
     * that {@link NeedsRoot}.
     */
    public List<String> filesIn(String directory) {
        Path path = run.root().orElseThrow().resolve(directory);
        require(Files.isDirectory(path), "a directory " + directory + " in the directory that the server was told to"
                + " serve", "there is none");
        List<String> names = new ArrayList<>();
        try (var entries = Files.list(path)) {
            entries.map(entry -> entry.getFileName().toString()).sorted().forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
        return names;
    }

    /**
     * Waits for a directory below the server's root to hold just these names, which are sorted; fails the test when it
     * does not in the time that a peer has for an answer. For tests that {@link NeedsRoot}.
     */
    public void awaitFilesIn(String directory, List<String> names) {
        note("wait for the server's directory " + directory + " to hold " + names);
        long deadline = System.nanoTime() + run.patience().toNanos();
        List<String> found = filesIn(directory);
        while (!found.equals(names) && System.nanoTime() < deadline) {
            Pace.sleep(10);
            found = filesIn(directory);
        }
        require(found.equals(names), "the directory to hold " + names, found.toString());
    }

    /** Ends the server and starts it again; for tests that {@link NeedsRestart}. */
    public void restartServer() {
        note("end the server, and start it again");
        try {
            run.target().restart();
        } catch (IOException e) {
            throw new Mismatch(Evidence.of(Kind.STATE, "a server that can be started again", e.getMessage()),
                    conversation);
        }
    }

    /** As {@link #filesIn}, as soon as they are {@code awaited}; after a second, whatever is there then. */
    public List<String> awaitFilesIn(String directory, Predicate<List<String>> awaited) {
        List<String> names = filesIn(directory);
        for (int i = 0; i < 50 && !awaited.test(names); i++) {
            Pace.sleep(20);
            names = filesIn(directory);
        }
        return names;
    }

    /** Closes what the test has opened, the last thing first. */
    void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "something of a test could not be closed", e);
            }
        }
    }
}
