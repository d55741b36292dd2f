package vos.fs;

import java.io.Serial;
import java.nio.file.FileSystemException;

/** A symbolic link where a directory was needed: those of {@code java.nio} cannot tell it from a file. */
final class SymbolicLinkException extends FileSystemException {

    @Serial
    private static final long serialVersionUID = 1L;

    SymbolicLinkException(String name) {
        super(name);
    }
}
