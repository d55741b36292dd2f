package vos.torture;

import java.io.IOException;
import vos.fs.Location;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;
import vos.torture.StorageFault.Step;

/**
 * When a {@link FaultyVolume} fails: at its n-th operation of those that the fault can befall, and then once only or
 * from then on.
 *
 * <p>For many threads: operations of one server come one after the other, and on different ones.
 */
final class FaultPlan {
    private StorageFault fault;
    private boolean lasting;
    private int left;
    private boolean met;
    private String where = "";

    /** Work that may fail. */
    @FunctionalInterface
    interface Work<T, E extends IOException> {
        T run() throws E;
    }

    /** From now on all works. */
    synchronized void disarm() {
        fault = null;
        met = false;
    }

    /**
     * From now on the operation number {@code at}, from 1, fails.
     *
     * @param forEver whether all that come behind it fail too
     */
    synchronized void arm(StorageFault kind, int at, boolean forEver) {
        fault = kind;
        lasting = forEver;
        left = at;
        met = false;
        where = "";
    }

    /** Whether there was such an operation. */
    synchronized boolean met() {
        return met;
    }

    /** Which operation it was that failed first. */
    synchronized String where() {
        return where;
    }

    /** The fault that befalls this operation; null if it is to work. */
    synchronized StorageFault next(Step step, String what) {
        if (fault == null || !fault.befalls(step) || met && !lasting) {
            return null;
        }
        if (!met && --left > 0) {
            return null;
        }
        where = met ? where : what;
        met = true;
        return fault;
    }

    /** Does {@code work}, or fails in its place. */
    <T> T run(Step step, String what, Location place, Work<T, WorkspaceException> work) throws WorkspaceException {
        StorageFault befallen = next(step, what);
        if (befallen == StorageFault.LATE) {
            work.run();
        }
        if (befallen != null) {
            throw failure(befallen, place);
        }
        return work.run();
    }

    /** What a fault that is told by an exception throws. */
    static WorkspaceException failure(StorageFault fault, Location place) {
        return switch (fault) {
            case DEFECT -> throw new IllegalStateException("the storage has a defect");
            case FULL -> new WorkspaceException(Reason.NO_SPACE, place);
            case BROKEN, LATE, CUT -> new WorkspaceException(Reason.FAILED, place);
        };
    }
}
