package vos.protocol;

/**
 * One protocol variant: its name, its commands, and how its two ends turn requests and replies into bytes and back.
 *
 * <p>A lab provides its dialect as a service ({@code provides vos.protocol.Dialect with ...}); that is all it takes for
 * every tool to know it. A dialect has no state of its own; the ends it makes belong to one conversation each.
 */
public interface Dialect {

    /** What people type to name it: lower-case letters and hyphens, for example {@code mini-ftp}. */
    String id();

    /** One line that says what it is. */
    String title();

    /** One line that says how its messages end. */
    String framing();

    /** The TCP port it is served on unless another is asked for. */
    int defaultPort();

    /** Whether its clients log in before anything else, so that it is served with accounts and not without. */
    default boolean needsLogin() {
        return false;
    }

    /** What the log of its server says. */
    default LogWords logWords() {
        return LogWords.PLAIN;
    }

    /** The commands its users type. */
    Vocabulary vocabulary();

    /**
     * The server's end of a new connection.
     *
     * @param session answers the requests, and what the end itself needs to know
     */
    ServerEnd serverEnd(Wire wire, Service session);

    /** The client's end, not connected yet. */
    ClientEnd clientEnd(Connector connector);
}
