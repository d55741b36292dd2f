package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code vos users list}, what it says of unusable accounts, and {@code vos users} alone. */
class UsersListCommandTest extends AccountsFixture {

    @Test
    void nobodyIsAnEmptyList() throws IOException {
        Files.writeString(accounts(), "# nobody yet\n\n");
        users("list").endsWith(0).printsNothing().complainsOfNothing();
    }

    @Test
    void aFileThatIsMissingIsNotMade() {
        users("list").endsWith(1).printsNothing().complains("there is no account file " + accounts()
                + "; 'vos users add NAME --accounts " + accounts() + "' makes it");
        assertFalse(Files.exists(accounts()));
    }

    @Test
    void theWayOutNamesNoFileWhereItIsTheUsualOne() {
        assertFalse(Files.exists(DefaultPaths.ACCOUNTS), "left by another test");
        Outcome.of("users", "list").endsWith(1).printsNothing()
                .complains("there is no account file vos-data/id_passwd.txt; 'vos users add NAME' makes it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "remove ann", "passwd ann", "add ann"})
    void aDirectoryIsNoAccountFile(String command) throws IOException {
        Files.createDirectory(accounts());
        type(SECRET, command.split(" ")).endsWith(1).printsNothing()
                .complains(accounts() + " is a directory, not an account file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "remove ann", "passwd ann", "add ann"})
    void aMalformedFileIsUnusableAndItsLineIsNotRepeated(String command) throws IOException {
        Files.writeString(accounts(), "ann:$argon2id$" + SECRET + "\n");
        Outcome outcome = type(OTHER, command.split(" ")).endsWith(1).printsNothing();
        assertTrue(outcome.err().startsWith("vos: " + accounts().toRealPath() + ", line 1: "), outcome::toString);
        assertEquals(1, outcome.err().lines().count(), outcome::toString);
    }

    @Test
    void usersAloneSaysHowItIsUsed() {
        Outcome.of("users").endsWith(2).printsNothing()
                .complainsOf("Usage: vos users [OPTIONS] [COMMAND]").complainsOf("vos users add NAME");
    }

    @Test
    void aPublishedFileIsListedAndHoldsNoPasswordAfterwards() throws Exception {
        Path data = Files.createDirectory(directory.resolve("vos-data"));
        Path file = Files.writeString(data.resolve("id_passwd.txt"), "user1:password123\nuser2:mysecurepass\n");
        try (var vos = new VosProcess(directory, "users", "list")) {
            assertEquals(List.of("user1", "user2"), vos.rest());
            assertEquals(0, vos.exitCode());
        }
        String content = Files.readString(file);
        assertFalse(content.contains("password123") || content.contains("mysecurepass"), content);
        List<String> said = Files.readAllLines(directory.resolve("log"));
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.getFirst().matches("\\d\\d:\\d\\d:\\d\\d WARNING \\Q" + file.toRealPath() + "\\E held "
                + "passwords in clear, and holds hashes now\\. .* the passwords of: \\[user1, user2]"), said::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--accounts=./vos-data/../vos-data/id_passwd.txt"})
    void theUsualFileIsMadeTogetherWithItsDirectory(String option) throws Exception {
        Files.writeString(directory.resolve("password"), SECRET);
        var words = new ArrayList<>(List.of("users", "add", "ann", "--password-file", "password"));
        if (!option.isEmpty()) {
            words.add(option);
        }
        try (var vos = new VosProcess(directory, words.toArray(String[]::new))) {
            assertEquals(1, vos.rest().size());
            assertEquals(0, vos.exitCode());
        }
        assertTrue(Files.readString(directory.resolve("vos-data/id_passwd.txt")).startsWith("ann:$argon2id$"));
    }
}
