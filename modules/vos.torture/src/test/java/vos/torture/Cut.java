package vos.torture;

import java.util.Locale;

/**
 * Where and how a conversation is cut.
 *
 * @param direction whose bytes are counted
 * @param at so many of them are handed on, over all connections of the conversation, and then it is cut
 * @param kind what becomes of the connection that is open then
 */
record Cut(Direction direction, int at, Kind kind) {
    /** Nothing is cut. */
    static final Cut NONE = new Cut(Direction.TO_SERVER, Integer.MAX_VALUE, Kind.CLOSE);

    /** Which way the bytes go. */
    enum Direction {
        TO_SERVER, TO_CLIENT
    }

    /** What the network, or the machine at the other end, does to a connection. */
    enum Kind {
        /** Both sides are told that the other has finished (FIN). */
        CLOSE,
        /** Both sides are told that the connection has broken off (RST). */
        RESET,
        /** The receiver is told that the sender has finished; the other direction goes on. */
        HALF_CLOSE,
        /** The receiver is told nothing any more, not even an end; the other direction goes on. */
        STALL;

        /** Whether the receiver sees an end, as behind the last byte of a sender that has finished. */
        boolean looksFinished() {
            return this == CLOSE || this == HALF_CLOSE;
        }
    }

    boolean stalls() {
        return kind == Kind.STALL;
    }

    @Override
    public String toString() {
        return "%s after byte %d %s".formatted(kind, at, direction.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
