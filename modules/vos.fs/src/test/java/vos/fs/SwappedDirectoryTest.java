package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Contents.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A local process that swaps a directory for a link to the outside, and back, as fast as it can, while clients work
 * below it: nothing outside is read, listed, made, changed or removed.
 *
 * <p>The directories in and outside have the same names in them, so that whoever comes out there finds what it asked
 * for. With {@link Confinement#PATHS} instead this test fails each time.
 */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
final class SwappedDirectoryTest {

    private static final int ROUNDS = 200;
    private static final int SWEEP_EACH = 100;
    private static final String INSIDE = "in";
    private static final String OUTSIDE = "the secret";

    @TempDir
    private Path host;

    private Path outside;
    private Path root;
    private Volume volume;
    private int allowed;
    private int refused;
    private final List<String> escapes = new ArrayList<>();

    @BeforeEach
    void makeTheSameNamesInAndOutside() throws IOException {
        root = Files.createDirectory(host.resolve("root"));
        outside = fill(Files.createDirectory(host.resolve("outside")), OUTSIDE);
        Files.writeString(outside.resolve("listed/only-outside"), OUTSIDE);
        fill(Files.createDirectory(root.resolve("d")), INSIDE);
        Files.createSymbolicLink(root.resolve("link"), outside);
        volume = LocalVolumes.open(root, Confinement.DESCRIPTORS);
    }

    private static Path fill(Path directory, String content) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Files.writeString(directory.resolve("removed" + round), content);
            Files.writeString(directory.resolve("moved" + round), content);
            Files.createDirectory(directory.resolve("empty" + round));
        }
        Files.createDirectory(directory.resolve("listed"));
        Files.writeString(directory.resolve("file"), content);
        Files.writeString(directory.resolve(".vos-0123456789abcdef.part"), content);
        return directory;
    }

    @Test
    void nothingOutsideIsReachedWhileADirectoryIsSwappedForALink() throws Exception {
        Set<String> before = new TreeSet<>(TreeAssert.lines(outside));
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService local = Executors.newSingleThreadExecutor()) {
            Future<Integer> swapping = local.submit(() -> swap(enough));
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    workBelow("/d/", round);
                }
            } finally {
                enough.set(true);
            }
            int swaps = swapping.get();
            assertTrue(swaps > ROUNDS, () -> "only " + swaps + " swaps");
        }
        Set<String> after = new TreeSet<>(TreeAssert.lines(outside));
        assertEquals(List.of(), escapes, "what was read outside");
        assertEquals(before, after, "the tree outside");
        assertTrue(allowed > 0 && refused > 0, () -> allowed + " allowed, " + refused + " refused");
    }

    /** Lets the directory and the link bear the one name by turns; returns how often. */
    private int swap(AtomicBoolean enough) throws IOException {
        int swaps = 0;
        try (Exchange exchange = new Exchange(root.resolve("d"), root.resolve("link"))) {
            for (; !enough.get(); swaps++) {
                exchange.run();
            }
        }
        return swaps;
    }

    private void workBelow(String top, int round) {
        attempt(() -> readAs("size", volume.status(at(top + "file")).size() == OUTSIDE.length()));
        attempt(() -> readAs("list", volume.list(at(top + "listed")).contains(new Entry("only-outside", Kind.FILE))));
        attempt(() -> readAs("content", text(volume, top + "file").equals(OUTSIDE)));
        attempt(() -> put(volume, top + "file", INSIDE));
        attempt(() -> {
            try (Draft draft = volume.draft(at(top + "new" + round), Publish.CREATE)) {
                draft.publish();
            }
        });
        attempt(() -> volume.makeDirectory(at(top + "made" + round)));
        attempt(() -> volume.removeFile(at(top + "removed" + round)));
        attempt(() -> volume.removeDirectory(at(top + "empty" + round)));
        attempt(() -> volume.move(at(top + "moved" + round), at("/caught" + round)));
        attempt(() -> volume.move(at("/caught" + round), at(top + "moved" + round)));
        if (round % SWEEP_EACH == 0) {
            attempt(volume::sweep);
        }
    }

    private void readAs(String what, boolean outsides) {
        if (outsides) {
            escapes.add(what);
        }
    }

    private void attempt(Operation operation) {
        try {
            operation.run();
            allowed++;
        } catch (IOException e) {
            refused++;
        }
    }

    @FunctionalInterface
    private interface Operation {

        void run() throws IOException;
    }
}
