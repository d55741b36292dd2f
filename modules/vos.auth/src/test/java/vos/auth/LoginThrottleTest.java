package vos.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LoginThrottleTest {

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    @Test
    void theAttemptAfterFiveFailuresIsRefusedForASecond() {
        assertEquals(5, failUntilRefused("ann", HOME));
        assertEquals(seconds(1), throttle.attempt("ann", HOME));
        pass(Duration.ofMillis(400));
        assertEquals(Optional.of(Duration.ofMillis(600)), throttle.attempt("ann", HOME));
        pass(Duration.ofMillis(600));
        assertEquals(Optional.empty(), throttle.attempt("ann", HOME));
    }

    @Test
    void theWaitDoublesWithEachFailureUpToAQuarterOfAnHour() {
        failUntilRefused("ann", HOME);
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            Duration wait = throttle.attempt("ann", HOME).orElseThrow();
            waits.add(wait.toSeconds());
            pass(wait);
            assertEquals(Optional.empty(), throttle.attempt("ann", HOME));
        }
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L), waits);
    }

    @Test
    void aRefusedAttemptMakesNothingWorse() {
        failUntilRefused("ann", HOME);
        for (int i = 0; i < 1000; i++) {
            assertEquals(seconds(1), throttle.attempt("ann", HOME));
        }
    }

    @Test
    void anAttackerElsewhereLocksNobodyOut() {
        for (int i = 0; i < 100; i++) {
            failUntilRefused("ann", ELSEWHERE);
            pass(Duration.ofSeconds(1));
        }
        assertEquals(Optional.empty(), throttle.attempt("ann", HOME));
    }

    @Test
    void aSuccessStartsTheUserAfresh() {
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(Optional.empty(), throttle.attempt("ann", HOME));
            }
            assertEquals(Optional.empty(), throttle.attempt("ann", HOME));
            throttle.succeeded("ann", HOME);
            pass(Duration.ofMinutes(3));
        }
        assertEquals(5, failUntilRefused("ann", HOME));
    }

    @Test
    void anAddressThatTriesOneUserAfterTheOtherIsRefusedAfterTwenty() {
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), throttle.attempt("user" + i, HOME));
        }
        assertEquals(seconds(1), throttle.attempt("ann", HOME));
        assertEquals(Optional.empty(), throttle.attempt("ann", ELSEWHERE));
    }

    @Test
    void anAccountOfOnesOwnDoesNotBuyMoreGuesses() {
        int guesses = 0;
        for (int i = 0; i < 100 && throttle.attempt("mallory", HOME).isEmpty(); i++) {
            throttle.succeeded("mallory", HOME);
            if (throttle.attempt("user" + i, HOME).isEmpty()) {
                guesses++;
            }
        }
        assertEquals(20, guesses);
    }

    @Test
    void aThousandGoodLoginsFromOneAddressAreNoFailures() {
        for (int i = 0; i < 1000; i++) {
            assertEquals(Optional.empty(), throttle.attempt("user" + i, HOME));
            throttle.succeeded("user" + i, HOME);
        }
        assertEquals(1, throttle.size());
    }

    @Test
    void aBusyAddressWhereSomebodyMistypesNowAndThenIsNeverRefused() {
        for (int i = 0; i < 1000; i++) {
            assertEquals(Optional.empty(), throttle.attempt("user" + i, HOME), "mistyped");
            pass(Duration.ofSeconds(i % 2 == 0 ? 30 : 60));
        }
    }

    @Test
    void failuresDrainAwayOneByOneInTheWindow() {
        for (int i = 0; i < 4; i++) {
            throttle.attempt("ann", HOME);
        }
        pass(Duration.ofMinutes(6));
        assertEquals(3, failUntilRefused("ann", HOME));
        pass(Duration.ofHours(1));
        assertEquals(5, failUntilRefused("ann", HOME));
    }

    @Test
    void failuresDoNotDrainAwayWhileFurtherOnesAreRefused() {
        failUntilRefused("ann", HOME);
        for (int i = 0; i < 30; i++) {
            pass(throttle.attempt("ann", HOME).orElseThrow());
            assertEquals(Optional.empty(), throttle.attempt("ann", HOME));
        }
        assertEquals(seconds(900), throttle.attempt("ann", HOME));
        // From the end of that wait on; and after many failures no slower than after a few.
        pass(Duration.ofSeconds(900).plusMinutes(12 * 3));
        assertEquals(2, failUntilRefused("ann", HOME));
    }

    @Test
    void spellingAUserOtherwiseIsNoWayAroundTheCount() {
        for (String spelling : List.of("ann", "Ann", "aNN", "ANN", "anN")) {
            assertEquals(Optional.empty(), throttle.attempt(spelling, HOME));
        }
        assertEquals(seconds(1), throttle.attempt("ANn", HOME));
    }

    @Test
    void namesThatAreNobodysCountAsOne() {
        for (int i = 0; i < 5; i++) {
            assertEquals(Optional.empty(), throttle.attempt("/" + i, HOME));
        }
        assertEquals(seconds(1), throttle.attempt("*", HOME));
        assertEquals(Optional.empty(), throttle.attempt("ann", HOME));
        throttle.succeeded("*", HOME);
        assertEquals(Optional.empty(), throttle.attempt("*", HOME));
    }

    @Test
    void whatIsRememberedIsBounded() {
        LoginThrottle small = new LoginThrottle(() -> now, limits(100));
        for (int i = 0; i < 10_000; i++) {
            small.attempt("user" + i, "address" + i);
            assertTrue(small.size() <= 100, () -> "keys: " + small.size());
        }
    }

    @Test
    void anAddressCannotMakeItselfForgotten() {
        LoginThrottle small = new LoginThrottle(() -> now, limits(10));
        int guesses = 0;
        for (int i = 0; i < 1000; i++) {
            if (small.attempt("user" + i, HOME).isEmpty()) {
                guesses++;
            }
        }
        assertEquals(20, guesses);
    }

    @Test
    void anAddressIsRememberedLongerThanTheUsersTriedFromIt() {
        LoginThrottle small = new LoginThrottle(() -> now, limits(3));
        for (int i = 0; i < 20; i++) {
            small.attempt("user" + i, HOME);
        }
        small.attempt("ann", ELSEWHERE);
        assertEquals(seconds(1), small.attempt("ann", HOME));
    }

    /** Whoever is refused keeps asking, and is not forgotten while others come and go. */
    @Test
    void theOldestIsForgottenAndNotTheOneAskedForLast() {
        LoginThrottle small = new LoginThrottle(() -> now, limits(10));
        for (int i = 0; i < 5; i++) {
            small.attempt("ann", HOME);
        }
        for (int i = 0; i < 100; i++) {
            assertEquals(seconds(1), small.attempt("ann", HOME));
            small.attempt("user", "address" + i);
        }
    }

    @Test
    void manyAttemptsAtOnceAreNoWayAroundTheCount() throws Exception {
        int threads = 8;
        AtomicInteger admitted = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> attackers = Collections.nCopies(threads, () -> {
                for (int i = 0; i < 500; i++) {
                    together.await();
                    for (int j = 0; j < 5; j++) {
                        if (throttle.attempt("ann", "address" + i).isEmpty()) {
                            admitted.incrementAndGet();
                        }
                    }
                }
                return null;
            });
            for (Future<Void> attacker : executor.invokeAll(attackers)) {
                attacker.get();
            }
        }
        assertEquals(5 * 500, admitted.get());
    }

    @Test
    void limitsThatLimitNothingAreRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new LoginLimits(0, 1, second, second, second, 10));
        assertThrows(IllegalArgumentException.class, () -> new LoginLimits(1, 0, second, second, second, 10));
        assertThrows(IllegalArgumentException.class, () -> new LoginLimits(1, 1, Duration.ZERO, second, second, 10));
        assertThrows(IllegalArgumentException.class, () -> new LoginLimits(1, 1, second, Duration.ZERO, second, 10));
        assertThrows(IllegalArgumentException.class,
                () -> new LoginLimits(1, 1, second, second, Duration.ofMillis(1), 10));
        assertThrows(IllegalArgumentException.class, () -> new LoginLimits(1, 1, second, second, second, 1));
    }

    /** Fails until an attempt is refused; returns how many were let in. */
    private int failUntilRefused(String user, String address) {
        int admitted = 0;
        while (throttle.attempt(user, address).isEmpty()) {
            admitted++;
        }
        return admitted;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static Optional<Duration> seconds(long seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    private static LoginLimits limits(int keys) {
        LoginLimits usual = LoginLimits.DEFAULT;
        return new LoginLimits(usual.perUser(), usual.perAddress(), usual.window(), usual.firstWait(),
                usual.longestWait(), keys);
    }
}
