package vos.tls;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What a server shows to its clients: a certificate, those that vouch for it, and that the key is its own. The key
 * is written nowhere. Immutable.
 */
public final class Identity {
    private static final Logger LOG = System.getLogger("vos.tls");
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "::1");

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    Identity(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /**
     * Reads it from PEM files. One that has expired, or is not valid yet, is taken with a warning: its clients will
     * refuse it.
     *
     * @param certificates the server's certificate, and behind it those that vouch for it, if there are any
     * @param key the private key of the first of them, EC or RSA, not encrypted; may be the same file
     * @throws IOException when a file is missing, or is not that; the message says which, and what to do
     */
    public static Identity fromPem(Path certificates, Path key) throws IOException {
        return fromPem(certificates, key, LOG);
    }

    static Identity fromPem(Path certificates, Path key, Logger log) throws IOException {
        Identity identity = of(PemFile.read(certificates), PemFile.read(key));
        warnUnlessValid(identity.chain.getFirst(), certificates, log);
        return identity;
    }

    /** That of the first key of the one file, and all certificates of the other, or of the same. */
    static Identity of(PemFile certificates, PemFile key) throws IOException {
        List<X509Certificate> chain = certificates.certificates();
        PrivateKey secret = key.key();
        X509Certificate own = chain.getFirst();
        if (!fits(secret, own.getPublicKey())) {
            throw new IOException("the key in %s is not that of the first certificate in %s, which is for %s"
                    .formatted(key.file(), certificates.file(), own.getSubjectX500Principal()));
        }
        return new Identity(secret, chain);
    }

    /**
     * Makes a new one, which nobody vouches for, for this machine by its loopback names and those given.
     *
     * @param names other host names and addresses by which clients know the server
     */
    public static Identity selfSigned(Collection<String> names) {
        var all = new LinkedHashSet<>(HERE);
        all.addAll(names);
        return SelfSigned.identity(all, Instant.now());
    }

    /** That of the server's own certificate, for those who pin it. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(chain.getFirst());
    }

    /** The certificate and those that vouch for it. */
    List<X509Certificate> chain() {
        return chain;
    }

    PrivateKey key() {
        return key;
    }

    /** For a server that shows it. */
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, new char[0], chain.toArray(X509Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key store in memory failed", e);
        }
    }

    /** Whether what the one has signed, the other finds genuine. */
    private static boolean fits(PrivateKey secret, PublicKey open) {
        try {
            Signature signature = Signature.getInstance("SHA256with" + (isEc(secret) ? "ECDSA" : "RSA"));
            byte[] anything = {1, 2, 3};
            signature.initSign(secret);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // Keys of different kinds.
            return false;
        }
    }

    private static boolean isEc(PrivateKey key) {
        return "EC".equals(key.getAlgorithm());
    }

    private static void warnUnlessValid(X509Certificate certificate, Path file, Logger log) {
        Instant now = Instant.now();
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            log.log(Level.WARNING, "the certificate in {0} expired at {1}; clients will refuse it", file, until);
        } else if (now.isBefore(from)) {
            log.log(Level.WARNING, "the certificate in {0} is valid from {1} on; clients will refuse it", file, from);
        }
    }
}
