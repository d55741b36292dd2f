package vos.protocol;

import java.io.IOException;

/** The peer went away: it closed, reset or abandoned the connection before a message was over. Nobody's mistake. */
public class PeerGoneException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says what was under way, for example {@code "the peer closed the connection in the middle of a message"}. */
    public PeerGoneException(String message) {
        super(message);
    }

    /** As above, with the transport's own failure. */
    public PeerGoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
