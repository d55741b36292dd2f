package vos.lab.minftp;

import vos.protocol.ErrorCode;
import vos.protocol.Reply;

/**
 * What the server says after every command {@code [MFTP-4.1]}: its current directory, and on a second line what went
 * wrong, if something did. A path holds no line end, so that an error cannot be taken for a path, nor a path for an
 * error.
 *
 * @param directory the current directory on the server
 * @param failure what went wrong, or null
 */
record Status(String directory, Reply.Failed failure) {
    private static final String ERROR = "\nERROR ";

    /** Reads what {@link #toString} writes; a published server's status is a path alone. */
    static Status parse(String text) {
        int line = text.indexOf(ERROR);
        if (line < 0) {
            return new Status(text, null);
        }
        String[] error = text.substring(line + ERROR.length()).split(": ", 2);
        var code = ErrorCode.ofWord(error[0]).orElse(ErrorCode.INTERNAL);
        return new Status(text.substring(0, line), new Reply.Failed(code, error[error.length - 1]));
    }

    boolean ok() {
        return failure == null;
    }

    /** {@code /sub}, or {@code /sub LF ERROR not-found: "x" does not exist}. */
    @Override
    public String toString() {
        return ok() ? directory : directory + ERROR + failure.code().word() + ": " + failure.detail();
    }
}
