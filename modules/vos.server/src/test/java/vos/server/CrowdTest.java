package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final long SECOND = 1_000_000_000L;

    private final Crowd crowd = new Crowd(2, () -> Throttle.FREE);
    private final Origin here = new Origin("here");
    private final Origin there = new Origin("there");

    @Test
    void oneTooManyFromOnePlaceIsNotLetInAndTheOthersAre() {
        assertTrue(crowd.enter(here).isPresent());
        assertTrue(crowd.enter(here).isPresent());
        assertFalse(crowd.enter(here).isPresent());
        assertTrue(crowd.enter(there).isPresent());
        crowd.leave(here);
        assertTrue(crowd.enter(here).isPresent());
    }

    @Test
    void whoHasLeftIsForgotten() {
        crowd.enter(here);
        crowd.enter(there);
        crowd.leave(here);
        assertEquals(1, crowd.origins());
        crowd.leave(there);
        assertEquals(0, crowd.origins());
    }

    @Test
    void aPlaceHasOneRateAndEachHasItsOwn() {
        var rated = new Crowd(2, () -> new Throttle(10, () -> 0));
        Throttle rate = rated.enter(here).orElseThrow();
        assertSame(rate, rated.enter(here).orElseThrow());
        assertNotSame(rate, rated.enter(there).orElseThrow());
    }

    @Test
    void whoseRateIsUsedUpIsRememberedUntilItIsNot() {
        var now = new AtomicLong();
        var rated = new Crowd(2, () -> new Throttle(10, now::get));
        Throttle rate = rated.enter(here).orElseThrow();
        rate.move(20);
        rated.leave(here);
        rated.forgetTheRested();
        assertSame(rate, rated.enter(here).orElseThrow(), "to come again brings no new rate");
        rated.leave(here);
        now.set(2 * SECOND);
        rated.forgetTheRested();
        assertEquals(0, rated.origins());
    }

    @Test
    void whoIsThereIsNotForgotten() {
        crowd.enter(here);
        crowd.forgetTheRested();
        assertEquals(1, crowd.origins());
    }
}
