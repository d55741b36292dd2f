package vos.server;

import java.time.Instant;
import java.util.List;
import vos.fs.Entry;
import vos.fs.Kind;
import vos.fs.Location;
import vos.fs.Status;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;

/** In each directory there are two, down to a depth that nobody has seen the last of. */
final class EndlessVolume extends FailingVolume {
    private static final int DEPTH = 60;

    EndlessVolume() {
        super(() -> new WorkspaceException(Reason.FAILED, Location.ROOT));
    }

    @Override
    public Status status(Location location) {
        return new Status(Kind.DIRECTORY, 0, Instant.EPOCH);
    }

    @Override
    public List<Entry> list(Location directory) {
        return directory.names().size() == DEPTH ? List.of()
                : List.of(new Entry("a", Kind.DIRECTORY), new Entry("b", Kind.DIRECTORY));
    }
}
