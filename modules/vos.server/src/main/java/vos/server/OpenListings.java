package vos.server;

import java.util.concurrent.Semaphore;
import vos.fs.Location;
import vos.fs.WorkspaceException;

/**
 * Bounds how many long listings are in memory at once: a peer that does not read would keep one there. Short ones are
 * never counted. Nobody waits, as what is waited for is a peer.
 *
 * <p>Safe for use by many threads; a {@link Holder} belongs to one session.
 */
final class OpenListings {
    /** From so many names on a listing is long: some 100 KiB. */
    static final int LONG = 1_000;

    private final Semaphore permits;

    OpenListings(int most) {
        permits = new Semaphore(most);
    }

    /** Asks for one session. */
    Holder holder() {
        return new Holder();
    }

    /** One session's share: one permit, however many long listings one of its requests looks at. */
    final class Holder {
        private boolean holding;

        /** A listing of so many names is in memory. */
        void listed(Location directory, int names) throws WorkspaceException {
            if (names > LONG && !holding) {
                holding = permits.tryAcquire();
                if (!holding) {
                    throw new WorkspaceException(WorkspaceException.Reason.BUSY, directory,
                            "cannot be listed now: too many long listings are under way; try again");
                }
            }
        }

        /** The request is over. */
        void release() {
            if (holding) {
                holding = false;
                permits.release();
            }
        }
    }
}
