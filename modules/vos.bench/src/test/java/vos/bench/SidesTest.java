package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How servers are started, and which work each does. */
class SidesTest {
    private static final Work TLS_DOWN = Work.of("down", "fetched", new Task.Bulk(false, 1_000, 1)).encrypted();
    private static final Work LOGINS = Work.of("logins", "log in", new Task.Connects(1, 1, true));

    @TempDir
    private Path directory;

    @Test
    void theFloorIsToldItsCertificate() throws IOException, BenchException {
        var certificate = new Stage.Certificate(Path.of("/c.pem"), Path.of("/k.pem"));
        var stage = new Stage(TLS_DOWN, Path.of("/root"), directory, 1, Optional.of(certificate));
        Launch launch = Fixtures.FLOOR.launch(stage);
        assertEquals(List.of("native/vos-floor", "/root", "tls=/c.pem,/k.pem"), launch.command());
        assertTrue(launch.port().isEmpty(), "it chooses its port");
    }

    @Test
    void ourServerIsStartedAsShippedWithLimitsThatAreNotReached() throws IOException, BenchException {
        Stage stage = Fixtures.stage(Fixtures.commands(), directory);
        String command = String.join(" ", Fixtures.VOS.launch(stage).command());
        assertTrue(command.contains("-m vos.cli/vos.cli.Vos serve mini-ftp --port 2121 --root " + directory), command);
        assertTrue(command.contains("--max-connections 100000 --max-connections-per-address 100000"), command);
    }

    @Test
    void anIdleServerOfOursHasASmallHeap() throws IOException, BenchException {
        Work idle = Work.of("idle", "idle", new Task.Idle(10));
        assertEquals("-Xmx256m", Fixtures.VOS.launch(Fixtures.stage(idle, directory)).command().get(1));
    }

    @Test
    void vsftpdIsConfiguredForWhoeverStartsIt() {
        String configuration = VsftpdSide.configuration(Fixtures.stage(Fixtures.commands(), directory));
        assertTrue(configuration.contains("listen_port=2121\n"), configuration);
        assertTrue(configuration.contains("run_as_launching_user=YES\n"), configuration);
        assertTrue(configuration.contains("anon_root=" + directory + "\n"), configuration);
    }

    @Test
    void aProgramThatTheUserNamedIsTaken() throws IOException, BenchException {
        var given = new VsftpdSide(new Programs(Map.of("vsftpd", Path.of("/opt/vsftpd")), List.of()));
        assertEquals("/opt/vsftpd",
                given.launch(Fixtures.stage(Fixtures.commands(), directory)).command().getFirst());
    }

    @Test
    void aPeerThatIsNotThereSaysHowToGetIt() {
        assertEquals("Debian, Ubuntu: apt install vsftpd", Fixtures.VSFTPD.missing().orElseThrow());
        for (Side side : List.of(Fixtures.PYFTPDLIB, new PureFtpdSide(Fixtures.NOWHERE),
                new SftpSide(Fixtures.NOWHERE))) {
            String remedy = side.missing().orElseThrow();
            assertTrue(remedy.contains("apt install"), () -> side.name() + ": " + remedy);
        }
        assertTrue(new PublishedSide(Fixtures.NOWHERE, Optional.empty()).missing().orElseThrow()
                .contains("--published FILE.py"));
    }

    @Test
    void onlyWhoCanTakesPart() {
        assertEquals(List.of(false, true), List.of(Fixtures.VOS.does(LOGINS),
                new VosSide(Fixtures.JAVA, VosSide.Form.LOGIN).does(LOGINS)));
        assertEquals(List.of(true, true, false), List.of(Fixtures.FLOOR.does(TLS_DOWN), Fixtures.VOS.does(TLS_DOWN),
                Fixtures.VSFTPD.does(TLS_DOWN)));
        assertEquals(List.of(true, false), List.of(new EchoSide(Fixtures.JAVA).does(Fixtures.commands()),
                new SftpSide(Fixtures.NOWHERE).does(Fixtures.commands())));
    }

    @Test
    void noServerIsAskedForMoreProcessesThanAMachineHas() {
        Work most = Work.of("idle-most", "idle", new Task.Idle(19_000));
        assertEquals(List.of(true, false), List.of(Fixtures.VOS.does(most), Fixtures.VSFTPD.does(most)));
    }

    @Test
    void aServerThatWaitsAroundEachFileIsGivenFew() {
        Task files = new Task.SmallFiles(true, 2_000, 4_096);
        assertEquals(new Task.SmallFiles(true, 3, 4_096),
                new VosSide(Fixtures.JAVA, VosSide.Form.PUBLISHED).suited(files));
        assertEquals(files, Fixtures.VOS.suited(files));
    }

    @Test
    void onlyPeersAreChosenAndOnlyThoseThatThereAre() throws BenchException {
        var sides = new Sides(List.of(Fixtures.FLOOR, Fixtures.VOS, Fixtures.VSFTPD, Fixtures.PYFTPDLIB));
        assertEquals(List.of(Fixtures.FLOOR, Fixtures.VOS, Fixtures.PYFTPDLIB),
                sides.chosen(List.of("pyftpdlib")).all());
        assertEquals("there is no peer 'proftpd'; there are: vsftpd, pyftpdlib",
                assertThrows(BenchException.class, () -> sides.chosen(List.of("proftpd"))).getMessage());
    }

    @Test
    void whatAClientOfOpenSshUsedIsInTheLastLineOfTheShell() {
        assertEquals(62.75, SftpLoad.cpuSeconds(List.of("sftp> pwd", "0m9.000000s 0m9.000000s",
                "1m1.500000s 0m1.250000s")), 1e-9);
    }
}
