package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.server.TreeAssert.assertThatTree;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.auth.Accounts;
import vos.auth.LoginLimits;
import vos.auth.Principal;
import vos.auth.UserName;
import vos.fs.LocalVolume;
import vos.protocol.LineDialect;

/** A server with accounts {@code [COM-10]}. */
class LoginTest extends ServerFixture {
    private static final Map<String, String> PASSWORDS = Map.of("ann", "secret", "anna", "other secret");
    private static final Accounts ACCOUNTS = (user, password) -> Optional.ofNullable(PASSWORDS.get(user))
            .filter(known -> known.equals(new String(password.bytes(), StandardCharsets.UTF_8)))
            .map(known -> new Principal(new UserName(user)));
    private static final String STRANGER = "ERROR\tnot-authenticated\tlog in first";
    private static final String WRONG = "ERROR\tnot-authenticated\tthe user name or the password is wrong";

    private static final class LoginDialect extends LineDialect {
        @Override
        public boolean needsLogin() {
            return true;
        }
    }

    private void startWith(Accounts accounts) throws IOException {
        server = Server.start(new LoginDialect(), LocalVolume.open(root), Optional.of(accounts), OPTIONS, recorder);
    }

    private Caller loggedIn(String user) throws IOException {
        Caller caller = call();
        assertEquals("OK", caller.ask("login\t" + user + "\t" + PASSWORDS.get(user)));
        return caller;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls", "cd\tx", "pwd", "mkdir\tx", "rm\tkept", "touch\tx", "mv\tkept\tx", "size\tkept",
        "get\tkept", "head\tkept\t1", "run\tls", "put\tkept\t4\nnew"})
    void aStrangerCanDoNothing(String command) throws IOException {
        startWith(ACCOUNTS);
        Caller caller = call();
        assertEquals(STRANGER, caller.ask(command));
        assertEquals("OK\tvos/1", caller.ask("hello\tvos/1"), "nothing of it is left");
        assertThatTree(root).contains("kept = old");
    }

    @Test
    void aStrangerMayLeave() throws IOException {
        startWith(ACCOUNTS);
        Caller caller = call();
        assertEquals("ERROR\tunsupported\tthe command is not known here", caller.ask("frobnicate"));
        assertEquals("BYE", caller.ask("quit"));
    }

    @Test
    void aUserHasADirectoryAndSeesNoOther() throws IOException {
        startWith(ACCOUNTS);
        Caller ann = loggedIn("ann");
        assertEquals("OK\t/", ann.ask("pwd"));
        assertEquals("OK", ann.ask("put\tnote\t4\nmine"));
        assertThatTree(root).contains("ann/", "ann/note = mine", "kept = old");
        for (String path : new String[] {"../ann/note", "/../ann/note", "../anna", "/ann/note", "../kept"}) {
            Caller anna = loggedIn("anna");
            assertTrue(anna.ask("get\t" + path).matches("ERROR\t(outside-the-workspace|not-found)\t.*"), path);
            anna.close();
        }
        assertEquals("OK\t0", loggedIn("anna").ask("ls"));
    }

    @Test
    void whatAUserHasIsThereTheNextTime() throws IOException {
        startWith(ACCOUNTS);
        loggedIn("ann").ask("touch\tx");
        assertEquals("OK\t1", loggedIn("ann").ask("ls"));
    }

    @ParameterizedTest
    @CsvSource({"ann,wrong", "nobody,secret", "..,secret", "ann,''", "'',''", "anna,secret"})
    void whatIsWrongIsNotTold(String user, String password) throws IOException {
        startWith(ACCOUNTS);
        Caller caller = call();
        assertEquals(WRONG, caller.ask("login\t" + user + "\t" + password));
        assertEquals(STRANGER, caller.ask("ls"));
        assertThatTree(root).contains("kept = old");
    }

    @Test
    void aPasswordThatIsTooLongIsWrong() throws IOException {
        startWith(ACCOUNTS);
        assertEquals(WRONG, call().ask("login\tann\t" + "x".repeat(2_000)));
    }

    @Test
    void onceInsideThereIsNoOtherLogin() throws IOException {
        startWith(ACCOUNTS);
        Caller ann = loggedIn("ann");
        assertTrue(ann.ask("login\tanna\tother secret").startsWith("ERROR\tunsupported\t"));
        assertEquals("OK", ann.ask("touch\tx"));
        assertThatTree(root).contains("ann/", "ann/x = ", "kept = old");
    }

    @Test
    void whoHasGuessedTooOftenIsRefusedUnheard() throws IOException {
        startWith(ACCOUNTS);
        Caller caller = call();
        for (int guess = 0; guess < LoginLimits.DEFAULT.perUser(); guess++) {
            assertEquals(WRONG, caller.ask("login\tann\tguess"));
        }
        String refusal = call().ask("login\tann\tsecret");
        assertTrue(refusal.matches("ERROR\ttoo-many-attempts\ttoo many failed logins; try again in \\d+ s"), refusal);
        assertEquals("OK", call().ask("login\tanna\tother secret"), "somebody else at this address");
    }

    /** A class behind one address, at the beginning of a lesson. */
    @Test
    void manyWhoComeAtOnceAreNotTakenForGuesses() throws IOException {
        var morning = new CountDownLatch(1);
        startWith((user, password) -> {
            awaitUninterruptibly(morning);
            return ACCOUNTS.authenticate(user, password);
        });
        var callers = new ArrayList<Caller>();
        for (int i = 0; i < 3 * LoginLimits.DEFAULT.perAddress(); i++) {
            Caller caller = call();
            caller.say("login\tann\tsecret\n");
            callers.add(caller);
        }
        eventually().until(() -> recorder.count("before Login") == callers.size());
        morning.countDown();
        for (Caller caller : callers) {
            assertEquals("OK", caller.hear());
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) throws InterruptedIOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    @Test
    void accountsThatCannotBeReadAreAFailureOfTheServer() throws IOException {
        startWith((user, password) -> {
            throw new IOException("the disk is broken");
        });
        assertEquals("ERROR\tinternal\tthe server failed", call().ask("login\tann\tsecret"));
    }

    @Test
    void aHomeThatIsAFileLetsNobodyIn() throws IOException {
        startWith((user, password) -> Optional.of(new Principal(new UserName("kept"))));
        Caller caller = call();
        assertEquals("ERROR\tinternal\tthe server failed", caller.ask("login\tkept\tx"));
        assertEquals(STRANGER, caller.ask("get\t/"));
        assertThatTree(root).contains("kept = old");
    }

    @Test
    void aHomeThatIsRemovedIsNotReplacedByAFile() throws IOException {
        startWith(ACCOUNTS);
        Caller ann = loggedIn("ann");
        Files.delete(root.resolve("ann"));
        assertEquals("ERROR\tis-a-directory\t\"/\" is a directory", ann.ask("put\t/\t4\nmine"));
        assertThatTree(root).contains("kept = old");
    }

    @Test
    void aLoginAndAccountsBelongTogether() {
        assertThrows(IllegalArgumentException.class, () -> start(new LoginDialect(), OPTIONS));
        assertThrows(IllegalArgumentException.class, () -> server = Server.start(new LineDialect(),
                LocalVolume.open(root), Optional.of(ACCOUNTS), OPTIONS, recorder));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7,192.0.2.7", "::ffff:192.0.2.7,192.0.2.7", "2001:db8::1,20010db800000000/64",
        "2001:db8:0:0:ffff::1,20010db800000000/64", "2001:db8:0:1::1,20010db800000001/64"})
    void failuresAreCountedForWhatAnOwnerHas(String address, String origin) throws IOException {
        assertEquals(origin, Origin.of(InetAddress.getByName(address)).name());
    }
}
