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
 */
record Result(String test, List<Requirement> requirements, Verdict verdict, String reason,
        Optional<Failure> failure, String usualCause, Duration time) {

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

    Result with(Verdict other, String why) {
        return new Result(test, requirements, other, why, failure, usualCause, time);
    }

    Result because(String cause) {
        return new Result(test, requirements, verdict, reason, failure, cause, time);
    }

    static List<Requirement> requirements(Method method) {
        return Arrays.asList(method.getAnnotation(Judges.class).value());
    }
}
