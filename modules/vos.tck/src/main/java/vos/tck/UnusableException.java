package vos.tck;

import java.io.IOException;

/** Nothing can be judged. The message says why, and a way out. */
final class UnusableException extends IOException {

    private static final long serialVersionUID = 1;

    UnusableException(String message) {
        super(message);
    }

    /** Refuses what makes no sense. */
    static void require(boolean makesSense, String otherwise) throws UnusableException {
        if (!makesSense) {
            throw new UnusableException(otherwise);
        }
    }
}
