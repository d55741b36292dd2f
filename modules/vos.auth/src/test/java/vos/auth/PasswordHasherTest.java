package vos.auth;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.auth.Passwords.password;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class PasswordHasherTest {

    private final AtomicInteger running = new AtomicInteger();
    private final Semaphore mayEnd = new Semaphore(0);

    private byte[] waitUntilToldToEnd(byte[] password, byte[] salt, HashCost cost, int length) {
        running.incrementAndGet();
        try {
            mayEnd.acquire();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the test is over", e);
        }
        running.decrementAndGet();
        return new byte[length];
    }

    @Test
    void ofAThousandLoginsOnlyAFewAreComputedAtOnce() throws Exception {
        PasswordHasher hasher = new PasswordHasher(CountedArgon2id.CHEAP, 3, this::waitUntilToldToEnd);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PasswordHash>> logins = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                logins.add(threads.submit(() -> hasher.hash(password("p"))));
            }
            for (int done = 0; done <= 1000; done += 100) {
                int expected = Math.min(3, 1000 - done);
                int finished = done;
                await().until(() -> running.get() == expected
                        && logins.stream().filter(Future::isDone).count() == finished);
                mayEnd.release(100);
            }
            for (Future<PasswordHash> login : logins) {
                login.get();
            }
        }
    }

    @Test
    void aFailedComputationMakesRoomForTheNext() throws InterruptedIOException {
        AtomicInteger calls = new AtomicInteger();
        PasswordHasher hasher = new PasswordHasher(CountedArgon2id.CHEAP, 1, (_, _, _, length) -> {
            if (calls.getAndIncrement() == 0) {
                throw new OutOfMemoryError("simulated");
            }
            return new byte[length];
        });
        try (Password password = password("p")) {
            assertThrows(OutOfMemoryError.class, () -> hasher.hash(password));
            hasher.hash(password);
        }
        Password closed = password("p");
        closed.close();
        assertThrows(IllegalStateException.class, () -> hasher.hash(closed));
        hasher.hash(password("p"));
    }

    @Test
    void anInterruptedThreadStopsWaitingForItsTurn() throws Exception {
        PasswordHasher hasher = new PasswordHasher(CountedArgon2id.CHEAP, 1, this::waitUntilToldToEnd);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> hasher.hash(password("p")));
            await().until(() -> running.get() == 1);
            AtomicReference<Object> outcome = new AtomicReference<>();
            Thread waiting = Thread.startVirtualThread(() -> outcome.set(assertThrows(InterruptedIOException.class,
                    () -> hasher.hash(password("p")))));
            waiting.interrupt();
            waiting.join();
            assertTrue(outcome.get() instanceof InterruptedIOException, () -> "" + outcome.get());
            mayEnd.release();
        }
    }

    @Test
    void theCopyOfThePasswordIsWipedAfterTheComputation() throws InterruptedIOException {
        AtomicReference<byte[]> seen = new AtomicReference<>();
        new PasswordHasher(CountedArgon2id.CHEAP, 1, (bytes, _, _, length) -> {
            seen.set(bytes);
            return new byte[length];
        }).hash(password("s3cret"));
        assertArrayEquals(new byte[6], seen.get());
    }

    @Test
    void theDecoyCostsWhatANewHashCosts() {
        PasswordHash decoy = new CountedArgon2id().hasher().decoy();
        assertEquals(CountedArgon2id.CHEAP, decoy.cost());
        assertEquals(PasswordHash.SALT, decoy.salt().length);
        assertEquals(PasswordHash.TAG, decoy.tagLength());
    }

    @Test
    void withoutAComputationAtATimeThereIsNoHasher() {
        assertThrows(IllegalArgumentException.class,
                () -> new PasswordHasher(CountedArgon2id.CHEAP, 0, Argon2id.BOUNCY_CASTLE));
    }
}
