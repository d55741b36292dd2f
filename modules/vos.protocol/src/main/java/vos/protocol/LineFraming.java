package vos.protocol;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A message is over when its line is: at LF. A CR before it belongs to the line end, for those who type over telnet.
 *
 * <p>A {@link DelimiterFraming} whose delimiter everybody can type, and therefore no framing for files: their length is
 * told on a line, and they follow by {@link Wire#body}.
 */
public final class LineFraming extends Framing {
    private static final byte[] LF = {'\n'};
    private static final Needle END = new Needle(LF);

    private final DelimiterFraming lines;

    /** Messages that are lines. */
    public LineFraming(Wire wire) {
        super(wire);
        lines = new DelimiterFraming(wire, LF);
    }

    @Override
    protected Body open(Part part) {
        return lines.open(part);
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        return super.receive().map(LineFraming::withoutCarriageReturn);
    }

    private static byte[] withoutCarriageReturn(byte[] line) {
        return endsWithCarriageReturn(line) ? Arrays.copyOf(line, line.length - 1) : line;
    }

    private static boolean endsWithCarriageReturn(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r';
    }

    /** {@inheritDoc} It must not contain a line end, nor end with a CR, which would be taken for a part of one. */
    @Override
    public void send(byte[] message) throws IOException {
        if (END.indexIn(message, 0, message.length) >= 0 || endsWithCarriageReturn(message)) {
            throw new IllegalArgumentException("a line with a line end in it: " + ProtocolViolation.show(message));
        }
        lines.send(message);
    }

    @Override
    public void send(Body body) throws IOException {
        lines.send(body);
    }
}
