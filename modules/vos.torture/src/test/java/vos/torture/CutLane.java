package vos.torture;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.awaitility.core.ConditionTimeoutException;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.LocalFileException;
import vos.client.RefusedException;
import vos.client.UnreachableException;
import vos.fs.LocalVolume;
import vos.protocol.Dialect;
import vos.protocol.PeerGoneException;
import vos.protocol.PeerSilentException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.RetryOnNewConnection;
import vos.server.Server;
import vos.server.ServerListener;
import vos.server.ServerOptions;
import vos.testing.TestUser;
import vos.torture.Cut.Direction;
import vos.torture.CutConversation.Ending;

/**
 * A server, a proxy before it, and one client after the other, whose conversation is cut. The server is the same for
 * all of them, so that what one leaves behind is there for the next. For one thread.
 */
final class CutLane implements Closeable {
    private static final String KEPT = "kept";
    private static final List<Class<? extends IOException>> KNOWN = List.of(RefusedException.class,
            PeerGoneException.class, PeerSilentException.class, ProtocolViolation.class, UnreachableException.class,
            RetryOnNewConnection.class, LocalFileException.class);
    /** Who waits longer than this does not come to an end at all: every wait in a conversation is far shorter. */
    private static final int HANGS_SECONDS = 30;

    private static final Duration POLL = Duration.ofMillis(5);

    private final Dialect dialect;
    private final WireForm form;
    private final CutFiles local;
    private final Path workspace;
    private final Server server;
    private final CutProxy proxy;
    private final ClientOptions options;
    private final CutConversation conversation;

    /** The client loses patience after {@code patience}, and the server after twice as long. */
    CutLane(Dialect dialect, WireForm form, Path directory, Duration patience) throws IOException {
        this.dialect = dialect;
        this.form = form;
        local = new CutFiles(Files.createDirectory(directory.resolve("client")));
        Path root = Files.createDirectory(directory.resolve("server"));
        workspace = dialect.needsLogin() ? Files.createDirectory(root.resolve(TestUser.NAME)) : root;
        server = Server.start(dialect, LocalVolume.open(root), TestUser.accounts(dialect),
                ServerOptions.onLoopback(0).withIdle(patience.multipliedBy(2)), new ServerListener() { });
        proxy = new CutProxy(server.port(), form);
        options = ClientOptions.DEFAULTS.withPatience(patience);
        conversation = CutConversation.in(dialect, local);
    }

    private void reset() throws IOException {
        local.reset();
        CutFiles.reset(workspace, Map.of(KEPT, CutFiles.OLD));
    }

    // ---- without a cut ---------------------------------------------------------------------------------------------

    /** Finds out what the conversation comes to when nothing cuts it. */
    CutCourse uncut() throws IOException {
        reset();
        CutPassage passage = proxy.expect(Cut.NONE);
        var marks = new ArrayList<CutCourse.Mark>();
        try (Client client = CutConversation.connect(dialect, proxy.port(), options)) {
            marks.add(mark(passage, Optional.empty()));
            for (var step : conversation.steps()) {
                Optional<Class<? extends IOException>> failure = Optional.empty();
                try {
                    step.act().by(client);
                } catch (IOException e) {
                    failure = Optional.of(e.getClass());
                }
                marks.add(mark(passage, failure));
            }
        }
        if (!isAlone()) {
            throw new IOException(server.connections() + " connections are open for ever");
        }
        // Of what a client does not wait for, it is known only now that it has passed.
        marks.set(marks.size() - 1, mark(passage, Optional.empty()));
        passage.close();
        return new CutCourse(conversation.steps(), List.copyOf(marks), CutFiles.read(local.copy()));
    }

    private CutCourse.Mark mark(CutPassage passage, Optional<Class<? extends IOException>> failure)
            throws IOException {
        var bytes = new EnumMap<Direction, Integer>(Direction.class);
        Arrays.stream(Direction.values()).forEach(direction -> bytes.put(direction, passage.bytes(direction)));
        return new CutCourse.Mark(CutFiles.tree(workspace), bytes, failure);
    }

    // ---- with one --------------------------------------------------------------------------------------------------

