package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.fs.Contents.at;
import static vos.fs.VolumeOperation.CREATE;
import static vos.fs.VolumeOperation.LIST;
import static vos.fs.VolumeOperation.MAKE_DIRECTORY;
import static vos.fs.VolumeOperation.MOVE_FROM;
import static vos.fs.VolumeOperation.MOVE_ONTO_ITSELF;
import static vos.fs.VolumeOperation.MOVE_TO;
import static vos.fs.VolumeOperation.REMOVE_DIRECTORY;
import static vos.fs.VolumeOperation.REPLACE;
import static vos.fs.VolumeOperation.STATUS;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vos.fs.WorkspaceException.Reason;

/** What the host says of a failure, and what the client is told. */
final class FailuresTest {

    private static final String PATH = "/srv/vos/No space left on device/a";

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException(PATH), Reason.NOT_FOUND),
                Arguments.of(new FileAlreadyExistsException(PATH), Reason.ALREADY_EXISTS),
                Arguments.of(new DirectoryNotEmptyException(PATH), Reason.NOT_EMPTY),
                Arguments.of(new NotDirectoryException(PATH), Reason.NOT_A_DIRECTORY),
                Arguments.of(new AccessDeniedException(PATH), Reason.DENIED),
                Arguments.of(new AtomicMoveNotSupportedException(PATH, PATH, "Cross-device link"), Reason.FAILED),
                Arguments.of(new ClosedByInterruptException(), Reason.FAILED),
                Arguments.of(failed("No space left on device"), Reason.NO_SPACE),
                Arguments.of(failed("Disk quota exceeded"), Reason.NO_SPACE),
                Arguments.of(failed("File name too long"), Reason.INVALID_NAME),
                Arguments.of(failed("Is a directory"), Reason.IS_A_DIRECTORY),
                Arguments.of(failed("Not a directory"), Reason.NOT_A_DIRECTORY),
                Arguments.of(failed("Operation not permitted"), Reason.DENIED),
                Arguments.of(failed("Read-only file system"), Reason.DENIED),
                Arguments.of(failed("Too many levels of symbolic links or unable to access"), Reason.OUTSIDE),
                Arguments.of(failed("Input/output error"), Reason.FAILED),
                Arguments.of(failed(null), Reason.FAILED),
                Arguments.of(new IOException("No space left on device"), Reason.NO_SPACE),
                Arguments.of(new IOException("Input/output error"), Reason.FAILED),
                Arguments.of(new IOException(), Reason.FAILED));
    }

    private static IOException failed(String reason) {
        return new FileSystemException(PATH, null, reason);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theHostsFailureHasAReasonAndTheClientsPathOnly(IOException failure, Reason expected) {
        WorkspaceException told = Failures.at(at("/sub/a.txt"), failure);
        assertEquals(expected, told.reason(), told.getMessage());
        assertEquals("/sub/a.txt", told.path());
        assertSame(failure, told.getCause());
        assertFalse(told.getMessage().contains("srv"), told.getMessage());
    }

    @Test
    void whatWasToldAlreadyIsNotToldAgain() {
        WorkspaceException told = new WorkspaceException(Reason.NOT_FOUND, at("/a"));
        assertSame(told, Failures.at(at("/b"), told));
    }

    static Stream<Arguments> refusedOperations() {
        Set<VolumeOperation> all = VolumeOperation.all();
        Map<String, Set<VolumeOperation>> refused = Map.of(
                "/no/such", all,
                "/file/x", all,
                "/link", all,
                "/link/x", all,
                "/", EnumSet.complementOf(EnumSet.of(STATUS, LIST)),
                "/full", EnumSet.complementOf(EnumSet.of(STATUS, LIST, MOVE_FROM, MOVE_ONTO_ITSELF)),
                "/file", EnumSet.of(LIST, CREATE, MAKE_DIRECTORY, REMOVE_DIRECTORY),
                "/none", EnumSet.complementOf(EnumSet.of(REPLACE, CREATE, MAKE_DIRECTORY, MOVE_TO)));
        return refused.entrySet().stream()
                .flatMap(row -> row.getValue().stream().map(operation -> Arguments.of(operation, row.getKey())));
    }

    @ParameterizedTest
    @MethodSource("refusedOperations")
    void noOperationThatFailsTellsTheHostsPath(VolumeOperation operation, String path, @TempDir Path host)
            throws IOException {
        Path root = Files.createDirectories(host.resolve("root"));
        Files.writeString(root.resolve("file"), "file");
        Files.writeString(Files.createDirectory(root.resolve("full")).resolve("inner"), "inner");
        Files.createSymbolicLink(root.resolve("link"), host);
        Volume volume = LocalVolume.open(root);
        WorkspaceException told = assertThrows(WorkspaceException.class, () -> operation.on(volume, at(path)));
        String hostName = host.getFileName().toString();
        assertFalse(told.getMessage().contains(hostName), told.getMessage());
        assertFalse(told.path().contains(hostName), told.path());
        assertFalse(told.getMessage().contains("/proc/"), told.getMessage());
        assertTrue(told.getMessage().startsWith('"' + told.path() + "\" "), told.getMessage());
        assertTrue(path.startsWith(told.path()), () -> told.path() + " was not spoken of");
    }
}
