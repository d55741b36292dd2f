package vos.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A directory known by a path whose names are all the operator's: the root of a volume. No client, and no process that
 * may only write below it, can change where such a path leads; so nothing has to be held, and what stands in it is
 * reached without a call for the way. Below it, each directory is a {@link DescriptorDirectory}.
 *
 * <p>For any thread. Linux only.
 */
final class TrustedDirectory extends Directory {

    TrustedDirectory(Path path) {
        super(path);
    }

    @Override
    BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path(), BasicFileAttributes.class);
    }

    @Override
    Directory step(String name) throws IOException {
        return DescriptorDirectory.at(path(name));
    }

    @Override
    boolean isSame(Directory other) throws IOException {
        return other instanceof TrustedDirectory && path().equals(other.path()) || super.isSame(other);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
