package vos.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An account file in a directory of its own, with cheap hashes, a count of them and a captured log. */
@Timeout(60)
abstract class AccountFixture {

    /** The file as the published program came with it. */
    static final String PUBLISHED = "user1:password123\nuser2:mysecurepass\nuser3:testpassword\n";

    final CountedArgon2id argon2id = new CountedArgon2id();
    final CapturedLog log = new CapturedLog();

    @TempDir
    Path directory;

    Path path() {
        return directory.resolve("id_passwd.txt");
    }

    AccountFile open() throws IOException {
        return new AccountFile(new GuardedFile(path()), argon2id.hasher(), log);
    }

    /** Writes the file as an editor does, in place, and opens it. */
    AccountFile open(String content) throws IOException {
        edit(content);
        return open();
    }

    void edit(String content) throws IOException {
        Files.writeString(path(), content, UTF_8);
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(path(), UTF_8);
    }

    /** The names of all files in the directory. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    static UserName user(String name) {
        return new UserName(name);
    }
}
