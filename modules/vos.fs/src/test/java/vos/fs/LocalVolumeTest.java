package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Contents.write;
import static vos.fs.Refusals.assertRefused;
import static vos.fs.TreeAssert.assertThatTree;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vos.fs.WorkspaceException.Reason;

/** The contract on a disk, however it is walked, and what only a disk can show. */
@ParameterizedClass
@EnumSource
final class LocalVolumeTest extends VolumeContract {

    @TempDir
    private Path host;

    @Parameter
    private Confinement confinement;

    @Override
    Volume create() throws IOException {
        return LocalVolumes.open(root(), confinement);
    }

    @Override
    boolean keepsAnyScript() {
        return "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    }

    private Path root() {
        return host.resolve("root");
    }

    @Test
    void aMissingRootIsMadeWithItsParents() throws IOException {
        LocalVolume.open(host.resolve("x/y"));
        assertThatTree(host).containsExactly("root/", "x/", "x/y/");
    }

    @Test
    void aRootThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(host.resolve("file"), "stays");
        assertThrows(NotDirectoryException.class, () -> LocalVolume.open(file));
        assertThatTree(host).containsExactly("file = stays", "root/");
    }

    @Test
    void aRootRemovedUnderTheVolumeIsNotFound() throws IOException {
        Files.delete(root());
        assertRefused(Reason.NOT_FOUND, "/", () -> volume().list(Location.ROOT));
        assertRefused(Reason.NOT_FOUND, "/", () -> volume().draft(at("/a"), Publish.REPLACE));
        assertRefused(Reason.NOT_FOUND, "/", () -> volume().sweep());
    }

    @Test
    void aDraftLiesBesideItsTargetAndLeavesNoFileBehind() throws IOException {
        volume().makeDirectory(at("/d"));
        try (Draft draft = volume().draft(at("/d/a"), Publish.CREATE)) {
            write(draft, "content");
            List<String> names = TreeAssert.lines(root().resolve("d"));
            assertEquals(1, names.size(), names::toString);
            assertEquals("", names.getFirst().replaceFirst("^\\.vos-[0-9a-f]{16}\\.part = content$", ""));
            draft.publish();
        }
        assertThatTree(root()).containsExactly("d/", "d/a = content");
    }

    @Test
    void aDraftInterruptedWhileItIsWrittenLeavesNothing() throws IOException {
        put(volume(), "/a", "old");
        Draft draft = volume().draft(at("/a"), Publish.REPLACE);
        Thread.currentThread().interrupt();
        try {
            assertRefused(Reason.FAILED, "/a", () -> write(draft, "new"));
        } finally {
            Thread.interrupted();
        }
        assertFalse(draft.isOpen(), "open after its writing failed");
        assertThatTree(root()).containsExactly("a = old");
    }

    @Test
    void aDraftWhoseDirectoryWasMovedAwayMakesNothingInTheOneThatTookItsPlace() throws IOException {
        volume().makeDirectory(at("/d"));
        try (Draft draft = volume().draft(at("/d/a"), Publish.CREATE)) {
            write(draft, "content");
            volume().move(at("/d"), at("/e"));
            volume().makeDirectory(at("/d"));
            assertRefused(Reason.NOT_FOUND, draft::publish);
        }
        assertThatTree(volume()).containsExactly("d/", "e/");
    }

    @Test
    void whereThereAreNoHardLinksANameIsStillTakenOnlyOnce() throws IOException {
        Path first = Files.writeString(host.resolve("first"), "one");
        Path second = Files.writeString(host.resolve("second"), "two");
        Path name = root().resolve("a");
        LocalDraft.createWithoutLinks(first, name);
        assertThrows(FileAlreadyExistsException.class, () -> LocalDraft.createWithoutLinks(second, name));
        assertThatTree(host).containsExactly("root/", "root/a = one", "second = two");
    }

    @Test
    void aDirectoryThatHasJustTakenAFilesPlaceIsNotOpenedAsOne() throws IOException {
        Path directory = Files.createDirectory(root().resolve("d"));
        IOException refusal = assertThrows(IOException.class, () -> LocalFile.open(directory));
        assertEquals(Reason.IS_A_DIRECTORY, Failures.at(at("/d"), refusal).reason());
    }

    @Test
    void aLocalFileOffersItsFileChannelForSendingWithoutACopy() throws IOException {
        put(volume(), "/a", "content");
        try (StoredFile file = volume().open(at("/a"))) {
            assertInstanceOf(FileChannel.class, file.channel());
        }
    }

    @Test
    void namesThatNoClientCanSayAreNotListedButKeepADirectoryFromBeingEmpty() throws IOException {
        Path directory = Files.createDirectory(root().resolve("d"));
        Files.writeString(directory.resolve(".vos-notes.txt"), "by hand");
        Files.writeString(directory.resolve("line\nbreak"), "by hand");
        assertEquals(List.of(), volume().list(at("/d")));
        assertRefused(Reason.NOT_EMPTY, "/d", () -> volume().removeDirectory(at("/d")));
    }

    @Test
    void whatIsNeitherFileNorDirectoryTakesItsNameAndIsGoodForNothing() throws IOException {
        put(volume(), "/a", "file");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(root().resolve("s")));
            Location special = at("/s");
            assertEquals(Kind.OTHER, volume().status(special).kind());
            assertEquals(List.of(new Entry("a", Kind.FILE)), volume().list(Location.ROOT));
            assertRefused(Reason.DENIED, "/s", () -> new Workspace(volume()).size("/s"));
            assertRefused(Reason.DENIED, "/s", () -> volume().open(special));
            assertRefused(Reason.DENIED, "/s", () -> volume().removeFile(special));
            assertRefused(Reason.DENIED, "/s", () -> volume().move(special, at("/b")));
            assertRefused(Reason.DENIED, "/s", () -> volume().move(at("/a"), special));
            assertRefused(Reason.DENIED, "/s", () -> volume().draft(special, Publish.REPLACE));
            assertRefused(Reason.ALREADY_EXISTS, "/s", () -> volume().draft(special, Publish.CREATE));
            assertRefused(Reason.ALREADY_EXISTS, "/s", () -> volume().makeDirectory(special));
            assertRefused(Reason.NOT_A_DIRECTORY, "/s", () -> volume().removeDirectory(special));
            assertRefused(Reason.NOT_A_DIRECTORY, "/s", () -> volume().list(special));
            assertThatTree(root()).containsExactly("a = file", "s ?");
        }
    }
}
