package vos.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conformance kit, in a process of its own, as the module that it is. */
final class Kit {
    private static final int PATIENCE_MINUTES = 10;
    /** A machine that has other things to do may take its time. */
    private static final String TIMEOUT_FACTOR = "3";

    private Kit() {
    }

    /** Judges a server on this port of this machine at every level; fails with what the kit says unless all is kept. */
    static void judge(String lab, int port, Path root, Path elsewhere) throws IOException, InterruptedException {
        Path output = elsewhere.resolve("kit-" + lab + ".txt");
        Process kit = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-p", modules(), "--add-modules", "vos.tck", "-m", "vos.cli/vos.cli.Vos",
                "tck", lab, "--level", "strict", "--timeout-factor", TIMEOUT_FACTOR,
                "--target", "127.0.0.1:" + port, "--root", root.toString())
                .directory(elsewhere.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = kit.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        kit.destroyForcibly().waitFor();
        String said = Files.readString(output);
        assertTrue(ended, () -> "the kit does not end; so far:\n" + said);
        assertEquals(0, kit.exitValue(), said);
    }

    /** What these tests were given on the class path, but for the tests. */
    private static String modules() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
