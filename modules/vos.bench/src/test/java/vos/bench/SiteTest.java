package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    @TempDir
    private Path report;

    @Test
    void aFileThatAllHandOutIsThereOnceAndHasANameInEachRoot() throws IOException, BenchException {
        Work work = Work.of("down", "fetched", new Task.Bulk(false, 3_000_000, 1));
        try (Site site = Site.below(report)) {
            Path one = site.stage(work, Fixtures.FLOOR).root().resolve("bulk");
            Path other = site.stage(work, Fixtures.VOS).root().resolve("bulk");
            assertEquals(3_000_000, Files.size(one));
            assertEquals(Files.getAttribute(one, "unix:ino"), Files.getAttribute(other, "unix:ino"));
        }
    }

    @Test
    void whatWasStoredInPartIsNoUpload() throws IOException, BenchException {
        Task task = new Task.Bulk(true, 1_000, 2);
        try (Site site = Site.below(report)) {
            Stage stage = site.stage(Work.of("up", "stored", task), Fixtures.VOS);
            Files.write(stage.root().resolve("bulk.0"), new byte[1_000]);
            Files.write(stage.root().resolve("bulk.1"), new byte[999]);
            assertEquals("of bulk.1, 999 of 1000 bytes were stored",
                    assertThrows(BenchException.class, () -> site.clear(stage, task)).getMessage());
            assertTrue(Files.notExists(stage.root().resolve("bulk.0")), "what was whole was taken away");
        }
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeItFillsTheMachine() throws IOException {
        Work work = Work.of("down", "fetched", new Task.Bulk(false, Long.MAX_VALUE / 2, 1));
        try (Site site = Site.below(report)) {
            String refusal = assertThrows(BenchException.class, () -> site.stage(work, Fixtures.VOS)).getMessage();
            assertTrue(refusal.contains("do not fit"), refusal);
        }
    }

    @Test
    void nothingIsLeft() throws IOException, BenchException {
        Path root;
        try (Site site = Site.below(report)) {
            root = site.stage(Work.of("files", "fetched", new Task.SmallFiles(false, 10, 100)).onDisk(), Fixtures.VOS)
                    .root();
            assertTrue(root.startsWith(report), root::toString);
            assertEquals(100, Files.size(root.resolve("small9")));
        }
        try (Stream<Path> left = Files.list(report)) {
            assertEquals(0, left.count());
        }
    }
}
