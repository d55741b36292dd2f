package vos.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param lab the protocol
 * @param subject what was judged, for people: an address or a command
 * @param party {@link Party#SERVER} or {@link Party#CLIENT}
 * @param level up to which level
 * @param seed what random values were made from
 * @param results one for each test that was selected
 * @param started when it began
 * @param time how long it took
 */
record Report(String lab, String subject, Party party, Level level, long seed, List<Result> results,
        Instant started, Duration time) {

    /** The verdict on each requirement that a selected test judges, by the order of the specifications. */
    public Map<Requirement, Verdict> verdicts() {
        Map<Requirement, Verdict> verdicts = new TreeMap<>();
        results.forEach(result -> result.requirements()
                .forEach(requirement -> verdicts.merge(requirement, result.verdict(), Verdict::or)));
        return verdicts;
    }

    /** How many requirements came to this verdict. */
    public long count(Verdict verdict) {
        return verdicts().values().stream().filter(verdict::equals).count();
    }

    /** The tests of a requirement, the worst first. */
    public List<Result> results(Requirement requirement) {
        return results.stream().filter(result -> result.requirements().contains(requirement))
                .sorted(Comparator.comparing(Result::verdict).reversed()).toList();
    }

    /**
     * Points: one for each requirement that is kept, of one for each that was judged or could not be because of others.
     */
    public long points() {
        return count(Verdict.PASS);
    }

    /** The number of points that can be reached: the requirements that could be judged, were all others kept. */
    public long possiblePoints() {
        return verdicts().values().stream().filter(Report::countsIn).count();
    }

    /** Whether a requirement that came to this verdict is one of those that could be judged, were all others kept. */
    static boolean countsIn(Verdict verdict) {
        return switch (verdict) {
            case PASS, SKIPPED, FLAKY, FAIL -> true;
            case OUT_OF_REACH, LIMITATION, QUIRK, KIT_ERROR -> false;
        };
    }
}
