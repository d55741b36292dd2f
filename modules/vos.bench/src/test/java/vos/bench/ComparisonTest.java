package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Outcome floor = Fixtures.outcome(Fixtures.FLOOR, 100, 10, 50);
    private final Outcome vos = Fixtures.outcome(Fixtures.VOS, 50, 10, 40);

    /** The ratio of the medians would be 0.8 too, that of the means 0.625: rounds in which all was slow count as others. */
    @Test
    void aRatioIsTheMedianOfTheRatiosOfTheRounds() {
        var comparison = new Comparison(Fixtures.commands(), List.of(floor, vos));
        assertEquals(0.8, comparison.ofFloor(vos).orElseThrow(), 1e-9);
        var slowedTogether = new Comparison(Fixtures.commands(), List.of(
                Fixtures.outcome(Fixtures.FLOOR, 100, 10, 30), Fixtures.outcome(Fixtures.VOS, 50, 9, 15)));
        assertEquals(0.5, slowedTogether.ofFloor(slowedTogether.outcomes().getLast()).orElseThrow(), 1e-9);
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
