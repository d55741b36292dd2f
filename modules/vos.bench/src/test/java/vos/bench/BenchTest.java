package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole program, with the echo as its floor, and a program of the shell as its client. */
class BenchTest {
    private static final String LINE = "{\"seconds\":0.5,\"bytes\":0,\"operations\":1000,\"clientCpuSeconds\":0.1,"
            + "\"p50Micros\":1,\"p99Micros\":2,\"p999Micros\":3,\"failures\":0}";

    @TempDir
    private Path directory;
    private final StringWriter errors = new StringWriter();
    private final StringWriter output = new StringWriter();

    @BeforeEach
    void makePrograms() throws IOException {
        Fixtures.script(directory.resolve("vos-floor"), "exec %s -cp %s %s".formatted(Fixtures.JAVA.program(),
                Path.of("target/classes").toAbsolutePath(), BareEcho.class.getName()));
        Fixtures.script(directory.resolve("vos-load"), "echo '" + LINE + "'");
    }

    /** Of the peers, one that only moves files, so that none of those on this machine is started. */
    private int bench(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--jdk", System.getProperty("java.home"), "--lib", "no-lib",
                "--native", directory.toString(), "--bench-modules", System.getProperty("java.class.path"),
                "--test-classes", "", "--report", directory.resolve("report").toString(), "--peers", "sftp"));
        all.addAll(List.of(arguments));
        CommandLine command = Bench.command();
        command.setErr(new PrintWriter(errors, true));
        command.setOut(new PrintWriter(output, true));
        return command.execute(all.toArray(String[]::new));
    }

    @Test
    void aRunWritesItsReportsAndLeavesNothingElse() throws IOException {
        assertEquals(0, bench("--only", "commands-1", "--rounds", "2"), errors::toString);
        Path report = directory.resolve("report");
        JsonNode work = new ObjectMapper().readTree(report.resolve("report.json").toFile()).at("/works/0");
        assertEquals("commands-1", work.path("name").textValue());
        assertTrue(output.toString().contains("commands-1: round trips"), output::toString);
        assertEquals("floor", work.at("/sides/0/side").textValue());
        assertEquals(2_000, work.at("/sides/0/median").doubleValue());
        assertEquals(2, work.at("/sides/0/rounds").size());
        try (Stream<Path> files = Files.list(report)) {
            assertEquals(List.of("chart.svg", "report.json", "table.txt"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aSideThatFailsIsSaidByTheExitCode() throws IOException {
        Fixtures.script(directory.resolve("vos-load"), "echo 'vos-load: refused' >&2", "exit 1");
        assertEquals(1, bench("--only", "commands-1", "--rounds", "1"), errors::toString);
        String table = Files.readString(directory.resolve("report/table.txt"));
        assertTrue(table.contains("floor failed: vos-load: refused"), table);
    }

    @Test
    void theListNamesWorksAndSidesAndHowToGetThoseThatAreMissing() {
        assertEquals(0, bench("--list"), errors::toString);
        assertTrue(output.toString().contains("  commands-64 "), output::toString);
        assertTrue(output.toString().contains("missing; there is no no-lib"), output::toString);
    }

    @Test
    void whatDoesNotExistCannotBeRun() {
        assertEquals(2, bench("--only", "downs"));
        assertTrue(errors.toString().contains("there is no work 'downs'; --list tells them"), errors::toString);
        assertEquals(2, bench("--peers", "proftpd"));
        assertEquals(2, bench("--short", "--long"));
        assertEquals(2, bench("--rounds", "-1"));
    }
}
