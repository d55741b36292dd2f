package vos.fs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.fs.Contents.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A long directory is read when it is its turn, on a thread of the system, and a short one at once. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LongReadsTest {

    @TempDir
    private Path root;
    private final LongReads reads = new LongReads();
    private final CountDownLatch end = new CountDownLatch(1);

    private static <T> FutureTask<T> onVirtualThread(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    private boolean awaitEnd() {
        await().until(() -> end.getCount() == 0);
        return true;
    }

    @Test
    void whoReadsALongDirectoryWaitsUntilFewDoSo() throws Exception {
        LocalVolume volume = LocalVolume.open(root);
        Files.createDirectory(root.resolve("long"));
        Files.createDirectory(root.resolve("short"));
        for (int i = 0; i < LongReads.LONG; i++) {
            Files.createFile(root.resolve("long/" + i));
        }
        var reading = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            onVirtualThread(() -> volume.root().longReads().inTurn(() -> {
                reading.countDown();
                return awaitEnd();
            }));
        }
        reading.await();
        FutureTask<Integer> third = new FutureTask<>(() -> volume.list(at("/long")).size());
        Thread reader = Thread.ofPlatform().start(third);
        await().until(() -> reader.getState() == Thread.State.WAITING);
        assertFalse(third.isDone());
        assertEquals(0, volume.list(at("/short")).size());
        end.countDown();
        assertEquals(LongReads.LONG, third.get());
    }

    @Test
    void aVirtualThreadHasAThreadOfTheSystemReadForIt() throws Exception {
        assertFalse(onVirtualThread(() -> reads.inTurn(() -> Thread.currentThread().isVirtual())).get());
    }

    @Test
    void aFailureIsThatOfTheRead() {
        var failing = onVirtualThread(() -> reads.inTurn(() -> {
            throw new NoSuchFileException("gone");
        }));
        assertInstanceOf(IOException.class, assertThrows(ExecutionException.class, failing::get).getCause());
    }

    /** Who returned sooner would close a directory that is being read. */
    @Test
    void whoIsInterruptedWaitsForTheEndOfTheReadAndStaysInterrupted() throws Exception {
        var reading = new CountDownLatch(1);
        var task = new FutureTask<>(() -> {
            reads.inTurn(() -> {
                reading.countDown();
                return awaitEnd();
            });
            return Thread.currentThread().isInterrupted();
        });
        Thread reader = Thread.ofVirtual().start(task);
        reading.await();
        reader.interrupt();
        await().until(() -> reader.getState() == Thread.State.WAITING);
        assertFalse(task.isDone());
        end.countDown();
        assertTrue(task.get());
    }
}
