package vos.shell;

import java.io.Serial;

/** A line that is not run, with the sentence that says why and the exit status. */
final class Refusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** Of the line as such, before any command is known. */
    static Refusal ofLine(String sentence) {
        return new Refusal(Shell.MISUSED, "sh: " + sentence);
    }

    int status() {
        return status;
    }
}
