package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is to blame when a server ends by itself in the middle of a run. */
class JudgeOfCrashesTest {

    private static Map<String, Verdict> judge(FragileServer server) {
        Suite suite = new SuiteOfTrials("fragile", CrashTrials.class);
        Selection everything = new Selection(Party.SERVER, Level.CORE, List.of(), 1);
        return new Judge(suite, new Run(server, Run.Settings.USUAL), everything, result -> { })
                .judge("a fragile server").results().stream()
                .collect(Collectors.toMap(Result::test, Result::verdict));
    }

    @Test
    void theTestThatEndsTheServerIsToBlameAndItsNeighboursAreNot() {
        assertEquals(Map.of("CrashTrials.aNeighbour", Verdict.PASS, "CrashTrials.theOneThatEndsIt", Verdict.FAIL,
                "CrashTrials.zAnotherNeighbour", Verdict.PASS), judge(new FragileServer(true)));
    }

    @Test
    void aServerThatEndsNobodyKnowsWhyHasNotPassed() {
        assertEquals(Map.of("CrashTrials.aNeighbour", Verdict.PASS, "CrashTrials.theOneThatEndsIt", Verdict.FLAKY,
                "CrashTrials.zAnotherNeighbour", Verdict.FLAKY), judge(new FragileServer(false)));
    }
}
