package vos.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Which certificates a client takes for genuine. What it refuses, it refuses in a sentence that has the certificate's
 * {@link Fingerprint}.
 *
 * <p>Whoever trusts authorities has to have the host's name verified too, as by
 * {@code SSLParameters.setEndpointIdentificationAlgorithm}; a pin takes it for verified.
 */
public final class Trust {
    private Trust() {
    }

    /** Those that an authority vouches for which this Java knows, for the host that they are shown by. */
    public static SSLContext ofSystem() {
        return context(new ExplainedTrust(authorities(null)));
    }

    /**
     * Those that an authority in a PEM file vouches for, or that stand in it themselves, for the host that they are
     * shown by.
     *
     * @throws IOException when the file is missing or holds no certificate; the message says which
     */
    public static SSLContext ofAuthorities(Path pem) throws IOException {
        List<X509Certificate> certificates = PemFile.read(pem).certificates();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate certificate : certificates) {
                store.setCertificateEntry(Fingerprint.of(certificate).hex(), certificate);
            }
            return context(new ExplainedTrust(authorities(store)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key store in memory failed", e);
        }
    }

    /** The one with this fingerprint, by whatever host it is shown, and no other. */
    public static SSLContext ofPinned(Fingerprint pin) {
        return context(new PinnedTrust(pin));
    }

    /** @param store the authorities; null for those that this Java knows */
    private static X509ExtendedTrustManager authorities(KeyStore store) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no authorities", e);
        }
    }

    private static SSLContext context(TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
