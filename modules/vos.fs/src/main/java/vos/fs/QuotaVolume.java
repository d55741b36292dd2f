package vos.fs;

import java.time.InstantSource;
import java.util.List;
import vos.fs.WorkspaceException.Reason;

/**
 * A volume of which only so much may be used.
 *
 * <p>What arrives is set aside in the {@link Ledger} before it is written, so that many uploads at once stay below the
 * limit together. While a file is replaced the old one and the new one both count, as both are on the disk; the old one
 * is given back when it is gone.
 *
 * <p>As safe for threads as the volume underneath. Changes of one name take turns, as what is given back is what was
 * there just before.
 *
 * <p>Does not see what comes into the volume by another way, until it counts again; nor what a listing does not show,
 * above all what drafts of a dead process left behind.
 */
final class QuotaVolume implements Volume {

    private final Volume volume;
    private final Quota quota;
    private final Turns turns = new Turns();
    private final Ledger ledger;

    /** Counts nothing yet. */
    QuotaVolume(Volume volume, Quota quota, InstantSource clock) {
        this.volume = volume;
        this.quota = quota;
        this.ledger = new Ledger(volume, quota, clock, turns);
    }

    @Override
    public Status status(Location location) throws WorkspaceException {
        return volume.status(location);
    }

    @Override
    public List<Entry> list(Location directory) throws WorkspaceException {
        return volume.list(directory);
    }

    @Override
    public StoredFile open(Location file) throws WorkspaceException {
        return volume.open(file);
    }

    @Override
    public Draft draft(Location target, Publish mode) throws WorkspaceException {
        QuotaDraft draft = new QuotaDraft(this, target, volume.draft(target, mode));
        draft.begin();
        return draft;
    }

    @Override
    public void makeDirectory(Location directory) throws WorkspaceException {
        try (Reservation entry = reservation(directory)) {
            requireRoom(entry, directory);
            change(directory, () -> {
                volume.makeDirectory(directory);
                entry.settle(Usage.NONE);
            });
        }
    }

    @Override
    public void removeFile(Location file) throws WorkspaceException {
        change(file, () -> {
            Usage removed = fileAt(file);
            volume.removeFile(file);
            ledger.settle(Usage.NONE, removed);
        });
    }

    @Override
    public void removeDirectory(Location directory) throws WorkspaceException {
        change(directory, () -> {
            volume.removeDirectory(directory);
            ledger.settle(Usage.NONE, Usage.ENTRY);
        });
    }

    @Override
    public void move(Location from, Location to) throws WorkspaceException {
        turns.ofAll(doubting(() -> {
            Usage replaced = to.equals(from) ? Usage.NONE : fileAt(to);
            volume.move(from, to);
            ledger.settle(Usage.NONE, replaced);
        }));
    }

    @Override
    public Quota quota() {
        return quota;
    }

    @Override
    public int sweep() throws WorkspaceException {
        return volume.sweep();
    }

    Reservation reservation(Location place) {
        return new Reservation(ledger, place);
    }

    /** What is stored, as far as it was counted, and what is on its way. */
    Usage taken() {
        return ledger.taken();
    }

    /** The most that one file may have. */
    long largestFile() {
        return quota.largestFile();
    }

    /** Changes what bears {@code name} when nobody else does. */
    void change(Location name, Turns.Change change) throws WorkspaceException {
        turns.ofName(name, doubting(change));
    }

    /**
     * What goes when {@code place} is replaced or removed. Nothing, where nothing can be found out: so rather too much
     * counts than too little, until it is counted anew.
     */
    Usage fileAt(Location place) {
        try {
            Status status = volume.status(place);
            return status.kind() == Kind.FILE ? Usage.ENTRY.plus(Usage.bytes(status.size())) : Usage.NONE;
        } catch (WorkspaceException unknown) {
            return Usage.NONE;
        }
    }

    /** A name that is taken is told of first: it needs no room. */
    private void requireRoom(Reservation entry, Location directory) throws WorkspaceException {
        try {
            entry.grow(Usage.ENTRY);
        } catch (WorkspaceException full) {
            throw isTaken(directory) ? new WorkspaceException(Reason.ALREADY_EXISTS, directory) : full;
        }
    }

    private boolean isTaken(Location place) {
        try {
            volume.status(place);
            return true;
        } catch (WorkspaceException nothingThere) {
            return false;
        }
    }

    private Turns.Change doubting(Turns.Change change) {
        return () -> {
            try {
                change.run();
            } catch (WorkspaceException e) {
                if (e.reason() == Reason.FAILED) {
                    ledger.forget();
                }
                throw e;
            }
        };
    }
}
