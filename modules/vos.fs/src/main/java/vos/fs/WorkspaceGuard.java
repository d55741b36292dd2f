package vos.fs;

/**
 * Is told what a {@link Workspace} is about to hand on or to make, and may refuse it: for limits that are the
 * session's, and not the storage's.
 *
 * <p>Called by the session's thread.
 */
public interface WorkspaceGuard {
    /** Lets everything pass. */
    WorkspaceGuard NONE = new WorkspaceGuard() { };

    /**
     * A listing has been read into memory, and is handed on if this returns.
     *
     * @param names how many names it has
     * @throws WorkspaceException if it shall not be
     */
    default void listed(Location directory, int names) throws WorkspaceException {
    }

    /**
     * Something is to bear the name of {@code place}, if this returns.
     *
     * @throws WorkspaceException if it shall not
     */
    default void named(Location place) throws WorkspaceException {
    }
}
