package vos.bench;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What {@code scripts/bench} has built, and tells. */
final class Surroundings {
    @Option(names = "--jdk", hidden = true, required = true)
    private Path jdk;

    @Option(names = "--lib", hidden = true, required = true)
    private Path lib;

    @Option(names = "--native", hidden = true, required = true)
    private Path natives;

    @Option(names = "--bench-modules", hidden = true, required = true)
    private String modulePath;

    @Option(names = "--test-classes", hidden = true, required = true)
    private String classPath;

    Jvm jvm() {
        return new Jvm(jdk, modulePath, classPath, lib);
    }

    Path vosLoad() {
        return natives.resolve("vos-load");
    }

    Path vosFloor() {
        return natives.resolve("vos-floor");
    }
}
