package vos.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vos.protocol.PeerGoneException;
import vos.protocol.Transport;

/**
 * A peer whose every byte, and the pieces in which they arrive, are written down in an input.
 *
 * <p>A byte 0xFF, which is in no UTF-8, ends a piece: so much does one read give at most. What stands behind it may
 * mean more: another 0xFF that it is a byte of the piece after all, an {@code X} that the piece comes fifty times
 * more, an {@code S} that the peer is silent then for as long as somebody waits who does not wait for ever, an
 * {@code R} that the connection is reset, a {@code C} that what follows comes on the next connection. Behind its last
 * piece the stream ends.
 *
 * <p>Notices who reads on and on behind the end, reads without room, or answers without measure. For one thread.
 */
final class Script implements Transport {
    private static final int CUT = 0xFF;
    /** With it an input of some hundred bytes passes every limit for a message. */
    private static final int REPETITIONS = 50;
    /** But by no more than so many bytes a connection, lest an input only takes time. */
    private static final int MOST_REPEATED = 16 * 1024;
    /** So often may somebody look whether there is more behind the end. */
    private static final int LOOKS_BEHIND_THE_END = 1000;
    /** What no answer to an input of some kilobytes comes to, in bytes. */
    private static final int MOST_WRITTEN = 16 << 20;

    private enum Event { SILENCE, RESET }

    /** A piece, as a {@link ByteBuffer}, or an {@link Event}. */
    private final Deque<Object> events = new ArrayDeque<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int repeated;
    private int read;
    private int looksBehindTheEnd;
    private boolean reset;
    private boolean outputShut;
    private boolean closed;
    private boolean aborted;

    private Script() {
    }

    /** The peer on one connection; what is for a further one is left out. */
    static Script of(byte[] input) {
        return connections(input).removeFirst();
    }

    /** The peer on one connection after another; there is one at least. */
    static Deque<Script> connections(byte[] input) {
        var scripts = new ArrayDeque<Script>();
        scripts.add(new Script());
        var piece = new ByteArrayOutputStream();
        for (int i = 0; i < input.length; i++) {
            int next = i + 1 < input.length ? Byte.toUnsignedInt(input[i + 1]) : CUT + 1;
            if (Byte.toUnsignedInt(input[i]) != CUT) {
                piece.write(input[i]);
            } else if (next == CUT) {
                piece.write(CUT);
                i++;
            } else {
                scripts.getLast().add(piece);
                i += scripts.getLast().add(next) || next == 'C' ? 1 : 0;
                if (next == 'C') {
                    scripts.add(new Script());
                }
            }
        }
        scripts.getLast().add(piece);
        return scripts;
    }

    /** The peer that sends these pieces. */
    static Script of(List<byte[]> pieces) {
        var script = new Script();
        pieces.stream().filter(piece -> piece.length > 0).map(ByteBuffer::wrap).forEach(script.events::add);
        return script;
    }

    /** The pieces that will arrive, in order; no silence and no reset is among them. */
    List<byte[]> pieces() {
        var pieces = new ArrayList<byte[]>();
        for (Object event : events) {
            if (event instanceof ByteBuffer piece) {
                pieces.add(piece.array());
            }
        }
        return pieces;
    }

    private void add(ByteArrayOutputStream piece) {
        if (piece.size() > 0) {
            events.add(ByteBuffer.wrap(piece.toByteArray()));
            piece.reset();
        }
    }

    private boolean add(int sign) {
        return switch (sign) {
            case 'X' -> events.peekLast() instanceof ByteBuffer piece && repeat(piece.array());
            case 'S' -> events.add(Event.SILENCE);
            case 'R' -> events.add(Event.RESET);
            default -> false;
        };
    }

    private boolean repeat(byte[] piece) {
        for (int i = 0; i < REPETITIONS && repeated < MOST_REPEATED; i++) {
            repeated += piece.length;
            events.add(ByteBuffer.wrap(piece));
        }
        return true;
    }

    // ---- as a transport --------------------------------------------------------------------------------------------

    @Override
    public int read(ByteBuffer target, Duration atMost) throws IOException {
        refuseIfGone();
        Check.that(target.hasRemaining(), "somebody reads without room");
        while (events.peek() == Event.SILENCE) {
            events.remove();
            if (!atMost.isZero()) {
                return 0;
            }
        }
        reset = events.peek() == Event.RESET;
        refuseIfGone();
        if (events.peek() instanceof ByteBuffer piece) {
            return give(piece, target);
        }
        Check.that(looksBehindTheEnd++ < LOOKS_BEHIND_THE_END, "somebody reads on and on behind the end");
        return -1;
    }

    private int give(ByteBuffer piece, ByteBuffer target) {
        int count = Math.min(piece.remaining(), target.remaining());
        target.put(piece.slice(piece.position(), count));
        piece.position(piece.position() + count);
        if (!piece.hasRemaining()) {
            events.remove();
        }
        read += count;
        return count;
    }

    @Override
    public void write(ByteBuffer... sources) throws IOException {
        refuseIfGone();
        if (outputShut) {
            throw new PeerGoneException("script: the output was closed");
        }
        for (ByteBuffer source : sources) {
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            written.writeBytes(bytes);
        }
        Check.that(written.size() <= MOST_WRITTEN, "an answer has %d bytes and more", written.size());
    }

    @Override
    public long send(FileChannel file, long position, long count) {
        throw new AssertionError("there are no files here");
    }

    @Override
    public void shutdownOutput() throws IOException {
        refuseIfGone();
        outputShut = true;
    }

    @Override
    public void abort() {
        aborted = true;
        closed = true;
    }

    @Override
    public String peer() {
        return "script";
    }

    @Override
    public void close() {
        closed = true;
    }

    private void refuseIfGone() throws PeerGoneException {
        if (closed || reset) {
            throw new PeerGoneException(closed ? "script: the connection was closed" : "script: connection reset");
        }
    }

    // ---- what came of it -------------------------------------------------------------------------------------------

    /** All that was written so far. */
    byte[] written() {
        return written.toByteArray();
    }

    /** How many bytes were written so far. */
    int writtenBytes() {
        return written.size();
    }

    /** How many bytes reads have given. */
    int readBytes() {
        return read;
    }

    /** Whether this side has broken the connection off. */
    boolean aborted() {
        return aborted;
    }
}
