package vos.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vos.fs.LocalVolume;
import vos.protocol.LineDialect;
import vos.server.Limit;
import vos.server.Limits;
import vos.server.Server;
import vos.server.ServerListener;
import vos.server.ServerOptions;

/** {@code vos connect} that is interrupted in the middle of a transfer: nothing half-done is left, on either side. */
@Timeout(60)
class ConnectProcessTest {
    @TempDir
    private Path there;
    @TempDir
    private Path here;
    private Server server;

    /** So slow that no transfer comes to its end by itself; fast enough to read what was on its way when it ended. */
    @BeforeEach
    void start() throws IOException {
        Limits slow = Limits.USUAL.with(Limit.SESSION_RATE, 10 << 20);
        server = Server.start(new LineDialect(), LocalVolume.open(there),
                ServerOptions.onLoopback(0).withLimits(slow), new ServerListener() { });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static void makeLarge(Path file) throws IOException {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }
    }

    /** Names that begin with a point are those of what is under way. */
    private static List<String> names(Path directory, boolean underWay) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(".") == underWay && !name.equals("log")).sorted().toList();
        }
    }

    private VosProcess connect(String command) throws IOException {
        return new VosProcess(here, "connect", "line", "127.0.0.1:" + server.port(), "-c", command);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aDownloadThatIsInterruptedLeavesNoFile(String signal, int exitCode) throws Exception {
        makeLarge(there.resolve("large"));
        try (VosProcess vos = connect("get large")) {
            await().until(() -> names(here, true).size() == 1);
            vos.signal(signal);
            assertEquals(exitCode, vos.exitCode());
        }
        assertEquals(List.of(), names(here, true));
        assertEquals(List.of(), names(here, false));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void anUploadThatIsInterruptedIsNotThere(String signal, int exitCode) throws Exception {
        makeLarge(here.resolve("large"));
        try (VosProcess vos = connect("put large")) {
            await().until(() -> names(there, true).size() == 1);
            vos.signal(signal);
            assertEquals(exitCode, vos.exitCode());
        }
        await().until(() -> names(there, true).isEmpty());
        assertEquals(List.of(), names(there, false));
    }
}
