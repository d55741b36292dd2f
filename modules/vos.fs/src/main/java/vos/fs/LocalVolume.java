package vos.fs;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vos.fs.TreeLock.Hold;
import vos.fs.WorkspaceException.Reason;

/**
 * A volume in a directory of the host.
 *
 * <p>Drafts are temporary files in the directory of their target, under names that no client can say, and become
 * visible by one rename or one hard link. Symbolic links are never followed and never replaced; only the root may be
 * one, and is resolved once, when the volume is opened. Several volumes, in several processes, may stand on one root.
 *
 * <p>Safe for use by many threads: it keeps no state but the root, a {@link TreeLock} and the turns of
 * {@link LongReads}. What has to be exclusive or atomic is one system call, also for other processes; looking first is
 * only for better words when it fails. What they move while this walks is seen now here and now there, and an empty
 * directory that they make just where one is being moved to is replaced.
 *
 * <p>Local processes that may write below the root can swap directories for links as fast as they like: with
 * {@link Confinement#DESCRIPTORS} nothing outside is reached. There remains what they could do without us: a hard link
 * that they make to a file outside is a file like any other, and so is what is mounted below the root; they can put a
 * pipe in the place of a file, and whoever opens it then waits. A process with the rights of the server's own user, or
 * one that can rename the directories above the root, can do all that the server can.
 *
 * <p>What it reports as done is done for other processes and after the end of this one; whether also after a power
 * cut, {@link Durability} says. Does not limit how much is stored.
 */
public final class LocalVolume implements Volume {

    private final Root root;

    /** On a root that exists, and with a confinement that works there. */
    LocalVolume(Root root) {
        this.root = root;
    }

    /** As {@link #open(Path, Durability)}, with {@link Durability#PROCESS_CRASH}. */
    public static LocalVolume open(Path root) throws IOException {
        return open(root, Durability.PROCESS_CRASH);
    }

    /**
     * The volume in the directory {@code root}, which is made if it is missing, with its parents. Confined as strongly
     * as the host allows.
     *
     * @param durability what every change survives that was reported as done; tried here, on the root
     * @throws NotDirectoryException if it is something else
     * @throws IOException if it cannot be made, read or kept so durably; these two speak to the operator, and name the
     *         host's path
     */
    public static LocalVolume open(Path root, Durability durability) throws IOException {
        return open(root, durability.forcing());
    }

