package vos.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ClientEnd;
import vos.protocol.Delivery;
import vos.protocol.Dialect;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.MemoryLink;
import vos.protocol.Operation;
import vos.protocol.PeerGoneException;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/**
 * The two ends, joined by a connection that delivers as it likes: a request arrives as it was asked, and a reply as
 * it was given, as if there were no wire between them.
 */
public abstract class BothEndsContract {
    /** Answers what the client's end asks. */
    final RecordingSession session = new RecordingSession().in("/docs");

    /** The dialect whose ends these are. */
    protected abstract Dialect dialect();

    static Stream<Delivery> deliveries() {
        return Stream.concat(Stream.of(Delivery.WHOLE, Delivery.BYTEWISE, Delivery.COALESCED),
                new Random(1).longs(20).mapToObj(Delivery::random));
    }

    /** A client's end that is connected, and logged in where there is a login. */
    final ClientEnd connect(Delivery delivery) throws IOException {
        ClientEnd client = dialect().clientEnd(() -> serve(delivery));
        client.open();
        if (dialect().needsLogin()) {
            assertEquals(new Reply.Done(), client.perform(TestUser.login()));
        }
        return client;
    }

    /** A new connection to a server with the one session; returns the client's side of it. */
    private Wire serve(Delivery delivery) {
        var link = new MemoryLink(delivery);
        var wire = new Wire(link.server(), WireOptions.DEFAULTS);
        ServerEnd end = dialect().serverEnd(wire, session);
        Thread.ofVirtual().start(() -> serve(wire, end));
        return new Wire(link.client(), WireOptions.DEFAULTS);
    }

    private void serve(Wire wire, ServerEnd end) {
        try (wire) {
            end.greet();
            for (Optional<Request> request = end.receive(); request.isPresent(); request = end.receive()) {
                end.reply(request.get(), session.perform(request.get()));
                wire.flush();
            }
        } catch (PeerGoneException e) {
            // The client has closed: the test is over.
            assert e.getMessage() != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoPassesLinesOnKeepsTheContractOfCommandLinesToo() {
        assertEquals(dialect().vocabulary().passesOn(), this instanceof CommandLineContract);
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void requestsArriveAsTheyWereAsked(Delivery delivery) throws IOException {
        String anything = Bytes.everyByte();
        var requests = new LinkedHashMap<Request, String>();
        requests.put(new Request.ChangeDirectory("my docs"), "ChangeDirectory my docs");
        requests.put(new Request.MakeDirectory("späße"), "MakeDirectory späße");
        requests.put(new Request.Remove("  "), "Remove");
        requests.put(new Request.Touch("a  b"), "Touch a  b");
        requests.put(new Request.Move("a b", "c d"), "Move a b c d");
        requests.put(new Request.Size("x"), "Size x");
        requests.put(new Request.Download("späße mit x"), "Download späße mit x");
        requests.put(upload("all bytes", anything), "Upload all bytes = " + anything);
        requests.put(upload("empty", ""), "Upload empty = ");
        requests.keySet().removeIf(request -> !has(request));
        try (ClientEnd client = connect(delivery)) {
            for (Request request : requests.keySet()) {
                read(client.perform(request));
            }
        }

        Stream<String> before = dialect().needsLogin()
                ? Stream.of("Login " + TestUser.NAME + " (hidden)", "Hello vos/1") : Stream.of("Hello vos/1");
        assertEquals(Stream.concat(before, requests.values().stream()).toList(), session.requests());
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void repliesArriveAsTheyWereGiven(Delivery delivery) throws IOException {
        byte[] noise = Bytes.noise(20_000);
        var failed = new Reply.Failed(ErrorCode.NOT_FOUND, "\"/docs/x\" does not exist");
        var listing = new Reply.Listing(List.of(new Entry("  a b", false), new Entry("docs", true)));
        session.answering(Request.ListDirectory.class, () -> listing)
                .answering(Request.Download.class, () -> new Reply.Content(Body.of(noise)))
                .answering(Request.Size.class, () -> new Reply.Size(Long.MAX_VALUE / 10))
                .answering(Request.Remove.class, () -> failed);
        var replies = new LinkedHashMap<Request, Reply>();
        replies.put(new Request.ChangeDirectory("docs"), new Reply.Directory("/docs"));
        replies.put(new Request.WhereAmI(), new Reply.Directory("/docs"));
        replies.put(new Request.ListDirectory(""), listing);
        replies.put(new Request.MakeDirectory("x"), new Reply.Done());
        replies.put(new Request.Size("x"), new Reply.Size(Long.MAX_VALUE / 10));
        replies.put(new Request.Remove("x"), failed);
        replies.keySet().removeIf(request -> !has(request));

        try (ClientEnd client = connect(delivery)) {
            for (var expected : replies.entrySet()) {
                assertEquals(expected.getValue(), client.perform(expected.getKey()));
            }
            assertArrayEquals(noise, read(client.perform(new Request.Download("x"))));
            assertEquals(new Reply.Done(), client.perform(upload("y", "")), "the next one is as good");
            session.answering(Request.Download.class, () -> failed).answering(Request.Upload.class, () -> failed);
            assertEquals(failed, client.perform(new Request.Download("x")));
            assertEquals(failed, client.perform(upload("x", "content")));
        }
    }

    private static Request upload(String name, String content) {
        return new Request.Upload(name, Body.of(Bytes.of(content)), true);
    }

    /** Whether the dialect has a command for it. */
    private boolean has(Request request) {
        Operation operation = switch (request) {
            case Request.ListDirectory list -> Operation.LIST;
            case Request.ChangeDirectory change -> Operation.CHANGE_DIRECTORY;
            case Request.WhereAmI where -> Operation.WHERE_AM_I;
            case Request.MakeDirectory make -> Operation.MAKE_DIRECTORY;
            case Request.Remove remove -> Operation.REMOVE;
            case Request.Touch touch -> Operation.TOUCH;
            case Request.Move move -> Operation.MOVE;
            case Request.Size size -> Operation.SIZE;
            case Request.Upload upload -> Operation.UPLOAD;
            case Request.Download download -> Operation.DOWNLOAD;
            default -> throw new IllegalArgumentException("not asked here: " + request);
        };
        return dialect().vocabulary().find(operation).isPresent();
    }

    /** The content of a reply, to its end; of one without a content, nothing. */
    private static byte[] read(Reply reply) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (reply instanceof Reply.Content(Body body)) {
            try (body) {
                body.copyTo(Channels.newChannel(bytes));
            }
        }
        return bytes.toByteArray();
    }
}
