package vos.tck.virtuos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import vos.tck.Trial;

/** The directory of a session as it is on the server's disk; for tests that need the server's root. */
final class VirtuosDisk {

    private final Path directory;

    VirtuosDisk(Trial trial, VirtuosSession session) {
        this.directory = trial.run().root().orElseThrow().resolve(session.directory());
    }

    /** Writes a file. */
    VirtuosDisk write(String name, String content) {
        try {
            Files.write(directory.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Makes a symbolic link. */
    VirtuosDisk link(String name, Path target) {
        try {
            Files.createSymbolicLink(directory.resolve(name), target);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The content of a file, a character for each byte; or a word for people that there is none. */
    String content(String name) {
        return content(directory.resolve(name));
    }

    static String content(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "no file";
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    void setTime(String name, FileTime time) {
        try {
            Files.setLastModifiedTime(directory.resolve(name), time);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    FileTime time(String name) {
        try {
            return Files.getLastModifiedTime(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
