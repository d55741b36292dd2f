package vos.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a work is measured: one server a side, started once for all rounds of the work, or for each round anew where it
 * is the start, or an untouched server, that is measured. Closing ends them. One thread uses it.
 */
final class Bed implements AutoCloseable {
    private static final int REST_MILLIS = 500;
    /** Not the address that the idle ones come from. */
    private static final String WORKER = "127.0.0.9";
    private static final double KIB = 1024;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e6;
    private static final int WORKER_MILLIS = 1_000;

    private final Work work;
    private final Site site;
    private final Cleanup cleanup;
    private final Path vosLoad;
    private final Map<Side, Running> running = new LinkedHashMap<>();

    /** A server, and where it serves. */
    private record Running(Stage stage, ServerProcess server) {
    }

    Bed(Work work, Site site, Cleanup cleanup, Path vosLoad) {
        this.work = work;
        this.site = site;
        this.cleanup = cleanup;
        this.vosLoad = vosLoad;
    }

    /** Has the work done once. */
    Measurement measure(Side side) throws BenchException {
        try {
            return switch (work.task()) {
                case Task.Startup _ -> startup(side);
                case Task.Idle idle -> idle(side, idle);
                case Task.Bulk _, Task.SmallFiles _, Task.Commands _, Task.Connects _ -> steady(side);
            };
        } catch (IOException e) {
            throw new BenchException("input or output failed: " + e, e);
        }
    }

    private Measurement steady(Side side) throws IOException, BenchException {
        if (!running.containsKey(side)) {
            running.put(side, start(side));
        }
        Running at = running.get(side);
        Task task = side.suited(work.task());
        try (var gauge = new Gauge(at.server())) {
            LoadReport report = side.load(vosLoad).run(task, at.stage(), at.server().port());
            ProcessTree.Usage usage = gauge.read();
            site.clear(at.stage(), task);
            return new Measurement(task.value(report), report, usage.cpuSeconds(), usage.memory(),
                    OptionalDouble.empty());
        }
    }

    private Running start(Side side) throws IOException, BenchException {
        Stage stage = site.stage(work, side);
        return new Running(stage, ServerProcess.start(side.launch(stage), stage.scratch().resolve("server.log"),
                cleanup));
    }

    private Measurement startup(Side side) throws IOException, BenchException {
        Running at = start(side);
        try (ServerProcess server = at.server()) {
            server.pause(REST_MILLIS);
            ProcessTree.Usage usage = server.tree().usage();
            Duration startup = server.startup();
            return new Measurement(startup.toNanos() / MILLIS,
                    new LoadReport(startup.toNanos() / NANOS, 0, 1, 0, Optional.empty(), 0),
                    usage.cpuSeconds(), server.tree().proportionalMemory(), OptionalDouble.empty());
        }
    }

    private Measurement idle(Side side, Task.Idle task) throws IOException, BenchException {
        Running at = start(side);
        Task worker = new Task.Commands(1, WORKER_MILLIS, 0);
        LoadClient client = new LoadClient(vosLoad, side);
        try (ServerProcess server = at.server()) {
            LoadReport alone = client.runFrom(WORKER, worker, at.stage(), server.port());
            long before = server.tree().proportionalMemory();
            try (Held _ = client.hold(task, at.stage(), server.port()); var gauge = new Gauge(server)) {
                long with = server.tree().proportionalMemory();
                LoadReport beside = client.runFrom(WORKER, worker, at.stage(), server.port());
                return new Measurement((with - before) / KIB / task.connections(), beside,
                        gauge.read().cpuSeconds(), with,
                        alone.latencies().map(latencies -> OptionalDouble.of(latencies.p99()))
                                .orElse(OptionalDouble.empty()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        List.copyOf(running.values()).forEach(at -> at.server().close());
        running.clear();
        site.clear();
    }
}
