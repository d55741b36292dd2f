package vos.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A header of fixed width says how many bytes follow: cloud-fs, with 64 bytes.
 *
 * <p>The header is the length in bytes, in ASCII decimal digits, padded with spaces to its width. Any content can be
 * carried, and the receiver knows before it reads; in return it has to check a number that a stranger wrote.
 */
public final class HeaderFraming extends Framing {
    /** A sign, a fraction, a number of more than 18 digits: none of these is a length. Spaces on either side are. */
    private static final Pattern LENGTH = Pattern.compile(" *([0-9]{1,18}) *");

    private final int width;

    /** Messages behind headers of {@code width} bytes; 19 at least, so that every length fits. */
    public HeaderFraming(Wire wire, int width) {
        super(wire);
        if (width < 19) {
            throw new IllegalArgumentException("a header of " + width + " bytes");
        }
        this.width = width;
    }

    @Override
    protected Body open(Part part) throws IOException {
        long length = length();
        if (part == Part.MESSAGE && length > wire.messageLimit()) {
            throw new ProtocolViolation("a message of %d bytes is announced, %d are allowed"
                    .formatted(length, wire.messageLimit()));
        }
        if (length == 0) {
            // Whoever looks at the bytes would not see it, and take the next header for the rest of this one.
            wire.skip(0, part);
        }
        return Body.of(new SizedContent(wire, length, part), length);
    }

    private long length() throws IOException {
        byte[] header = wire.take(width, Part.HEADER);
        var digits = LENGTH.matcher(new String(header, StandardCharsets.ISO_8859_1));
        if (!digits.matches()) {
            throw new ProtocolViolation("a header is not a length", header);
        }
        return Long.parseLong(digits.group(1));
    }

    @Override
    public void send(byte[] message) throws IOException {
        announce(message.length);
        wire.put(Part.MESSAGE, message);
    }

    /** {@inheritDoc} Its length must be known. */
    @Override
    public void send(Body body) throws IOException {
        announce(body.length().orElseThrow(() -> new IllegalArgumentException("a body of unknown length")));
        wire.send(body);
    }

    private void announce(long length) throws IOException {
        String header = String.format(Locale.ROOT, "%-" + width + "d", length);
        wire.put(Part.HEADER, header.getBytes(StandardCharsets.US_ASCII));
    }
}
