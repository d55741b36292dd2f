package vos.protocol;

import java.time.Duration;

/** The peer is still connected and says nothing: the patience of this side has ended. */
public final class PeerSilentException extends PeerGoneException {
    private static final long serialVersionUID = 1;

    PeerSilentException(Duration patience) {
        super("no answer within " + patience.toSeconds() + " s");
    }
}
