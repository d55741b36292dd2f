package vos.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts whom another does, and says in a sentence why not, with the fingerprint that was shown, and a way out. */
final class ExplainedTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;

    ExplainedTrust(X509ExtendedTrustManager trust) {
        this.trust = trust;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            trust.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw explained(chain, authType, engine.getPeerHost(), e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        try {
            trust.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            String host = socket instanceof SSLSocket ssl ? ssl.getHandshakeSession().getPeerHost() : "this host";
            throw explained(chain, authType, host, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkServerTrusted(chain, authType);
    }

    private CertificateException explained(X509Certificate[] chain, String authType, String host,
            CertificateException failure) {
        return new CertificateException(("the certificate of the server is not trusted: %s; it is %s, which --tls-pin "
                + "takes if whoever runs the server says that it is theirs")
                .formatted(reason(chain, authType, host), Fingerprint.of(chain[0])), failure);
    }

    private String reason(X509Certificate[] chain, String authType, String host) {
        X509Certificate own = chain[0];
        Instant now = Instant.now();
        if (now.isAfter(own.getNotAfter().toInstant())) {
            return "it expired at " + own.getNotAfter().toInstant();
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            return "it is valid from " + own.getNotBefore().toInstant() + " on";
        }
        return vouchedFor(chain, authType) ? "it is not for %s, but for %s".formatted(host, names(own))
                : "no authority that is trusted here vouches for it";
    }

    /** Apart from the host's name, which is the last thing that is looked at. */
    private boolean vouchedFor(X509Certificate[] chain, String authType) {
        try {
            trust.checkServerTrusted(chain, authType);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    /** The names and addresses that it holds, for example {@code localhost, 127.0.0.1}. */
    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? "no host" : names.stream().map(name -> String.valueOf(name.get(1)))
                    .collect(Collectors.joining(", "));
        } catch (CertificateParsingException e) {
            return "names that cannot be read";
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
