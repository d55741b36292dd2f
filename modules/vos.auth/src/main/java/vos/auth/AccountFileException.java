package vos.auth;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/**
 * An account file that cannot be read as one: {@code accounts.txt, line 3: a user's name has 1 to 64 characters}.
 * Nothing of the line is repeated but names of users that are sure to be names.
 */
public final class AccountFileException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;

    AccountFileException(Path file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
        this.line = line;
    }

    /** The first line that is wrong, from 1. */
    public int line() {
        return line;
    }
}
