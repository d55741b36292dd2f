package vos.client;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file on this side could not be read or written. The message says which and why, in one sentence. */
public final class LocalFileException extends IOException {
    private static final long serialVersionUID = 1;

    LocalFileException(String message) {
        super(message);
    }

    LocalFileException(String action, Path file, IOException cause) {
        super("cannot " + action + " " + file + ": " + reason(cause), cause);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file or directory";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> e.getMessage();
        };
    }
}
