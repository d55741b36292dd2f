package vos.tck.cloudfs;

import java.nio.charset.StandardCharsets;
import vos.tck.Payload;

/** Frames: a header of 64 bytes that tells the length of what follows {@code [CLOUD-2.1]}. */
final class CloudFsFrame {

    /** The bytes of a header. */
    static final int HEADER = 64;
    /** The most bytes that a message has. */
    static final int LONGEST_MESSAGE = 8192;

    private CloudFsFrame() {
    }

    /** A header, and {@code message} in UTF-8. */
    static Octets of(String message) {
        return of(Octets.of(message));
    }

    /** A header, and these bytes. */
    static Octets of(Octets content) {
        return new Octets(header(Integer.toString(content.length())), HEADER).then(content);
    }

    /** A header that says {@code text}, whatever that is, with spaces behind it. */
    static Payload header(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return Payload.text(text + " ".repeat(Math.max(0, HEADER - length)));
    }
}
