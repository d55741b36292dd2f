package vos.protocol;

import java.math.BigDecimal;
import java.time.Duration;

/** The peer is still connected and says nothing: the patience of this side has ended. */
public final class PeerSilentException extends PeerGoneException {
    private static final long serialVersionUID = 1;

    PeerSilentException(Duration patience) {
        super("no answer within " + seconds(patience) + " s");
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
