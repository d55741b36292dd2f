package vos.fs;

/** What a draft does, at the moment of its publication, about a file that already bears its name. */
public enum Publish {

    /** Takes its place, in one step: a reader finds the whole old file or the whole new one. */
    REPLACE,

    /** Yields to it, and fails with {@link WorkspaceException.Reason#ALREADY_EXISTS}: of many, one wins. */
    CREATE
}
