package vos.tck;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is judged, and how: the same for every test of one run.
 *
 * <p>Immutable but for the count of attempts. For all threads.
 */
public final class Run {

    /** Which program the expectations are adjusted to. */
    public enum PeerKind {
        /** One that keeps to the specification. */
        STANDARD,
        /** The published program, where its README and its behaviour differ in ways that are known. */
        PUBLISHED
    }

    /**
     * The values that a user can set.
     *
     * @param seed what random names and contents are made from
     * @param timeoutFactor by which every time limit is multiplied
     * @param peerKind which program the expectations are adjusted to
     */
    public record Settings(long seed, double timeoutFactor, PeerKind peerKind) {

        /** What holds when nothing is set. */
        public static final Settings USUAL = new Settings(1, 1, PeerKind.STANDARD);

        Duration patience() {
            return Duration.ofMillis((long) (PATIENCE.toMillis() * timeoutFactor));
        }
    }

    /** How long a peer may take for an answer, before the factor. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** The silence that is owed to a peer which takes one read for one message, in milliseconds. */
    private static final int PACE = 150;
    /** So many tags of five letters and digits there are: enough for two months. */
    private static final int TAGS = 36 * 36 * 36 * 36 * 36;

    private final Target target;
    private final Settings settings;
    private final Supplier<Lateness.Watch> watches;
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    /** Differs from run to run: what one run has left on the server, perhaps for ever, must not hinder the next. */
    private final String tag = digits(System.currentTimeMillis() / 100 % TAGS);

    /** A run against this server or client. */
    public Run(Target target, Settings settings) {
        this(target, settings, Lateness::watch);
    }

    /** A run in which the kit knows from {@code watches} that it was late. */
    Run(Target target, Settings settings, Supplier<Lateness.Watch> watches) {
        this.target = target;
        this.settings = settings;
        this.watches = watches;
    }

    /** Tells whether the kit was late since. */
    Lateness.Watch watch() {
        return watches.get();
    }

    /** How long a peer may take for an answer. */
    public Duration patience() {
        return settings.patience();
    }

    /** How long it may take until all of an answer has come, however slowly. */
    Duration patienceWithAll() {
        return patience().multipliedBy(6);
    }

    /** How long a test may take. */
    Duration limit() {
        return patience().multipliedBy(36);
    }

    /** The silence that is owed to a peer which takes one read for one message, in milliseconds. */
    public int pace() {
        return PACE;
    }

    /** Whether it is a published program that is judged. */
    public boolean published() {
        return settings.peerKind() == PeerKind.PUBLISHED;
    }

    /** The directory that the server serves, when the kit can look into it. */
    public Optional<Path> root() {
        return target.root();
    }

    /** The names and passwords of the users that the server knows; at least two, where there is a login. */
    public List<Account> accounts() {
        return target.accounts();
    }

    long seed() {
        return settings.seed();
    }

    Target target() {
        return target;
    }

    InetSocketAddress address() {
        return target.address();
    }

    /** Letters and digits that another run does not have. */
    String tag() {
        return tag;
    }

    /** Two digits that no other trial of a test of this name has: it is tried again when it fails. */
    String attempt(String test) {
        return digits(attempts.merge(test, 1, Integer::sum)).substring(3);
    }

    /** Five digits to the base of 36: as many for each number, so that names are of one length in every run. */
    static String digits(long number) {
        return Long.toString(TAGS + number % TAGS, Character.MAX_RADIX).substring(1);
    }
}
