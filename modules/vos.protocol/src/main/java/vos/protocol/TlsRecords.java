package vos.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * An {@link SSLEngine} with the bytes around it: seals what is sent into records, opens the records that come, and does
 * what the engine asks for in between.
 *
 * <p>An engine moves no byte itself. It turns plain bytes into a record ({@code wrap}) and a record into plain bytes
 * ({@code unwrap}), and says what it needs next; whoever has it carries the records. Most records hold what the
 * application says. The others are TLS's own: the handshake, and after it tickets, new keys and alerts. They give no
 * plain byte when they are opened, and some have to be answered.
 *
 * <p>Holds one record at most in each direction, and next to nothing while it waits for the first byte of one. One
 * thread reads and sends; {@link #close} comes from any.
 */
final class TlsRecords {
    /** What waits for the beginning of a record, and takes most commands whole. */
    private static final int SMALL = 1024;
    /** The plain bytes of a full record. */
    private static final int FULL = 16 * 1024;
    /** So many records are sealed before they are written. */
    private static final int GATHERED = 4;
    /** How long a close may take to get its last word out to a peer that does not read. */
    private static final Duration LAST_WORD = Duration.ofSeconds(5);
    /** The first byte of a record that holds an alert. */
    private static final byte ALERT = 21;
    /** The first byte of a record that holds a part of the handshake. */
    private static final byte HANDSHAKE = 22;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketTransport tcp;
    private final SSLEngine engine;
    /** Held from the sealing of a record until it is written: records are numbered, and leave in that order. */
    private final ReentrantLock writing = new ReentrantLock();
    /** What has come and is not opened yet: all before the position. */
    private ByteBuffer sealed = NOTHING;
    private boolean sealedWasFilled;
    /** What was opened and is not taken yet: all from the position on. */
    private ByteBuffer opened = NOTHING;
    private boolean begun;
    private boolean heard;
    private boolean ended;
    /** The handshake is over: from here on, what is said is secret, and comes from whom it seems to come. */
    private volatile boolean established;
    private volatile boolean waiting;
    private volatile boolean broken;

    TlsRecords(SocketTransport tcp, SSLEngine engine) {
        this.tcp = tcp;
        this.engine = engine;
    }

    /**
     * Does what the engine asks for until it asks for nothing: the whole handshake at first, answers to new keys later.
     *
     * @return false when the time ran out; the next call goes on from there
     */
    boolean settle(Deadline deadline) throws IOException {
        if (!begun) {
            begun = true;
            engine.beginHandshake();
        }
        while (true) {
            if (ended && !established) {
                // By alerts that nothing protects yet; who believed them would believe a stranger.
                throw leftInTheHandshake();
            }
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> send();
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (!open(NOTHING, deadline)) {
                        return false;
                    }
                }
                case NOT_HANDSHAKING, FINISHED -> {
                    established = true;
                    return true;
                }
            }
        }
    }

    /** Whether the handshake is over. From any thread. */
    boolean established() {
        return established;
    }

    private PeerGoneException leftInTheHandshake() {
        return new PeerGoneException(tcp.peer() + ": left before the TLS handshake was over");
    }

    // ---- receiving -------------------------------------------------------------------------------------------------

    /** As {@link Transport#read}; gives no more at once than one record holds. */
    int read(ByteBuffer target, Deadline deadline) throws IOException {
        int from = target.position();
        while (target.position() == from && target.hasRemaining() && !ended) {
            if (opened.hasRemaining()) {
                take(target);
            } else if (!settle(deadline) || !open(target, deadline)) {
                return 0;
            }
        }
        return ended ? -1 : target.position() - from;
    }

    private void take(ByteBuffer target) {
        int count = Math.min(opened.remaining(), target.remaining());
        target.put(opened.slice(opened.position(), count));
        opened.position(opened.position() + count);
        if (!opened.hasRemaining()) {
            opened = NOTHING;
        }
    }

    /**
     * Opens one record, once all of it has come: into {@code target}, or for {@link #take} if that is too small.
     *
     * @return false when the time ran out
     */
    private boolean open(ByteBuffer target, Deadline deadline) throws IOException {
        while (true) {
            switch (unwrap(target)) {
                case OK -> {
                    heard = true;
                    return true;
                }
                case CLOSED -> {
                    ended = true;
                    return true;
                }
                case BUFFER_OVERFLOW -> {
                    var room = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
                    boolean whole = open(room, deadline);
                    opened = room.position() > 0 ? room.flip() : NOTHING;
                    return whole;
                }
                case BUFFER_UNDERFLOW -> {
                    if (!fill(deadline)) {
                        return false;
                    }
                }
            }
        }
    }

    private SSLEngineResult.Status unwrap(ByteBuffer target) throws IOException {
        sealed.flip();
        try {
            return engine.unwrap(sealed, target).getStatus();
        } catch (SSLException e) {
            throw brokenBy(e);
        } finally {
            sealed.compact();
        }
    }

    /** Reads more of a record; false when the time ran out. */
    private boolean fill(Deadline deadline) throws IOException {
        if (deadline.isOver()) {
            return false;
        }
        makeRoom();
        int read = await(deadline);
        if (read < 0) {
            throw established ? cut() : leftInTheHandshake();
        }
        sealedWasFilled = !sealed.hasRemaining();
        if (!heard && read > 0 && sealed.get(0) != HANDSHAKE && sealed.get(0) != ALERT) {
            // An alert, and an end behind it, would be a content for those who do not speak TLS.
            broken = true;
            tcp.abort();
            throw new ProtocolViolation("the " + (engine.getUseClientMode() ? "server" : "client")
                    + " does not speak TLS");
        }
        return read > 0;
    }

    /** Anybody on the way can end TCP; an end that is believed is said by the peer, in a record. */
    private PeerGoneException cut() {
        return new PeerGoneException(tcp.peer() + ": the connection was cut: TCP has ended, TLS had not");
    }

    /** What has filled its buffer goes on; what has not may have been the last for a long time. */
    private void makeRoom() {
        boolean inTheMiddle = sealed.position() > 0;
        int wanted = inTheMiddle || sealedWasFilled ? engine.getSession().getPacketBufferSize() : SMALL;
        if (sealed.capacity() < wanted || !inTheMiddle && sealed.capacity() > wanted) {
            sealed = ByteBuffer.allocate(wanted).put(sealed.flip());
        }
    }

    private int await(Deadline deadline) throws IOException {
        waiting = true;
        try {
            return tcp.read(sealed, deadline.left());
        } finally {
            waiting = false;
        }
    }

    // ---- sending ---------------------------------------------------------------------------------------------------

    /** Writes what the buffers hold, in as few records as can be, and whatever the engine has to say itself. */
    void send(ByteBuffer... sources) throws IOException {
        writing.lock();
        try {
            ByteBuffer records = roomFor(sources);
            while (remaining(sources) > 0 || engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                switch (wrap(sources, records)) {
                    case OK -> {
                        // And again, until all is sealed.
                    }
                    case BUFFER_OVERFLOW -> write(records);
                    case CLOSED -> throw new PeerGoneException(tcp.peer() + ": this side has ended what it says");
                    case BUFFER_UNDERFLOW -> throw new IllegalStateException("there is nothing that wrap waits for");
                }
            }
            write(records);
        } finally {
            writing.unlock();
        }
    }

    private SSLEngineResult.Status wrap(ByteBuffer[] sources, ByteBuffer records) throws IOException {
        try {
            return engine.wrap(sources, records).getStatus();
        } catch (SSLException e) {
            throw brokenBy(e);
        }
    }

    private static long remaining(ByteBuffer... sources) {
        return Arrays.stream(sources).mapToLong(ByteBuffer::remaining).sum();
    }

    private ByteBuffer roomFor(ByteBuffer... sources) {
        int records = Math.clamp((remaining(sources) + FULL - 1) / FULL, 1, GATHERED);
        return ByteBuffer.allocate(records * engine.getSession().getPacketBufferSize());
    }

    private void write(ByteBuffer records) throws IOException {
        tcp.write(records.flip());
        records.clear();
    }

    // ---- the end ---------------------------------------------------------------------------------------------------

    /** Says that nothing more will come, and goes on opening what does. */
    void finish() throws IOException {
        writing.lock();
        try {
            tcp.write(lastWord());
            tcp.shutdownOutput();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Says so and closes. Whoever closes while this side waits for the peer, or writes to it, is another thread: it
     * waits for nothing, and what is cut in its middle must not seem to have ended.
     */
    void close() throws IOException {
        if (!established || !writing.tryLock()) {
            tcp.close();
            return;
        }
        try {
            tcp.closeAfter(lastWord(), waiting ? Duration.ZERO : LAST_WORD);
        } finally {
            writing.unlock();
        }
    }

    /** Whether TLS has failed, and the connection with it. From any thread. */
    boolean broken() {
        return broken;
    }

    /** Closes, and tells the peer why by an alert if that can be done without waiting; returns what to throw. */
    private IOException brokenBy(SSLException failure) {
        broken = true;
        IOException explained = TlsFailures.explained(tcp.peer(), failure);
        writing.lock();
        try {
            tcp.closeAfter(lastWord(), Duration.ZERO);
        } catch (IOException second) {
            explained.addSuppressed(second);
        } finally {
            writing.unlock();
        }
        return explained;
    }

    /** An alert, sealed: the own of the engine after a failure, or else close_notify; nothing if none is to be said. */
    private ByteBuffer lastWord() {
        engine.closeOutbound();
        var record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        try {
            while (!engine.isOutboundDone() && engine.wrap(NOTHING, record).bytesProduced() > 0) {
                // One of them may be a key or a ticket that was still to be sent.
            }
        } catch (SSLException repeated) {
            // An engine may say its failure once more, in the place of an alert.
            record.clear();
        }
        return record.flip();
    }
}
