package vos.fs;

import java.io.IOException;
import java.nio.file.Path;
import vos.fs.WorkspaceException.Reason;

/**
 * The directory of the host that a volume stands on.
 *
 * @param path a real path: the names in it are the operator's, and trusted
 * @param confinement how walks from it keep below it
 * @param forcing what is waited for before a change counts as done
 * @param tree held by whoever walks from it
 * @param longReads gives those their turn who read long directories
 */
record Root(Path path, Confinement confinement, Forcing forcing, TreeLock tree, LongReads longReads) {

    /** Whose lock and turns are its own. */
    Root(Path path, Confinement confinement, Forcing forcing) {
        this(path, confinement, forcing, new TreeLock(), new LongReads());
    }

    /** Opens it, for one walk. */
    Directory enter() throws IOException {
        return confinement.enter(path);
    }

    /**
     * Waits for the names in the directory of {@code place}, after a change there. That has happened, whatever becomes
     * of this: so a failure is {@link Reason#FAILED}, and never one that says that nothing was done.
     */
    void forceNames(Place place, Location changed) throws WorkspaceException {
        try {
            forcing.names(place.directory().path());
        } catch (IOException e) {
            throw new WorkspaceException(Reason.FAILED, changed, e);
        }
    }
}
