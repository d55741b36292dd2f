package vos.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.auth.Passwords.login;
import static vos.auth.Passwords.password;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published {@code id_passwd.txt}: passwords in clear, which do not stay so. */
final class PublishedFileTest extends AccountFixture {

    @Test
    void theUsersOfThePublishedFileLogInAndTheirPasswordsAreGoneFromIt() throws IOException {
        AccountFile accounts = open(PUBLISHED);
        assertEquals(Optional.of("user1"), login(accounts, "user1", "password123"));
        assertEquals(Optional.of("user2"), login(accounts, "user2", "mysecurepass"));
        assertEquals(Optional.of("user3"), login(accounts, "user3", "testpassword"));
        assertEquals(Optional.empty(), login(accounts, "user1", "mysecurepass"));
        assertEquals(3, lines().size());
        for (int i = 1; i <= 3; i++) {
            assertTrue(lines().get(i - 1).startsWith("user" + i + ":$argon2id$v=19$"), lines().get(i - 1));
        }
        assertEquals(List.of("id_passwd.txt", "id_passwd.txt.lock"), files());
    }

    @Test
    void aWarningNamesTheUsersAndNoPassword() throws IOException {
        open(PUBLISHED);
        List<String> said = log.take();
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.getFirst().startsWith("WARNING " + path().toRealPath() + " held passwords in clear"),
                said::toString);
        assertTrue(said.getFirst().contains("[user1, user2, user3]"), said::toString);
        for (String secret : List.of("password123", "mysecurepass", "testpassword", "argon2id")) {
            assertFalse(said.toString().contains(secret), said::toString);
        }
        open();
        assertEquals(List.of(), log.take(), "warned again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b:c", ":", " before", "in side", "\u00e9\u20ac\ud83d\ude00", "#", "$ecret", "$a", "$$"})
    void everythingAfterTheFirstColonIsThePassword(String password) throws IOException {
        AccountFile accounts = open("ann:" + password + "\nbob:x\n");
        assertEquals(Optional.of("ann"), login(accounts, "ann", password));
        assertEquals(Optional.of("bob"), login(accounts, "bob", "x"));
        assertFalse(Files.readString(path()).contains(":" + password + "\n"));
    }

    @Test
    void blanksAroundALineAndTheLineEndsOfWindowsAreNotThePasswords() throws IOException {
        AccountFile accounts = open("ann:one\r\n  bob:two \t\r\ncyd:three");
        assertEquals(Optional.of("ann"), login(accounts, "ann", "one"));
        assertEquals(Optional.of("bob"), login(accounts, "bob", "two"));
        assertEquals(Optional.of("cyd"), login(accounts, "cyd", "three"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# the crew\r\n"})
    void aByteOrderMarkOfWindowsIsNoPartOfTheFirstLine(String firstLine) throws IOException {
        AccountFile accounts = open("\ufeff" + firstLine + "ann:one\r\n");
        assertEquals(Optional.of("ann"), login(accounts, "ann", "one"));
        assertFalse(Files.readString(path()).contains("\ufeff"));
    }

    @Test
    void aUserWhoIsTypedIntoTheFileOfARunningServerLogsInAndIsHashed() throws IOException {
        AccountFile accounts = open(PUBLISHED);
        log.take();
        edit(Files.readString(path()) + "Dan:s3cret\n");
        assertEquals(Optional.of("dan"), login(accounts, "dan", "s3cret"));
        assertEquals(Optional.of("user1"), login(accounts, "user1", "password123"));
        assertTrue(lines().getLast().startsWith("dan:$argon2id$"), () -> "in clear");
        assertTrue(log.take().toString().contains("[dan]"));
    }

    @Test
    void aChangeHashesWhatIsInClearToo() throws IOException {
        AccountFile accounts = open("");
        edit(PUBLISHED);
        assertTrue(accounts.remove(user("user2")));
        assertTrue(accounts.change(user("user3"), password("new")));
        assertEquals(2, lines().stream().filter(line -> line.contains(":$argon2id$")).count());
        assertEquals(Optional.of("user1"), login(accounts, "user1", "password123"));
        assertEquals(Optional.of("user3"), login(accounts, "user3", "new"));
    }

    @Test
    void aFileThatCannotBeUpgradedCannotBeUsed() throws IOException {
        edit(PUBLISHED);
        Files.createDirectory(directory.resolve("id_passwd.txt.lock"));
        assertThrows(IOException.class, this::open);
        assertEquals(PUBLISHED, Files.readString(path()));
    }

    @Test
    void aFileWithNothingInClearIsReadWhereNothingCanBeWritten() throws IOException {
        open(PUBLISHED);
        Files.delete(directory.resolve("id_passwd.txt.lock"));
        Files.createDirectory(directory.resolve("id_passwd.txt.lock"));
        AccountFile accounts = open();
        assertEquals(Optional.of("user1"), login(accounts, "user1", "password123"));
    }

    @Test
    void theClearPasswordsAreWipedFromMemoryOnceTheyAreHashed() throws IOException {
        AccountTable table = AccountTable.parse(path(), PUBLISHED.getBytes());
        table.hashed(argon2id.hasher());
        table.wipe();
        assertThrows(IllegalStateException.class, () -> table.hashed(argon2id.hasher()));
        assertThrows(IllegalStateException.class, table::bytes, "passwords in clear are never written");
    }
}
