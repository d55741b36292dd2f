package vos.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that does not stay. */
class TemporaryDirectoryTest {

    @Test
    void closingRemovesItWithAllThatItHolds() throws IOException {
        Path path;
        try (var directory = new TemporaryDirectory("vos-test")) {
            path = directory.path();
            Files.createDirectories(path.resolve("a/b/c"));
            Files.writeString(path.resolve("a/b/file"), "content");
            assertTrue(path.getFileName().toString().startsWith("vos-test"), path::toString);
        }
        assertFalse(Files.exists(path), path::toString);
    }

    @Test
    void whatALinkPointsAtStays(@TempDir Path elsewhere) throws IOException {
        Path kept = Files.writeString(elsewhere.resolve("kept"), "content");
        try (var directory = new TemporaryDirectory("vos-test")) {
            Files.createSymbolicLink(directory.path().resolve("link"), elsewhere);
        }
        assertTrue(Files.exists(kept), kept::toString);
    }

    @Test
    void twoOfThemAreTwo() throws IOException {
        try (var one = new TemporaryDirectory("vos-test"); var other = new TemporaryDirectory("vos-test")) {
            assertNotEquals(one.path(), other.path());
        }
    }
}
