package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import vos.tls.Identity;

/** The options of a server that encrypts: which certificate it shows. */
final class TlsServerOptions {
    private static final String SELF_SIGNED = "self-signed";

    @Option(names = "--tls", paramLabel = SELF_SIGNED,
            description = "Encrypt with TLS 1.3, with a certificate that is made for this run; clients pin it.")
    private String made;

    @Option(names = "--tls-cert", paramLabel = "FILE",
            description = "Encrypt with TLS 1.3, with this certificate and those behind it that vouch for it, in PEM "
                + "form.")
    private Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE",
            description = "The private key of --tls-cert, EC or RSA, in PEM form; may be the same file.")
    private Path key;

    /** The certificate that is shown, if the connections are encrypted; one that is made is for this address too. */
    Optional<Identity> identity(InetAddress bind) throws IOException {
        UsageException.require(made == null || made.equals(SELF_SIGNED),
                "--tls takes the word " + SELF_SIGNED + "; a certificate in a file is for --tls-cert and --tls-key");
        UsageException.require(made == null || certificate == null && key == null,
                "--tls " + SELF_SIGNED + " makes a certificate, and --tls-cert and --tls-key bring one: say either");
        UsageException.require((certificate == null) == (key == null),
                "--tls-cert and --tls-key belong together; they may name the same file");
        if (certificate != null) {
            return Optional.of(Identity.fromPem(certificate, key));
        }
        return made == null ? Optional.empty() : Optional.of(Identity.selfSigned(Set.of(host(bind))));
    }

    /** Says what a client has to be told. */
    void announce(PrintWriter out, Identity identity, String lab, String address) {
        out.printf("Encrypted with TLS 1.3; the certificate is %s%n", identity.fingerprint());
        if (made != null) {
            out.printf("Connect with:  vos connect %s %s --tls-pin %s%n", lab, address, identity.fingerprint());
        }
    }

    /** The name or address by which clients reach what is bound to {@code bind}. */
    static String host(InetAddress bind) {
        try {
            return bind.isAnyLocalAddress() ? InetAddress.getLocalHost().getHostName()
                    : bind.getHostAddress().replaceFirst("%.*", "");
        } catch (UnknownHostException e) {
            // This machine does not know its own name.
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }
}
