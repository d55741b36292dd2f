package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Outcome floor = Fixtures.outcome(Fixtures.FLOOR, 100, 10, 50);
    private final Outcome vos = Fixtures.outcome(Fixtures.VOS, 50, 10, 40);

    /** The ratio of their medians is 0.4: another round decides it for each. */
    @Test
    void aRatioIsTheMedianOfTheRatiosOfTheRounds() {
        Outcome unsteady = Fixtures.outcome(Fixtures.VOS, 90, 10, 20);
        assertEquals(0.9, new Comparison(Fixtures.commands(), List.of(floor, unsteady)).ofFloor(unsteady).orElseThrow(),
                1e-9);
    }

    @Test
    void theBestPeerIsNeitherTheFloorNorOursNorOneThatFailed() {
        Outcome vsftpd = Fixtures.outcome(Fixtures.VSFTPD, 20, 20, 20);
        var comparison = new Comparison(Fixtures.commands(), List.of(floor, vos, vsftpd,
                new Outcome(Fixtures.PYFTPDLIB, vsftpd.rounds(), Optional.of("gone"))));
        assertEquals(vsftpd, comparison.bestPeer().orElseThrow());
        assertEquals(2, comparison.ofBestPeer(vos).orElseThrow(), 1e-9);
    }

    @Test
    void whereLessIsBetterTheLeastIsBestAndTwiceAsLongIsHalfAsGood() {
        Outcome slow = Fixtures.outcome(Fixtures.VSFTPD, 300);
        Outcome quick = Fixtures.outcome(Fixtures.PYFTPDLIB, 50);
        Outcome ours = Fixtures.outcome(Fixtures.VOS, 100);
        var comparison = new Comparison(Fixtures.startup(), List.of(ours, slow, quick));
        assertEquals(quick, comparison.bestPeer().orElseThrow());
        assertEquals(0.5, comparison.ofBestPeer(ours).orElseThrow(), 1e-9);
    }

    @Test
    void withoutAFloorNothingIsComparedWithIt() {
        assertEquals(OptionalDouble.empty(),
                new Comparison(Fixtures.commands(), List.of(vos)).ofFloor(vos));
    }
}
