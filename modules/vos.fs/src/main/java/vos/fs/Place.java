package vos.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import vos.fs.WorkspaceException.Reason;

/**
 * A {@link Location} as it was found on the host's disk: the one door from names to host paths.
 *
 * <p>Each component was looked at without following links, from the root down: the ancestors are directories, and
 * neither they nor the last is a symbolic link. So the path leads below the root, and nowhere else.
 *
 * <p>A snapshot: it says what was there, and a local process with rights of its own may have changed that since.
 * Between the look and the use such a process could put a link in a directory's place; to close that window takes a
 * {@link java.nio.file.SecureDirectoryStream} on every step of the way. Clients cannot make links, so it is not
 * theirs.
 */
final class Place {

    private static final String LINK = "is a symbolic link, and links are not followed";

    private final Location end;
    private final int depth;
    private final Path path;
    private final BasicFileAttributes attributes;

    /** The place that the first {@code depth} names of {@code end} lead to. */
    private Place(Location end, int depth, Path path) throws WorkspaceException {
        this.end = end;
        this.depth = depth;
        this.path = path;
        this.attributes = attributes();
    }

    /**
     * Walks from {@code root}, a real path, to {@code location}, which need not exist itself: only its parent must.
     */
    static Place at(Path root, Location location) throws WorkspaceException {
        Place place = new Place(location, 0, root);
        for (String name : location.names()) {
            place = place.requireDirectory().child(name);
        }
        return place;
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

    /** The host's path: to be used without following links. */
    Path path() {
        return path;
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
            throw new WorkspaceException(Reason.NOT_FOUND, location());
        }
        return this;
    }

    Place requireAbsent() throws WorkspaceException {
        if (exists()) {
            throw new WorkspaceException(Reason.ALREADY_EXISTS, location());
        }
        return this;
    }

    Place requireDirectory() throws WorkspaceException {
        if (!requireExists().isDirectory()) {
            throw new WorkspaceException(Reason.NOT_A_DIRECTORY, location());
        }
        return this;
    }

    Place requireFile() throws WorkspaceException {
        return requireExists().requireReplaceable();
    }

    /** Requires a file, or nothing at all. */
    Place requireReplaceable() throws WorkspaceException {
        if (isDirectory()) {
            throw new WorkspaceException(Reason.IS_A_DIRECTORY, location());
        }
        return requireNothingSpecial();
    }

    /** Requires a file, a directory, or nothing at all. */
    Place requireNothingSpecial() throws WorkspaceException {
        if (is(Kind.OTHER)) {
            throw new WorkspaceException(Reason.DENIED, location(), "is neither a file nor a directory");
        }
        return this;
    }

    private boolean is(Kind kind) {
        return exists() && kind(attributes) == kind;
    }

    /** Only made for a refusal: to check each name again at every step of a long way would take its time. */
    private Location location() {
        return new Location(end.names().subList(0, depth));
    }

    /**
     * A name is one component to us, and has to be one to the host too, where a backslash or a colon may separate.
     */
    private Place child(String name) throws WorkspaceException {
        try {
            Path child = path.resolve(name);
            if (child.startsWith(path) && child.getNameCount() == path.getNameCount() + 1) {
                return new Place(end, depth + 1, child);
            }
        } catch (InvalidPathException e) {
            throw new WorkspaceException(Reason.INVALID_NAME, end, e);
        }
        throw new WorkspaceException(Reason.INVALID_NAME, end);
    }

    /** {@code null} if nothing is there. */
    private BasicFileAttributes attributes() throws WorkspaceException {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
            if (found.isSymbolicLink()) {
                throw new WorkspaceException(Reason.OUTSIDE, location(), LINK);
            }
            return found;
        } catch (NoSuchFileException absent) {
            return null;
        } catch (IOException e) {
            throw Failures.at(location(), e);
        }
    }
}
