package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vos.protocol.LineDialect;

/** {@code vos users remove}. */
class UsersRemoveCommandTest extends AccountsFixture {

    @Test
    void theUserCanNoLongerLogInAndTheOthersCan() throws IOException {
        add("ann", "bob");
        users("remove", "Ann").endsWith(0).complainsOfNothing().prints("ann can no longer log in");
        assertUsers("bob");
        assertLogsIn(false, "ann", SECRET);
        assertLogsIn(true, "bob", SECRET);
    }

    @Test
    void filesInTheUsualRootOfALabWithALoginStayAndAreNamed() throws IOException {
        Path home = Files.createDirectories(directory.resolve("desk/ann"));
        Files.createDirectories(directory.resolve("line/ann"));
        Files.createDirectories(directory.resolve("desk/bob"));
        add("ann");
        Outcome outcome = users(List.of(new LineDialect(), new Desk()), "remove", "ann").endsWith(0);
        assertEquals(List.of("ann can no longer log in", "The files of ann stay, in " + home),
                outcome.out().lines().toList());
        assertTrue(Files.isDirectory(home));
    }

    @Test
    void whereTheyAreElsewhereIsSaidAsFarAsItIsKnown() {
        add("ann");
        users(List.of(new Desk()), "remove", "ann").endsWith(0)
                .prints("Files of ann stay, in the directory ann of the root that was served");
    }

    @Test
    void whoHasNoAccountCannotLoseIt() {
        add("ann");
        users("remove", "bob").endsWith(1).printsNothing().complains("bob has no account in " + accounts()
                + "; 'vos users list --accounts " + accounts() + "' tells who has one");
        assertUsers("ann");
    }

    @Test
    void aFileThatIsMissingIsNotMade() {
        users("remove", "ann").endsWith(1).printsNothing().complains("there is no account file " + accounts()
                + "; 'vos users add NAME --accounts " + accounts() + "' makes it");
        assertFalse(Files.exists(accounts()));
    }

    /** A lab with a login. */
    private static final class Desk extends LineDialect {
        @Override
        public String id() {
            return "desk";
        }

        @Override
        public boolean needsLogin() {
            return true;
        }
    }
}
