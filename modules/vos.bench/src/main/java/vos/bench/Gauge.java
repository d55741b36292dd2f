package vos.bench;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What a server uses while a work is done: looks at its processes now and then, seldom enough not to be seen in the
 * figures. One is made for each measurement; its own thread looks, and {@link #read} is called once, at the end.
 */
final class Gauge implements AutoCloseable {
    private static final int FIRST_MILLIS = 50;
    private static final int EVERY_MILLIS = 250;
    private static final int SETTLE_TRIES = 40;
    private static final int SETTLE_MILLIS = 5;

    private final ServerProcess server;
    private final ProcessTree.Usage before;
    private final ScheduledExecutorService clock;
    private volatile long most;

    /** Begins to look. */
    Gauge(ServerProcess server) throws IOException {
        this.server = server;
        this.before = server.tree().usage();
        this.most = before.memory();
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("gauge").daemon().factory());
        clock.scheduleWithFixedDelay(this::look, FIRST_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            most = Math.max(most, server.tree().usage().memory());
        } catch (IOException e) {
            System.getLogger(Gauge.class.getName()).log(System.Logger.Level.DEBUG, "nothing to see", e);
        }
    }

    /**
     * What it came to since the beginning: seconds of the processors, and the most memory at once. Waits for the
     * processes of sessions that are over, as only a child that was waited for is counted.
     */
    ProcessTree.Usage read() throws IOException, BenchException {
        clock.shutdownNow();
        ProcessTree.Usage now = server.tree().usage();
        for (int tries = 0; now.processes() > before.processes() && tries < SETTLE_TRIES; tries++) {
            server.pause(SETTLE_MILLIS);
            now = server.tree().usage();
        }
        return new ProcessTree.Usage(now.cpuSeconds() - before.cpuSeconds(), Math.max(most, now.memory()),
                now.processes());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
