package vos.tck;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one test came to.
 *
 * @param test class and method, as {@code MiniFtpCommands.mkdirMakesADirectory}
 * @param requirements those that it judges
 * @param verdict what it came to
 * @param reason why, in a sentence, unless it passed
 * @param failure what happened, if the peer did something else than was expected
 * @param usualCause what a program mostly does wrong then; empty if unknown
 * @param time how long it took
 * @param obstacle what kept it from being tried
 */
public record Result(String test, List<Requirement> requirements, Verdict verdict, String reason,
        Optional<Failure> failure, String usualCause, Duration time, Obstacle obstacle) {

    /** What a test came to that was tried, or was skipped because another one failed. */
    public Result(String test, List<Requirement> requirements, Verdict verdict, String reason,
            Optional<Failure> failure, String usualCause, Duration time) {
        this(test, requirements, verdict, reason, failure, usualCause, time,
                verdict == Verdict.SKIPPED ? Obstacle.FAILURE : Obstacle.NONE);
    }

    /** That of a test which was not tried, for another cause than that one failed. */
    static Result untried(Method test, String reason, Obstacle obstacle) {
        return new Result(Judge.name(test), requirements(test), Verdict.SKIPPED, reason, Optional.empty(), "",
                Duration.ZERO, obstacle);
    }

    /** The name of the test as words: {@code mkdir makes a directory}. */
    public String title() {
        String method = test.substring(test.indexOf('.') + 1);
        return method.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** The level at which it is run. */
    public Level level() {
        return level(requirements);
    }

    static Level level(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::level).max(Level::compareTo).orElseThrow();
    }

    /** Whether it might have been tried, were all other requirements kept. */
    boolean blocked() {
        return obstacle == Obstacle.FAILURE || obstacle == Obstacle.NOT_YET;
    }

    Result with(Verdict other, String why) {
        return new Result(test, requirements, other, why, failure, usualCause, time, obstacle);
    }

    Result because(String cause) {
        return new Result(test, requirements, verdict, reason, failure, cause, time, obstacle);
    }

    static List<Requirement> requirements(Method method) {
        return Arrays.asList(method.getAnnotation(Judges.class).value());
    }
}
