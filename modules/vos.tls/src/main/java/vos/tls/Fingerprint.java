package vos.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells one certificate from all others: the SHA-256 of its DER encoding.
 *
 * @param hex 64 hexadecimal digits, in small letters
 */
public record Fingerprint(String hex) {
    private static final String PREFIX = "sha256:";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    /** Also as {@code openssl x509 -fingerprint -sha256} prints it: {@code sha256 Fingerprint=AB:CD:...}. */
    private static final Pattern WRITTEN = Pattern.compile("(?:sha256(?::| fingerprint=))?([0-9a-f:]+)");

    /** Refuses what is no SHA-256. */
    public Fingerprint {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("64 hexadecimal digits make a SHA-256, not: " + hex);
        }
    }

    /** That of a certificate. */
    public static Fingerprint of(X509Certificate certificate) {
        try {
            byte[] der = certificate.getEncoded();
            return new Fingerprint(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der)));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be written: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Reads what {@link #toString} writes, or what openssl prints; letters may be large.
     *
     * @throws IllegalArgumentException when it is neither, with a sentence for people
     */
    public static Fingerprint parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        String hex = written.matches() ? written.group(1).replace(":", "") : "";
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "a fingerprint is 'sha256:' and 64 hexadecimal digits, with or without colons, not: " + text);
        }
        return new Fingerprint(hex);
    }

    /** Whether it is that of this certificate; takes as long for every answer. */
    boolean matches(X509Certificate certificate) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hex), HexFormat.of().parseHex(of(certificate).hex));
    }

    @Override
    public String toString() {
        return PREFIX + hex;
    }
}
