package vos.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TrustTest {
    private final Identity server = Identity.selfSigned(List.of("vos.example"));
    @TempDir
    private Path directory;

    private static String refusal(Identity identity, SSLContext trust, String host) {
        var failure = assertThrows(IOException.class, () -> Meeting.of(identity, trust, host));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return cause.getMessage();
            }
        }
        throw new AssertionError("not for its certificate", failure);
    }

    private static void assertSays(String expected, String sentence) {
        assertTrue(sentence.contains(expected), sentence);
    }

    private SSLContext authority(Identity identity) throws Exception {
        return Trust.ofAuthorities(Pem.certificate(directory.resolve("ca.pem"), identity));
    }

    @Test
    void aPinnedCertificateIsTrustedByAnyNameAndAtAnyTime() throws IOException {
        Identity old = SelfSigned.identity(List.of("localhost"), Instant.now().minus(Duration.ofDays(1000)));
        assertEquals("!", Meeting.of(server, Trust.ofPinned(server.fingerprint()), "other.example"));
        assertEquals("!", Meeting.of(old, Trust.ofPinned(old.fingerprint()), "other.example"));
    }

    @Test
    void anotherCertificateThanThePinnedOneIsShownByItsFingerprint() {
        var pin = Trust.ofPinned(Identity.selfSigned(List.of("vos.example")).fingerprint());
        String sentence = refusal(server, pin, "vos.example");
        assertSays(server.fingerprint().toString(), sentence);
        assertSays("is not the pinned one", sentence);
    }

    @Test
    void anAuthorityIsTrustedForTheNamesThatItVouchesFor() throws Exception {
        assertEquals("!", Meeting.of(server, authority(server), "vos.example"));
        assertEquals("!", Meeting.of(server, authority(server), "127.0.0.1"));
        String sentence = refusal(server, authority(server), "other.example");
        assertSays("it is not for other.example, but for localhost, 127.0.0.1, 0:0:0:0:0:0:0:1, vos.example; it is "
                + server.fingerprint() + ", which --tls-pin takes", sentence);
    }

    @Test
    void whomNoAuthorityVouchesForIsNotTrusted() throws Exception {
        String sentence = "no authority that is trusted here vouches for it; it is " + server.fingerprint();
        assertSays(sentence, refusal(server, Trust.ofSystem(), "vos.example"));
        assertSays(sentence, refusal(server, authority(Identity.selfSigned(List.of())), "vos.example"));
    }

    @Test
    void whatHasExpiredOrIsNotYetValidIsNotTrusted() throws Exception {
        Identity old = SelfSigned.identity(List.of("localhost"), Instant.now().minus(Duration.ofDays(1000)));
        Identity early = SelfSigned.identity(List.of("localhost"), Instant.now().plus(Duration.ofDays(1000)));
        assertSays("it expired at 20", refusal(old, Trust.ofSystem(), "localhost"));
        assertSays("it is valid from 20", refusal(early, Trust.ofSystem(), "localhost"));
    }

    @Test
    void aFileWithoutAuthoritiesIsNamed() {
        Path none = directory.resolve("none.pem");
        var refusal = assertThrows(IOException.class, () -> Trust.ofAuthorities(none));
        assertEquals("there is no file " + none, refusal.getMessage());
    }
}
