package vos.protocol;

/** What a command of a dialect's {@link Vocabulary} does. */
public enum Operation {
    /** Lists a directory of the server. */
    LIST,
    /** Changes the current directory on the server. */
    CHANGE_DIRECTORY,
    /** Shows the current directory on the server. */
    WHERE_AM_I,
    /** Makes a directory on the server. */
    MAKE_DIRECTORY,
    /** Removes a file or an empty directory from the server. */
    REMOVE,
    /** Makes an empty file on the server. */
    TOUCH,
    /** Moves or renames on the server. */
    MOVE,
    /** Shows the size of a file on the server. */
    SIZE,
    /** Sends a local file to the server. */
    UPLOAD,
    /** Fetches a file from the server. */
    DOWNLOAD,
    /** Shows the beginning of a file on the server. */
    PREVIEW,
    /** Shows where the client is on its own machine, and what is there; the server is not asked. */
    LOCAL_DIRECTORY,
    /** Ends the conversation. */
    QUIT
}
