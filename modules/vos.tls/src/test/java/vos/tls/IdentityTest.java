package vos.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    private final Identity made = Identity.selfSigned(List.of("vos.example", "192.0.2.7", "127.0.0.1"));
    @TempDir
    private Path directory;
    private Path certificate;
    private Path key;

    @BeforeEach
    void write() throws Exception {
        certificate = Pem.certificate(directory.resolve("cert.pem"), made);
        key = Pem.key(directory.resolve("key.pem"), made.key());
    }

    @Test
    void oneThatIsMadeIsForThisMachineAndTheNamesThatAreGiven() throws Exception {
        X509Certificate own = made.chain().getFirst();
        assertEquals(List.of(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"),
                List.of(2, "vos.example"), List.of(7, "192.0.2.7")), List.copyOf(own.getSubjectAlternativeNames()));
    }

    @Test
    void oneThatIsMadeIsValidFromYesterdayForAYear() throws Exception {
        X509Certificate own = made.chain().getFirst();
        own.checkValidity();
        Instant from = own.getNotBefore().toInstant();
        assertTrue(Duration.between(from, Instant.now()).compareTo(Duration.ofHours(25)) < 0, from::toString);
        assertEquals(Duration.ofDays(365), Duration.between(from, own.getNotAfter().toInstant()));
    }

    @Test
    void filesGiveTheIdentityThatWasWritten() throws IOException {
        Identity read = Identity.fromPem(certificate, key);
        assertEquals(made.fingerprint(), read.fingerprint());
        assertEquals("!", Meeting.of(read, Trust.ofPinned(made.fingerprint()), "localhost"));
    }

    @Test
    void oneFileMayHoldBothWhateverElseIsInIt() throws IOException {
        Path both = Files.writeString(directory.resolve("both.pem"), "some words\n" + Files.readString(key)
                + Files.readString(certificate));
        assertEquals(made.fingerprint(), Identity.fromPem(both, both).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec", "rsa"})
    void theKeyMayHaveItsTraditionalForm(String kind) throws IOException {
        Identity read = Identity.fromPem(fixture(kind + "-certificate.pem"), fixture(kind + ".pem"));
        assertEquals("!", Meeting.of(read, Trust.ofPinned(read.fingerprint()), "localhost"));
    }

    /** What openssl has written, as a file. */
    private Path fixture(String name) throws IOException {
        try (InputStream in = IdentityTest.class.getResourceAsStream(name)) {
            Path file = directory.resolve(name);
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"encrypted.pem", "encrypted-ec.pem"})
    void anEncryptedKeyIsRefusedWithTheCommandThatDecryptsIt(String name) throws IOException {
        Path encrypted = fixture(name);
        refused(fixture("ec-certificate.pem"), encrypted, "the key in " + encrypted
                + " is encrypted; 'openssl pkey -in " + encrypted + " -out key.pem' writes it without its passphrase");
    }

    private static void refused(Path certificate, Path key, String sentence) {
        var refusal = assertThrows(IOException.class, () -> Identity.fromPem(certificate, key));
        assertTrue(refusal.getMessage().startsWith(sentence), refusal.getMessage());
    }

    @Test
    void aKeyOfAnotherCertificateIsRefusedWhateverItsKind() throws Exception {
        PrivateKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        for (PrivateKey other : List.of(Identity.selfSigned(List.of()).key(), rsa)) {
            Path strange = Pem.key(directory.resolve("other.pem"), other);
            refused(certificate, strange, "the key in " + strange + " is not that of the first certificate in "
                    + certificate + ", which is for CN=localhost");
        }
    }

    @Test
    void aKeyOfAKindThatIsNotKnownIsRefused() throws Exception {
        Path strange = Pem.key(directory.resolve("ed.pem"),
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        refused(certificate, strange, strange + " holds a key that is neither EC nor RSA");
    }

    @Test
    void filesThatAreMissingOrSomethingElseAreNamed() throws IOException {
        Path none = directory.resolve("none.pem");
        Path text = Files.writeString(directory.resolve("text"), "no certificate");
        Path broken = Files.writeString(directory.resolve("broken"), Pem.block("CERTIFICATE", new byte[] {1, 2, 3}));
        Path cut = Files.writeString(directory.resolve("cut"), "-----BEGIN CERTIFICATE-----\nMIIB");
        Path strange = Files.writeString(directory.resolve("strange"), Pem.block("SOMETHING", new byte[] {1, 2, 3}));
        refused(none, key, "there is no file " + none);
        refused(certificate, none, "there is no file " + none);
        refused(text, key, text + " holds no certificate in PEM form");
        refused(certificate, text, text + " holds no private key in PEM form");
        refused(broken, key, broken + " is no PEM file");
        refused(cut, key, cut + " is no PEM file");
        refused(certificate, strange, strange + " is no PEM file");
        refused(key, certificate, key + " holds no certificate in PEM form");
    }

    @Test
    void oneThatHasExpiredIsTakenWithAWarning() throws Exception {
        var log = new Warnings();
        Identity old = SelfSigned.identity(List.of("localhost"), Instant.now().minus(Duration.ofDays(1000)));
        Identity early = SelfSigned.identity(List.of("localhost"), Instant.now().plus(Duration.ofDays(1000)));
        for (Identity each : List.of(made, old, early)) {
            Identity.fromPem(Pem.certificate(certificate, each), Pem.key(key, each.key()), log);
        }
        assertEquals(2, log.lines().size(), () -> log.lines().toString());
        String named = "the certificate in " + certificate;
        assertTrue(log.lines().getFirst().startsWith(named + " expired at 20"), log.lines().getFirst());
        assertTrue(log.lines().getLast().startsWith(named + " is valid from 20"), log.lines().getLast());
    }
}
