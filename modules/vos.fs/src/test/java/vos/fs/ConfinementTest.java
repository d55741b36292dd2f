package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Contents.write;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which confinement a volume gets, and that the one with descriptors gives them all back. */
final class ConfinementTest {

    private static final int TIMES = 30;

    @TempDir
    private Path host;

    private Path root;

    @BeforeEach
    void makeARoot() throws IOException {
        root = Files.createDirectory(host.resolve("root"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onLinuxDirectoriesAreHeldOpen() throws IOException {
        assertEquals(Confinement.DESCRIPTORS, LocalVolume.open(root).confinement());
    }

    @Test
    void whatIsNotTheHostsOwnFileSystemIsWalkedByPaths() throws IOException {
        URI archive = URI.create("jar:" + host.resolve("archive.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            LocalVolume volume = LocalVolume.open(zip.getPath("/root"));
            assertEquals(Confinement.PATHS, volume.confinement());
            volume.makeDirectory(at("/d"));
            assertEquals(List.of(new Entry("d", Kind.DIRECTORY)), volume.list(Location.ROOT));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDescriptorStaysTheDirectorysWhateverTakesItsName() throws IOException {
        Path name = Files.createDirectory(root.resolve("d"));
        Files.writeString(name.resolve("file"), "inside");
        try (Directory top = DescriptorDirectory.at(root); Directory open = top.open("d")) {
            Files.move(name, root.resolve("aside"));
            Files.createSymbolicLink(name, host);
            assertEquals(List.of("file"), open.names());
            assertEquals("inside", Files.readString(open.path("file")));
            assertThrows(SymbolicLinkException.class, () -> top.open("d"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void everyDescriptorIsGivenBackAlsoWhereOperationsFail() throws Exception {
        Volume volume = LocalVolume.open(root);
        volume.makeDirectory(at("/d"));
        put(volume, "/d/file", "file");
        Files.createSymbolicLink(root.resolve("link"), host);
        workEveryWay(volume);
        long before = descriptors();
        for (int i = 0; i < TIMES; i++) {
            workEveryWay(volume);
        }
        assertEquals(before, descriptors(), "descriptors of this process");
    }

    private static void workEveryWay(Volume volume) throws Exception {
        for (String path : List.of("/d", "/d/file", "/d/none", "/none/x", "/d/file/x", "/link", "/link/x", "/")) {
            for (VolumeOperation operation : VolumeOperation.all()) {
                try {
                    operation.on(volume, at(path));
                } catch (WorkspaceException refused) {
                    continue;
                }
            }
            restore(volume);
        }
        Draft abandoned = volume.draft(at("/d/none"), Publish.REPLACE);
        write(abandoned, "half");
        abandoned.close();
        volume.sweep();
    }

    private static void restore(Volume volume) throws IOException {
        try {
            volume.makeDirectory(at("/d"));
        } catch (WorkspaceException there) {
            assertEquals(WorkspaceException.Reason.ALREADY_EXISTS, there.reason(), there.getMessage());
        }
        put(volume, "/d/file", "file");
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
