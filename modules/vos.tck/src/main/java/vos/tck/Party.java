package vos.tck;

/** Whose bytes tell whether a requirement is kept. */
public enum Party {
    /** A server's. */
    SERVER,
    /** A client's. */
    CLIENT,
    /** Either's, each by tests of its own. */
    BOTH,
    /** Nobody's: no test over the wire can tell, and a reader of the program has to. */
    REVIEW
}
