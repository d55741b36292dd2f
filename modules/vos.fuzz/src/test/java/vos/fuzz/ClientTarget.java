package vos.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import vos.protocol.Body;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.Entry;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.RetryOnNewConnection;
import vos.protocol.Secret;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/**
 * A lab's client, asked for up to fifteen things in any order, and a server that sends any bytes whatever, in any
 * pieces, on one connection after another. Nothing is thrown but what a client may throw; each reply is one to the
 * request; and no content or listing is longer than what has come.
 */
abstract class ClientTarget implements Target {
    /** As a client has it. */
    private static final WireOptions OPTIONS =
            WireOptions.DEFAULTS.withMessageLimit(64 << 20).withPatience(Duration.ofSeconds(30));
    private static final int MOST_REQUESTS = 16;
    private static final String GONE_DIRECTORY = "connected again, but ";

    private static final List<Supplier<Request>> REQUESTS = List.of(
            () -> new Request.Login("ann", Secret.of(bytes("ann's password 5c21"))),
            () -> new Request.ListDirectory(""),
            () -> new Request.ListDirectory("docs"),
            () -> new Request.ChangeDirectory("docs"),
            Request.WhereAmI::new,
            () -> new Request.MakeDirectory("new"),
            () -> new Request.Remove("a.txt"),
            () -> new Request.Touch("b.txt"),
            () -> new Request.Move("a.txt", "docs"),
            () -> new Request.Size("a.txt"),
            () -> new Request.Upload("b.txt", Body.of(bytes("12345")), true),
            () -> new Request.Upload("c.txt", Body.of(bytes("y".repeat(2500))), true),
            () -> new Request.Download("a.txt"),
            () -> new Request.Preview("a.txt", Request.Preview.USUAL),
            () -> new Request.CommandLine("ls -l", Channels.newChannel(new ByteArrayOutputStream())),
            Request.Quit::new);

    private final Dialect dialect;

    ClientTarget(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public final void run(byte[] input) throws IOException {
        var choices = new Input(input);
        var requests = new ArrayList<Request>();
        for (int count = choices.number(MOST_REQUESTS); requests.size() < count;) {
            requests.add(REQUESTS.get(choices.number(REQUESTS.size())).get());
        }
        Deque<Script> connections = Script.connections(choices.rest());
        long sent = connections.stream().flatMap(script -> script.pieces().stream()).mapToLong(p -> p.length).sum();
        Connector connector = () -> {
            if (connections.isEmpty()) {
                throw new PeerGoneException("script: nobody listens any more");
            }
            return new Wire(connections.remove(), OPTIONS);
        };
        documented(() -> converse(connector, requests, sent));
    }

    private void converse(Connector connector, List<Request> requests, long sent) throws IOException {
        try (ClientEnd end = dialect.clientEnd(connector)) {
            end.open();
            for (Request request : requests) {
                documented(() -> check(request, end.perform(request), sent));
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Somebody at a prompt goes on after each of these. */
    private static void documented(Step step) throws IOException {
        try {
            step.run();
        } catch (PeerGoneException | ProtocolViolation | RetryOnNewConnection e) {
            Check.that(e.getMessage() != null, "%s without a word", e.getClass());
        } catch (IOException e) {
            if (e.getClass() != IOException.class || !e.getMessage().startsWith(GONE_DIRECTORY)) {
                throw e;
            }
        }
    }

    private static void check(Request request, Reply reply, long sent) throws IOException {
        Check.that(reply instanceof Reply.Failed || answers(request, reply), "%s was answered %s", request, reply);
        switch (reply) {
            case Reply.Content(Body body) -> read(body, sent);
            case Reply.Listing(List<Entry> entries) -> {
                long length = entries.stream().mapToLong(entry -> entry.name().length() + 1).sum();
                Check.that(length <= sent, "%d characters in a listing of %d bytes", length, sent);
            }
            default -> { }
        }
    }

    private static boolean answers(Request request, Reply reply) {
        return switch (request) {
            case Request.ListDirectory _ -> reply instanceof Reply.Listing;
            case Request.ChangeDirectory _, Request.WhereAmI _ -> reply instanceof Reply.Directory;
            case Request.Size _ -> reply instanceof Reply.Size(long bytes) && bytes >= 0;
            case Request.Download _, Request.Preview _ -> reply instanceof Reply.Content;
            case Request.CommandLine _ -> reply instanceof Reply.Exit;
            case Request.Quit _ -> reply instanceof Reply.Goodbye;
            default -> reply instanceof Reply.Done;
        };
    }

    private static void read(Body content, long sent) throws IOException {
        try (content) {
            var buffer = ByteBuffer.allocate(1000);
            while (content.read(buffer.clear()) >= 0) {
                Check.that(content.moved() <= sent, "%d bytes of a content, and %d were sent", content.moved(), sent);
            }
            Check.same(content.moved(), content.length().orElse(content.moved()), "the length of a whole content");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
