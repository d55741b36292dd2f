package vos.torture;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vos.lab.cloudfs.CloudFsLab;
import vos.lab.filesharing.FileSharingLab;
import vos.lab.minftp.MiniFtpLab;
import vos.lab.orchestration.OrchestrationLab;
import vos.lab.virtuos.VirtuosLab;
import vos.protocol.Dialect;
import vos.testing.ServerProcess;

/** Processes of Java that start fast, as they do not live long. */
final class Launchers {
    private static final List<String> FAST =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx128m");

    private Launchers() {
    }

    /** The server of a lab. */
    static ServerProcess serve(Dialect dialect, Path root) throws IOException {
        return new ServerProcess(launcher(dialect), root, FAST.toArray(String[]::new));
    }

    /** What runs a lab alone. */
    static Class<?> launcher(Dialect dialect) {
        return switch (dialect.id()) {
            case "cloud-fs" -> CloudFsLab.class;
            case "file-sharing" -> FileSharingLab.class;
            case "mini-ftp" -> MiniFtpLab.class;
            case "orchestration" -> OrchestrationLab.class;
            case "virtuos" -> VirtuosLab.class;
            default -> throw new IllegalArgumentException("no launcher for " + dialect.id());
        };
    }

    /** Any other program; what it says comes from its {@code inputReader}. */
    static Process start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /** The same with no more of the processors than others leave over, where the system knows how. */
    static Process startBehindOthers(Class<?> main, String... arguments) throws IOException {
        boolean nice = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "nice")));
        return start(nice ? List.of("nice", "-n", "19") : List.of(), main, arguments);
    }

    private static Process start(List<String> prefix, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FAST);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
