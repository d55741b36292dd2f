package vos.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vos.protocol.Body;
import vos.protocol.Framing;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/**
 * A framing that tells messages apart by what stands in the stream. Whatever comes: what is understood is what a plain
 * model makes of all the bytes at once, however the network cuts them; nothing is thrown but that the peer is gone or
 * broke the protocol; and of a message that is too long, no more is read than its limit and what a wire has room for.
 */
abstract class FramingTarget implements Target {
    /** A wire reads a kibibyte, and may have read as much before. */
    private static final int ROOM = 2 * 1024;
    private static final int[] LIMITS = {8192, 1, 5, 100, 1023, 1024};
    private static final List<Action> ACTIONS =
            List.of(Action.MESSAGE, Action.WHOLE_BODY, Action.CLOSED_BODY, Action.MESSAGE);
    private static final int MOST_ACTIONS = 4;

    /** What is asked of the framing for the next message. */
    enum Action { MESSAGE, WHOLE_BODY, CLOSED_BODY }

    /**
     * What a message is understood as.
     *
     * @param what the content, a character a byte, or in capitals how it went wrong
     * @param next where the next one begins; -1 if none does
     */
    record Understood(String what, int next) {
        static final Understood END = new Understood("END", -1);
        static final Understood GONE = new Understood("GONE", -1);
        static final Understood VIOLATION = new Understood("VIOLATION", -1);

        static Understood message(byte[] stream, int from, int to, int next) {
            return new Understood("=" + new String(stream, from, to - from, StandardCharsets.ISO_8859_1), next);
        }
    }

    /** The framing under test. */
    abstract Framing framing(Wire wire);

    /** Reads from the input what is particular to this framing. */
    void configure(Input input) {
    }

    /**
     * What stands at {@code from} in a stream that ends after these bytes.
     *
     * @param limit of the message's length in bytes, of a body endless
     */
    abstract Understood model(byte[] stream, int from, long limit);

    @Override
    public final void run(byte[] input) throws IOException {
        var settings = new Input(input);
        configure(settings);
        int limit = LIMITS[settings.number(LIMITS.length)];
        var actions = new ArrayList<Action>();
        for (int i = 0; i < MOST_ACTIONS; i++) {
            actions.add(ACTIONS.get(settings.number(ACTIONS.size())));
        }
        List<byte[]> pieces = Script.of(settings.rest()).pieces();
        byte[] stream = join(pieces);
        List<String> expected = expected(stream, actions, limit);
        Check.same(expected, understood(Script.of(pieces), actions, limit), "what is understood of the pieces");
        Check.same(expected, understood(Script.of(List.of(stream)), actions, limit), "what is understood of it whole");
        Check.same(expected, understood(Script.of(bytewise(stream)), actions, limit), "what is understood bytewise");
    }

    private List<String> expected(byte[] stream, List<Action> actions, int limit) {
        var all = new ArrayList<String>();
        int at = 0;
        for (int i = 0; at >= 0 && i <= stream.length; i++) {
            Action action = actions.get(i % actions.size());
            boolean message = action == Action.MESSAGE;
            Understood next = message && at == stream.length ? Understood.END
                    : model(stream, at, message ? limit : Long.MAX_VALUE);
            all.add(action == Action.CLOSED_BODY && next.next() >= 0 ? "closed" : next.what());
            at = next.next();
        }
        return all;
    }

    private List<String> understood(Script script, List<Action> actions, int limit) throws IOException {
        int most = script.pieces().stream().mapToInt(piece -> piece.length).sum();
        var framing = framing(new Wire(script, WireOptions.DEFAULTS.withMessageLimit(limit)));
        var all = new ArrayList<String>();
        boolean more = true;
        int taken = 0;
        boolean messagesOnly = true;
        for (int i = 0; more && i <= most; i++) {
            Action action = actions.get(i % actions.size());
            messagesOnly &= action == Action.MESSAGE;
            Understood next = next(framing, action);
            all.add(next.what());
            taken += next.what().length();
            more = next.next() >= 0;
            Check.that(!messagesOnly || script.readBytes() <= taken + (long) limit + ROOM + i * overhead(),
                    "%d bytes were read for messages of %d", script.readBytes(), taken);
        }
        return all;
    }

    /** What frames a message at most, in bytes. */
    int overhead() {
        return 64;
    }

    private static Understood next(Framing framing, Action action) throws IOException {
        try {
            return switch (action) {
                case MESSAGE -> framing.receive().map(message -> Understood.message(message, 0, message.length, 0))
                        .orElse(Understood.END);
                case WHOLE_BODY -> whole(framing.receiveBody());
                case CLOSED_BODY -> closed(framing.receiveBody());
            };
        } catch (PeerGoneException e) {
            return Understood.GONE;
        } catch (ProtocolViolation e) {
            return Understood.VIOLATION;
        }
    }

    private static Understood whole(Body body) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(7);
        while (body.read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        Check.same((long) all.size(), body.moved(), "what a body says that it moved");
        Check.same((long) all.size(), body.length().orElse(all.size()), "the length that was announced");
        return Understood.message(all.toByteArray(), 0, all.size(), 0);
    }

    private static Understood closed(Body body) throws IOException {
        try (body) {
            body.read(ByteBuffer.allocate(3));
        }
        return new Understood("closed", 0);
    }

    static byte[] join(List<byte[]> pieces) {
        var all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static List<byte[]> bytewise(byte[] stream) {
        var pieces = new ArrayList<byte[]>();
        for (int i = 0; i < stream.length; i++) {
            pieces.add(Arrays.copyOfRange(stream, i, i + 1));
        }
        return pieces;
    }
}
