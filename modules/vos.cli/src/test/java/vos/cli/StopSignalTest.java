package vos.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who hears a signal in this process; what a server makes of it is in {@link ServeProcessTest}. */
@Timeout(60)
class StopSignalTest {

    @Test
    void aSignalEndsTheWait() throws IOException {
        try (var signal = new StopSignal()) {
            terminate();
            signal.await();
        }
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        try (var signal = new StopSignal()) {
            Thread.currentThread().interrupt();
            signal.await();
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whoHeardSignalsBeforeHearsThemAgain() throws IOException {
        var heard = new AtomicBoolean();
        Object before = Signals.register("TERM", () -> heard.set(true));
        try {
            new StopSignal().close();
            terminate();
            await().untilTrue(heard);
        } finally {
            Signals.unregister("TERM", before);
        }
    }

    private static void terminate() throws IOException {
        new ProcessBuilder("kill", "-TERM", Long.toString(ProcessHandle.current().pid())).start();
    }
}
