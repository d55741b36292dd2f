package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vos.auth.AccountFile;
import vos.auth.Password;
import vos.protocol.Dialect;
import vos.protocol.LineDialect;

/** {@code vos users} with an account file in a directory of its own. */
@Timeout(60)
abstract class AccountsFixture {
    static final String SECRET = "s3cret of ann";
    static final String OTHER = "0ther secret";

    @TempDir
    Path directory;

    Path accounts() {
        return directory.resolve("accounts");
    }

    /** Runs {@code vos users args --accounts ...}, with this on standard input. */
    Outcome type(String input, String... args) {
        return StandardInput.of(input, () -> users(args));
    }

    /** Runs {@code vos users args --accounts ...}; neither password is ever shown. */
    Outcome users(String... args) {
        return users(List.of(new LineDialect()), args);
    }

    Outcome users(List<Dialect> labs, String... args) {
        Stream<String> words = Stream.of(Stream.of("users"), Stream.of(args),
                Stream.of("--accounts", accounts().toString())).flatMap(part -> part);
        Outcome outcome = Outcome.of(labs, words.toArray(String[]::new));
        assertFalse(outcome.toString().contains(SECRET) || outcome.toString().contains(OTHER), outcome::toString);
        return outcome;
    }

    /** Gives each of them an account, with {@link #SECRET}. */
    void add(String... names) {
        for (String name : names) {
            type(SECRET + "\n", "add", name).endsWith(0).complainsOfNothing();
        }
    }

    void assertLogsIn(boolean expected, String user, String secret) throws IOException {
        try (Password password = Password.of(secret.toCharArray())) {
            assertEquals(expected, AccountFile.open(accounts()).authenticate(user, password).isPresent(), user);
        }
    }

    void assertUsers(String... names) {
        Outcome list = users("list").endsWith(0).complainsOfNothing();
        assertEquals(List.of(names), list.out().lines().toList());
    }

    /** Those of the directory that are not the account file's own. */
    List<String> otherFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("accounts"))
                    .sorted().toList();
        }
    }
}
