package vos.bench;

import java.io.Serial;

/** A measurement that could not be made. Its message is a sentence for people, who need no stack. */
final class BenchException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
