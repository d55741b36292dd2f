package vos.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * A message is over when its delimiter has come: the end-of-message token of mini-ftp, the sentinels of virtuos and
 * cloud-fs.
 *
 * <p>The delimiter is found wherever the network cuts it. What this framing cannot do is carry a message that contains
 * the delimiter {@code [COM-6.3]}: the sender has to make sure, with {@link #occursIn}, or by choosing a delimiter that
 * cannot be guessed, or by telling the length beforehand.
 */
public final class DelimiterFraming extends Framing {
    private final byte[] delimiter;
    private final Needle needle;

    /** Messages that end with {@code delimiter}, which is not empty. */
    public DelimiterFraming(Wire wire, byte[] delimiter) {
        super(wire);
        this.delimiter = delimiter.clone();
        this.needle = new Needle(delimiter);
    }

    @Override
    protected Body open(Part part) {
        return Body.unsized(new Content(part));
    }

    @Override
    public void send(byte[] message) throws IOException {
        wire.put(Part.MESSAGE, message);
        sendDelimiter();
    }

    @Override
    public void send(Body body) throws IOException {
        wire.send(body);
        sendDelimiter();
    }

    /** Sends the delimiter that ends a message whose bytes have been sent already. */
    public void sendDelimiter() throws IOException {
        wire.put(Part.DELIMITER, delimiter);
    }

    /**
     * The next message as a body of known length, behind which its delimiter must stand. It may contain the delimiter.
     * Its reader gets a {@link ProtocolViolation} when something else stands there.
     */
    public Body receiveBody(long size) {
        return wire.body(size).endingWith(this::expectDelimiter);
    }

    private void expectDelimiter() throws IOException {
        byte[] bytes = wire.take(delimiter.length, Part.DELIMITER);
        if (!Arrays.equals(bytes, delimiter)) {
            throw new ProtocolViolation("a message is not over where it said it would be", bytes);
        }
    }

    /**
     * Whether a message with this content could not be carried. Leaves the body where it was.
     *
     * @throws IllegalArgumentException when the body cannot be read twice
     */
    public boolean occursIn(Body body) throws IOException {
        SeekableByteChannel source = body.seekable()
                .orElseThrow(() -> new IllegalArgumentException("a body that can be read only once"));
        long position = source.position();
        try {
            return occursIn(source, body.length().orElse(Long.MAX_VALUE) - body.moved());
        } finally {
            source.position(position);
        }
    }

    /** Whether a receiver of {@code length} bytes of this content would find the delimiter before their end. */
    boolean occursIn(ReadableByteChannel content, long length) throws IOException {
        var window = ByteBuffer.allocate(Wire.BULK);
        long left = length;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = content.read(window.limit((int) Math.min(window.position() + left, window.capacity())));
            left -= Math.max(read, 0);
            if (needle.indexIn(window.array(), 0, window.position()) >= 0) {
                return true;
            }
            int kept = Math.min(window.position(), delimiter.length - 1);
            window.flip().position(window.limit() - kept);
            window.compact();
        }
        // "__END" is no "__END__", and yet the real one behind it makes "__END__END__", which ends too early.
        window.put(delimiter, 0, delimiter.length - 1);
        return needle.indexIn(window.array(), 0, window.position()) >= 0;
    }

    /** One message. Hands out the bytes of which it is certain that no delimiter begins among them. */
    private final class Content implements ReadableByteChannel {
        private final Part part;
        private int certain;
        private boolean delimiterFollows;
        private boolean over;

        Content(Part part) {
            this.part = part;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            while (!over && certain == 0) {
                advance();
            }
            if (over) {
                return -1;
            }
            int count = Math.min(certain, target.remaining());
            target.put(wire.array(), wire.head(), count);
            wire.skip(count, part);
            certain -= count;
            return count;
        }

        /** Makes some bytes certain, or finds that the message is over. */
        private void advance() throws IOException {
            if (delimiterFollows) {
                wire.skip(delimiter.length, Part.DELIMITER);
                over = true;
                return;
            }
            int found = needle.indexIn(wire.array(), wire.head(), wire.tail());
            if (found >= 0) {
                certain = found - wire.head();
                delimiterFollows = true;
                return;
            }
            // The last bytes may be the beginning of a delimiter whose rest is still on its way.
            certain = Math.max(0, wire.tail() - wire.head() - (delimiter.length - 1));
            if (certain == 0 && !wire.fill(part == Part.BODY ? Wire.BULK : Wire.SMALL)) {
                throw wire.cutOff();
            }
        }

        @Override
        public boolean isOpen() {
            return !over;
        }

        @Override
        public void close() throws IOException {
            Body.discardRest(this);
        }
    }
}
