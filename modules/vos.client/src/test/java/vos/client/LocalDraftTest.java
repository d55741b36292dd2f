package vos.client;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static vos.client.LocalFiles.assertFilesIn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.Bytes;

class LocalDraftTest {
    @TempDir
    Path directory;
    private Path kept;

    @BeforeEach
    void prepare() throws IOException {
        kept = Files.writeString(directory.resolve("kept"), "old");
    }

    @Test
    void theNewFileTakesTheOldOnesPlaceWhenItIsPublishedAndNotBefore() throws IOException {
        try (var draft = new LocalDraft(kept)) {
            write(draft, "ne");
            assertEquals("old", Files.readString(kept));
            write(draft, "w");
            assertEquals("old", Files.readString(kept));
            draft.publish();
            assertFilesIn(directory, "kept = new");
        }
        assertFilesIn(directory, "kept = new");
    }

    @Test
    void aDraftThatIsNotPublishedLeavesNothing() throws IOException {
        try (var draft = new LocalDraft(directory.resolve("new"))) {
            write(draft, "half of a fi");
        }
        try (var draft = new LocalDraft(kept)) {
            write(draft, "half of a fi");
        }
        assertFilesIn(directory, "kept = old");
    }

    @Test
    void aDraftIsOpenUntilItIsPublishedOrClosed() throws IOException {
        try (var published = new LocalDraft(kept); var closed = new LocalDraft(kept)) {
            assertTrue(published.isOpen());
            published.publish();
            assertFalse(published.isOpen());
            assertTrue(closed.isOpen());
        }
    }

    @Test
    void twoDraftsOfOneNameDoNotMeet() throws IOException {
        try (var first = new LocalDraft(kept); var second = new LocalDraft(kept)) {
            write(first, "first");
            write(second, "second");
            second.publish();
            first.publish();
        }
        assertFilesIn(directory, "kept = first");
    }

    @Test
    void aNameWithoutADirectoryIsInTheCurrentOne() throws IOException {
        Path name = Path.of("LocalDraftTest.tmp");
        try (var draft = new LocalDraft(name)) {
            draft.publish();
            assertTrue(Files.exists(name.toAbsolutePath()));
        } finally {
            Files.deleteIfExists(name);
        }
    }

    @Test
    void aLinkIsReplacedAndWhatItLedToStays() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), kept);
        try (var draft = new LocalDraft(link)) {
            write(draft, "new");
            draft.publish();
        }
        assertFalse(Files.isSymbolicLink(link));
        assertFilesIn(directory, "kept = old", "link = new");
    }

    @Test
    void aDirectoryIsNotReplaced() throws IOException {
        Path target = Files.createDirectory(directory.resolve("dir"));
        assertRefused(target, "it is a directory");
    }

    @Test
    void aDirectoryThatTookTheNameMeanwhileIsNotReplaced() throws IOException {
        Path target = directory.resolve("dir");
        try (var draft = new LocalDraft(target)) {
            Files.createDirectories(target.resolve("inner"));
            assertThrows(LocalFileException.class, draft::publish);
        }
        assertFilesIn(directory, "dir/", "kept = old");
    }

    @Test
    void aDirectoryThatDoesNotExistIsNotMade() throws IOException {
        assertRefused(directory.resolve("no/such"), "there is no such file or directory");
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        assertRefused(kept.resolve("below"), "Not a directory");
    }

    @Test
    void aDirectoryThatMayNotBeWrittenIsSaidToBeSo() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, fromString("r-x------"));
        assumeFalse(Files.isWritable(closed), "this user may write everywhere");
        assertRefused(closed.resolve("new"), "permission denied");
    }

    private void assertRefused(Path target, String why) {
        var failure = assertThrows(LocalFileException.class, () -> new LocalDraft(target).close());
        assertEquals("cannot write " + target + ": " + why, failure.getMessage());
    }

    private static void write(LocalDraft draft, String text) throws IOException {
        draft.write(ByteBuffer.wrap(Bytes.of(text)));
    }
}
