package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a server seems to have got wrong. */
class MisconceptionsTest {

    private static final List<Misconception> KNOWN = List.of(
            new Misconception("splits", "", List.of("a", "b", "c")),
            new Misconception("names", "", List.of("c", "d")),
            new Misconception("ends", "", List.of("e", "f", "g", "h")));

    @Test
    void theSameFailuresAreTheSameMisconception() {
        assertEquals(Optional.of("splits"), nearest("a", "b", "c"));
        assertEquals(Optional.of("names"), nearest("c", "d"));
    }

    @Test
    void theNearestIsNamedIfItIsNearEnough() {
        assertEquals(Optional.of("splits"), nearest("a", "b", "x"));
        assertEquals(Optional.of("ends"), nearest("e", "f"));
        assertEquals(Optional.empty(), nearest("a", "x"));
    }

    @Test
    void whoeverFailsNothingHasNone() {
        assertEquals(Optional.empty(), nearest());
    }

    @Test
    void whoeverFailsNearlyEverythingHasNoneInParticular() {
        List<Misconception> known = List.of(new Misconception("wrong port", "", List.of("a", "b", "c", "d")),
                new Misconception("names", "", List.of("d")));
        assertEquals(Optional.empty(), Misconceptions.nearest(known, Set.of("a", "b", "c", "d")));
    }

    @Test
    void withoutAListThereIsNone() {
        assertEquals(Optional.empty(), Misconceptions.nearest(List.of(), Set.of("a")));
        assertEquals(List.of(), Misconceptions.of(MisconceptionsTest.class));
    }

    @Test
    void theUsualCauseIsTheOneThatFailsLittleElse() {
        List<Misconception> known = List.of(new Misconception("nobody is served", "Nothing works.", List.of("a", "b")),
                new Misconception("client: the CR is kept", "It ends the line.", List.of("b")));
        assertEquals("Nobody is served. Nothing works.", Misconceptions.usualCause(known, "a"));
        assertEquals("The CR is kept. It ends the line.", Misconceptions.usualCause(known, "b"));
        assertEquals("", Misconceptions.usualCause(known, "c"));
    }

    private static Optional<String> nearest(String... failed) {
        return Misconceptions.nearest(KNOWN, Set.of(failed)).map(Misconception::name);
    }
}
