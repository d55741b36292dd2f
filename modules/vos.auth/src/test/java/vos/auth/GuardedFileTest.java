package vos.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vos.auth.Passwords.login;
import static vos.auth.Passwords.password;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.auth.FailingFile.Step;

/** Changes are whole or not at all, lose nothing, and show nobody anything. */
final class GuardedFileTest extends AccountFixture {

    @ParameterizedTest
    @EnumSource
    void aProcessKilledInTheMiddleOfAChangeLeavesTheOldFileOrTheNewOne(Step step) throws Exception {
        AccountFile accounts = open(PUBLISHED);
        List<String> before = lines();
        assertEquals(OtherProcess.KILLED, OtherProcess.addingUntil(step, path()).waitFor(), "it lived");
        boolean done = step == Step.RENAMED;
        assertEquals(before, lines().subList(0, 3));
        assertEquals(done ? 4 : 3, lines().size());
        assertEquals(done ? Optional.of("dan") : Optional.empty(), login(accounts, "dan", "new"));

        assertEquals(!done, accounts.add(user("dan"), password("new")), "the next change finds what it left");
        assertEquals(Optional.of("dan"), login(accounts, "dan", "new"));
        assertEquals(Optional.of("user1"), login(accounts, "user1", "password123"));
        if (!done) {
            assertEquals(List.of("id_passwd.txt", "id_passwd.txt.lock"), files());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "RENAMED", mode = EnumSource.Mode.EXCLUDE)
    void aChangeThatFailsIsReportedAndLeavesTheOldFileAndNothingElse(Step last) throws IOException {
        open(PUBLISHED);
        List<String> before = lines();
        GuardedFile full = new FailingFile(path(), step -> {
            if (step == last) {
                throw new FileSystemException("id_passwd.txt.new", null, "No space left on device");
            }
        });
        AccountFile accounts = new AccountFile(full, argon2id.hasher(), log);
        assertThrows(FileSystemException.class, () -> accounts.add(user("dan"), password("new")));
        assertEquals(before, lines());
        assertEquals(List.of("id_passwd.txt", "id_passwd.txt.lock"), files());
        assertTrue(open().add(user("dan"), password("new")));
    }

    @Test
    void aLoginIsGoodThoughItsWeakHashCannotBeReplaced() throws IOException {
        open(PUBLISHED);
        log.take();
        GuardedFile full = new FailingFile(path(), _ -> {
            throw new FileSystemException("id_passwd.txt.new", null, "No space left on device");
        });
        PasswordHasher stronger = new PasswordHasher(new HashCost(16, 2, 1), 1, argon2id);
        AccountFile accounts = new AccountFile(full, stronger, log);
        assertEquals(Optional.of("user1"), login(accounts, "user1", "password123"));
        String said = log.take().toString();
        assertTrue(said.contains("the hash of user1 stays weak") && said.contains("No space left"), said);
    }

    @Test
    void processesThatAddUsersAtTheSameTimeLoseNone() throws Exception {
        AccountFile accounts = open("# crew\n");
        Process one = OtherProcess.adding(path(), "a", 50);
        Process other = OtherProcess.adding(path(), "b", 50);
        int own = 0;
        while (one.isAlive() || other.isAlive()) {
            assertTrue(accounts.add(user("c" + own++), password("p")));
        }
        assertEquals(0, one.waitFor());
        assertEquals(0, other.waitFor());
        assertEquals(1 + 50 + 50 + own, lines().size());
        assertEquals(Optional.of("a49"), login(accounts, "a49", "p49"));
        assertEquals(Optional.of("b0"), login(accounts, "b0", "p0"));
    }

    @Test
    void threadsWithAnAccountFileEachLoseNone() throws Exception {
        edit("");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> changes = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                UserName user = user("u" + i);
                changes.add(threads.submit(() -> open().add(user, password("p"))));
            }
            for (Future<Boolean> change : changes) {
                assertTrue(change.get());
            }
        }
        assertEquals(50, open().users().size());
    }

    @Test
    void aReaderNeverSeesHalfAFile() throws Exception {
        AccountFile accounts = open(PUBLISHED);
        Process other = OtherProcess.adding(path(), "a", 20);
        int seen = 0;
        while (other.isAlive() || seen == 0) {
            List<UserName> users = open().users();
            assertTrue(users.size() >= seen && users.size() >= 3, users::toString);
            seen = users.size();
            assertEquals(Optional.of("user1"), login(accounts, "user1", "password123"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r--r--", "rw-rw-rw-"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatIsWrittenIsItsOwnersAlone(String before) throws IOException {
        edit(PUBLISHED);
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString(before));
        open();
        for (String name : files()) {
            assertEquals("rw-------", PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(directory.resolve(name))), name);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatRootChangesStaysItsOwners() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
        edit(PUBLISHED);
        UserPrincipal nobody = path().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(path(), nobody);
        open();
        for (String name : files()) {
            assertEquals(nobody, Files.getOwner(directory.resolve(name)), name);
        }
    }

    /** Whoever may write to the directory could have root give away or make a file anywhere. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLockThatIsALinkIsNotFollowed(boolean leadsSomewhere) throws IOException {
        edit(PUBLISHED);
        Path target = directory.resolve("shadow");
        if (leadsSomewhere) {
            Files.createFile(target);
        }
        Files.createSymbolicLink(directory.resolve("id_passwd.txt.lock"), target);
        assertThrows(FileSystemException.class, this::open);
        assertEquals(leadsSomewhere, Files.exists(target));
        assertEquals(PUBLISHED, Files.readString(path()));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkStaysALinkAndItsTargetIsChanged() throws IOException {
        Path target = Files.writeString(Files.createDirectory(directory.resolve("etc")).resolve("accounts"), PUBLISHED);
        Files.createSymbolicLink(path(), target);
        open();
        assertTrue(Files.isSymbolicLink(path()));
        assertTrue(Files.readString(target).startsWith("user1:$argon2id$"));
    }
}
