package vos.tck;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** That the kit knows when it was kept from running, on whatever machine. */
class LatenessTest {

    private static final int CROWD = 8;

    @Test
    void amongManyThreadsThatAllWorkOneIsLate() {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD * Runtime.getRuntime().availableProcessors(); i++) {
            crowd.add(Thread.ofPlatform().daemon().start(() -> {
                while (!over.get()) {
                    Thread.onSpinWait();
                }
            }));
        }
        try {
            Lateness.Watch watch = Lateness.watch();
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!watch.sawLateness() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertTrue(watch.sawLateness(), "a minute among so many others, and never late");
        } finally {
            over.set(true);
        }
    }

    @Test
    void whoIsNotKeptFromRunningIsInTime() {
        // On a busy machine it takes a while until that is so.
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            Lateness.Watch watch = Lateness.watch();
            Pace.sleep(1);
            return !watch.sawLateness();
        });
    }
}
