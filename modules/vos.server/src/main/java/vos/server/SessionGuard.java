package vos.server;

import java.nio.charset.StandardCharsets;
import vos.fs.Location;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;
import vos.fs.WorkspaceGuard;

/** Keeps one session to the limits of names and listings. For its thread. */
final class SessionGuard implements WorkspaceGuard {
    private final long longestName;
    private final OpenListings.Holder listings;

    SessionGuard(Limits limits, Resources resources) {
        this.longestName = limits.of(Limit.NAME_LENGTH);
        this.listings = resources.listings().holder();
    }

    @Override
    public void listed(Location directory, int names) throws WorkspaceException {
        listings.listed(directory, names);
    }

    @Override
    public void named(Location place) throws WorkspaceException {
        if (!place.isRoot() && place.name().getBytes(StandardCharsets.UTF_8).length > longestName) {
            throw new WorkspaceException(Reason.INVALID_NAME, place,
                    "has a name of more than " + longestName + " bytes (" + Limit.NAME_LENGTH.word() + ")");
        }
    }

    /** The request is over. */
    void release() {
        listings.release();
    }
}