    /** Holds the conversation, cuts it, and says all that is wrong then. */
    List<String> run(Cut cut, CutCourse course) throws IOException, InterruptedException {
        reset();
        CutPassage passage = proxy.expect(cut);
        var wrong = new ArrayList<String>();
        var verdict = new CutVerdict(course, CutHazards.of(dialect.id(), form, cut, course));
        Ending ending = within(() -> converse(passage, verdict, wrong), wrong);
        probe(wrong);
        if (!isAlone()) {
            wrong.add(server.connections() + " connections are open for ever");
        }
        passage.close();
        if (!passage.made()) {
            wrong.add("it ended before the cut, with " + ending);
        }
        if (ending != null) {
            verdict.judge(ending, CutFiles.tree(workspace), local, wrong);
        }
        return wrong;
    }

    private Ending within(Callable<Ending> talk, List<String> wrong)
            throws InterruptedException {
        var task = new FutureTask<>(talk);
        Thread thread = Thread.ofVirtual().name("cut client").start(task);
        try {
            return task.get(HANGS_SECONDS, SECONDS);
        } catch (TimeoutException e) {
            wrong.add("the client hangs in " + Arrays.toString(thread.getStackTrace()));
            thread.interrupt();
        } catch (ExecutionException e) {
            wrong.add("the client broke down: " + e.getCause() + Arrays.toString(e.getCause().getStackTrace()));
        }
        return null;
    }

    private Ending converse(CutPassage passage, CutVerdict verdict, List<String> wrong) {
        int done = 0;
        boolean looked = false;
        Ending ending;
        try (Client client = CutConversation.connect(dialect, proxy.port(), options)) {
            IOException failure = null;
            while (failure == null && done < conversation.steps().size()) {
                failure = step(client, verdict.course(), done);
                done += failure == null ? 1 : 0;
                if (failure == null && passage.made() && !looked) {
                    looked = true;
                    verdict.judgeDone(done, CutFiles.tree(workspace), wrong);
                }
            }
            ending = new Ending(done, failure);
            if (failure != null) {
                fetchKept(client, wrong);
            }
        } catch (IOException e) {
            ending = new Ending(done, e);
        }
        requireKnown(ending.failure(), wrong);
        return ending;
    }

    /** Null when it ends as on a whole connection. */
    private IOException step(Client client, CutCourse course, int number) {
        try {
            conversation.steps().get(number).act().by(client);
            return null;
        } catch (IOException e) {
            return course.expects(number, e) ? null : e;
        }
    }

    /** A client whose connection is lost may be of use again, or say that it is not. */
    private void fetchKept(Client client, List<String> wrong) {
        try {
            requireKept("the client that had lost its connection", client, "/" + KEPT, wrong);
        } catch (IOException e) {
            requireKnown(e, wrong);
        }
    }

    private static void requireKept(String who, Client client, String name, List<String> wrong) throws IOException {
        var fetched = new ByteArrayOutputStream();
        if (client.perform(new Request.Download(name)) instanceof Reply.Content(var body)) {
            try (body) {
                body.copyTo(Channels.newChannel(fetched));
            }
        }
        if (!fetched.toString(StandardCharsets.ISO_8859_1).equals(CutFiles.OLD)) {
            wrong.add(who + " fetched '" + fetched + "' for '" + CutFiles.OLD + "'");
        }
    }

    private static void requireKnown(IOException failure, List<String> wrong) {
        if (failure != null && !KNOWN.contains(failure.getClass())) {
            wrong.add("the client was told " + failure + Arrays.toString(failure.getStackTrace()));
        }
    }

    /** The next client, which is cut by nobody. */
    private void probe(List<String> wrong) throws IOException {
        try (Client client = CutConversation.connect(dialect, server.port(), ClientOptions.DEFAULTS)) {
            requireKept("the next client", client, KEPT, wrong);
            client.perform(new Request.Quit());
        } catch (IOException e) {
            wrong.add("the next client was not served: " + e);
        }
    }

    /** Whether every connection has ended; what is stalled ends with the server's patience. */
    private boolean isAlone() {
        try {
            if (server.connections() > 0) {
                await().pollDelay(Duration.ZERO).pollInterval(POLL).atMost(10, SECONDS)
                        .until(() -> server.connections() == 0);
            }
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        server.close();
    }
}
