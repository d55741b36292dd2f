package vos.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import vos.fs.WorkspaceException.Reason;

/**
 * A draft that sets aside what it is about to write; what does not fit discards it.
 *
 * <p>For one thread.
 */
final class QuotaDraft implements Draft {

    private final QuotaVolume volume;
    private final Location target;
    private final Draft draft;
    private final Reservation reservation;

    QuotaDraft(QuotaVolume volume, Location target, Draft draft) {
        this.volume = volume;
        this.target = target;
        this.draft = draft;
        this.reservation = volume.reservation(target);
    }

    /** Sets aside what an empty file takes. */
    void begin() throws WorkspaceException {
        setAside(Usage.ENTRY);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        Usage coming = Usage.bytes(source.remaining());
        if (coming.bytes() > volume.largestFile() - reservation.bytes()) {
            throw discarded(new WorkspaceException(Reason.TOO_LARGE, target,
                    "is larger than " + volume.largestFile() + " bytes, which is the most for one file"));
        }
        setAside(coming);
        int written = 0;
        try {
            written = draft.write(source);
            return written;
        } finally {
            reservation.shrink(coming.minus(Usage.bytes(written)));
            releaseIfClosed();
        }
    }

    @Override
    public void publish() throws WorkspaceException {
        try {
            volume.change(target, () -> {
                Usage replaced = volume.fileAt(target);
                draft.publish();
                reservation.settle(replaced);
            });
        } finally {
            releaseIfClosed();
        }
    }

    @Override
    public void close() throws WorkspaceException {
        try (reservation) {
            draft.close();
        }
    }

    @Override
    public boolean isOpen() {
        return draft.isOpen();
    }

    private void setAside(Usage coming) throws WorkspaceException {
        try {
            reservation.grow(coming);
        } catch (WorkspaceException full) {
            throw discarded(full);
        }
    }

    /** The room is free when the bytes are gone. */
    private WorkspaceException discarded(WorkspaceException refusal) {
        try {
            close();
        } catch (WorkspaceException second) {
            refusal.addSuppressed(second);
        }
        return refusal;
    }

    private void releaseIfClosed() {
        if (!isOpen()) {
            reservation.close();
        }
    }
}
