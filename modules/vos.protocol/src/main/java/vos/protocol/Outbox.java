package vos.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a {@link Wire} sends next, gathered so that a reply is one write: small pieces, and a short body among them.
 *
 * <p>Has a small buffer, or a larger one that it borrows for a body, until that has left; while nothing is gathered,
 * none: a connection that waits has nothing to keep. One thread at a time, but for {@link #giveBack}.
 */
final class Outbox {
    /** A body that is longer is worth writes of its own, in bytes. */
    static final int SHORT_BODY = 16 * 1024;

    private final Transport transport;
    private final Buffers lender;
    /** None while nothing is gathered. */
    private ByteBuffer gathered;
    /** For a buffer that is not the small one. */
    private volatile Buffers.Loan loan;

    Outbox(Transport transport, Buffers lender) {
        this.transport = transport;
        this.lender = lender;
    }

    /** Adds bytes; if there is no room for them, all leaves now. */
    void put(byte[] bytes) throws IOException {
        if (gathered == null) {
            gathered = ByteBuffer.allocate(Wire.SMALL);
        }
        if (bytes.length > gathered.remaining()) {
            sendWith(ByteBuffer.wrap(bytes));
        } else {
            gathered.put(bytes);
        }
    }

    /**
     * Adds what is left of {@code body}, {@code length} bytes, if that is short and there is a buffer for it.
     *
     * @return false when nothing was done
     */
    boolean putShort(Body body, long length, Tap tap) throws IOException {
        if (length > SHORT_BODY || !makeRoom((int) length)) {
            return false;
        }
        int from = gathered.position();
        while (gathered.position() < from + length && body.read(gathered) >= 0) {
            // And again, until all of it is here.
        }
        tap.sent(Part.BODY, gathered.slice(from, gathered.position() - from).asReadOnlyBuffer());
        return true;
    }

    /** Sees to it that there is room for so many bytes, and behind them for what ends a message. */
    private boolean makeRoom(int bytes) {
        if (gathered != null && gathered.remaining() >= bytes + Wire.SMALL) {
            return true;
        }
        if (loan != null) {
            return false;
        }
        int needed = bytes + Wire.SMALL + (gathered == null ? 0 : gathered.position());
        Buffers.Loan larger = lender.lend(needed);
        if (larger.bytes() < needed) {
            larger.close();
            return false;
        }
        loan = larger;
        ByteBuffer buffer = larger.buffer();
        if (gathered != null) {
            buffer.put(gathered.flip());
        }
        gathered = buffer;
        return true;
    }

    /** Sends what has been gathered, if anything has. */
    void flush() throws IOException {
        if (gathered != null && gathered.position() > 0) {
            transport.write(gathered.flip());
            clear();
        }
    }

    /** Sends what has been gathered, and then {@code more}, in one write. */
    void sendWith(ByteBuffer more) throws IOException {
        if (gathered == null) {
            transport.write(more);
        } else {
            transport.write(gathered.flip(), more);
            clear();
        }
    }

    /** Drops what has been gathered. */
    void clear() {
        gathered = null;
        giveBack();
    }

    /** Gives back what was borrowed; for the end, from any thread. */
    void giveBack() {
        Buffers.Loan borrowed = loan;
        if (borrowed != null) {
            loan = null;
            borrowed.close();
        }
    }
}
