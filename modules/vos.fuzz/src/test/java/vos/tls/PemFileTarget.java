package vos.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vos.fuzz.Check;
import vos.fuzz.Target;

/**
 * {@link PemFile}, and the {@link Identity} of what it holds: any content is refused, in a sentence that names the file
 * and tells nothing of a key, or holds certificates, a key, or both. What was read and is written is read again as the
 * same, and an identity shows what the file holds.
 */
public final class PemFileTarget implements Target {
    private static final Path FILE = Path.of("server.pem");
    /** A line of a key; what is shorter may be a word, which a sentence may hold too. */
    private static final Predicate<String> SECRET = Pattern.compile("[A-Za-z0-9+/=]{20,}").asMatchPredicate();
    /** Around what kind of part begins or ends, which may be told. */
    private static final String DASHES = "-----";

    @Override
    public void run(byte[] input) {
        try {
            PemFile file = parse(input);
            orRefused(input, () -> checkCertificates(file.certificates()));
            orRefused(input, () -> checkKey(file.key()));
            orRefused(input, () -> checkIdentity(file));
        } catch (IOException e) {
            checkRefusal(input, e);
        }
    }

    private static PemFile parse(byte[] content) throws IOException {
        return PemFile.parse(FILE, new ByteArrayInputStream(content));
    }

    private static void orRefused(byte[] input, Reading reading) {
        try {
            reading.run();
        } catch (IOException e) {
            checkRefusal(input, e);
        }
    }

    private static void checkCertificates(List<X509Certificate> certificates) {
        Check.that(!certificates.isEmpty(), "there are no certificates, and no refusal");
        var text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append(block("CERTIFICATE", encoded(certificate)));
        }
        try {
            Check.same(certificates, parse(text.toString().getBytes(US_ASCII)).certificates(), "the certificates");
        } catch (IOException e) {
            throw new AssertionError("certificates that were read are refused", e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError("a certificate that was read cannot be written", e);
        }
    }

    private static void checkKey(PrivateKey key) {
        try {
            byte[] written = block("PRIVATE KEY", key.getEncoded()).getBytes(US_ASCII);
            Check.that(key.equals(parse(written).key()), "the key is read as another");
        } catch (IOException e) {
            throw new AssertionError("a key that was read is refused", e);
        }
    }

    private static void checkIdentity(PemFile file) throws IOException {
        Identity identity = Identity.of(file, file);
        Check.same(file.certificates(), identity.chain(), "what is shown");
        Check.that(file.key().equals(identity.key()), "the key of the identity is another");
    }

    private static String block(String kind, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return DASHES + "BEGIN " + kind + DASHES + "\n" + lines + "\n" + DASHES + "END " + kind + DASHES + "\n";
    }

    private static void checkRefusal(byte[] input, IOException refusal) {
        String sentence = String.valueOf(refusal.getMessage());
        Check.that(sentence.contains(FILE.toString()), "the file is not named: %s", sentence);
        List<String> lines = new String(input, ISO_8859_1).lines().map(String::strip).toList();
        String kinds = String.join("\n", lines.stream().filter(line -> line.contains(DASHES)).toList());
        lines.stream().filter(SECRET).filter(line -> !kinds.contains(line)).forEach(line ->
                Check.that(!sentence.contains(line), "a line of the file was told: %s", sentence));
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }
}
