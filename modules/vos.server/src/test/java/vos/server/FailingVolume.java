package vos.server;

import java.util.List;
import vos.fs.Draft;
import vos.fs.Entry;
import vos.fs.Location;
import vos.fs.Publish;
import vos.fs.Status;
import vos.fs.StoredFile;
import vos.fs.Volume;
import vos.fs.WorkspaceException;

/** A volume on which every operation fails in the same way; only there is nothing to sweep. */
class FailingVolume implements Volume {
    private final Failure failure;

    /** What to fail with; a defect it throws itself. */
    @FunctionalInterface
    interface Failure {
        WorkspaceException get();
    }

    FailingVolume(Failure failure) {
        this.failure = failure;
    }

    @Override
    public Status status(Location location) throws WorkspaceException {
        throw failure.get();
    }

    @Override
    public List<Entry> list(Location directory) throws WorkspaceException {
        throw failure.get();
    }

    @Override
    public StoredFile open(Location file) throws WorkspaceException {
        throw failure.get();
    }

    @Override
    public Draft draft(Location target, Publish mode) throws WorkspaceException {
        throw failure.get();
    }

    @Override
    public void makeDirectory(Location directory) throws WorkspaceException {
        throw failure.get();
    }

    @Override
    public void removeFile(Location file) throws WorkspaceException {
        throw failure.get();
    }

    @Override
    public void removeDirectory(Location directory) throws WorkspaceException {
        throw failure.get();
    }

    @Override
    public void move(Location from, Location to) throws WorkspaceException {
        throw failure.get();
    }

    @Override
    public int sweep() {
        return 0;
    }
}
