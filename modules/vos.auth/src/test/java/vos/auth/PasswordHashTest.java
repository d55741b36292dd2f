package vos.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.auth.Passwords.password;

import java.io.InterruptedIOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordHashTest {

    private static final String SALT = "AAECAwQFBgcICQoLDA0ODw";
    private static final String TAG = "4gD/DSmmQuih4Jbt7/xCD+kqGsJszXBjCLTga4kAC8g";
    private static final PasswordHasher HASHER = new PasswordHasher(HashCost.TODAY, 1, Argon2id.BOUNCY_CASTLE);

    /** Made by the reference implementation in C (libargon2); the first two are among its own tests. */
    static Stream<Arguments> referenceHashes() {
        return Stream.of(
                Arguments.of("password",
                        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"),
                Arguments.of("password",
                        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"),
                Arguments.of("password", "$argon2id$v=19$m=64,t=3,p=4$c29tZXNhbHQ"
                        + "$NoUfhJlLDC8zDxj08ISYXe720Y2S127386cusQ5ZPoME1sOzF6jzsD+CaCPAGT8ff9ukZO1CEjcgKfQdn5F+mQ"),
                Arguments.of("password123", "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + TAG),
                Arguments.of("a:b c \u00e9\u20ac\ud83d\ude00", "$argon2id$v=19$m=19456,t=2,p=1"
                        + "$EBESExQVFhcYGRobHB0eHw$t6FKE9X1JbfivRuoFC2v/nr8OW0hmb59Y92WKIDrLn0"));
    }

    @ParameterizedTest
    @MethodSource("referenceHashes")
    void aHashMadeByTheReferenceImplementationIsRecognised(String text, String encoded) throws InterruptedIOException {
        PasswordHash hash = PasswordHash.parse(encoded);
        assertEquals(encoded, hash.encoded());
        try (Password right = password(text); Password wrong = password(text + "x")) {
            assertTrue(HASHER.matches(hash, right));
            assertFalse(HASHER.matches(hash, wrong));
        }
    }

    /** In a language with digits of its own, an account file would be written that nobody can read. */
    @Test
    void aHashIsWrittenInTheSameDigitsInEveryLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            String encoded = "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + TAG;
            assertEquals(encoded, PasswordHash.parse(encoded).encoded());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNewHashHasTodaysCostASaltOfItsOwnAndNothingOfThePassword() throws InterruptedIOException {
        try (Password password = password("s3cret")) {
            PasswordHash one = HASHER.hash(password);
            PasswordHash other = HASHER.hash(password);
            String form = "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}";
            assertTrue(one.encoded().matches(form), one.encoded());
            assertNotEquals(one.encoded(), other.encoded());
            assertTrue(HASHER.matches(PasswordHash.parse(one.encoded()), password));
            assertEquals("$argon2id$v=19$m=19456,t=2,p=1$...", one.toString());
        }
    }

    static Stream<String> malformed() {
        String end = "$" + SALT + "$" + TAG;
        return Stream.of("", "$argon2id$", "$argon2i$v=19$m=19456,t=2,p=1" + end, "$argon2id$m=19456,t=2,p=1" + end,
                "$argon2id$v=16$m=19456,t=2,p=1" + end, "$argon2id$v=19$t=2,m=19456,p=1" + end,
                "$argon2id$v=19$m=019456,t=2,p=1" + end, "$argon2id$v=19$m=-1,t=2,p=1" + end,
                "$argon2id$v=19$m=19456,t=2,p=1,keyid=a" + end, "$argon2id$v=19$m=99999999999,t=2,p=1" + end,
                "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "==$" + TAG, "$argon2id$v=19$m=19456,t=2,p=1" + end + "=",
                "$argon2id$v=19$m=19456,t=2,p=1$" + SALT, "$argon2id$v=19$m=19456,t=2,p=1$$" + TAG,
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$" + TAG, "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$c2FsdA",
                "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcIC$" + TAG, "$argon2id$v=19$m=19456,t=2,p=1" + end + "\n");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void anythingElseIsRefusedAndNotRepeated(String encoded) {
        String said = assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(encoded)).getMessage();
        assertEquals("a hash is written $argon2id$v=19$m=...,t=...,p=...$salt$tag", said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m=67108864,t=2,p=1", "m=262145,t=2,p=1", "m=19456,t=11,p=1", "m=19456,t=2,p=17",
        "m=7,t=2,p=1", "m=31,t=1,p=4", "m=999999999,t=999999999,p=999999999"})
    void aHostileFileCannotDemandMoreThanItsShare(String cost) {
        String encoded = "$argon2id$v=19$" + cost + "$" + SALT + "$" + TAG;
        String said = assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(encoded)).getMessage();
        assertTrue(said.startsWith("a hash takes "), said);
    }

    @ParameterizedTest
    @CsvSource({"19456, 2, 1, false", "19455, 2, 1, true", "19456, 1, 1, true", "65536, 1, 1, false",
        "12288, 3, 1, true", "19456, 2, 4, false"})
    void aHashThatTookLessWorkThanTodaysIsToBeMadeAnew(int memory, int passes, int lanes, boolean anew) {
        PasswordHash hash = new PasswordHash(new HashCost(memory, passes, lanes), new byte[16], new byte[32]);
        assertEquals(anew, hash.needsRehash(HashCost.TODAY));
    }

    @Test
    void aShortSaltOrTagIsToBeMadeAnew() {
        assertTrue(new PasswordHash(HashCost.TODAY, new byte[15], new byte[32]).needsRehash(HashCost.TODAY));
        assertTrue(new PasswordHash(HashCost.TODAY, new byte[16], new byte[31]).needsRehash(HashCost.TODAY));
    }
}
