package vos.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Sides, measurements and programs, as tests want them. */
final class Fixtures {
    static final Jvm JAVA = new Jvm(Path.of(System.getProperty("java.home")), "target/classes", "ftpserver-core.jar",
            Path.of("target/no-lib"));
    static final Programs NOWHERE = new Programs(Map.of(), List.of());
    static final Side FLOOR = new FloorSide(Path.of("native/vos-floor"));
    static final Side VOS = new VosSide(JAVA, VosSide.Form.STRICT);
    static final Side VSFTPD = new VsftpdSide(NOWHERE);
    static final Side PYFTPDLIB = new PyftpdlibSide(NOWHERE);

    private Fixtures() {
    }

    static Work commands() {
        return Work.of("commands-1", "round trips", new Task.Commands(1, 1, 0));
    }

    static Work startup() {
        return Work.of("startup", "start", new Task.Startup());
    }

    static Measurement measurement(double value) {
        var latencies = new LoadReport.Latencies(12.5, 45.6, 789);
        return new Measurement(value, new LoadReport(2, 0, 1_000, 0.02, Optional.of(latencies), 0), 0.03,
                5 * 1024 * 1024, OptionalDouble.empty());
    }

    static Outcome outcome(Side side, double... values) {
        return new Outcome(side, Arrays.stream(values).mapToObj(Fixtures::measurement).toList(), Optional.empty());
    }

    static Outcome failed(Side side, String why) {
        return new Outcome(side, List.of(), Optional.of(why));
    }

    /** A program in the language of the shell. */
    static Path script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static Stage stage(Work work, Path directory) {
        return new Stage(work, directory, directory, 2121, Optional.empty());
    }
}
