package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private long now = 7;
    private final Throttle throttle = new Throttle(1_000, () -> now);

    private long millisAfterMoving(long bytes) {
        return Duration.ofNanos(throttle.move(bytes)).toMillis();
    }

    @Test
    void aBurstAfterASilencePassesAtOnceAndThenTheRateIsKept() {
        assertEquals(0, millisAfterMoving(250));
        assertEquals(500, millisAfterMoving(500));
        assertEquals(1_500, millisAfterMoving(1_000));
    }

    @Test
    void whoWaitsAsToldMovesAtTheRate() {
        for (int i = 0; i < 100; i++) {
            now += throttle.move(100);
        }
        assertEquals(100 * 100 - 250, Duration.ofNanos(now - 7).toMillis());
    }

    @Test
    void aSilenceIsNotSavedUp() {
        throttle.move(1);
        now += Duration.ofHours(1).toNanos();
        assertEquals(750, millisAfterMoving(1_000));
    }

    @Test
    void whoHasNotMovedForAWhileIsRested() {
        assertTrue(throttle.rested());
        throttle.move(500);
        assertFalse(throttle.rested());
        now += Duration.ofMillis(499).toNanos();
        assertFalse(throttle.rested());
        now += Duration.ofMillis(1).toNanos();
        assertTrue(throttle.rested());
    }

    @Test
    void aThrottleWithoutARateLetsEverythingPass() {
        assertEquals(0, new Throttle(0, () -> now).move(Long.MAX_VALUE));
    }

    @Test
    void stepsAreSmallWhereTheRateIsLow() {
        assertEquals(125, throttle.step(65_536));
        assertEquals(65_536, new Throttle(1 << 30, () -> now).step(65_536));
        assertEquals(1, new Throttle(1, () -> now).step(65_536));
        assertEquals(0, new Throttle(1, () -> now).step(0));
    }
}
