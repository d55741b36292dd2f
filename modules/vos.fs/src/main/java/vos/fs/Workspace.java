package vos.fs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vos.fs.WorkspaceException.Reason;

/**
 * What one session sees of a volume: a current directory, and operations on paths as the client typed them.
 *
 * <p>Names are separated by {@code /}; a path that begins with one starts at the workspace's root, any other at the
 * current directory. Doubled slashes and one at the end say nothing. {@code "."} and {@code ".."} are resolved by the
 * names alone, without a look at the disk, which is sound because no volume follows links; leaving through the top is
 * {@link Reason#OUTSIDE}, even on the way back in. The empty path is {@link Reason#INVALID_NAME}, except where a
 * directory is what is wanted: there it is the current one. All is turned into {@link Location}s here, which lead
 * nowhere else.
 *
 * <p>For one session and its one thread; the volume may be shared by many.
 *
 * <p>Holds nothing: another session may remove the current directory, and then what needs it fails with
 * {@link Reason#NOT_FOUND} until the client changes to another. Knows nothing of users or requests.
 */
public final class Workspace {

    private final Volume volume;
    private final WorkspaceGuard guard;
    private Location directory = Location.ROOT;

    /**
     * A workspace on the whole of {@code volume}, which may be {@linkplain Volume#within part} of another. Starts at
     * its root.
     */
    public Workspace(Volume volume) {
        this(volume, WorkspaceGuard.NONE);
    }

    /** As above, with somebody who may refuse what goes beyond a limit. */
    public Workspace(Volume volume, WorkspaceGuard guard) {
        this.volume = Objects.requireNonNull(volume, "volume");
        this.guard = Objects.requireNonNull(guard, "guard");
    }

    /** The current directory, absolute: {@code "/"} or {@code "/a/b"}. It may have been removed. */
    public String directory() {
        return directory.toString();
    }

    /** Makes {@code path} the current directory. */
    public void changeDirectory(String path) throws WorkspaceException {
        Location place = locateDirectory(path);
        if (volume.status(place).kind() != Kind.DIRECTORY) {
            throw new WorkspaceException(Reason.NOT_A_DIRECTORY, place);
        }
        directory = place;
    }

    /** The files and directories in {@code path}, sorted by name. */
    public List<Entry> list(String path) throws WorkspaceException {
        Location place = locateDirectory(path);
        List<Entry> entries = volume.list(place);
        guard.listed(place, entries.size());
        return entries;
    }

    /** Makes an empty directory; its parent must exist. */
    public void makeDirectory(String path) throws WorkspaceException {
        volume.makeDirectory(locateNew(path));
    }

    /**
     * Removes a file, or an empty directory: never the root, nor the current directory, nor one that it is in, which
     * are {@link Reason#DENIED}.
     */
    public void remove(String path) throws WorkspaceException {
        Location place = requireNotUnderfoot(locate(path));
        if (volume.status(place).kind() == Kind.DIRECTORY) {
            volume.removeDirectory(place);
        } else {
            volume.removeFile(place);
        }
    }

    /** Makes sure that there is a file: creates an empty one, or leaves the one that is there as it is. */
    public void touch(String path) throws WorkspaceException {
        Location place = locateNew(path);
        // Again only if another session has removed, in between, the file that kept this one from making it.
        while (!makeEmpty(place) && !isFile(place)) {
            Thread.onSpinWait();
        }
    }

    /** Makes an empty file; false if the name is taken. */
    private boolean makeEmpty(Location place) throws WorkspaceException {
        try (Draft empty = volume.draft(place, Publish.CREATE)) {
            empty.publish();
            return true;
        } catch (WorkspaceException e) {
            if (e.reason() != Reason.ALREADY_EXISTS) {
                throw e;
            }
            return false;
        }
    }

    /** Whether there is a file; false if there is nothing, and of anything else, a refusal. */
    private boolean isFile(Location place) throws WorkspaceException {
        try {
            return switch (volume.status(place).kind()) {
                case FILE -> true;
                case DIRECTORY -> throw new WorkspaceException(Reason.IS_A_DIRECTORY, place);
                case OTHER -> throw new WorkspaceException(Reason.ALREADY_EXISTS, place);
            };
        } catch (WorkspaceException e) {
            if (e.reason() != Reason.NOT_FOUND) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Moves {@code from} into {@code to}, keeping its name, if that is a directory, and otherwise renames it to that.
     * A file takes the place of a file of the new name. Moving something onto itself does nothing.
     *
     * <p>The current directory, and one that it is in, stay where they are: {@link Reason#DENIED}.
     */
    public void move(String from, String to) throws WorkspaceException {
        Location source = locate(from);
        Location target = locate(to);
        volume.status(source);
        if (target.equals(source)) {
            return;
        }
        requireNotUnderfoot(source);
        Location name = isDirectory(target) ? target.child(source.name()) : target;
        guard.named(name);
        volume.move(source, name);
    }

    /** What stands at {@code path}: its kind, its size, and when it last changed. */
    public Status status(String path) throws WorkspaceException {
        return volume.status(locate(path));
    }

    /** Length of a file in bytes; of a directory, whatever the volume reports. Anything else has none. */
    public long size(String path) throws WorkspaceException {
        Location place = locate(path);
        Status status = volume.status(place);
        if (status.kind() == Kind.OTHER) {
            throw new WorkspaceException(Reason.DENIED, place, "is neither a file nor a directory");
        }
        return status.size();
    }

    /** How much may be stored here, as far as a limit is this workspace's own. */
    public Quota quota() {
        return volume.quota();
    }

    /** Opens a file for reading; the caller closes it. */
    public StoredFile open(String path) throws WorkspaceException {
        return volume.open(locate(path));
    }

    /** Begins a file, which is there once it is published; the caller closes it either way. */
    public Draft create(String path, Publish mode) throws WorkspaceException {
        return volume.draft(locateNew(path), mode);
    }

    /** Which place {@code path} means, absolute and as the client sees it: for a line of a log. It need not exist. */
    public String resolve(String path) throws WorkspaceException {
        return locateDirectory(path).toString();
    }

    /** Where something may be made. */
    private Location locateNew(String path) throws WorkspaceException {
        Location place = locate(path);
        guard.named(place);
        return place;
    }

    private Location locateDirectory(String path) throws WorkspaceException {
        return path.isEmpty() ? directory : locate(path);
    }

    private Location locate(String path) throws WorkspaceException {
        if (path.isEmpty()) {
            throw WorkspaceException.invalid(path, "is no path");
        }
        List<String> names = new ArrayList<>(path.startsWith("/") ? List.of() : directory.names());
        for (String name : path.split("/")) {
            switch (name) {
                case "", "." -> { }
                case ".." -> {
                    if (names.isEmpty()) {
                        throw WorkspaceException.outside(path);
                    }
                    names.removeLast();
                }
                default -> {
                    Names.require(name);
                    names.add(name);
                }
            }
        }
        return Location.of(names);
    }

    private Location requireNotUnderfoot(Location place) throws WorkspaceException {
        if (directory.startsWith(place)) {
            throw new WorkspaceException(Reason.DENIED, place, "is the current directory, or holds it");
        }
        return place;
    }

    private boolean isDirectory(Location place) throws WorkspaceException {
        try {
            return volume.status(place).kind() == Kind.DIRECTORY;
        } catch (WorkspaceException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
