package vos.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A directory of the host: where the next step of a walk is taken from, and where an operation finds the last name.
 *
 * <p>A step goes one name down and never through a link. What {@link #path(String)} gives is for {@code java.nio},
 * with {@code NOFOLLOW_LINKS}, and only until this is closed.
 *
 * <p>Whether such a path can lead elsewhere meanwhile is what {@link Confinement} tells apart.
 *
 * <p>For one thread.
 */
abstract sealed class Directory implements Closeable permits DescriptorDirectory, PathDirectory,
        TrustedDirectory {

    private final Path path;

    Directory(Path path) {
        this.path = path;
    }

    /** What it is now, this directory itself. */
    abstract BasicFileAttributes attributes() throws IOException;

    /** As {@link #open}, which tells links from other things that are no directory. */
    abstract Directory step(String name) throws IOException;

    @Override
    public abstract void close();

    /**
     * Opens the directory {@code name} of this one.
     *
     * @throws SymbolicLinkException if it is a link
     * @throws NotDirectoryException if it is anything else
     * @throws InvalidPathException as {@link #path(String)}
     */
    final Directory open(String name) throws IOException {
        try {
            return step(name);
        } catch (NotDirectoryException e) {
            throw attributes(name).isSymbolicLink() ? new SymbolicLinkException(name) : e;
        }
    }

    /** Where the host finds it. */
    final Path path() {
        return path;
    }

    /**
     * Where the host finds what bears {@code name} here. One component to us has to be one to the host too, where a
     * backslash or a colon may separate.
     *
     * @throws InvalidPathException if it is not, or if the host cannot say such a name
     */
    final Path path(String name) {
        Path child = path.resolve(name);
        if (child.startsWith(path) && child.getNameCount() == path.getNameCount() + 1) {
            return child;
        }
        throw new InvalidPathException(name, "not one name to this host");
    }

    /** What bears {@code name} here, be it a link: it is not followed. */
    final BasicFileAttributes attributes(String name) throws IOException {
        return Files.readAttributes(path(name), BasicFileAttributes.class, NOFOLLOW_LINKS);
    }

    /** All names in it, in no order, whatever they stand for. */
    final List<String> names() throws IOException {
        return names(Integer.MAX_VALUE);
    }

    /** All names in it, if there are fewer than so many. */
    final Optional<List<String>> namesIfFewer(int than) throws IOException {
        List<String> names = names(than);
        return names.size() < than ? Optional.of(names) : Optional.empty();
    }

    private List<String> names(int atMost) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
            Iterator<Path> left = children.iterator();
            while (names.size() < atMost && left.hasNext()) {
                names.add(left.next().getFileName().toString());
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    /** Whether the two are one directory of the host, as far as the host tells. */
    boolean isSame(Directory other) throws IOException {
        return Objects.equals(attributes().fileKey(), other.attributes().fileKey());
    }
}
