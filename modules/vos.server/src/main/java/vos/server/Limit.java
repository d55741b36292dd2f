package vos.server;

import java.util.Arrays;
import java.util.Optional;

/**
 * The catalogue of limits: what each is called, in which unit it is counted, what it is when nobody says otherwise,
 * between which bounds it may be set, and what it means. The flags of {@code vos serve}, its help, the keys of its
 * configuration file, {@code docs/limits.md} and the messages about a limit all come from here.
 *
 * <p>A limit whose least value is 0 need not be one: 0 is written {@code none}.
 */
public enum Limit {
    /** {@code [COM-7.3]} */
    CONNECTIONS("max-connections", Unit.COUNT, 1_000, range(1, 1_000_000),
            "connections that are served at once; further ones wait until one ends"),
    /** {@code [COM-7.4]} */
    CONNECTIONS_PER_ADDRESS("max-connections-per-address", Unit.COUNT, 250, range(1, 1_000_000),
            "the same of one address, of IPv6 one /64 network; further ones are closed at once"),
    /** {@code [COM-7.1]} */
    MESSAGE_LENGTH("max-message", Unit.BYTES, 8 * 1024, range(512, 1 << 20),
            "the longest command; contents of files are no commands"),
    /** {@code [COM-2.2]} */
    NAME_LENGTH("max-name", Unit.BYTES, 255, range(8, 255),
            "the longest name, in UTF-8, that a file or directory can be given"),
    /** {@code [COM-7.5]} */
    LOGIN_TIME("login-time", Unit.TIME, 60_000, range(100, 3_600_000),
            "how long a client may take to log in, where a lab has a login"),
    /** {@code [COM-10.4]} */
    LOGIN_ATTEMPTS("login-attempts", Unit.COUNT, 5, range(2, 1_000),
            "failed logins of one user at one address before further ones have to wait"),
    /** {@code [COM-10.4]} */
    LOGIN_ATTEMPTS_PER_ADDRESS("login-attempts-per-address", Unit.COUNT, 20, range(2, 100_000),
            "failed logins at one address, whoever was tried, before further ones have to wait"),
    /** {@code [COM-7.2]} */
    IDLE("idle", Unit.TIME, 600_000, range(10, 86_400_000),
            "how long a connection lives on which no byte passes in either direction"),
    /** {@code [COM-7.6]} */
    COMMAND_TIME("command-time", Unit.TIME, 60_000, range(100, 86_400_000),
            "how long a command may take to arrive, and how long a command line may then run"),
    /** {@code [COM-7.7]} */
    QUOTA_BYTES("quota-bytes", Unit.BYTES, 0, range(0, Long.MAX_VALUE),
            "what all files of a workspace may hold together, those on their way included; where there is a login, "
                    + "each user has a workspace"),
    /** {@code [COM-7.7]} */
    QUOTA_FILES("quota-files", Unit.COUNT, 0, range(0, Long.MAX_VALUE),
            "how many files and directories there may be in a workspace"),
    /** {@code [COM-7.7]} */
    UPLOAD_LENGTH("max-upload", Unit.BYTES, 0, range(0, Long.MAX_VALUE),
            "the largest file that can be stored"),
    /** {@code [COM-7.8]} */
    SESSION_RATE("rate", Unit.BYTES, 0, range(0, Long.MAX_VALUE),
            "bytes a second that one connection may move, in both directions together"),
    /** {@code [COM-7.8]} */
    TOTAL_RATE("rate-in-all", Unit.BYTES, 0, range(0, Long.MAX_VALUE),
            "bytes a second that all connections together may move"),
    /** {@code [COM-7.8]} */
    COMMAND_RATE("command-rate", Unit.COUNT, 0, range(0, 1_000_000),
            "commands a second that may come from one address, on all of its connections together; further ones wait"),
    /** {@code [COM-7.9]} */
    OPEN_LISTINGS("open-listings", Unit.COUNT, 4, range(1, 10_000),
            "long listings, of more than 1,000 names, that are held in memory at once; further ones are "
                    + "refused meanwhile"),
    /** {@code [COM-7.9]} */
    BUFFER_MEMORY("buffer-memory", Unit.BYTES, 64 << 20, range(1 << 20, 1L << 40),
            "memory for the large buffers of transfers; when it is used up, further transfers have small ones");

    private final String word;
    private final Unit unit;
    private final long usual;
    private final Range range;
    private final String sentence;

    Limit(String word, Unit unit, long usual, Range range, String sentence) {
        this.word = word;
        this.unit = unit;
        this.usual = usual;
        this.range = range;
        this.sentence = sentence;
    }

    private record Range(long least, long most) {
    }

    private static Range range(long least, long most) {
        return new Range(least, most);
    }

    /** What people call it, in a flag or a file: lower-case letters and hyphens. */
    public String word() {
        return word;
    }

    /** What it is counted in. */
    public Unit unit() {
        return unit;
    }

    /** What it is when nobody says otherwise. */
    public long usual() {
        return usual;
    }

    /** The least that it may be set to; 0 where there need not be a limit. */
    public long least() {
        return range.least;
    }

    /** The most that it may be set to. */
    public long most() {
        return range.most;
    }

    private boolean isOptional() {
        return range.least == 0;
    }

    /** What it means: a clause without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** The limit of that name, if there is one. */
    public static Optional<Limit> ofWord(String word) {
        return Arrays.stream(values()).filter(limit -> limit.word.equals(word)).findFirst();
    }

    /**
     * Reads a value as people write it.
     *
     * @throws IllegalArgumentException with a sentence that says what can be written, if this cannot
     */
    public long parse(String text) {
        long value = isOptional() && text.strip().equals(Unit.NONE) ? 0 : unit.parse(text).orElseThrow(
                () -> new IllegalArgumentException("'" + text + "' is not " + unit.notation()
                        + (isOptional() ? ", or " + Unit.NONE : "")));
        if (!allows(value)) {
            throw new IllegalArgumentException(refusal(value));
        }
        return value;
    }

    /** A value as people write it. */
    public String show(long value) {
        return isOptional() && value == 0 ? Unit.NONE : unit.show(value);
    }

    /** The bounds, as people write them. */
    public String bounds() {
        String to = range.most == Long.MAX_VALUE ? " or more" : " to " + show(range.most);
        return (isOptional() ? Unit.NONE + ", or " + unit.show(1) : show(range.least)) + to;
    }

    /** Returns {@code value}, or throws {@link IllegalArgumentException} when it is out of bounds. */
    long require(long value) {
        if (!allows(value)) {
            throw new IllegalArgumentException(word + ": " + refusal(value));
        }
        return value;
    }

    private boolean allows(long value) {
        return value >= range.least && value <= range.most;
    }

    private String refusal(long value) {
        return show(value) + " is not allowed, only " + bounds();
    }
}
