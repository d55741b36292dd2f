package vos.fs;

/**
 * How much may be stored in a {@linkplain Volume#limitedTo volume}. {@link Long#MAX_VALUE} is no limit; zero is one.
 *
 * @param bytes lengths of all files together, in bytes
 * @param files files and directories together, without the root: each is an entry that somebody has to keep
 * @param largestFile length of one file, in bytes
 */
public record Quota(long bytes, long files, long largestFile) {

    /** No limit at all. */
    public static final Quota UNLIMITED = new Quota(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** Refuses limits below zero. */
    public Quota {
        if (bytes < 0 || files < 0 || largestFile < 0) {
            throw new IllegalArgumentException(
                    "a limit is below zero: bytes " + bytes + ", files " + files + ", largest file " + largestFile);
        }
    }
}
