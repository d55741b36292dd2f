package vos.fs;

/** What a name in a volume stands for. */
public enum Kind {

    /** Bytes of a known length, which can be opened. */
    FILE,

    /** Holds further names. */
    DIRECTORY,

    /** Anything else that a host may keep, such as a socket or a device: never listed, opened, moved or removed. */
    OTHER
}
