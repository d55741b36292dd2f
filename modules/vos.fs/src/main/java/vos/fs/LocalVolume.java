package vos.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vos.fs.WorkspaceException.Reason;

/**
 * A volume in a directory of the host.
 *
 * <p>Drafts are temporary files in the directory of their target, under names that no client can say, and become
 * visible by one rename or one hard link. Symbolic links are never followed and never replaced; only the root may be
 * one, and is resolved once, when the volume is opened. Several volumes, in several processes, may stand on one root.
 *
 * <p>Safe for use by many threads: it keeps no state but the root. What has to be exclusive or atomic is one system
 * call; looking first is only for better words when it fails.
 *
 * <p>Does not defend against a local process that puts a link in a directory's place between the look and the use
 * (see {@link java.nio.file.SecureDirectoryStream}), does not survive a power cut, and does not limit how much is
 * stored.
 */
public final class LocalVolume implements Volume {

    private final Path root;

    private LocalVolume(Path root) {
        this.root = root;
    }

    /**
     * The volume in the directory {@code root}, which is made if it is missing, with its parents.
     *
     * @throws NotDirectoryException if it is something else
     * @throws IOException if it cannot be made or read; these two speak to the operator, and name the host's path
     */
    public static LocalVolume open(Path root) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new NotDirectoryException(root.toString());
        }
        Files.createDirectories(root);
        return new LocalVolume(root.toRealPath());
    }

    @Override
    public Status status(Location location) throws WorkspaceException {
        return Place.at(root, location).status();
    }

    @Override
    public List<Entry> list(Location directory) throws WorkspaceException {
        Path path = Place.at(root, directory).requireDirectory().path();
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
            for (Path child : children) {
                entry(child).ifPresent(entries::add);
            }
        } catch (DirectoryIteratorException e) {
            throw Failures.at(directory, e.getCause());
        } catch (IOException e) {
            throw Failures.at(directory, e);
        }
        entries.sort(Comparator.comparing(Entry::name));
        return List.copyOf(entries);
    }

    @Override
    public StoredFile open(Location file) throws WorkspaceException {
        Path path = Place.at(root, file).requireFile().path();
        try {
            return LocalFile.open(path);
        } catch (IOException e) {
            throw Failures.at(file, e);
        }
    }

    @Override
    public Draft draft(Location target, Publish mode) throws WorkspaceException {
        return new LocalDraft(root, target, mode);
    }

    @Override
    public void makeDirectory(Location directory) throws WorkspaceException {
        Path path = Place.at(root, directory).requireAbsent().path();
        try {
            Files.createDirectory(path);
        } catch (IOException e) {
            throw Failures.at(directory, e);
        }
    }

    @Override
    public void removeFile(Location file) throws WorkspaceException {
        delete(file, Place.at(root, file).requireFile());
    }

    @Override
    public void removeDirectory(Location directory) throws WorkspaceException {
        if (directory.isRoot()) {
            throw new WorkspaceException(Reason.DENIED, directory, "is the root, and cannot be removed");
        }
        delete(directory, Place.at(root, directory).requireDirectory());
    }

    /**
     * {@inheritDoc}
     *
     * <p>A host's rename would let a directory take the place of an empty one. That is looked for; if one is made
     * just after, it is replaced after all, and nothing is lost, as nothing was in it.
     */
    @Override
    public void move(Location from, Location to) throws WorkspaceException {
        if (from.isRoot()) {
            throw new WorkspaceException(Reason.DENIED, from, "is the root, and cannot be moved");
        }
        Place source = Place.at(root, from).requireExists().requireNothingSpecial();
        if (to.equals(from)) {
            return;
        }
        if (source.isDirectory() && to.startsWith(from)) {
            throw new WorkspaceException(Reason.DENIED, from, "cannot be moved into itself");
        }
        Place target = Place.at(root, to).requireReplaceable();
        if (source.isDirectory() && target.exists()) {
            throw new WorkspaceException(Reason.NOT_A_DIRECTORY, to);
        }
        try {
            Files.move(source.path(), target.path(), ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failures.at(from, e);
        }
    }

    @Override
    public int sweep() throws WorkspaceException {
        try {
            return Sweep.below(root);
        } catch (IOException e) {
            throw Failures.at(Location.ROOT, e);
        }
    }

    /**
     * What a listing shows of {@code child}: nothing if it is hidden, special, or gone since the directory was read.
     */
    private static Optional<Entry> entry(Path child) throws IOException {
        String name = child.getFileName().toString();
        if (Names.flaw(name).isPresent()) {
            return Optional.empty();
        }
        try {
            Kind kind = Place.kind(Files.readAttributes(child, BasicFileAttributes.class, NOFOLLOW_LINKS));
            return kind == Kind.OTHER ? Optional.empty() : Optional.of(new Entry(name, kind));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static void delete(Location location, Place place) throws WorkspaceException {
        try {
            Files.delete(place.path());
        } catch (IOException e) {
            throw Failures.at(location, e);
        }
    }
}
