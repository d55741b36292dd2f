package vos.fs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import vos.fs.WorkspaceException.Reason;

/**
 * A {@link Location} as it was found on the host's disk: the one door from names to host paths.
 *
 * <p>Each directory on the way was entered from the one above it, and none of them, nor the last, is a symbolic link.
 * So the path leads below the root, and nowhere else. The directory that holds the last name stays open until this is
 * closed, and the path is good for so long.
 *
 * <p>What stands at the end is a snapshot: it says what was there, and may be something else by the time it is used.
 * Whoever uses the path follows no link at its end.
 *
 * <p>For one thread.
 */
final class Place implements Closeable {

    private final Location location;
    private final Directory directory;
    private final BasicFileAttributes attributes;

    /** Takes {@code directory} over: it is closed here, at once if this fails. */
    private Place(Location location, Directory directory) throws WorkspaceException {
        this.location = location;
        this.directory = directory;
        boolean found = false;
        try {
            this.attributes = look();
            found = true;
        } finally {
            if (!found) {
                directory.close();
            }
        }
    }

    /**
     * Walks from {@code root} to {@code location}, which need not exist itself: only its parent must. The caller
     * closes the place.
     */
    static Place at(Root root, Location location) throws WorkspaceException {
        Directory directory = enter(root);
        for (int depth = 1; depth < location.names().size(); depth++) {
            directory = step(directory, location, depth);
        }
        return new Place(location, directory);
    }

    /**
     * The kind of what has these attributes, which were read without following links: a link is {@link Kind#OTHER},
     * and so is a junction of Windows, which leads elsewhere too and yet says that it is a directory.
     */
    static Kind kind(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink() || attributes.isOther()) {
            return Kind.OTHER;
        }
        return attributes.isDirectory() ? Kind.DIRECTORY : Kind.FILE;
    }

    /** The host's path: to be used without following links. Not for the root, which has no name. */
    Path path() {
        return directory.path(location.name());
    }

    /** The open directory that holds the last name; for the root, the root. */
    Directory directory() {
        return directory;
    }

    /** Opens what stands here, which was found to be a directory. */
    Directory open() throws IOException {
        return location.isRoot() ? directory : directory.open(location.name());
    }

    boolean exists() {
        return attributes != null;
    }

    boolean isDirectory() {
        return is(Kind.DIRECTORY);
    }

    Status status() throws WorkspaceException {
        requireExists();
        return new Status(kind(attributes), attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    Place requireExists() throws WorkspaceException {
        if (!exists()) {
            throw new WorkspaceException(Reason.NOT_FOUND, location);
        }
        return this;
    }

    Place requireAbsent() throws WorkspaceException {
        if (exists()) {
            throw new WorkspaceException(Reason.ALREADY_EXISTS, location);
        }
        return this;
    }

    Place requireDirectory() throws WorkspaceException {
        if (!requireExists().isDirectory()) {
            throw new WorkspaceException(Reason.NOT_A_DIRECTORY, location);
        }
        return this;
    }

    Place requireFile() throws WorkspaceException {
        return requireExists().requireReplaceable();
    }

    /** Requires that a draft of this mode can be published here. */
    Place requireFree(Publish mode) throws WorkspaceException {
        return switch (mode) {
            case REPLACE -> requireReplaceable();
            case CREATE -> requireAbsent();
        };
    }

    /** Requires a file, or nothing at all. */
    Place requireReplaceable() throws WorkspaceException {
        if (isDirectory()) {
            throw new WorkspaceException(Reason.IS_A_DIRECTORY, location);
        }
        return requireNothingSpecial();
    }

    /** Requires a file, a directory, or nothing at all. */
    Place requireNothingSpecial() throws WorkspaceException {
        if (is(Kind.OTHER)) {
            throw new WorkspaceException(Reason.DENIED, location, "is neither a file nor a directory");
        }
        return this;
    }

    @Override
    public void close() {
        directory.close();
    }

    private boolean is(Kind kind) {
        return exists() && kind(attributes) == kind;
    }

    private static Directory enter(Root root) throws WorkspaceException {
        try {
            return root.enter();
        } catch (IOException e) {
            throw Failures.at(Location.ROOT, e);
        }
    }

    /** From the directory above to the one that the first {@code depth} names of {@code end} lead to. */
    private static Directory step(Directory above, Location end, int depth) throws WorkspaceException {
        List<String> names = end.names().subList(0, depth);
        try (above) {
            return above.open(names.getLast());
        } catch (InvalidPathException e) {
            throw new WorkspaceException(Reason.INVALID_NAME, end, e);
        } catch (IOException e) {
            // Only made for a refusal: to check each name again at every step of a long way would take its time.
            throw Failures.at(new Location(names), e);
        }
    }

    /** {@code null} if nothing is there. */
    private BasicFileAttributes look() throws WorkspaceException {
        try {
            if (location.isRoot()) {
                return directory.attributes();
            }
            BasicFileAttributes found = directory.attributes(location.name());
            if (found.isSymbolicLink()) {
                throw new SymbolicLinkException(location.name());
            }
            return found;
        } catch (NoSuchFileException absent) {
            return null;
        } catch (InvalidPathException e) {
            throw new WorkspaceException(Reason.INVALID_NAME, location, e);
        } catch (IOException e) {
            throw Failures.at(location, e);
        }
    }
}
