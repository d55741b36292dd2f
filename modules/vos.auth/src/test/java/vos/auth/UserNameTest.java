package vos.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UserNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "user1", "ann.b-c_d", "_", "1", "a..b", "console", "com10", "a.nul", "null"})
    void aPlainNameIsKeptAsItIs(String name) {
        assertEquals(name, new UserName(name).value());
        assertEquals(Optional.of(new UserName(name)), UserName.parse(name));
    }

    @Test
    void capitalsAreSmallLettersSoThatTwoUsersNeverShareADirectory() {
        assertEquals(new UserName("ann"), new UserName("Ann"));
        assertEquals("ann", new UserName("ANN").toString());
    }

    @Test
    void capitalsAreMadeSmallAsInEnglishWhereverTheServerStands() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try {
            assertEquals("iris", new UserName("IRIS").value());
        } finally {
            Locale.setDefault(before);
        }
    }

    static Stream<Arguments> flawed() {
        return Stream.of(
                Arguments.of("", "1 to 64 characters"),
                Arguments.of("a".repeat(65), "1 to 64 characters"),
                Arguments.of("a/b", "letters a to z"),
                Arguments.of("a\\b", "letters a to z"),
                Arguments.of("a:b", "letters a to z"),
                Arguments.of("a b", "letters a to z"),
                Arguments.of("a\n", "letters a to z"),
                Arguments.of("a\0", "letters a to z"),
                Arguments.of("~root", "letters a to z"),
                Arguments.of("\u00e9", "letters a to z"),
                Arguments.of("\u212aelvin", "letters a to z"),
                Arguments.of("\u0661", "letters a to z"),
                Arguments.of(".", "neither \".\" nor \"-\""),
                Arguments.of("..", "neither \".\" nor \"-\""),
                Arguments.of(".vos-0", "neither \".\" nor \"-\""),
                Arguments.of("-rf", "neither \".\" nor \"-\""),
                Arguments.of("a.", "does not end"),
                Arguments.of("nul", "Windows"),
                Arguments.of("CON", "Windows"),
                Arguments.of("com1.old", "Windows"),
                Arguments.of("LPT9", "Windows"));
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void whatIsNoSafeDirectoryNameIsRefusedInASentence(String name, String said) {
        String message = assertThrows(IllegalArgumentException.class, () -> new UserName(name)).getMessage();
        assertTrue(message.startsWith("a user's name ") && message.contains(said), message);
        assertEquals(Optional.empty(), UserName.parse(name));
    }

    /** In a file, it may be a password in the wrong place. */
    @Test
    void aRefusalDoesNotRepeatTheName() {
        String message = assertThrows(IllegalArgumentException.class, () -> new UserName("s3cret!")).getMessage();
        assertFalse(message.contains("s3cret"), message);
    }
}
