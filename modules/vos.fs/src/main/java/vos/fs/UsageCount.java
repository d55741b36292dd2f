package vos.fs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vos.fs.WorkspaceException.Reason;

/**
 * A walk over a volume that adds up its {@link Usage}: the files and directories that a listing shows.
 *
 * <p>What vanishes meanwhile, or may not be read, is not counted; a storage that fails is a failure.
 *
 * <p>For one walk by one thread. Costs a listing for each directory, and a status for each file.
 */
final class UsageCount {

    private final Volume volume;
    private final Deque<Location> directories = new ArrayDeque<>(List.of(Location.ROOT));
    private Usage found = Usage.NONE;

    UsageCount(Volume volume) {
        this.volume = volume;
    }

    Usage total() throws WorkspaceException {
        while (!directories.isEmpty()) {
            Location directory = directories.pop();
            try {
                for (Entry entry : volume.list(directory)) {
                    add(directory, entry);
                }
            } catch (WorkspaceException e) {
                if (directory.isRoot()) {
                    throw e;
                }
                passOver(e);
            }
        }
        return found;
    }

    private void add(Location directory, Entry entry) throws WorkspaceException {
        try {
            Location place = directory.child(entry.name());
            if (entry.kind() == Kind.DIRECTORY) {
                directories.push(place);
            } else {
                found = found.plus(Usage.bytes(volume.status(place).size()));
            }
            found = found.plus(Usage.ENTRY);
        } catch (WorkspaceException e) {
            passOver(e);
        }
    }

    private static void passOver(WorkspaceException failure) throws WorkspaceException {
        if (failure.reason() == Reason.FAILED) {
            throw failure;
        }
    }
}
