package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server has left above its root is removed, and nothing of anybody else's. */
class LitterTest {

    @TempDir
    private Path top;

    @Test
    void namesThatOnlyThisRunHasMadeUpAreRemoved() throws IOException {
        Path root = Files.createDirectories(top.resolve("scratch/root"));
        Run run = new Run(new RemoteServer(new InetSocketAddress(0), Optional.of(root), List.of()), Run.Settings.USUAL);
        Instant since = Instant.now().minusSeconds(5);
        Trial trial = new Trial(run, "aTest");
        Files.writeString(top.resolve(trial.name("above", ".txt")), "x");
        Files.writeString(top.resolve("scratch").resolve(trial.name("above", ".txt") + "a"), "x");
        Files.createDirectories(top.resolve(trial.name("dir", "")).resolve("sub"));
        Path inside = Files.writeString(root.resolve(trial.name("file", "")), "a test may still look at it");
        Path old = Files.writeString(top.resolve(trial.name("old", "")), "x");
        Files.setLastModifiedTime(old, FileTime.from(since.minusSeconds(60)));
        Path other = Files.writeString(top.resolve("notes-" + run.tag() + "-2026.txt"), "x");

        Litter.remove(root, run.tag(), since);

        try (Stream<Path> files = Files.walk(top)) {
            assertEquals(List.of(inside, old, other).stream().sorted().toList(),
                    files.filter(Files::isRegularFile).sorted().toList());
        }
        try (Stream<Path> entries = Files.list(top)) {
            assertEquals(3, entries.count(), "the directory is gone too");
        }
    }
}
