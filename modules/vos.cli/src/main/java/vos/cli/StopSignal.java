package vos.cli;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.Signals;

/**
 * Ctrl-C and SIGTERM, as a server hears them: the first one asks it to stop, the second one ends the process there and
 * then. Heard from the moment this exists until it is closed.
 */
final class StopSignal implements AutoCloseable {
    private final CountDownLatch first = new CountDownLatch(1);
    private final Map<String, Object> before;

    StopSignal() {
        before = Stream.of("INT", "TERM")
                .collect(Collectors.toMap(Function.identity(), name -> Signals.register(name, this::heard)));
    }

    private void heard() {
        if (first.getCount() == 0) {
            Runtime.getRuntime().halt(ExitCode.FAILED);
        }
        first.countDown();
    }

    /** Waits for the first one; an interrupt counts as one too. */
    void await() {
        try {
            first.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        before.forEach(Signals::unregister);
    }
}
