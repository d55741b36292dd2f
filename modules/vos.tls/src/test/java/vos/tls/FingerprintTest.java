package vos.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String HEX = "00112233445566778899aabbccddeeff".repeat(2);

    @ParameterizedTest
    @ValueSource(strings = {
        "sha256:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        " SHA256:00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF ",
        "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF",
        "sha256 Fingerprint=00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:"
            + "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF"})
    void isReadAsPeopleFindIt(String text) {
        assertEquals(new Fingerprint(HEX), Fingerprint.parse(text));
        assertEquals("sha256:" + HEX, Fingerprint.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256:", "sha256:00", "sha1:00112233445566778899aabbccddeeff00112233",
        "sha256:00112233445566778899aabbccddeeff00112233445566778899aabbccddeefg",
        "sha256:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff00"})
    void anythingElseIsAnsweredWithTheForm(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Fingerprint.parse(text));
        assertTrue(refusal.getMessage().contains("'sha256:' and 64 hexadecimal digits"), refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith(text), refusal.getMessage());
    }

    @Test
    void isThatOfOneCertificateAndNoOther() {
        Identity one = Identity.selfSigned(List.of());
        Identity other = Identity.selfSigned(List.of());
        assertTrue(one.fingerprint().matches(one.chain().getFirst()));
        assertFalse(one.fingerprint().matches(other.chain().getFirst()));
    }
}
