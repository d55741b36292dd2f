package vos.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:b c ", "\u00e9\u20ac\ud83d\ude00", "\0"})
    void typedOrReceivedItHasTheSameBytes(String text) {
        try (Password typed = Password.of(text.toCharArray());
                Password received = Password.ofUtf8(text.getBytes(UTF_8))) {
            assertArrayEquals(text.getBytes(UTF_8), typed.bytes());
            assertArrayEquals(text.getBytes(UTF_8), received.bytes());
        }
    }

    @Test
    void itTakesUpTo1024BytesOfUtf8() {
        for (String longest : new String[] {"x".repeat(1024), "\u00e9".repeat(512), "\ud83d\ude00".repeat(256)}) {
            assertEquals(1024, Password.of(longest.toCharArray()).bytes().length);
            assertEquals(1024, Password.ofUtf8(longest.getBytes(UTF_8)).bytes().length);
            assertRefused(longest + "x");
        }
        assertRefused("");
    }

    @Test
    void whatIsNotTextIsRefusedAndNotRepeated() {
        assertRefused("s3cret\ud83d");
        assertRefused("\ude00s3cret");
        byte[] latin = "s3cret\u00e9".getBytes(ISO_8859_1);
        assertSaysNothing(assertThrows(IllegalArgumentException.class, () -> Password.ofUtf8(latin)));
        byte[] overlong = {(byte) 0xC0, (byte) 0x80};
        assertThrows(IllegalArgumentException.class, () -> Password.ofUtf8(overlong));
    }

    @Test
    void closingOverwritesItAndLeavesTheOriginalToItsOwner() throws Exception {
        byte[] original = "s3cret".getBytes(UTF_8);
        Password password = Password.ofUtf8(original);
        Field field = Password.class.getDeclaredField("utf8");
        field.setAccessible(true);
        byte[] inside = (byte[]) field.get(password);
        password.close();
        password.close();
        assertArrayEquals(new byte[6], inside);
        assertArrayEquals("s3cret".getBytes(UTF_8), original);
        assertThrows(IllegalStateException.class, password::bytes);
    }

    @Test
    void theBytesGivenOutAreACopy() {
        try (Password password = Passwords.password("s3cret")) {
            password.bytes()[0] = 'x';
            assertArrayEquals("s3cret".getBytes(UTF_8), password.bytes());
        }
    }

    @Test
    void itIsNotShown() {
        try (Password password = Passwords.password("s3cret")) {
            assertEquals("Password[hidden]", password.toString());
            assertFalse(new AccountLine.Clear(new UserName("ann"), password).toString().contains("s3cret"));
        }
    }

    private static void assertRefused(String text) {
        char[] characters = text.toCharArray();
        assertSaysNothing(assertThrows(IllegalArgumentException.class, () -> Password.of(characters)));
    }

    private static void assertSaysNothing(IllegalArgumentException refusal) {
        assertEquals("a password has 1 to 1024 bytes of UTF-8", refusal.getMessage());
    }
}
