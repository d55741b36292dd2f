package vos.fs;

/**
 * How much there is, or is to come.
 *
 * @param bytes lengths of files
 * @param entries files and directories
 */
record Usage(long bytes, long entries) {

    static final Usage NONE = new Usage(0, 0);

    /** A directory, or a file that is still empty. */
    static final Usage ENTRY = new Usage(0, 1);

    static Usage bytes(long bytes) {
        return new Usage(bytes, 0);
    }

    /** Files with holes can claim more bytes than can be counted: then the sum stays at the most. */
    Usage plus(Usage more) {
        long sum = bytes + more.bytes;
        return new Usage(sum < 0 ? Long.MAX_VALUE : sum, entries + more.entries);
    }

    Usage minus(Usage less) {
        return new Usage(Math.max(0, bytes - less.bytes), Math.max(0, entries - less.entries));
    }
}
