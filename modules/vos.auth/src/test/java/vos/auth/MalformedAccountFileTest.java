package vos.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.auth.Passwords.login;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MalformedAccountFileTest extends AccountFixture {

    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of("s3cret", "no colon"),
                Arguments.of("s3cret password:x", "a user's name is made of"),
                Arguments.of(":s3cret", "a user's name has 1 to 64"),
                Arguments.of("..:s3cret", "a user's name begins with neither"),
                Arguments.of("\ufeffann:s3cret", "a user's name is made of"),
                Arguments.of("cyd:", "a password has 1 to 1024"),
                Arguments.of("cyd:s3cret" + "x".repeat(1024), "a password has 1 to 1024"),
                Arguments.of("cyd:s3cret\u00e9", "a password has 1 to 1024"),
                Arguments.of("Ann:s3cret", "ann has an account already, in line 2"),
                Arguments.of("cyd:$argon2id$s3cret", "a hash is written $argon2id$v=19"),
                Arguments.of("cyd:$2y$12$s3cret", "a hash is written $argon2id$v=19"),
                Arguments.of("cyd:$apr1$s3cret$x", "a hash is written $argon2id$v=19"),
                Arguments.of("cyd:$argon2id$v=19$m=67108864,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$"
                        + "4gD/DSmmQuih4Jbt7/xCD+kqGsJszXBjCLTga4kAC8g", "not 67108864"));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void theErrorNamesFileAndLineAndNothingSecret(String line, String said) throws IOException {
        byte[] content = ("# accounts\nann:one\n\n" + line + "\nbob:two\n").getBytes(ISO_8859_1);
        if (line.startsWith("\ufeff")) {
            content = ("# accounts\nann:one\n\n" + line + "\nbob:two\n").getBytes(UTF_8);
        }
        Files.write(path(), content);
        AccountFileException refusal = assertThrows(AccountFileException.class, this::open);
        assertEquals(4, refusal.line());
        String message = refusal.getMessage();
        assertTrue(message.startsWith(path().toRealPath() + ", line 4: ") && message.contains(said), message);
        StringWriter everything = new StringWriter();
        refusal.printStackTrace(new PrintWriter(everything));
        assertFalse(everything.toString().contains("s3cret"), everything::toString);
        assertArrayEquals(content, Files.readAllBytes(path()), "a malformed file was changed");
    }

    @Test
    void aFileThatBecomesMalformedLeavesTheAccountsAsTheyWereWithOneWarning() throws IOException {
        AccountFile accounts = open(PUBLISHED);
        log.take();
        String good = Files.readString(path());
        edit(good + "s3cret\n");
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.of("user1"), login(accounts, "user1", "password123"));
        }
        String said = log.take().toString();
        assertTrue(said.contains("line 4: there is no colon"), said);
        assertFalse(said.contains("s3cret"), said);
        assertEquals(1, said.split("WARNING", -1).length - 1, said);

        assertThrows(AccountFileException.class, accounts::users);
        assertThrows(AccountFileException.class, () -> accounts.remove(user("user1")));

        edit(good + "dan:new\n");
        assertEquals(Optional.of("dan"), login(accounts, "dan", "new"));
    }

    @Test
    void aFileThatGoesMissingLeavesTheAccountsAsTheyWere() throws IOException {
        AccountFile accounts = open(PUBLISHED);
        log.take();
        String good = Files.readString(path());
        Files.delete(path());
        assertEquals(Optional.of("user1"), login(accounts, "user1", "password123"));
        assertTrue(log.take().toString().contains("NoSuchFileException"));
        edit(good.lines().skip(1).findFirst().orElseThrow());
        assertEquals(Optional.empty(), login(accounts, "user1", "password123"));
        assertEquals(Optional.of("user2"), login(accounts, "user2", "mysecurepass"));
    }
}
