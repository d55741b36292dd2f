package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final List<String> told = new ArrayList<>();
    private final List<String> turns = new ArrayList<>();
    private final Rounds rounds = new Rounds(2, new Rounds.Watcher() {
        @Override
        public void measured(Side side, int round, Measurement measurement) {
            told.add(side.name() + " " + round);
        }

        @Override
        public void failed(Side side, String why) {
            told.add(side.name() + ": " + why);
        }
    });

    @Test
    void allSidesTakeTurnsAndTheFirstTurnDoesNotCount() {
        List<Outcome> outcomes = rounds.run(List.of(Fixtures.FLOOR, Fixtures.VSFTPD), side -> {
            turns.add(side.name());
            return Fixtures.measurement(turns.size());
        });
        assertEquals(List.of("floor", "vsftpd", "floor", "vsftpd", "floor", "vsftpd"), turns);
        assertEquals(List.of("floor 0", "vsftpd 0", "floor 1", "vsftpd 1", "floor 2", "vsftpd 2"), told);
        assertEquals(List.of(3.0, 5.0), outcomes.getFirst().rounds().stream().map(Measurement::value).toList());
        assertTrue(outcomes.getFirst().counts());
    }

    @Test
    void aJvmIsWarmedForLonger() {
        rounds.run(List.of(Fixtures.VOS, Fixtures.VSFTPD), side -> {
            turns.add(side.name());
            return Fixtures.measurement(1);
        });
        assertEquals(List.of("vos", "vos", "vos", "vsftpd", "vos", "vsftpd", "vos", "vsftpd"), turns);
    }

    @Test
    void aSideThatFailsIsLeftOutAndTheOthersGoOn() {
        List<Outcome> outcomes = rounds.run(List.of(Fixtures.VSFTPD, Fixtures.FLOOR), side -> {
            turns.add(side.name());
            if (side == Fixtures.VSFTPD && turns.size() > 2) {
                throw new BenchException("it ended with 1");
            }
            return Fixtures.measurement(1);
        });
        assertEquals(List.of("vsftpd", "floor", "vsftpd", "floor", "floor"), turns);
        assertEquals(Optional.of("it ended with 1"), outcomes.getFirst().failure());
        assertEquals(2, outcomes.getLast().rounds().size());
        assertTrue(told.contains("vsftpd: it ended with 1"), told::toString);
    }

    @Test
    void whatIsFreshInEachRoundNeedsNoTurnToWarmUp() {
        List<Outcome> outcomes = rounds.withoutWarmUp().run(List.of(Fixtures.VOS), _ -> Fixtures.measurement(1));
        assertEquals(List.of("vos 1", "vos 2"), told);
        assertEquals(2, outcomes.getFirst().rounds().size());
    }
}
