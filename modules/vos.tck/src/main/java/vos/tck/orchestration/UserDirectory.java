package vos.tck.orchestration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import vos.tck.Account;
import vos.tck.Trial;

/** A user's directory on disk, for tests that need the server's root. What a test puts there, nobody else names. */
final class UserDirectory {

    private final Trial trial;
    private final Path path;

    private UserDirectory(Trial trial, Path path) {
        this.trial = trial;
        this.path = path;
    }

    /** That of the first user; it is made when it is missing. */
    static UserDirectory of(Trial trial) {
        return of(trial, trial.run().accounts().getFirst());
    }

    static UserDirectory of(Trial trial, Account user) {
        return new UserDirectory(trial, trial.run().root().orElseThrow().resolve(user.name())).make("");
    }

    Path path() {
        return path;
    }

    /** Where a file that a client names so should lie. */
    Path path(String name) {
        return path.resolve(name);
    }

    /** Makes a directory, and those above it. */
    UserDirectory make(String directory) {
        try {
            Files.createDirectories(path.resolve(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(directory, e);
        }
        return this;
    }

    /** Writes a file; {@code name} may lead out of the directory. */
    UserDirectory write(String name, String content) {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    UserDirectory write(String name, byte[] content) {
        try {
            Files.createDirectories(path.resolve(name).getParent());
            Files.write(path.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return this;
    }

    /** Makes a symbolic link. */
    UserDirectory link(String name, Path target) {
        try {
            Files.createSymbolicLink(path.resolve(name), target);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return this;
    }

    /** Whether there is anything of this name, be it a link that leads nowhere. */
    boolean has(String name) {
        return Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** A file must be there, with this content. */
    void mustHold(String name, byte[] content) {
        trial.note("look at the file " + name + " in the user's directory");
        try {
            boolean there = Files.isRegularFile(path.resolve(name));
            byte[] found = there ? Files.readAllBytes(path.resolve(name)) : new byte[0];
            trial.require(there && Arrays.equals(found, content), "a file of " + content.length + " bytes as sent",
                    there ? "a file of " + found.length + " bytes, which are not all as sent" : "no such file");
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    void mustHold(String name, String content) {
        mustHold(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** There must be nothing of this name. */
    void mustNotHave(String name) {
        trial.note("look for " + name + " in the user's directory");
        trial.require(!has(name), "nothing of this name", "a file or directory " + name);
    }
}
