package vos.protocol;

import java.io.IOException;
import java.util.Optional;

/**
 * How the receiver knows that a message is over. This is what the five protocols differ in, and all that they differ in
 * below their commands.
 *
 * <p>A framing is one thing: it opens the next message as a stream that ends where the message does. A short message
 * taken whole is that stream read to its end, within the wire's limit. However the network splits or joins the bytes,
 * the messages come out as they went in, except for {@link SegmentFraming}, whose weakness is the lesson.
 *
 * <p>Bound to one {@link Wire} and as little thread-safe as it is. A message must be read to its end, or closed, before
 * the next one is opened.
 */
public abstract class Framing {
    /** The connection whose messages these are. */
    protected final Wire wire;

    /** A framing of {@code wire}'s bytes. */
    protected Framing(Wire wire) {
        this.wire = wire;
    }

    /**
     * Opens the next message as a stream.
     *
     * @param part what it is, for those who look at the bytes
     * @throws ProtocolViolation when its beginning is already wrong
     */
    protected abstract Body open(Part part) throws IOException;

    /** Sends a short message. It leaves when the wire flushes. */
    public abstract void send(byte[] message) throws IOException;

    /** Sends a body as a message. Does not close the body. */
    public abstract void send(Body body) throws IOException;

    /** The next message as a body, of unlimited length. */
    public final Body receiveBody() throws IOException {
        return open(Part.BODY);
    }

    /**
     * The next message, whole.
     *
     * @return empty when the peer has closed its side after its last complete message
     * @throws PeerGoneException when the peer closes in the middle of a message
     * @throws ProtocolViolation when the message is longer than the wire's limit
     */
    public Optional<byte[]> receive() throws IOException {
        if (wire.atEnd()) {
            return Optional.empty();
        }
        int limit = wire.messageLimit();
        var message = open(Part.MESSAGE).readAtMost(limit);
        if (message.isEmpty()) {
            throw new ProtocolViolation("a message is longer than " + limit + " bytes");
        }
        return message;
    }
}
