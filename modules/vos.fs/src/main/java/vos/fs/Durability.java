package vos.fs;

/** What a change that a {@link LocalVolume} has reported as done survives. */
public enum Durability {

    /** The end of this process, however it ends; what the host has not written out yet is lost with its power. */
    PROCESS_CRASH(Forcing.NONE),

    /**
     * A power cut too, as far as the disk keeps what it says it has written. Each change waits for the disk: a file
     * once for its content and once for its name.
     */
    POWER_CUT(Forcing.TO_DISK);

    private final Forcing forcing;

    Durability(Forcing forcing) {
        this.forcing = forcing;
    }

    Forcing forcing() {
        return forcing;
    }
}
