package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code vos users passwd}. */
class UsersPasswdCommandTest extends AccountsFixture {

    @Test
    void theNewPasswordTakesTheOldOnesPlace() throws IOException {
        add("ann", "bob");
        type(OTHER + "\n", "passwd", "Ann").endsWith(0).complainsOfNothing().prints("ann has another password");
        assertLogsIn(true, "ann", OTHER);
        assertLogsIn(false, "ann", SECRET);
        assertLogsIn(true, "bob", SECRET);
        assertUsers("ann", "bob");
    }

    @Test
    void whoHasNoAccountGetsNoneAndIsNotAskedForAPassword() {
        add("ann");
        type("", "passwd", "bob").endsWith(1).printsNothing().complains("bob has no account in " + accounts()
                + "; 'vos users list --accounts " + accounts() + "' tells who has one");
        assertUsers("ann");
    }

    @Test
    void aFileThatIsMissingIsNotMade() {
        type(OTHER, "passwd", "ann").endsWith(1).printsNothing().complains("there is no account file " + accounts()
                + "; 'vos users add NAME --accounts " + accounts() + "' makes it");
        assertFalse(Files.exists(accounts()));
    }

    @Test
    void withoutAPasswordTheOldOneStays() throws IOException {
        add("ann");
        String before = Files.readString(accounts());
        type("\n", "passwd", "ann").endsWith(1).printsNothing().complains(
                "the first line of standard input is no password: a password has 1 to 1024 bytes of UTF-8");
        assertEquals(before, Files.readString(accounts()));
    }

    @Test
    void aPasswordAmongTheArgumentsIsRefusedAndNotRepeated() throws IOException {
        add("ann");
        users("passwd", "ann", OTHER).endsWith(2).printsNothing().complainsOf("vos: a password is no argument, ");
        assertLogsIn(true, "ann", SECRET);
    }
}
