package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrowdTest {
    private final Crowd crowd = new Crowd(2);
    private final Origin here = new Origin("here");
    private final Origin there = new Origin("there");

    @Test
    void oneTooManyFromOnePlaceIsNotLetInAndTheOthersAre() {
        assertTrue(crowd.enter(here));
        assertTrue(crowd.enter(here));
        assertFalse(crowd.enter(here));
        assertTrue(crowd.enter(there));
        crowd.leave(here);
        assertTrue(crowd.enter(here));
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
}
