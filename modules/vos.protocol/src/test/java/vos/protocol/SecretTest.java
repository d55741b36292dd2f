package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A password that is shown nowhere and does not stay. */
class SecretTest {
    private final byte[] typed = Bytes.of("mysecurepass");
    private final Secret secret = Secret.of(typed);

    @Test
    void itIsWhatWasTyped() {
        assertEquals("mysecurepass", Bytes.text(secret.bytes()));
    }

    @Test
    void nothingThatHoldsItShowsIt() {
        assertEquals("(hidden)", secret.toString());
        String login = new Request.Login("user1", secret).toString();
        assertTrue(login.contains("user1"), login);
        assertFalse(login.contains("mysecurepass"), login);
    }

    /** Whoever made it, or was given its bytes, overwrites them; it still has its own. */
    @Test
    void whatIsOutsideIsACopy() {
        typed[0] = 0;
        secret.bytes()[0] = 0;

        assertEquals("mysecurepass", Bytes.text(secret.bytes()));
    }

    @Test
    void closedItHasForgotten() {
        byte[] copy = secret.bytes();
        secret.close();

        assertArrayEquals(new byte[12], secret.bytes());
        assertEquals("mysecurepass", Bytes.text(copy), "a copy is its owner's to overwrite");
    }

    @Test
    void noTwoAreEqual() {
        assertNotEquals(secret, Secret.of(Bytes.of("mysecurepass")));
    }
}
