package vos.fuzz;

import vos.protocol.Framing;
import vos.protocol.LineFraming;
import vos.protocol.Wire;

/** {@link LineFraming}, as {@link FramingTarget} says; a CR before the LF is no part of a message, but of a body. */
final class LineFramingTarget extends FramingTarget {

    @Override
    Framing framing(Wire wire) {
        return new LineFraming(wire);
    }

    @Override
    Understood model(byte[] stream, int from, long limit) {
        Understood line = DelimiterFramingTarget.delimited(stream, from, new byte[] {'\n'}, limit);
        boolean body = limit == Long.MAX_VALUE;
        return body || !line.what().endsWith("\r") ? line
                : new Understood(line.what().substring(0, line.what().length() - 1), line.next());
    }
}
