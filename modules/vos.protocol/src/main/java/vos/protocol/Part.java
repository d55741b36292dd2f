package vos.protocol;

/** What a run of bytes on the wire is for, as its framing knows it. */
public enum Part {
    /** Text that means something: a command, an answer, a status. */
    MESSAGE,
    /** A text that only the two ends may see: a password. */
    SECRET,
    /** What says that a message is over: a token, a sentinel, a line end. */
    DELIMITER,
    /** What says how long the next message is. */
    HEADER,
    /** A file's content. */
    BODY
}
