package vos.fs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A walk over a tree that removes each {@link Temporary} whose process has died. Follows no link.
 *
 * <p>What cannot be read or removed is passed over: one bad directory is no reason for a server not to start, and the
 * next sweep will look again. Only a root that cannot be read is a failure.
 *
 * <p>For one walk by one thread.
 */
final class Sweep extends SimpleFileVisitor<Path> {

    private final Path root;
    private int removed;

    private Sweep(Path root) {
        this.root = root;
    }

    /** Walks once; returns how many were removed. */
    static int below(Path root) throws IOException {
        Sweep sweep = new Sweep(root);
        Files.walkFileTree(root, sweep);
        return sweep.removed;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        try {
            if (attributes.isRegularFile() && Temporary.removeIfDead(file)) {
                removed++;
            }
        } catch (IOException passedOver) {
            return FileVisitResult.CONTINUE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        return passOver(file, failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
        return passOver(directory, failure);
    }

    private FileVisitResult passOver(Path path, IOException failure) throws IOException {
        if (failure != null && path.equals(root)) {
            throw failure;
        }
        return FileVisitResult.CONTINUE;
    }
}
