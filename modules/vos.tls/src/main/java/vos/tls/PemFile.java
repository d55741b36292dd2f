package vos.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** A text file with certificates or a key between {@code BEGIN} and {@code END}, as openssl and others write it. */
final class PemFile {
    private static final Map<ASN1ObjectIdentifier, String> KINDS = Map.of(
            X9ObjectIdentifiers.id_ecPublicKey, "EC", PKCSObjectIdentifiers.rsaEncryption, "RSA");

    private final Path file;
    private final List<Object> parts;

    private PemFile(Path file, List<Object> parts) {
        this.file = file;
        this.parts = parts;
    }

    /** Reads all of it; what it holds is looked at when it is asked for. */
    static PemFile read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return parse(file, content);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        }
    }

    /** The same of {@code content}, which is that of {@code file}. */
    static PemFile parse(Path file, InputStream content) throws IOException {
        var parts = new ArrayList<>();
        try (var parser = new PEMParser(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                parts.add(part);
            }
        } catch (IOException e) {
            throw new IOException(file + " is no PEM file: " + e.getMessage(), e);
        }
        return new PemFile(file, parts);
    }

    /** Where it was read. */
    Path file() {
        return file;
    }

    /** The certificates, in their order; at least one. */
    List<X509Certificate> certificates() throws IOException {
        var certificates = new ArrayList<X509Certificate>();
        for (Object part : parts) {
            if (part instanceof X509CertificateHolder holder) {
                certificates.add(certificate(holder.getEncoded()));
            }
        }
        if (certificates.isEmpty()) {
            throw new IOException(file + " holds no certificate in PEM form: '-----BEGIN CERTIFICATE-----' begins one");
        }
        return certificates;
    }

    private X509Certificate certificate(byte[] der) throws IOException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IOException(file + " holds a certificate that cannot be read: " + e.getMessage(), e);
        }
    }

    /** The first private key. */
    PrivateKey key() throws IOException {
        for (Object part : parts) {
            switch (part) {
                case PrivateKeyInfo pkcs8 -> {
                    return key(pkcs8);
                }
                case PEMKeyPair traditional -> {
                    return key(traditional.getPrivateKeyInfo());
                }
                case PKCS8EncryptedPrivateKeyInfo encrypted -> throw isEncrypted();
                case PEMEncryptedKeyPair encrypted -> throw isEncrypted();
                default -> {
                    // A certificate, or the parameters that openssl writes before an EC key.
                }
            }
        }
        throw new IOException(file + " holds no private key in PEM form: '-----BEGIN PRIVATE KEY-----' begins one");
    }

    private IOException isEncrypted() {
        return new IOException(("the key in %s is encrypted; 'openssl pkey -in %s -out key.pem' writes it without its "
                + "passphrase, to a file that nobody else should be able to read").formatted(file, file));
    }

    private PrivateKey key(PrivateKeyInfo info) throws IOException {
        ASN1ObjectIdentifier kind = info.getPrivateKeyAlgorithm().getAlgorithm();
        if (!KINDS.containsKey(kind)) {
            throw new IOException(file + " holds a key that is neither EC nor RSA, but of kind " + kind);
        }
        try {
            return KeyFactory.getInstance(KINDS.get(kind)).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds a key that cannot be read: " + e.getMessage(), e);
        }
    }
}
