package vos.client;

/** Is told how far a transfer has come. */
@FunctionalInterface
public interface Progress {
    /** Nobody wants to know. */
    Progress NONE = (moved, total) -> { };

    /**
     * A step has been made.
     *
     * @param moved bytes so far
     * @param total bytes in all, or -1 when that is not known
     */
    void moved(long moved, long total);
}
