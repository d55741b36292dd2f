package vos.protocol;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Says in a sentence why there is no TLS with a peer, and whose fault it is. */
final class TlsFailures {
    private static final String RECEIVED = "Received fatal alert: ";
    /** What people meet, by the names that the alerts have in RFC 8446. The others are told by that name. */
    private static final Map<String, String> ALERTS = Map.of(
            "protocol_version", "no common version of TLS, which is 1.3 here and nothing else",
            "handshake_failure", "no common cipher suite, or another thing that TLS has to agree on",
            "unknown_ca", "it does not trust the certificate that it was shown",
            "bad_certificate", "it does not trust the certificate that it was shown",
            "certificate_unknown", "it does not trust the certificate that it was shown",
            "certificate_expired", "it takes the certificate that it was shown for expired");

    private TlsFailures() {
    }

    /** The peer broke off, which happens; or it broke TLS, or is not who it should be. */
    static IOException explained(String peer, SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException untrusted) {
                return violation(untrusted.getMessage(), failure);
            }
        }
        String message = String.valueOf(failure.getMessage());
        int received = message.indexOf(RECEIVED);
        if (received >= 0) {
            String alert = message.substring(received + RECEIVED.length());
            return new PeerGoneException(peer + ": broke TLS off: " + ALERTS.getOrDefault(alert, alert), failure);
        }
        return violation(message.startsWith("(protocol_version)") ? ALERTS.get("protocol_version")
                : "TLS broke down: " + message, failure);
    }

    private static ProtocolViolation violation(String message, SSLException failure) {
        var violation = new ProtocolViolation(message);
        violation.initCause(failure);
        return violation;
    }
}
