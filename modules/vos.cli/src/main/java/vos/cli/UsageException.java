package vos.cli;

import java.io.IOException;

/** What was typed makes no sense. The message says why, and a way out. */
final class UsageException extends IOException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }

    /** Refuses what makes no sense. */
    static void require(boolean makesSense, String otherwise) throws UsageException {
        if (!makesSense) {
            throw new UsageException(otherwise);
        }
    }

    /** Refuses the value of an option that is out of its bounds. */
    static void requireRange(String option, int value, int least, int most) throws UsageException {
        if (value < least || value > most) {
            throw new UsageException("%s is from %d to %d, not %d".formatted(option, least, most, value));
        }
    }
}
