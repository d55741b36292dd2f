package vos.lab.orchestration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import vos.protocol.Part;
import vos.protocol.Text;
import vos.protocol.Wire;
import vos.protocol.WithdrawnException;

/**
 * A file as a published client sends it, read by whoever stores it {@code [ORCH-3.5]}. Each read takes up to one chunk,
 * and acknowledges the one before it, which has been stored by then.
 *
 * <p>The client is told to begin by the first read: an upload that is refused beforehand has no first read, and of its
 * file there is nothing to take off the wire {@code [ORCH-5.2]}. To close one that has begun takes the rest.
 */
final class ChunkedContent implements ReadableByteChannel {
    private final Wire wire;
    private final Segments segments;
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private boolean begun;
    private boolean over;
    private boolean withdrawn;

    ChunkedContent(Wire wire) {
        this.wire = wire;
        this.segments = new Segments(wire);
    }

    /** Whether the client has taken it back {@code [ORCH-3.7]}. */
    boolean withdrawn() {
        return withdrawn;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!over && !chunk.hasRemaining()) {
            next();
        }
        if (over) {
            return -1;
        }
        int count = Math.min(chunk.remaining(), target.remaining());
        target.put(chunk.slice(chunk.position(), count));
        chunk.position(chunk.position() + count);
        return count;
    }

    private void next() throws IOException {
        wire.put(Part.MESSAGE, Text.encode(begun ? Words.ACKNOWLEDGED : Words.ASK_FILE));
        begun = true;
        byte[] segment = segments.look(
                bytes -> Segments.isCut(Words.END_OF_FILE, bytes) || Segments.isCut(Words.GIVE_UP, bytes));
        String word = Segments.latin(segment);
        withdrawn = word.equals(Words.GIVE_UP);
        over = withdrawn || word.equals(Words.END_OF_FILE);
        chunk = ByteBuffer.wrap(segments.take(segment, over ? Part.DELIMITER : Part.BODY));
        if (withdrawn) {
            throw new WithdrawnException("the client has taken the file back");
        }
    }

    @Override
    public boolean isOpen() {
        return !over;
    }

    @Override
    public void close() throws IOException {
        while (begun && !over) {
            chunk.position(chunk.limit());
            discardNext();
        }
    }

    private void discardNext() throws IOException {
        try {
            next();
        } catch (WithdrawnException e) {
            // Whoever closes it does not want it either.
            assert over;
        }
    }
}
