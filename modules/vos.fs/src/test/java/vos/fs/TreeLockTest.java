package vos.fs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vos.fs.TreeLock.Hold;

/** While somebody walks, no directory is moved, and everything else goes on. */
@Timeout(60)
final class TreeLockTest {

    @TempDir
    private Path root;
    private LocalVolume volume;

    @BeforeEach
    void fill() throws Exception {
        volume = LocalVolume.open(root);
        volume.makeDirectory(at("/d"));
        put(volume, "/d/f", "content");
    }

    @Test
    void aDirectoryIsMovedWhenNobodyWalksAnyMore() throws Exception {
        FutureTask<Void> move = move("/d", "/e");
        try (Hold _ = volume.root().tree().still()) {
            Thread mover = Thread.ofPlatform().start(move);
            await().until(() -> mover.getState() == Thread.State.WAITING);
            assertFalse(move.isDone());
            assertTrue(Files.isDirectory(root.resolve("d")));
        }
        move.get();
        assertEquals(Kind.FILE, volume.status(at("/e/f")).kind());
    }

    @Test
    void aFileIsMovedWhileOthersWalk() throws Exception {
        try (Hold _ = volume.root().tree().still()) {
            FutureTask<Void> move = move("/d/f", "/g");
            Thread.ofPlatform().start(move);
            move.get();
        }
        assertEquals(Kind.FILE, volume.status(at("/g")).kind());
    }

    @Test
    void whoWalksWaitsUntilADirectoryHasBeenMoved() throws Exception {
        FutureTask<Kind> look = new FutureTask<>(() -> volume.status(at("/d/f")).kind());
        try (Hold _ = volume.root().tree().alone()) {
            Thread walker = Thread.ofPlatform().start(look);
            await().until(() -> walker.getState() == Thread.State.WAITING);
            assertFalse(look.isDone());
        }
        assertEquals(Kind.FILE, look.get());
    }

    @Test
    void whatWasLookedAtWhileADirectoryWasMovedIsKnownToBe() throws Exception {
        TreeLock tree = volume.root().tree();
        long moment = tree.moment();
        volume.move(at("/d/f"), at("/d/g"));
        assertTrue(tree.wasStillSince(moment));
        volume.move(at("/d"), at("/e"));
        assertFalse(tree.wasStillSince(moment));
        assertTrue(tree.wasStillSince(tree.moment()));
    }

    private FutureTask<Void> move(String from, String to) {
        return new FutureTask<>(() -> {
            volume.move(at(from), at(to));
            return null;
        });
    }
}
