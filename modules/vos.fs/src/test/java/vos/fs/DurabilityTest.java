package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Contents.text;
import static vos.fs.Contents.write;
import static vos.fs.Refusals.assertRefused;
import static vos.fs.TreeAssert.assertThatTree;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vos.fs.WorkspaceException.Reason;

/** What is waited for, in which order, before a change counts as done: what was asked of the disk, and what it held. */
final class DurabilityTest {

    @TempDir
    private Path host;

    private Path root;
    private final Asked asked = new Asked();
    private Volume volume;

    @BeforeEach
    void openVolume() throws IOException {
        root = host.resolve("root");
        Confinement confinement = LocalVolume.open(root).confinement();
        volume = new LocalVolume(new Root(root.toRealPath(), confinement, asked));
        volume.makeDirectory(at("/d"));
        volume.makeDirectory(at("/e"));
        asked.events.clear();
    }

    @ParameterizedTest
    @EnumSource
    void theContentComesBeforeTheNameAndTheDirectoryAfterIt(Publish mode) throws IOException {
        try (Draft draft = volume.draft(at("/d/a"), mode)) {
            write(draft, "whole");
            asked.of();
            draft.publish();
        }
        asked.of("content of 5 bytes: d/ e/", "names of d: d/ d/a = whole e/");
    }

    @Test
    void aReplacedFileStaysUntilTheNewContentIsOnTheDisk() throws IOException {
        put(volume, "/d/a", "old");
        asked.events.clear();
        put(volume, "/d/a", "new file");
        asked.of("content of 8 bytes: d/ d/a = old e/", "names of d: d/ d/a = new file e/");
    }

    @Test
    void madeAndRemovedNamesAreOnTheDiskBeforeTheyCount() throws IOException {
        volume.makeDirectory(at("/d/sub"));
        volume.removeDirectory(at("/d/sub"));
        asked.of("names of d: d/ d/sub/ e/", "names of d: d/ e/");
        put(volume, "/a", "");
        asked.events.clear();
        volume.removeFile(at("/a"));
        asked.of("names of : d/ e/");
    }

    @Test
    void aMoveCountsWhenBothDirectoriesAreOnTheDisk() throws IOException {
        put(volume, "/d/a", "moved");
        asked.events.clear();
        volume.move(at("/d/a"), at("/e/b"));
        asked.of("names of e: d/ e/ e/b = moved", "names of d: d/ e/ e/b = moved");
    }

    @Test
    void aNewRootIsOnTheDiskWithTheParentsThatWereMade() throws IOException {
        LocalVolume.open(host.resolve("x/y/z"), asked);
        String tree = ": d/ e/";
        asked.of("names of ../x/y" + tree, "names of ../x" + tree, "names of .." + tree, "names of ../x/y/z" + tree);
    }

    @Test
    void nothingIsPublishedWhenTheContentCannotBeWrittenOut() throws IOException {
        put(volume, "/d/a", "old");
        asked.failing = "content";
        try (Draft draft = volume.draft(at("/d/a"), Publish.REPLACE)) {
            write(draft, "new");
            assertRefused(Reason.NO_SPACE, "/d/a", draft::publish);
            assertTrue(draft.isOpen(), "closed by a publication that failed");
        }
        assertThatTree(root).containsExactly("d/", "d/a = old", "e/");
    }

    @Test
    void aFailureAfterTheNameWasGivenDoesNotSayThatNothingWasDone() throws IOException {
        put(volume, "/d/a", "old");
        asked.failing = "names";
        Draft draft = volume.draft(at("/d/b"), Publish.CREATE);
        assertRefused(Reason.FAILED, "/d/b", draft::publish);
        assertFalse(draft.isOpen(), "open after its name was given");
        assertRefused(Reason.FAILED, "/d/sub", () -> volume.makeDirectory(at("/d/sub")));
        assertRefused(Reason.FAILED, "/d/sub", () -> volume.removeDirectory(at("/d/sub")));
        assertRefused(Reason.FAILED, "/d/b", () -> volume.removeFile(at("/d/b")));
        assertRefused(Reason.FAILED, "/e/a", () -> volume.move(at("/d/a"), at("/e/a")));
        assertThatTree(root).containsExactly("d/", "e/", "e/a = old");
    }

    @Test
    void onlyAPowerCutIsWaitedFor() throws IOException {
        assertSame(Forcing.NONE, LocalVolume.open(root).root().forcing());
        assertSame(Forcing.TO_DISK, LocalVolume.open(root, Durability.POWER_CUT).root().forcing());
        FileChannel closed = FileChannel.open(Files.createFile(host.resolve("f")), StandardOpenOption.WRITE);
        closed.close();
        Path missing = host.resolve("missing");
        Forcing.NONE.content(closed);
        Forcing.NONE.names(missing);
        assertThrows(ClosedChannelException.class, () -> Forcing.TO_DISK.content(closed));
        assertThrows(NoSuchFileException.class, () -> Forcing.TO_DISK.names(missing));
    }

    @Test
    void theDiskOfThisHostKeepsWhatItIsAskedToKeep() throws IOException {
        Volume durable = LocalVolume.open(host.resolve("new/root"), Durability.POWER_CUT);
        durable.makeDirectory(at("/d"));
        put(durable, "/d/a", "kept");
        durable.move(at("/d/a"), at("/a"));
        durable.removeDirectory(at("/d"));
        assertEquals("kept", text(durable, "/a"));
    }

    /** Writes down what it is asked to wait for, and what the tree looks like then; or breaks down at it. */
    private final class Asked implements Forcing {

        private final List<String> events = new ArrayList<>();
        private String failing = "";

        @Override
        public void content(FileChannel file) throws IOException {
            note("content", "of " + file.size() + " bytes");
        }

        @Override
        public void names(Path directory) throws IOException {
            note("names", "of " + root.toRealPath().relativize(directory.toRealPath()));
        }

        private void note(String what, String of) throws IOException {
            if (what.equals(failing)) {
                throw new FileSystemException(what, null, "No space left on device");
            }
            List<String> visible = TreeAssert.lines(root).stream().filter(line -> !line.contains(".vos-")).toList();
            events.add(what + " " + of + ": " + String.join(" ", visible));
        }

        void of(String... expected) {
            assertEquals(String.join("\n", expected), String.join("\n", events));
        }
    }
}
