package vos.cli;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import vos.client.ClientOptions;
import vos.protocol.PeerGoneException;
import vos.protocol.PeerSilentException;
import vos.tls.Fingerprint;
import vos.tls.Trust;

/** The options of a client that encrypts: which certificates of the server it takes for genuine. */
final class TlsClientOptions {
    @Option(names = "--tls",
            description = "Encrypt with TLS 1.3, if an authority that Java knows vouches for the server.")
    private boolean on;

    @Option(names = "--tls-pin", paramLabel = "FINGERPRINT", converter = FingerprintConverter.class,
            description = "Encrypt, if the certificate of the server is this one, as 'vos serve' or openssl prints it.")
    private Fingerprint pin;

    @Option(names = "--tls-ca", paramLabel = "FILE",
            description = "Encrypt, if an authority in this file, in PEM form, vouches for the server.")
    private Path authorities;

    /** The same options, and TLS if it is asked for. */
    ClientOptions added(ClientOptions options) throws IOException {
        return context().map(options::withTls).orElse(options);
    }

    private Optional<SSLContext> context() throws IOException {
        UsageException.require(pin == null || authorities == null,
                "--tls-pin takes one certificate, and --tls-ca those that an authority vouches for: say either");
        if (pin != null) {
            return Optional.of(Trust.ofPinned(pin));
        }
        if (authorities != null) {
            return Optional.of(Trust.ofAuthorities(authorities));
        }
        return on ? Optional.of(Trust.ofSystem()) : Optional.empty();
    }

    /** A server with TLS waits in silence for a client to speak it, or resets the connection of one that does not. */
    PeerGoneException explained(PeerGoneException failure) {
        boolean encrypts = on || pin != null || authorities != null;
        boolean asTlsDoes = failure instanceof PeerSilentException || failure.getCause() instanceof SocketException;
        return encrypts || !asTlsDoes ? failure : new PeerGoneException(failure.getMessage()
                + "; a server with TLS wants --tls, or --tls-pin with the fingerprint that it printed", failure);
    }

    /** Says in a sentence what picocli would say with the names of classes. */
    static final class FingerprintConverter implements ITypeConverter<Fingerprint> {
        @Override
        public Fingerprint convert(String text) {
            try {
                return Fingerprint.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
