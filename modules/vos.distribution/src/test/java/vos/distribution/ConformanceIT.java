package vos.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is shipped keeps every requirement that the conformance kit, which is shipped too, can try. This is the short
 * form of {@code scripts/conformance}.
 */
@Execution(ExecutionMode.CONCURRENT)
final class ConformanceIT {
    private static final int PATIENCE_MINUTES = 5;
    /** A machine that has other things to do may take its time. */
    private static final String TIMEOUT_FACTOR = "3";
    private static final Map<String, String> LANGUAGES = Map.of("py", "python3", "js", "node");
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    private static Path shared;

    @TempDir
    private Path elsewhere;

    /** A client is started for each test, and starts in half the time with what the JVM has learnt of the classes. */
    @BeforeAll
    static void learnTheClasses() throws Exception {
        List<String> command = new ArrayList<>(Form.JARS.command());
        command.addAll(1, JVM);
        command.addAll(1, List.of("-XX:AOTCacheOutput=" + cache(), "-Xlog:disable"));
        command.addAll(List.of("demo", "mini-ftp"));
        Path output = shared.resolve("demo.txt");
        Process demo = new ProcessBuilder(command).directory(shared.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        boolean ended = demo.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        demo.destroyForcibly();
        String said = Files.readString(output);
        assertTrue(ended && demo.exitValue() == 0, said);
    }

    private static Path cache() {
        return shared.resolve("classes.aot");
    }

    static List<String> labs() throws IOException {
        return Form.labs();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void ourServersKeepEveryRequirement(String lab) throws Exception {
        String accounts = lab.equals("orchestration") ? " --accounts {accounts}" : "";
        String server = program() + "serve " + lab + " --port {port} --root {root}" + accounts;
        judge(lab, "strict", "--start", server);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void ourClientsKeepEveryRequirement(String lab) throws Exception {
        String user = lab.equals("orchestration") ? " --user {user}" : "";
        judge(lab, "strict", "--client", program() + "connect " + lab + " {host}:{port}" + user);
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../../labs").toRealPath(), 4)) {
            return files.filter(file -> file.getFileName().toString().startsWith("server.")).sorted().toList();
        }
    }

    /** They were written by people who had read the specification, and nothing else. */
    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesKeepWhatTheSpecificationAsksOfThem(Path server) throws Exception {
        String name = server.getFileName().toString();
        String language = LANGUAGES.get(name.substring(name.indexOf('.') + 1));
        assertNotNull(language, () -> "nothing is known that runs " + server);
        assumeTrue(isInstalled(language), language + " is not installed");
        String lab = server.getParent().getParent().getParent().getFileName().toString();
        judge(lab, "robust", "--start", language + " '" + server + "' {port} {root}");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** A line of words as the kit takes them. */
    private static String program() {
        return quickly(Form.JARS.command()).stream().map(word -> "'" + word + "' ").collect(Collectors.joining());
    }

    /** With what lets a program start soon. */
    private static List<String> quickly(List<String> program) {
        List<String> command = new ArrayList<>(program);
        command.addAll(1, JVM);
        command.addAll(1, List.of("-XX:AOTCache=" + cache(), "-Xlog:disable"));
        return command;
    }

    private void judge(String lab, String level, String... peer) throws Exception {
        List<String> command = quickly(Form.JARS.command());
        command.addAll(List.of("tck", lab, "--level", level, "--timeout-factor", TIMEOUT_FACTOR));
        command.addAll(List.of(peer));
        Path output = elsewhere.resolve("output");
        Process kit = new ProcessBuilder(command).directory(elsewhere.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = kit.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        // It ends what it has started.
        kit.destroy();
        kit.waitFor();
        String said = Files.readString(output);
        assertTrue(ended, () -> "the kit does not end; so far:\n" + said);
        assertEquals(0, kit.exitValue(), said);
    }
}
