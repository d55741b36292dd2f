package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is to blame for a pause that looked too short: the peer, unless the kit was late itself. */
class JudgeOfPausesTest {

    private static final String PAUSE = "PauseTrials.itPausesBetweenItsWords";
    private static final String MESSAGE = "PauseTrials.itsFirstWordIsOneMessage";
    private static final String WORDS = "PauseTrials.itSaysWhatItMust";

    @TempDir
    private Path root;

    private static Result judge(String test, HastyServer server, BooleanSupplier late) {
        Suite suite = new SuiteOfTrials("hasty", PauseTrials.class);
        Run run = new Run(server, Run.Settings.USUAL, () -> late::getAsBoolean);
        Selection one = new Selection(Party.SERVER, Level.CORE, List.of(test), 1);
        return new Judge(suite, run, one, result -> { }).judge("a hasty server").results().getFirst();
    }

    private HastyServer hasty(String words, int times) throws IOException {
        return new HastyServer(root, words, times);
    }

    @Test
    void whoPausesOnlyWhenTheTestIsRepeatedIsFlaky() throws Exception {
        for (String test : List.of(PAUSE, MESSAGE)) {
            try (HastyServer server = hasty("ab", 1)) {
                assertEquals(Verdict.FLAKY, judge(test, server, () -> false).verdict());
            }
        }
    }

    @Test
    void whereTheKitWasLateTheRepetitionAloneCounts() throws Exception {
        for (String test : List.of(PAUSE, MESSAGE)) {
            try (HastyServer server = hasty("ab", 1)) {
                assertEquals(Verdict.PASS, judge(test, server, () -> true).verdict());
                assertEquals(2, server.served());
            }
        }
    }

    @Test
    void itIsRepeatedUntilTheKitIsInTime() throws Exception {
        try (HastyServer server = hasty("ab", 100)) {
            AtomicInteger looks = new AtomicInteger();
            Result result = judge(MESSAGE, server, () -> looks.incrementAndGet() <= 3);
            assertEquals(Verdict.FAIL, result.verdict());
            assertEquals(4, server.served());
            assertFalse(way(result).contains("the kit was late"), way(result));
        }
        try (HastyServer server = hasty("ab", 3)) {
            assertEquals(Verdict.PASS, judge(MESSAGE, server, () -> true).verdict());
            assertEquals(4, server.served());
        }
    }

    @Test
    void aKitThatIsNeverInTimeComesToAnEndAndSaysSo() throws Exception {
        try (HastyServer server = hasty("ab", 100)) {
            Result result = judge(PAUSE, server, () -> true);
            assertEquals(Verdict.FAIL, result.verdict());
            assertEquals(6, server.served());
            assertTrue(way(result).contains("the kit was late"), way(result));
        }
    }

    @Test
    void whatHasNothingToDoWithPausesIsThePeersFault() throws Exception {
        for (String test : List.of(PAUSE, WORDS)) {
            try (HastyServer server = hasty("x", 1)) {
                assertEquals(Verdict.FLAKY, judge(test, server, () -> true).verdict());
            }
        }
    }

    private static String way(Result failed) {
        return new FailureTexts(Disclosure.ALL, new HostPort("localhost", 1), Duration.ofSeconds(5), Optional.empty())
                .of(failed).way();
    }
}