    static LocalVolume open(Path root, Forcing forcing) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new NotDirectoryException(root.toString());
        }
        makeDirectories(root.toAbsolutePath(), forcing);
        Path real = root.toRealPath();
        forcing.names(real);
        return new LocalVolume(new Root(real, Confinement.strongest(real), forcing));
    }

    /** How it keeps below its root. */
    public Confinement confinement() {
        return root.confinement();
    }

    Root root() {
        return root;
    }

    @Override
    public Status status(Location location) throws WorkspaceException {
        try (Hold _ = root.tree().still(); Place place = Place.at(root, location)) {
            return place.status();
        }
    }

    @Override
    public List<Entry> list(Location directory) throws WorkspaceException {
        try (Hold still = root.tree().still(); Place place = Place.at(root, directory);
                Directory open = place.requireDirectory().open()) {
            Optional<List<String>> few = open.namesIfFewer(LongReads.LONG);
            if (few.isPresent()) {
                return entries(open, few.get());
            }
            // It takes its time, and is open: wherever it is moved meanwhile, its names are these.
            still.release();
            return root.longReads().inTurn(() -> entries(open, open.names()));
        } catch (IOException e) {
            throw Failures.at(directory, e);
        }
    }

    @Override
    public StoredFile open(Location file) throws WorkspaceException {
        while (true) {
            long moment = root.tree().moment();
            // Nothing is held meanwhile: a pipe that a local process puts in the file's place has who opens it wait.
            try {
                StoredFile opened = openAsItIs(file);
                if (root.tree().wasStillSince(moment)) {
                    return opened;
                }
                opened.close();
            } catch (IOException e) {
                if (root.tree().wasStillSince(moment)) {
                    throw Failures.at(file, e);
                }
            }
        }
    }

    private StoredFile openAsItIs(Location file) throws IOException {
        try (Place place = Place.at(root, file)) {
            return LocalFile.open(place.requireFile().path());
        }
    }

    @Override
    public Draft draft(Location target, Publish mode) throws WorkspaceException {
        return LocalDraft.begin(root, target, mode);
    }

    @Override
    public void makeDirectory(Location directory) throws WorkspaceException {
        try (Hold still = root.tree().still(); Place place = Place.at(root, directory)) {
            Files.createDirectory(place.requireAbsent().path());
            still.release();
            root.forceNames(place, directory);
        } catch (IOException e) {
            throw Failures.at(directory, e);
        }
    }

    @Override
    public void removeFile(Location file) throws WorkspaceException {
        try (Hold still = root.tree().still(); Place place = Place.at(root, file)) {
            Files.delete(place.requireFile().path());
            still.release();
            root.forceNames(place, file);
        } catch (IOException e) {
            throw Failures.at(file, e);
        }
    }

    @Override
    public void removeDirectory(Location directory) throws WorkspaceException {
        if (directory.isRoot()) {
            throw new WorkspaceException(Reason.DENIED, directory, "is the root, and cannot be removed");
        }
        try (Hold still = root.tree().still(); Place place = Place.at(root, directory)) {
            Files.delete(place.requireDirectory().path());
            still.release();
            root.forceNames(place, directory);
        } catch (IOException e) {
            throw Failures.at(directory, e);
        }
    }

    @Override
    public void move(Location from, Location to) throws WorkspaceException {
        if (from.isRoot()) {
            throw new WorkspaceException(Reason.DENIED, from, "is the root, and cannot be moved");
        }
        try {
            if (!move(from, to, false)) {
                move(from, to, true);
            }
        } catch (IOException e) {
            throw Failures.at(from, e);
        }
    }

    /**
     * @param alone whether nobody else does anything by name meanwhile
     * @return false if that would be needed, as it is a directory that is to be moved; nothing has been done then
     */
    private boolean move(Location from, Location to, boolean alone) throws IOException {
        try (Hold hold = alone ? root.tree().alone() : root.tree().still(); Place source = Place.at(root, from)) {
            source.requireExists().requireNothingSpecial();
            if (to.equals(from)) {
                return true;
            }
            if (source.isDirectory() && !alone) {
                return false;
            }
            if (source.isDirectory() && to.startsWith(from)) {
                throw new WorkspaceException(Reason.DENIED, from, "cannot be moved into itself");
            }
            try (Place target = Place.at(root, to)) {
                target.requireReplaceable();
                // A host's rename would let it take the place of an empty one.
                if (source.isDirectory() && target.exists()) {
                    throw new WorkspaceException(Reason.NOT_A_DIRECTORY, to);
                }
                rename(source, target, to);
                hold.release();
                // First where it is now: a power cut in between may leave both names, and never none.
                root.forceNames(target, to);
                root.forceNames(source, from);
            }
            return true;
        }
    }

    /**
     * Says of what another process has changed since the look what the look would have said. Only into itself can
     * nothing be renamed: so the directory that {@code to} was to be in has been moved below this one. And only a
     * directory with something in it is not replaced by another: so one has been made at {@code to}.
     */
    private static void rename(Place source, Place target, Location to) throws IOException {
        try {
            Files.move(source.path(), target.path(), ATOMIC_MOVE);
        } catch (FileSystemException e) {
            switch (String.valueOf(e.getReason())) {
                case "Invalid argument" -> throw new WorkspaceException(Reason.NOT_FOUND, to.parent(), e);
                case "Directory not empty" -> throw new WorkspaceException(Reason.IS_A_DIRECTORY, to, e);
                default -> throw e;
            }
        }
    }

    @Override
    public int sweep() throws WorkspaceException {
        try (Directory top = root.enter()) {
            return Sweep.below(top);
        } catch (IOException e) {
            throw Failures.at(Location.ROOT, e);
        }
    }

    /** Makes what is missing of the way to {@code root}; each new name is in the directory above it. */
    private static void makeDirectories(Path root, Forcing forcing) throws IOException {
        List<Path> parents = new ArrayList<>();
        for (Path path = root; !Files.exists(path) && path.getParent() != null; path = path.getParent()) {
            parents.add(path.getParent());
        }
        Files.createDirectories(root);
        for (Path parent : parents) {
            forcing.names(parent);
        }
    }

    /** What a listing shows. */
    private static List<Entry> entries(Directory directory, List<String> names) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String name : names) {
            entry(directory, name).ifPresent(entries::add);
        }
        entries.sort(Comparator.comparing(Entry::name));
        return List.copyOf(entries);
    }

    /**
     * What a listing shows of {@code name}: nothing if it is hidden, special, or gone since the directory was read.
     */
    private static Optional<Entry> entry(Directory directory, String name) throws IOException {
        if (Names.flaw(name).isPresent()) {
            return Optional.empty();
        }
        try {
            Kind kind = Place.kind(directory.attributes(name));
            return kind == Kind.OTHER ? Optional.empty() : Optional.of(new Entry(name, kind));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
