package vos.cli;

import java.io.IOException;
import java.io.Serial;

/** A command line on the server has ended with an exit status other than 0; what it had to say about that, it said. */
final class ExitStatusException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    ExitStatusException(int status, String line) {
        super("exit status " + status + ": " + line);
    }
}
