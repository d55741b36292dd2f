package vos.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A directory known by its path: it was looked at without following links, and nothing holds it.
 *
 * <p>Works on every file system of {@code java.nio}. Clients cannot make links, so what was no link when it was looked
 * at stays none for all that they can do; a local process that has rights of its own can put one there.
 *
 * <p>For one thread.
 */
final class PathDirectory extends Directory {

    private final BasicFileAttributes attributes;

    /** Looks at {@code path} once; the attributes are those of that look. */
    PathDirectory(Path path) throws IOException {
        super(path);
        this.attributes = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
        if (Place.kind(attributes) != Kind.DIRECTORY) {
            throw new NotDirectoryException(path.toString());
        }
    }

    @Override
    BasicFileAttributes attributes() {
        return attributes;
    }

    @Override
    Directory step(String name) throws IOException {
        return new PathDirectory(path(name));
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
