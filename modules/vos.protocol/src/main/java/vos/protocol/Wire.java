package vos.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * One connection's bytes in both directions, buffered once.
 *
 * <p>Reading: what has arrived waits in a small buffer until a {@link Framing} takes it; a body of known size passes by
 * the buffer. Writing: small pieces are gathered, and leave together when this side turns to reading, pauses, sends a
 * body or flushes; so a reply is one write, and nobody can forget to send it.
 *
 * <p>One thread at a time; {@link #close} may come from any thread. Knows nothing of messages: where one ends is its
 * framing's to say.
 */
public final class Wire implements Closeable {
    /** Room for a command: what an idle connection keeps. */
    static final int SMALL = 1024;
    /** Room for a body that must be searched for its end. */
    static final int BULK = 64 * 1024;
    /**
     * A file is sent in steps of this size, so that progress can be seen and a stalled peer be told from a slow one.
     */
    private static final int FILE_STEP = 256 * 1024;

    /** What a peer that does not listen may go on sending before the connection is closed all the same, in bytes. */
    private static final long LAST_WORDS = 64L << 20;

    private final Transport transport;
    private final WireOptions options;
    private ByteBuffer input = ByteBuffer.allocate(SMALL);
    private int head;
    private int tail;
    private boolean ended;
    private boolean aborted;
    private final Outbox outbox;
    /** For an input buffer that is not small. */
    private Buffers.Loan loan;

    /** A wire over {@code transport}; closing the wire closes it. */
    public Wire(Transport transport, WireOptions options) {
        this.transport = transport;
        this.options = options;
        this.outbox = new Outbox(transport, options.buffers());
    }

    /** The peer's address for log lines. */
    public String peer() {
        return transport.peer();
    }

    /** The longest message that is taken into memory, in bytes. */
    public int messageLimit() {
        return options.messageLimit();
    }

    // ---- reading ---------------------------------------------------------------------------------------------------

    /**
     * Whether the peer has closed its side and all that it sent has been taken. Waits until there is a byte or an
     * end.
     */
    public boolean atEnd() throws IOException {
        return head == tail && !fill(SMALL);
    }

    /**
     * Looks at what has come and takes none of it: for peers whose messages do not say where they end. Waits for the
     * first byte as any reading does; for more, until what there is can be judged, or the peer has been silent for a
     * while or closed its side. Each time all is looked at again, so no more is looked at than {@link #messageLimit}.
     *
     * @param enough whether these bytes can be judged; asked again whenever there are more
     * @param atMost how long to wait for more after each byte; no longer than {@link WireOptions#patience}
     * @return the bytes that have come and have not been taken; none only when the peer has closed its side
     */
    public byte[] peek(Predicate<byte[]> enough, Duration atMost) throws IOException {
        return peek(SMALL, enough, atMost);
    }

    /**
     * As above, with room for {@code room} bytes when the first of them come: what one read gives depends on it
     * {@code [COM-6.6]}.
     */
    public byte[] peek(int room, Predicate<byte[]> enough, Duration atMost) throws IOException {
        // Before the flush, as its answer may come at once.
        transport.acknowledgeLate();
        flush();
        int most = Math.max(room, messageLimit());
        boolean more = head < tail || fill(room);
        while (more && tail - head < most && !enough.test(unread(most))) {
            makeRoom(SMALL);
            int read = ended ? -1 : append(withinPatience(atMost));
            ended = read < 0;
            more = read > 0;
        }
        return unread(most);
    }

    private Duration withinPatience(Duration atMost) {
        Duration patience = options.patience();
        return patience.isZero() || patience.compareTo(atMost) > 0 ? atMost : patience;
    }

    private byte[] unread(int most) {
        return Arrays.copyOfRange(input.array(), head, Math.min(tail, head + most));
    }

    /**
     * Takes exactly {@code count} bytes.
     *
     * @throws PeerGoneException when the peer closes before they have come
     */
    public byte[] take(int count, Part part) throws IOException {
        var bytes = new byte[count];
        var target = ByteBuffer.wrap(bytes);
        while (target.hasRemaining()) {
            if (read(target, part) < 0) {
                throw cutOff();
            }
        }
        return bytes;
    }

    /**
     * The next {@code size} bytes as a body. Its reader gets {@link PeerGoneException} when the peer closes before
     * its end.
     */
    public Body body(long size) {
        return Body.of(new SizedContent(this, size, Part.BODY), size);
    }

    /** Reads what has arrived, or else waits for what arrives; -1 at the end of the stream. */
    int read(ByteBuffer target, Part part) throws IOException {
        int from = target.position();
        if (head == tail && target.remaining() >= SMALL && !ended) {
            flush();
            ended = patiently(transport.read(target, options.patience())) < 0;
        } else if (head < tail || fill(SMALL)) {
            int count = Math.min(tail - head, target.remaining());
            target.put(input.array(), head, count);
            head += count;
        }
        int count = target.position() - from;
        if (count > 0) {
            options.tap().received(part, target.slice(from, count));
        }
        return count == 0 && ended ? -1 : count;
    }

    /** Takes {@code count} bytes that are in the buffer and passes them over. */
    void skip(int count, Part part) {
        options.tap().received(part, ByteBuffer.wrap(input.array(), head, count).slice());
        head += count;
    }

    /** The buffer's array; the bytes not yet taken stand from {@link #head} to {@link #tail}. */
    byte[] array() {
        return input.array();
    }

    int head() {
        return head;
    }

    int tail() {
        return tail;
    }

    /**
     * Waits for more bytes and appends them to those not yet taken.
     *
     * @param wanted the room there should be for them; what idle connections hold is small, what bodies need is larger
     * @return false at the end of the stream
     */
    boolean fill(int wanted) throws IOException {
        flush();
        if (ended) {
            return false;
        }
        makeRoom(wanted);
        ended = patiently(append(options.patience())) < 0;
        return !ended;
    }

    private int append(Duration atMost) throws IOException {
        input.limit(input.capacity()).position(tail);
        int read = transport.read(input, atMost);
        tail = input.position();
        return read;
    }

    private int patiently(int read) throws PeerSilentException {
        if (read == 0) {
            throw new PeerSilentException(options.patience());
        }
        return read;
    }

    private void makeRoom(int wanted) {
        int unread = tail - head;
        int room = wanted > SMALL ? borrowed(wanted) : wanted;
        boolean tooSmall = input.capacity() - unread < room;
        boolean tooLarge = unread == 0 && input.capacity() > room;
        if (tooSmall || tooLarge) {
            var other = ByteBuffer.allocate(unread + room);
            System.arraycopy(input.array(), head, other.array(), 0, unread);
            input = other;
            giveBackUnless(room > SMALL);
        } else if (input.capacity() - tail < room) {
            System.arraycopy(input.array(), head, input.array(), 0, unread);
        } else {
            return;
        }
        head = 0;
        tail = unread;
    }

    /** How much of what is wanted there is, for as long as this is not given back. */
    private int borrowed(int wanted) {
        if (loan == null) {
            loan = options.buffers().lend(wanted);
        }
        return loan.bytes();
    }

    private void giveBackUnless(boolean needed) {
        if (!needed && loan != null) {
            loan.close();
            loan = null;
        }
    }

    /** What is thrown when the stream ends inside a message. */
    PeerGoneException cutOff() {
        return new PeerGoneException(peer() + ": the connection ended in the middle of a message");
    }

    // ---- writing ---------------------------------------------------------------------------------------------------

    /** Adds bytes to what leaves next. */
    public void put(Part part, byte[] bytes) throws IOException {
        options.tap().sent(part, ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        outbox.put(bytes);
    }

    /** Sends what has been gathered. Done by itself before this side reads, pauses or closes its output. */
    public void flush() throws IOException {
        outbox.flush();
    }

    /**
     * Sends what has been gathered and then the body, in constant memory; a short one is gathered too. Does not close
     * the body.
     *
     * @throws IOException when the body has ended before its announced length, so that this message cannot be completed
     *     and the connection is of no more use
     */
    public void send(Body body) throws IOException {
        boolean gathered = body.length().isPresent()
                && outbox.putShort(body, body.length().getAsLong() - body.moved(), options.tap());
        if (!gathered && body.file().isPresent() && options.tap() == Tap.NONE) {
            flush();
            sendFile(body, body.file().get());
        } else if (!gathered) {
            sendCopy(body);
        }
        if (body.length().isPresent() && body.moved() < body.length().getAsLong()) {
            throw new IOException("a body ended after %d of %d bytes"
                    .formatted(body.moved(), body.length().getAsLong()));
        }
    }

    private void sendFile(Body body, FileChannel file) throws IOException {
        long length = body.length().orElseThrow();
        while (body.moved() < length) {
            long sent = transport.send(file, body.moved(), Math.min(FILE_STEP, length - body.moved()));
            if (sent == 0) {
                return;
            }
            body.advance(sent);
        }
    }

    private void sendCopy(Body body) throws IOException {
        try (Buffers.Loan room = options.buffers()
                .lend(Math.clamp(body.length().orElse(BULK) - body.moved(), 1, BULK))) {
            ByteBuffer chunk = room.buffer();
            while (body.read(chunk) >= 0) {
                options.tap().sent(Part.BODY, chunk.flip().asReadOnlyBuffer());
                outbox.sendWith(chunk);
                chunk.clear();
            }
        }
    }

    /**
     * Sends what has been gathered and then says nothing for a while, so that a published peer, which takes one read
     * for one message, sees a message of its own {@code [COM-6.1]}. The peer's next bytes, or the end of its stream,
     * end the pause early: whoever speaks has read enough.
     *
     * @return whether the peer was silent for all of it
     */
    public boolean pause(Duration atMost) throws IOException {
        flush();
        if (head == tail && !ended && atMost.isPositive()) {
            makeRoom(SMALL);
            ended = append(atMost) < 0;
        }
        return head == tail && !ended;
    }

    /** Has a close, also that of a process that has died, be no end that the peer could believe, until taken back. */
    void breakOffWhenClosed(boolean breakOff) throws IOException {
        transport.breakOffWhenClosed(breakOff);
    }

    /** Sends what has been gathered, and tells the peer that nothing more will come: the half-close of TCP. */
    public void finish() throws IOException {
        if (!aborted) {
            flush();
            transport.shutdownOutput();
        }
    }

    /**
     * Breaks the connection off: the peer's reads fail, where after a {@link #close} they come to an end, which may
     * mean that all is well {@code [COM-6.5]}. Drops what has been gathered and what has not been taken; to
     * {@link #finish} or {@link #leave} after it does nothing.
     */
    public void abort() throws IOException {
        outbox.clear();
        head = tail;
        ended = true;
        aborted = true;
        transport.abort();
    }

    /**
     * Leaves politely: closes the output and then takes what still comes, for a while. A connection that is closed with
     * unread bytes is reset, and a reset takes our own last words from the peer before it has read them.
     *
     * @param atMost how long to wait for the peer to close its side after each of its bytes
     */
    public void leave(Duration atMost) throws IOException {
        finish();
        head = tail;
        long left = LAST_WORDS;
        while (!ended && left > 0) {
            makeRoom(SMALL);
            int read = append(atMost);
            ended = read < 0;
            left = read > 0 ? left - read : 0;
            head = tail;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            transport.close();
        } finally {
            giveBackUnless(false);
            outbox.giveBack();
        }
    }
}
