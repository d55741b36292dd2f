package vos.fs;

/** The volume in memory that the tests of this module have, for those of others. */
public final class Volumes {
    private Volumes() {
    }

    /** An empty one. */
    public static Volume inMemory() {
        return new MemoryVolume();
    }
}
