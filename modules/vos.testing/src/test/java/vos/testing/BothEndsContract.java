package vos.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ClientEnd;
import vos.protocol.Delivery;
import vos.protocol.Dialect;
import vos.protocol.ErrorCode;
import vos.protocol.MemoryLink;
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
    private final RecordingSession session = new RecordingSession().in("/docs");

    /** The dialect whose ends these are. */
    protected abstract Dialect dialect();

    static Stream<Delivery> deliveries() {
        return Stream.concat(Stream.of(Delivery.WHOLE, Delivery.BYTEWISE, Delivery.COALESCED),
                new Random(1).longs(20).mapToObj(Delivery::random));
    }

    private ClientEnd connect(Delivery delivery) throws IOException {
        var link = new MemoryLink(delivery);
        var wire = new Wire(link.server(), WireOptions.DEFAULTS);
        ServerEnd end = dialect().serverEnd(wire, session);
        Thread.ofVirtual().start(() -> serve(wire, end));
        ClientEnd client = dialect().clientEnd(() -> new Wire(link.client(), WireOptions.DEFAULTS));
        client.open();
        return client;
    }

    private void serve(Wire wire, ServerEnd end) {
        try (wire) {
            end.greet();
            for (Optional<Request> request = end.receive(); request.isPresent(); request = end.receive()) {
                end.reply(request.get(), session.perform(request.get()));
            }
        } catch (PeerGoneException e) {
            // The client has closed: the test is over.
            assert e.getMessage() != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void requestsArriveAsTheyWereAsked(Delivery delivery) throws IOException {
        String anything = Bytes.everyByte();
        try (ClientEnd client = connect(delivery)) {
            client.perform(new Request.ChangeDirectory("my docs"));
            client.perform(new Request.MakeDirectory("späße"));
            client.perform(new Request.Remove("  "));
            client.perform(new Request.Move("a b", "c d"));
            client.perform(new Request.Size("x"));
            client.perform(new Request.Upload("all bytes", Body.of(Bytes.of(anything)), true));
            client.perform(new Request.Upload("empty", Body.of(new byte[0]), true));
        }

        assertEquals(List.of("Hello vos/1", "ChangeDirectory my docs", "MakeDirectory späße", "Remove", "Move a b c d",
                "Size x", "Upload all bytes = " + anything, "Upload empty = "), session.requests());
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void repliesArriveAsTheyWereGiven(Delivery delivery) throws IOException {
        byte[] noise = Bytes.noise(20_000);
        var failed = new Reply.Failed(ErrorCode.NOT_FOUND, "\"/docs/x\" does not exist");
        session.answering(Request.Download.class, () -> new Reply.Content(Body.of(noise)))
                .answering(Request.Size.class, () -> new Reply.Size(Long.MAX_VALUE / 10))
                .answering(Request.Remove.class, () -> failed);

        try (ClientEnd client = connect(delivery)) {
            assertEquals(new Reply.Directory("/docs"), client.perform(new Request.ChangeDirectory("docs")));
            assertEquals(new Reply.Done(), client.perform(new Request.MakeDirectory("x")));
            assertEquals(new Reply.Size(Long.MAX_VALUE / 10), client.perform(new Request.Size("x")));
            assertEquals(failed, client.perform(new Request.Remove("x")));
            assertArrayEquals(noise, content(client.perform(new Request.Download("x"))));
            assertEquals(new Reply.Done(), client.perform(new Request.MakeDirectory("y")), "the next one is as good");
        }
    }

    private static byte[] content(Reply reply) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Body body = ((Reply.Content) reply).body()) {
            body.copyTo(Channels.newChannel(bytes));
        }
        return bytes.toByteArray();
    }
}
