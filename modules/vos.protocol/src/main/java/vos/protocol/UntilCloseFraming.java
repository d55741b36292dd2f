package vos.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * A message is over when the connection is: the bodies of file-sharing, and HTTP before it learned lengths.
 *
 * <p>Carries any content, once: one message in each direction of a connection. Its receiver cannot tell a sender that
 * has finished from one that was killed in between, as both end in a closed connection {@code [COM-6.5]}. A sender can
 * help: until it has finished, this one's connection does not end but breaks off, whatever it dies of.
 */
public final class UntilCloseFraming extends Framing {

    /** What is left of {@code wire} is one message. */
    public UntilCloseFraming(Wire wire) {
        super(wire);
    }

    @Override
    protected Body open(Part part) {
        return Body.unsized(new Rest(part));
    }

    /** {@inheritDoc} Nothing can be sent after it. */
    @Override
    public void send(byte[] message) throws IOException {
        wire.put(Part.MESSAGE, message);
        wire.finish();
    }

    /** {@inheritDoc} Nothing can be sent after it. */
    @Override
    public void send(Body body) throws IOException {
        wire.breakOffWhenClosed(true);
        wire.send(body);
        wire.flush();
        wire.breakOffWhenClosed(false);
        wire.finish();
    }

    private final class Rest implements ReadableByteChannel {
        private final Part part;

        Rest(Part part) {
            this.part = part;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return wire.read(target, part);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() throws IOException {
            Body.discardRest(this);
        }
    }
}
