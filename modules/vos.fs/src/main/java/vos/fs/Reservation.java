package vos.fs;

/**
 * What one change has set aside in a {@link Ledger}: it becomes stored, or is given back when this is closed.
 *
 * <p>For one thread.
 */
final class Reservation implements AutoCloseable {

    private final Ledger ledger;
    private final Location place;
    private Usage held = Usage.NONE;

    Reservation(Ledger ledger, Location place) {
        this.ledger = ledger;
        this.place = place;
    }

    long bytes() {
        return held.bytes();
    }

    void grow(Usage more) throws WorkspaceException {
        ledger.reserve(more, place);
        held = held.plus(more);
    }

    void shrink(Usage less) {
        ledger.release(less);
        held = held.minus(less);
    }

    /** All of it is stored now, in the place of {@code replaced}. */
    void settle(Usage replaced) {
        ledger.settle(held, replaced);
        held = Usage.NONE;
    }

    /** Again, or after all was settled: does nothing. */
    @Override
    public void close() {
        shrink(held);
    }
}
