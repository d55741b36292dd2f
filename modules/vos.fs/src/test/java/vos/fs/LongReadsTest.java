package vos.fs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vos.fs.Contents.at;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A long directory is read when it is its turn, and a short one at once. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LongReadsTest {

    @TempDir
    private Path root;

    @Test
    void whoReadsALongDirectoryWaitsUntilFewDoSo() throws Exception {
        LocalVolume volume = LocalVolume.open(root);
        Files.createDirectory(root.resolve("long"));
        Files.createDirectory(root.resolve("short"));
        for (int i = 0; i < LongReads.LONG; i++) {
            Files.createFile(root.resolve("long/" + i));
        }
        LongReads reads = volume.root().longReads();
        FutureTask<Integer> third = new FutureTask<>(() -> volume.list(at("/long")).size());
        try (LongReads.Turn first = reads.turn(); LongReads.Turn second = reads.turn()) {
            for (int i = 0; i < 3 * LongReads.LONG; i++) {
                first.step();
                second.step();
            }
            Thread reader = Thread.ofPlatform().start(third);
            await().until(() -> reader.getState() == Thread.State.WAITING);
            assertFalse(third.isDone());
            assertEquals(0, volume.list(at("/short")).size());
        }
        assertEquals(LongReads.LONG, third.get());
    }

    @Test
    void aTurnThatIsOverIsTheNextOnes() {
        var reads = new LongReads();
        for (int round = 0; round < 5; round++) {
            try (LongReads.Turn turn = reads.turn()) {
                for (int i = 0; i < 2 * LongReads.LONG; i++) {
                    turn.step();
                }
            }
        }
    }
}
