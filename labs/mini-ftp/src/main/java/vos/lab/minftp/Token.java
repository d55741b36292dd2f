package vos.lab.minftp;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import vos.protocol.ProtocolViolation;

/**
 * What ends every message of one connection {@code [MFTP-1.2]}: {@code <}, eight ASCII letters or digits, {@code >}.
 *
 * @param text the token, 10 characters
 */
record Token(String text) {
    static final int BYTES = 10;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final Pattern FORM = Pattern.compile("<[A-Za-z0-9]{8}>");

    /** A new token; of 62^8 possible ones each is as likely as any other. */
    static Token random(RandomGenerator random) {
        var text = new StringBuilder("<");
        for (int i = 0; i < BYTES - 2; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Token(text.append('>').toString());
    }

    /** The token that a server sent first. */
    static Token of(byte[] bytes) throws ProtocolViolation {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!FORM.matcher(text).matches()) {
            throw new ProtocolViolation("this is not a mini-FTP server, which sends a token first", bytes);
        }
        return new Token(text);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
