package vos.fs;

/** Is told of every listing that a {@link Workspace} makes, and may refuse it: a long one takes memory. */
@FunctionalInterface
public interface ListingGuard {
    /** Lets every listing pass. */
    ListingGuard NONE = (directory, names) -> { };

    /**
     * A listing has been read into memory, and is handed on if this returns.
     *
     * @param names how many names it has
     * @throws WorkspaceException if it shall not be
     */
    void opened(Location directory, int names) throws WorkspaceException;
}
