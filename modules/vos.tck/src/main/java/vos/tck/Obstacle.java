package vos.tck;

/** What kept a test from being tried; it tells whether that counts against the peer. */
public enum Obstacle {
    /** Nothing: it was tried. */
    NONE,
    /** The run has not come to it. */
    NOT_YET,
    /** A test failed without which it can tell nothing. */
    FAILURE,
    /** The kit cannot see or do here what it takes: nobody's fault. */
    REACH
}
