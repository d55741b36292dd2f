package vos.fuzz;

import vos.protocol.Framing;
import vos.protocol.UntilCloseFraming;
import vos.protocol.Wire;

/** {@link UntilCloseFraming}, as {@link FramingTarget} says: all that is left is one message, and may be empty. */
final class UntilCloseFramingTarget extends FramingTarget {

    @Override
    Framing framing(Wire wire) {
        return new UntilCloseFraming(wire);
    }

    @Override
    Understood model(byte[] stream, int from, long limit) {
        return stream.length - from > limit ? Understood.VIOLATION
                : Understood.message(stream, from, stream.length, stream.length);
    }
}
