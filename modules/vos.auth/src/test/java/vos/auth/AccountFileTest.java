package vos.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.auth.Passwords.login;
import static vos.auth.Passwords.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountFileTest extends AccountFixture {

    @Test
    void aUserLogsInWithThePasswordAndWithNoOther() throws IOException {
        AccountFile accounts = open("");
        assertTrue(accounts.add(user("ann"), password("s3cret")));
        assertEquals(Optional.of("ann"), login(accounts, "ann", "s3cret"));
        assertEquals(Optional.of("ann"), login(accounts, "ANN", "s3cret"));
        assertEquals(Optional.empty(), login(accounts, "ann", "S3cret"));
        assertEquals(Optional.empty(), login(accounts, "ann", "s3cre"));
        assertEquals(Optional.empty(), login(accounts, "bob", "s3cret"));
    }

    @Test
    void anUnknownUserCostsAsManyComputationsAsAKnownOne() throws IOException {
        AccountFile accounts = open("");
        accounts.add(user("ann"), password("s3cret"));
        login(accounts, "ann", "s3cret");
        argon2id.takeCount();
        for (String user : List.of("ann", "bob", "", "../ann", "x".repeat(100_000))) {
            login(accounts, user, "wrong");
            assertEquals(1, argon2id.takeCount(), user);
        }
        login(accounts, "ann", "s3cret");
        assertEquals(1, argon2id.takeCount());
    }

    /** Such luck is made here: a computation that always gives the decoy's tag. */
    @Test
    void nobodyIsLetInAsNobodyThoughTheDecoyMatches() throws IOException {
        PasswordHasher[] hasher = new PasswordHasher[1];
        hasher[0] = new PasswordHasher(CountedArgon2id.CHEAP, 1, (_, _, _, _) -> {
            String tag = hasher[0].decoy().encoded().replaceFirst(".*\\$", "");
            return Base64.getDecoder().decode(tag);
        });
        edit("");
        AccountFile accounts = new AccountFile(new GuardedFile(path()), hasher[0], log);
        assertEquals(Optional.empty(), login(accounts, "ann", "anything"));
        assertEquals(Optional.empty(), login(accounts, "", "anything"));
    }

    @Test
    void aUserIsAddedOnceChangedAndRemoved() throws IOException {
        AccountFile accounts = open("");
        assertTrue(accounts.add(user("ann"), password("one")));
        assertTrue(accounts.add(user("bob"), password("two")));
        assertFalse(accounts.add(user("Ann"), password("three")));
        assertEquals(Optional.of("ann"), login(accounts, "ann", "one"));

        assertTrue(accounts.change(user("ann"), password("four")));
        assertEquals(Optional.empty(), login(accounts, "ann", "one"));
        assertEquals(Optional.of("ann"), login(accounts, "ann", "four"));
        assertFalse(accounts.change(user("cyd"), password("five")));
        assertEquals(List.of(user("ann"), user("bob")), accounts.users());

        assertTrue(accounts.remove(user("ann")));
        assertFalse(accounts.remove(user("ann")));
        assertEquals(Optional.empty(), login(accounts, "ann", "four"));
        assertEquals(List.of(user("bob")), accounts.users());
        assertEquals(List.of(), log.take());
    }

    @Test
    void commentsAndBlankLinesStayWhereTheyAreInWhateverEncoding() throws IOException {
        byte[] before = "# caf\u00e9: the crew\r\n\n  # ann:old\nann:one\n\t\n# end".getBytes(ISO_8859_1);
        Files.write(path(), before);
        AccountFile accounts = open();
        accounts.add(user("bob"), password("two"));
        accounts.change(user("ann"), password("three"));
        accounts.remove(user("bob"));
        String after = Files.readString(path(), ISO_8859_1).replaceAll("\\$argon2id\\$\\S+", "HASH");
        assertEquals("# caf\u00e9: the crew\r\n\n  # ann:old\nann:HASH\n\t\n# end\n", after);
    }

    @Test
    void anUnchangedFileIsNotWritten() throws IOException {
        AccountFile accounts = open("");
        accounts.add(user("ann"), password("one"));
        GuardedFile.Stamp before = new GuardedFile(path()).stamp();
        accounts.add(user("ann"), password("two"));
        accounts.remove(user("bob"));
        login(accounts, "ann", "one");
        open();
        assertEquals(before, new GuardedFile(path()).stamp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b:c", ":", " inside and before", "\u00e9\u20ac\ud83d\ude00", "#", "$ecret$", "a,b;c\\"})
    void anOddPasswordLogsIn(String password) throws IOException {
        AccountFile accounts = open("");
        accounts.add(user("ann"), password(password));
        assertEquals(Optional.of("ann"), login(open(), "ann", password));
    }

    @Test
    void aMissingFileIsAMistakeUnlessItIsToBeMade() throws IOException {
        assertThrows(NoSuchFileException.class, () -> AccountFile.open(path()));
        assertEquals(List.of(), files());
        AccountFile accounts = AccountFile.openOrCreate(path());
        assertTrue(accounts.add(user("ann"), password("s3cret")));
        assertEquals(Optional.of("ann"), login(AccountFile.openOrCreate(path()), "ann", "s3cret"));
        assertTrue(lines().getFirst().startsWith("ann:$argon2id$v=19$m=19456,t=2,p=1$"), () -> "cheap");
        Path nowhere = directory.resolve("no/where.txt");
        assertThrows(NoSuchFileException.class, () -> AccountFile.openOrCreate(nowhere));
    }

    @Test
    void aWeakHashIsMadeAnewWhenItsUserLogsIn() throws IOException {
        AccountFile accounts = open("");
        accounts.add(user("ann"), password("s3cret"));
        PasswordHasher stronger = new PasswordHasher(new HashCost(16, 2, 1), 1, argon2id);
        AccountFile today = new AccountFile(new GuardedFile(path()), stronger, log);
        login(today, "ann", "wrong");
        assertTrue(lines().getFirst().contains("m=8,t=1"), () -> "made anew by a wrong password");
        assertEquals(Optional.of("ann"), login(today, "ann", "s3cret"));
        assertTrue(lines().getFirst().contains("m=16,t=2"), () -> "still weak");
        assertEquals(Optional.of("ann"), login(today, "ann", "s3cret"));
    }

    @Test
    void aPasswordChangedDuringALoginIsNotChangedBack() throws IOException {
        AccountFile accounts = open("");
        accounts.add(user("ann"), password("old"));
        int[] computations = new int[1];
        PasswordHasher stronger = new PasswordHasher(new HashCost(16, 2, 1), 1, (bytes, salt, cost, length) -> {
            if (computations[0]++ == 1) {
                changeTo(accounts, "new");
            }
            return argon2id.tag(bytes, salt, cost, length);
        });
        login(new AccountFile(new GuardedFile(path()), stronger, log), "ann", "old");
        assertEquals(2, computations[0], "computations: the check, and the new hash");
        assertEquals(Optional.of("ann"), login(accounts, "ann", "new"));
    }

    private static void changeTo(AccountFile accounts, String password) {
        try {
            accounts.change(user("ann"), password(password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
