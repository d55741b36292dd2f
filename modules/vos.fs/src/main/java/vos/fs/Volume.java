package vos.fs;

import java.time.InstantSource;
import java.util.List;
import vos.fs.WorkspaceException.Reason;

/**
 * A tree of files and directories: what a {@link Workspace} stands on.
 *
 * <p>The contract is narrow, so that a distributed file system can keep it as well as a local directory:
 * <ul>
 *   <li><b>exclusive create</b>: of several drafts that {@link Publish#CREATE} one name, one succeeds, and of several
 *       that make one directory, one does;
 *   <li><b>atomic replace</b>: whoever opens a name while it is replaced finds the whole old content or the whole new
 *       one;
 *   <li><b>atomic move</b>: at each moment the thing has its old name or its new one.
 * </ul>
 *
 * <p>Every method throws {@link WorkspaceException} for what a client did wrong and for what the store could not do.
 * Every proper ancestor of the place that is spoken of must be a directory: {@link Reason#NOT_FOUND} or
 * {@link Reason#NOT_A_DIRECTORY} otherwise, naming the first that is not. A link of the host, anywhere on the way or
 * at its end, is never followed: {@link Reason#OUTSIDE}. A thing that is neither file nor directory has a status and
 * takes up its name, and that is all: it is never listed, opened, replaced, moved or removed.
 *
 * <p>Safe for use by many threads.
 *
 * <p>There are no locks, no writes into the middle of a file, no links and no watching.
 */
public interface Volume {

    /** What stands at {@code location}. */
    Status status(Location location) throws WorkspaceException;

    /**
     * The files and directories in {@code directory}, sorted by {@link String#compareTo name}. Anything else is left
     * out, and so are drafts and names that break the rules for names.
     */
    List<Entry> list(Location directory) throws WorkspaceException;

    /** Opens a file for reading; the caller closes it. */
    StoredFile open(Location file) throws WorkspaceException;

    /**
     * Begins a file; the caller publishes it or not, and closes it.
     *
     * <p>What can be known to fail at the publication is refused already here, before anything is written: a
     * directory of that name, and with {@link Publish#CREATE} anything of that name.
     */
    Draft draft(Location target, Publish mode) throws WorkspaceException;

    /** Makes an empty directory, and never its parents. Fails if anything bears the name. */
    void makeDirectory(Location directory) throws WorkspaceException;

    /** Removes a file, and never a directory. Whoever has it open keeps reading it. */
    void removeFile(Location file) throws WorkspaceException;

    /**
     * Removes an empty directory: never a file, never the root. A directory that a draft is being written to may
     * count as not empty.
     */
    void removeDirectory(Location directory) throws WorkspaceException;

    /**
     * Gives a file or a directory another name and place, in one step; onto itself, does nothing.
     *
     * <p>A file takes the place of a file that bore the new name. A directory is never replaced, and never replaces a
     * file; it is not moved into itself, and the root is not moved at all. A draft within a directory that is moved
     * cannot be published any more.
     */
    void move(Location from, Location to) throws WorkspaceException;

    /**
     * Removes what drafts left behind when the process that wrote them died; drafts that are alive, of whatever
     * process, stay. Takes a walk over the whole volume: made for the start of a server.
     *
     * @return how many were removed; those that could not be are left for the next time
     */
    int sweep() throws WorkspaceException;

    /**
     * The part of this volume below {@code top}, as a volume whose root is {@code top}: nothing outside is reached or
     * told of. {@code top} need not exist yet; while it does not, operations fail. Only {@link #sweep} is for the
     * whole.
     */
    default Volume within(Location top) {
        return top.isRoot() ? this : new Subtree(this, top);
    }

    /**
     * This volume, with no more in it than {@code quota} allows: {@link Reason#QUOTA_EXCEEDED} otherwise, and
     * {@link Reason#TOO_LARGE} for one file. Checked while bytes arrive; a draft that does not fit is discarded.
     *
     * <p>What is returned keeps the account: whoever is to share a quota shares that object, and {@link #within parts}
     * of it. Before its first change, and at most every few seconds before it refuses one, it walks over the whole
     * volume, and changes wait for so long: a listing for each directory, and a status for each file.
     */
    default Volume limitedTo(Quota quota) {
        return quota.equals(Quota.UNLIMITED) ? this : new QuotaVolume(this, quota, InstantSource.system());
    }

    /**
     * What this volume was {@linkplain #limitedTo limited to}. A part of a limited one has no quota of its own: what is
     * left of the whole's would tell of what is stored beside it.
     */
    default Quota quota() {
        return Quota.UNLIMITED;
    }
}
