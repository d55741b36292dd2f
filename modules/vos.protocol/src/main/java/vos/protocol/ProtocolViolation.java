package vos.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The peer broke the protocol, and where its next message begins can no longer be known. Carries the bytes at fault.
 */
public class ProtocolViolation extends IOException {
    private static final long serialVersionUID = 1;

    private static final int SHOWN = 80;

    /** Says what was expected instead. */
    public ProtocolViolation(String message) {
        super(message);
    }

    /**
     * Says what was expected, and shows what came.
     *
     * @param message what is wrong, without a full stop
     * @param bytes what the peer sent; the first 80 bytes are shown, those that are not printable ASCII as {@code \xhh}
     */
    public ProtocolViolation(String message, byte[] bytes) {
        super(message + ": " + show(bytes));
    }

    /** The bytes as printable ASCII, everything else as {@code \xhh}, cut after 80 bytes. */
    static String show(byte[] bytes) {
        var text = new StringBuilder("\"");
        for (byte b : bytes.length <= SHOWN ? bytes : Arrays.copyOf(bytes, SHOWN)) {
            boolean printable = b >= 0x20 && b < 0x7f && b != '"' && b != '\\';
            text.append(printable ? new String(new byte[] {b}, StandardCharsets.US_ASCII) : "\\x%02x".formatted(b));
        }
        return text.append(bytes.length <= SHOWN ? "\"" : "\"... (" + bytes.length + " bytes)").toString();
    }
}
