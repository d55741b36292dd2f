package vos.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vos.fs.WorkspaceException.Reason;

/**
 * The part of a volume below one directory, as a volume.
 *
 * <p>Each place is put below the top before the whole volume hears of it, and as a {@link Location} never leads
 * upwards, there is no place that would come out elsewhere. Each failure is retold with the path as it is seen from
 * the top.
 *
 * <p>As safe for threads as the volume underneath.
 *
 * <p>Does not make the top, nor let it be moved or removed. Whatever stands there, it is never opened as a file, nor
 * replaced by one.
 */
final class Subtree implements Volume {

    private final Volume whole;
    private final Location top;

    Subtree(Volume whole, Location top) {
        this.whole = whole;
        this.top = top;
    }

    @Override
    public Status status(Location location) throws WorkspaceException {
        return retold(() -> whole.status(inside(location)));
    }

    @Override
    public List<Entry> list(Location directory) throws WorkspaceException {
        return retold(() -> whole.list(inside(directory)));
    }

    @Override
    public StoredFile open(Location file) throws WorkspaceException {
        requireBelowTop(file, Reason.IS_A_DIRECTORY);
        return retold(() -> whole.open(inside(file)));
    }

    @Override
    public Draft draft(Location target, Publish mode) throws WorkspaceException {
        requireBelowTop(target, mode == Publish.CREATE ? Reason.ALREADY_EXISTS : Reason.IS_A_DIRECTORY);
        return retold(() -> new SubtreeDraft(whole.draft(inside(target), mode)));
    }

    @Override
    public void makeDirectory(Location directory) throws WorkspaceException {
        requireBelowTop(directory, Reason.ALREADY_EXISTS);
        retold(() -> {
            whole.makeDirectory(inside(directory));
            return null;
        });
    }

    @Override
    public void removeFile(Location file) throws WorkspaceException {
        requireBelowTop(file, Reason.IS_A_DIRECTORY);
        retold(() -> {
            whole.removeFile(inside(file));
            return null;
        });
    }

    @Override
    public void removeDirectory(Location directory) throws WorkspaceException {
        requireBelowTop(directory, Reason.DENIED);
        retold(() -> {
            whole.removeDirectory(inside(directory));
            return null;
        });
    }

    @Override
    public void move(Location from, Location to) throws WorkspaceException {
        requireBelowTop(from, Reason.DENIED);
        retold(() -> {
            whole.move(inside(from), inside(to));
            return null;
        });
    }

    @Override
    public int sweep() throws WorkspaceException {
        return retold(whole::sweep);
    }

    private Location inside(Location location) throws WorkspaceException {
        List<String> names = new ArrayList<>(top.names());
        names.addAll(location.names());
        return Location.of(names);
    }

    private static void requireBelowTop(Location location, Reason reason) throws WorkspaceException {
        if (location.isRoot()) {
            throw new WorkspaceException(reason, location);
        }
    }

    private <T> T retold(Operation<T> operation) throws WorkspaceException {
        try {
            return operation.run();
        } catch (WorkspaceException e) {
            throw e.seenFrom(top);
        }
    }

    @FunctionalInterface
    private interface Operation<T> {

        T run() throws WorkspaceException;
    }

    /** A draft whose failures are retold as well. */
    private final class SubtreeDraft implements Draft {

        private final Draft draft;

        SubtreeDraft(Draft draft) {
            this.draft = draft;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            try {
                return draft.write(source);
            } catch (WorkspaceException e) {
                throw e.seenFrom(top);
            }
        }

        @Override
        public void publish() throws WorkspaceException {
            retold(() -> {
                draft.publish();
                return null;
            });
        }

        @Override
        public void close() throws WorkspaceException {
            retold(() -> {
                draft.close();
                return null;
            });
        }

        @Override
        public boolean isOpen() {
            return draft.isOpen();
        }
    }
}
