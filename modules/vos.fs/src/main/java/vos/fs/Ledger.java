package vos.fs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import vos.fs.WorkspaceException.Reason;

/**
 * What is stored in a volume and what is on its way there, against its quota.
 *
 * <p>Whoever is going to store something reserves it first, and what is reserved and stored together never passes the
 * quota by a reservation. What is stored is counted at the first reservation, and from then on kept by adding up the
 * changes. Other processes may change the tree too: so it is counted anew before somebody is refused, if that was not
 * done lately.
 *
 * <p>Safe for use by many threads: the numbers are guarded by this object, which is never held while a volume is asked;
 * the count is alone among all changes of the volume, by {@link Turns}.
 */
final class Ledger {

    /** Between two counts pass at least so long, and ten times as long as the last one took. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final int SHARE = 10;

    private final Volume volume;
    private final Quota quota;
    private final InstantSource clock;
    private final Turns turns;

    /** {@code null} as long as it is not known. */
    private Usage stored;
    private Usage reserved = Usage.NONE;
    private Instant nextCount = Instant.MIN;

    Ledger(Volume volume, Quota quota, InstantSource clock, Turns turns) {
        this.volume = volume;
        this.quota = quota;
        this.clock = clock;
        this.turns = turns;
    }

    /**
     * Sets {@code wanted} aside for {@code place}. Never called while it is one's turn to change something.
     *
     * @throws WorkspaceException with {@link Reason#QUOTA_EXCEEDED} if it does not fit
     */
    void reserve(Usage wanted, Location place) throws WorkspaceException {
        if (!book(wanted)) {
            turns.ofAll(() -> {
                countIfDue();
                if (!book(wanted)) {
                    throw refusal(wanted, place);
                }
            });
        }
    }

    /** Gives back what was reserved and will not come. */
    synchronized void release(Usage unused) {
        reserved = reserved.minus(unused);
    }

    /** What was reserved is now stored, and has taken the place of {@code replaced}. */
    synchronized void settle(Usage arrived, Usage replaced) {
        release(arrived);
        if (stored != null) {
            stored = stored.plus(arrived).minus(replaced);
        }
    }

    /**
     * A change failed in a way that leaves open whether it happened: what is stored has to be counted. Called while it
     * is still the turn of that change.
     */
    synchronized void forget() {
        stored = null;
    }

    /** What is stored, if that is known, and what is reserved. */
    synchronized Usage taken() {
        return stored == null ? reserved : stored.plus(reserved);
    }

    private synchronized boolean book(Usage wanted) {
        Usage taken = taken();
        boolean booked = stored != null && fits(wanted.bytes(), quota.bytes(), taken.bytes())
                && fits(wanted.entries(), quota.files(), taken.entries());
        if (booked) {
            reserved = reserved.plus(wanted);
        }
        return booked;
    }

    /** Who wants nothing of a kind is not refused for it, even where others have taken too much. */
    private static boolean fits(long wanted, long limit, long taken) {
        return wanted == 0 || limit == Long.MAX_VALUE || taken <= limit - wanted;
    }

    /** Alone among all changes: whatever is stored is counted once. */
    private void countIfDue() throws WorkspaceException {
        if (isDue()) {
            Instant begin = clock.instant();
            Usage found = new UsageCount(volume).total();
            note(found, Duration.between(begin, clock.instant()));
        }
    }

    private synchronized boolean isDue() {
        return stored == null || !clock.instant().isBefore(nextCount);
    }

    private synchronized void note(Usage found, Duration took) {
        stored = found;
        Duration rest = took.multipliedBy(SHARE);
        nextCount = clock.instant().plus(rest.compareTo(PAUSE) > 0 ? rest : PAUSE);
    }

    private synchronized WorkspaceException refusal(Usage wanted, Location place) {
        Usage taken = taken();
        String problem = fits(wanted.bytes(), quota.bytes(), taken.bytes())
                ? "is one too many: " + taken.entries() + " of " + quota.files() + " files and directories are there"
                : "does not fit: " + taken.bytes() + " of " + quota.bytes() + " bytes are taken";
        return new WorkspaceException(Reason.QUOTA_EXCEEDED, place,
                problem + ", uploads under way included; remove something first");
    }
}
