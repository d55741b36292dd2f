package vos.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** Writes what operators have in files. */
final class Pem {
    private Pem() {
    }

    static Path certificate(Path file, Identity identity) throws IOException, CertificateEncodingException {
        return Files.writeString(file, block("CERTIFICATE", identity.chain().getFirst().getEncoded()));
    }

    /** In the form that openssl writes today. */
    static Path key(Path file, PrivateKey key) throws IOException {
        return Files.writeString(file, block("PRIVATE KEY", key.getEncoded()));
    }

    static String block(String kind, byte[] der) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind,
                Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(der), kind);
    }
}
