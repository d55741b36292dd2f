package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code vos users add}. Where the usual file is, and what is typed at a terminal, is tested elsewhere. */
class UsersAddCommandTest extends AccountsFixture {

    @Test
    void theFirstUserMakesTheFileAndCanLogIn() throws IOException {
        type(SECRET + "\n", "add", "ann").endsWith(0).complainsOfNothing()
                .prints("ann can log in; the account is in " + accounts());
        assertLogsIn(true, "ann", SECRET);
        assertLogsIn(false, "ann", OTHER);
        assertFalse(Files.readString(accounts()).contains(SECRET), "in clear");
    }

    @Test
    void furtherUsersFollowInTheirOrder() {
        add("bob", "ann");
        assertUsers("bob", "ann");
    }

    @Test
    void capitalsAreMadeSmallAndTheUserIsTold() {
        type(SECRET, "add", "Ann").endsWith(0).prints("ann can log in");
        assertUsers("ann");
        type(OTHER, "add", "ANN").endsWith(1);
    }

    @Test
    void thePasswordMayComeFromAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), SECRET + "\r\nnot this\n");
        type(OTHER, "add", "ann", "--password-file", file.toString()).endsWith(0);
        assertLogsIn(true, "ann", SECRET);
    }

    @Test
    void aHyphenIsStandardInput() throws IOException {
        type(SECRET + "\n", "add", "ann", "--password-file", "-").endsWith(0);
        assertLogsIn(true, "ann", SECRET);
    }

    @Test
    void whoHasAnAccountKeepsIt() throws IOException {
        add("ann");
        type(OTHER, "add", "ann").endsWith(1).printsNothing().complains("ann has an account already; "
                + "'vos users passwd ann --accounts " + accounts() + "' gives it another password");
        assertLogsIn(true, "ann", SECRET);
    }

    @Test
    void whoHasAnAccountIsNotAskedForAPassword() {
        add("ann");
        type("", "add", "ann").endsWith(1).printsNothing().complainsOf("ann has an account already");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            ''     | has 1 to 64 characters
            ../ann | is made of the letters a to z, digits, ".", "_" and "-"
            a/b    | is made of the letters a to z, digits, ".", "_" and "-"
            .ssh   | begins with neither "." nor "-", and does not end with "."
            nul    | is none of Windows' devices (con, prn, aux, nul, com0 to com9, lpt0 to lpt9)
            """)
    void aNameThatIsNoSafeDirectoryIsRefused(String name, String flaw) {
        type(SECRET, "add", name).endsWith(2).printsNothing()
                .complainsOf("vos: Invalid value for positional parameter at index 0 (NAME): a user's name " + flaw);
        assertFalse(Files.exists(accounts()));
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "--password=" + SECRET, "--password|" + SECRET, "--password"})
    void aPasswordAmongTheArgumentsIsRefusedAndNotRepeated(String words) {
        type(OTHER, ("add|ann|" + words).split("\\|")).endsWith(2).printsNothing()
                .complains("a password is no argument, which others can see; without one it is asked for, or read from "
                        + "--password-file\n'vos users add --help' says how it is used.");
        assertFalse(Files.exists(accounts()));
    }

    @Test
    void withoutAPasswordNothingIsMade() throws IOException {
        type("", "add", "ann").endsWith(1).printsNothing()
                .complains("standard input is empty; its first line is to be the password");
        Path none = directory.resolve("none");
        type(SECRET, "add", "ann", "--password-file", none.toString()).endsWith(1).printsNothing()
                .complains(none + ": there is no such file or directory");
        assertFalse(Files.exists(accounts()));
        assertEquals(0, otherFiles().size());
    }

    @Test
    void aDirectoryThatIsMissingIsNotMade() throws IOException {
        Path there = directory.resolve("there");
        StandardInput.of(SECRET, () -> Outcome.of("users", "add", "ann", "--accounts", there + "/accounts"))
                .endsWith(1).printsNothing().complains("there is no directory " + there
                        + " for the account file; make it first, or name another file with --accounts");
        assertFalse(Files.exists(there));
    }

    @Test
    void aMalformedFileIsLeftAsItIs() throws IOException {
        Files.writeString(accounts(), "# users\nann\n");
        type(SECRET, "add", "bob").endsWith(1).printsNothing()
                .complains(accounts().toRealPath() + ", line 2: there is no colon between user and password");
        assertEquals("# users\nann\n", Files.readString(accounts()));
    }
}
