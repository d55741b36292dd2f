package vos.protocol;

import java.io.IOException;

/**
 * A transfer went wrong by an accident of this connection, and nothing is damaged: content and delimiter collided. The
 * same request on a new connection, which the end opens by itself, is expected to succeed.
 */
public final class RetryOnNewConnection extends IOException {
    private static final long serialVersionUID = 1;

    /** Says which accident it was. */
    public RetryOnNewConnection(String message) {
        super(message);
    }
}
