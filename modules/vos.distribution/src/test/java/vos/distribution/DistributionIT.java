package vos.distribution;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people get, started as they start it: as a process of its own, in a directory of theirs. */
final class DistributionIT {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path elsewhere;

    @ParameterizedTest
    @EnumSource
    void tellsItsVersion(Form form) throws Exception {
        String said = run(form, "--version");
        assertTrue(said.matches("(?s)(?i)vos .*\\d+\\.\\d+.*"), said);
    }

    @ParameterizedTest
    @EnumSource
    void findsEveryLabThatHasAFolder(Form form) throws Exception {
        String said = run(form, "labs");
        for (String lab : Form.labs()) {
            assertTrue(said.contains(lab), () -> lab + " is a folder of labs/, but the program only finds:\n" + said);
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsItsDemonstration(Form form) throws Exception {
        assertFalse(run(form, "demo").isBlank());
    }

    /** The hash comes from a library that is signed, which an image keeps without its signature. */
    @ParameterizedTest
    @EnumSource
    void givesAUserAnAccount(Form form) throws Exception {
        Files.writeString(elsewhere.resolve("password"), "s3cret");
        run(form, "users", "add", "ann", "--password-file", "password");
        assertEquals("ann", run(form, "users", "list").strip());
        String accounts = Files.readString(elsewhere.resolve("vos-data/id_passwd.txt"));
        assertTrue(accounts.startsWith("ann:$argon2id$"), accounts);
    }

    /** A variant of somebody else's, with a framing of its own: its module is put there; nothing else is touched. */
    @Test
    void aSixthLabIsKnownAsSoonAsItsModuleIsThere() throws Exception {
        Path sources = Path.of("src/test/lab/vos.lab.netstring");
        Path lab = elsewhere.resolve("lab");
        List<String> compile = new ArrayList<>(List.of("-p", System.getProperty("vos.lib"), "-d", lab.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compile::add);
        }
        int compiled = ToolProvider.getSystemJavaCompiler().run(null, null, null, compile.toArray(String[]::new));
        assertEquals(0, compiled, "the compiler's exit code");

        List<String> command = new ArrayList<>(Form.JARS.command());
        command.set(command.indexOf("-p") + 1, System.getProperty("vos.lib") + File.pathSeparator + lab);
        String labs = run(command, "labs");
        assertTrue(labs.contains("netstring - A variant of somebody else's"), labs);
        String demo = run(command, "demo", "netstring");
        assertTrue(demo.matches("(?s).*All \\d+ checks hold\\.\\s*"), demo);
    }

    @ParameterizedTest
    @EnumSource
    void listsTheTestsOfTheConformanceKit(Form form) throws Exception {
        String said = run(form, "tck", "mini-ftp", "--list");
        assertTrue(said.matches("(?s).*mini-ftp, 1\\. .*\\bMFTP-1\\.2 .*\\d+ tests up to level robust\\s*"), said);
    }

    /** The kit starts a server of ours, and is told to end while it judges. */
    @Test
    void aConformanceRunThatIsStoppedLeavesItsResultsAndNoProcess() throws Exception {
        Path results = elsewhere.resolve("reports/results.json");
        String server = "\"" + Form.IMAGE.command().getFirst() + "\" serve mini-ftp --port {port} --root {root}";
        List<String> command = new ArrayList<>(Form.JARS.command());
        command.addAll(List.of("tck", "mini-ftp", "--start", server, "--report", "reports", "--jobs", "1"));
        Process run = new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true)
                .redirectOutput(elsewhere.resolve("output").toFile()).start();
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> Files.exists(results)
                && Files.readString(results).contains("The run was ended after"));
        List<ProcessHandle> started = run.descendants().toList();
        run.destroy();
        assertTrue(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not end");
        assertFalse(started.isEmpty(), "no server was started");
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
        String left = Files.readString(results);
        assertTrue(left.matches("(?s)\\{.*\"output\" : \"The run was ended after .*\"tests\" : \\[.*}\\s*"), left);
    }

    /** What the program writes, to either stream; it is to end in time, without an error and without a warning. */
    private String run(Form form, String... arguments) throws Exception {
        return run(form.command(), arguments);
    }

    private String run(List<String> program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        Path output = elsewhere.resolve("output");
        Process process = new ProcessBuilder(command).directory(elsewhere.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertTrue(ended, () -> command + " does not end; so far:\n" + said);
        assertEquals(0, process.exitValue(), () -> command + " says:\n" + said);
        assertFalse(said.contains("WARNING"), () -> command + " says:\n" + said);
        return said;
    }
}
