package vos.fs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import vos.fs.WorkspaceException.Reason;

/**
 * Says what a failure of the host's file system means to a client.
 *
 * <p>Some failures have no type of their own in Java, only the words of the C library. Those are compared in English:
 * on a host that speaks another language they come out as {@link Reason#FAILED}, which is vaguer and not wrong.
 */
final class Failures {

    private static final String LINK = "is a symbolic link, and links are not followed";

    private Failures() {
    }

    /**
     * What to throw for {@code failure} of an operation on {@code location}; what was translated already stays as it
     * is.
     */
    static WorkspaceException at(Location location, IOException failure) {
        return switch (failure) {
            case WorkspaceException told -> told;
            case SymbolicLinkException _ -> new WorkspaceException(Reason.OUTSIDE, location, LINK);
            default -> new WorkspaceException(reason(failure), location, failure);
        };
    }

    private static Reason reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> Reason.NOT_FOUND;
            case FileAlreadyExistsException _ -> Reason.ALREADY_EXISTS;
            case DirectoryNotEmptyException _ -> Reason.NOT_EMPTY;
            case NotDirectoryException _ -> Reason.NOT_A_DIRECTORY;
            case AccessDeniedException _ -> Reason.DENIED;
            // The message of this type begins with the path, which could hold any words; its reason does not.
            case FileSystemException e -> reason(Objects.requireNonNullElse(e.getReason(), ""));
            default -> reason(Objects.requireNonNullElse(failure.getMessage(), ""));
        };
    }

    private static Reason reason(String words) {
        return switch (words) {
            case "No space left on device", "Disk quota exceeded" -> Reason.NO_SPACE;
            case "File name too long" -> Reason.INVALID_NAME;
            case "Is a directory" -> Reason.IS_A_DIRECTORY;
            case "Not a directory" -> Reason.NOT_A_DIRECTORY;
            case "Operation not permitted", "Read-only file system" -> Reason.DENIED;
            default -> words.startsWith("Too many levels of symbolic links") ? Reason.OUTSIDE : Reason.FAILED;
        };
    }
}
