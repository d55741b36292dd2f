package vos.lab.netstring;

import java.io.IOException;
import vos.protocol.Body;
import vos.protocol.Framing;
import vos.protocol.Part;
import vos.protocol.ProtocolViolation;
import vos.protocol.Text;
import vos.protocol.Wire;

/** {@code 5:hello,} is the message {@code hello}. A framing that the core does not have, and need not. */
final class NetstringFraming extends Framing {
    private static final int MOST_DIGITS = 18;

    NetstringFraming(Wire wire) {
        super(wire);
    }

    @Override
    protected Body open(Part part) throws IOException {
        var digits = new StringBuilder();
        for (byte b = next(); b != ':'; b = next()) {
            if (b < '0' || b > '9' || digits.length() == MOST_DIGITS) {
                throw new ProtocolViolation("a netstring begins with up to 18 digits and a colon");
            }
            digits.append((char) b);
        }
        if (digits.isEmpty()) {
            throw new ProtocolViolation("a netstring begins with a digit");
        }
        return wire.body(Long.parseLong(digits.toString())).endingWith(this::comma);
    }

    private byte next() throws IOException {
        return wire.take(1, Part.HEADER)[0];
    }

    private void comma() throws IOException {
        if (wire.take(1, Part.DELIMITER)[0] != ',') {
            throw new ProtocolViolation("a netstring ends with a comma");
        }
    }

    @Override
    public void send(byte[] message) throws IOException {
        send(Body.of(message));
    }

    @Override
    public void send(Body body) throws IOException {
        wire.put(Part.HEADER, Text.encode(body.length().orElseThrow() + ":"));
        wire.send(body);
        wire.put(Part.DELIMITER, Text.encode(","));
    }
}
