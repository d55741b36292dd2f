package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With programs of the shell in place of {@code vos-load}. */
class LoadClientTest {
    private static final String LINE = "{\"work\":\"commands\",\"protocol\":\"raw\",\"seconds\":0.5,\"bytes\":0,"
            + "\"operations\":1000,\"clientCpuSeconds\":0.25,\"p50Micros\":12.5,\"p99Micros\":45.5,"
            + "\"p999Micros\":78.5,\"failures\":0}";

    @TempDir
    private Path directory;

    private LoadReport run(String... script) throws IOException, BenchException {
        var client = new LoadClient(Fixtures.script(directory.resolve("vos-load"), script), Fixtures.FLOOR);
        return client.run(new Task.Commands(64, 3, 0), Fixtures.stage(Fixtures.commands(), directory), 4711);
    }

    private String failure(String... script) {
        return assertThrows(BenchException.class, () -> run(script)).getMessage();
    }

    @Test
    void theLineOfTheClientIsUnderstood() throws IOException, BenchException {
        assertEquals(new LoadReport(0.5, 0, 1_000, 0.25, Optional.of(new LoadReport.Latencies(12.5, 45.5, 78.5)), 0),
                run("echo '" + LINE + "'"));
    }

    @Test
    void theClientIsToldProtocolServerAndWork() throws IOException, BenchException {
        run("echo \"$@\" > " + directory.resolve("told"), "echo '" + LINE + "'");
        assertEquals("raw 127.0.0.1 4711 commands connections=64 millis=3\n",
                Files.readString(directory.resolve("told")));
    }

    @Test
    void anAccountAndEncryptionAreToldToo() {
        var work = new Work("x", "x", new Task.Connects(1, 1, true), Work.Place.MEMORY, true, Optional.empty());
        var stage = new Stage(work, directory, directory, 1, Optional.of(
                new Stage.Certificate(directory.resolve("c"), directory.resolve("k"))));
        var client = new LoadClient(Path.of("vos-load"), new VosSide(Fixtures.JAVA, VosSide.Form.LOGIN));
        assertEquals(List.of("vos-load", "orchestration", "127.0.0.1", "1", "connects", "concurrency=1", "millis=1",
                "user=bench", "password=a-long-password", "tls=1"), client.command(work.task(), stage, 1));
    }

    @Test
    void noPercentilesAreNone() throws IOException, BenchException {
        String line = LINE.replace("12.5", "null").replace("45.5", "null").replace("78.5", "null");
        assertEquals(Optional.empty(), run("echo '" + line + "'").latencies());
    }

    @Test
    void aFailureIsTheSentenceOfTheClient() {
        assertEquals("vos-load: no such file: bulk", failure("echo 'vos-load: no such file: bulk' >&2", "exit 1"));
    }

    @Test
    void operationsThatFailedAreNoMeasurement() {
        assertEquals("3 of 1000 operations failed",
                failure("echo '" + LINE.replace("\"failures\":0", "\"failures\":3") + "'"));
    }

    @Test
    void whatIsNoReportIsRefused() {
        String noJson = failure("echo done");
        assertTrue(noJson.contains("no JSON: done"), noJson);
        String noSeconds = failure("echo '" + LINE.replace("seconds", "minutes") + "'");
        assertTrue(noSeconds.contains("no number \"seconds\""), noSeconds);
        String nothing = failure("echo '" + LINE.replace("1000", "0") + "'");
        assertTrue(nothing.contains("did nothing"), nothing);
    }

    @Test
    void idleConnectionsAreHeldUntilTheyAreLetGo() throws IOException, BenchException {
        Path gone = directory.resolve("gone");
        Path program = Fixtures.script(directory.resolve("vos-load"), "echo ready", "cat", "echo > " + gone);
        var client = new LoadClient(program, Fixtures.FLOOR);
        Stage stage = Fixtures.stage(Fixtures.commands(), directory);
        try (Held _ = client.hold(new Task.Idle(5), stage, 1)) {
            assertTrue(Files.notExists(gone), "they were not held");
        }
        Path refusing = Fixtures.script(directory.resolve("vos-load"), "echo 'too many open files' >&2", "exit 1");
        assertEquals("too many open files", assertThrows(BenchException.class, () ->
                new LoadClient(refusing, Fixtures.FLOOR).hold(new Task.Idle(5), stage, 1)).getMessage());
    }
}
