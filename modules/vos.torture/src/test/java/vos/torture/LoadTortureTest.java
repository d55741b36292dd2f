package vos.torture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.protocol.Dialect;
import vos.protocol.Operation;
import vos.protocol.Request;
import vos.testing.TestUser;

/**
 * Crowds that mean harm, against a server with a heap of 256 MiB: it lives, it has room again when they are gone, and
 * somebody who came before them is answered as if they were not there. How fast, the report says, beside how fast it
 * was without them.
 */
@Timeout(1_800)
class LoadTortureTest {
    private static final Logger LOG = System.getLogger("vos.torture");
    private static final Duration WARMING = Duration.ofMillis(Form.choose(50, 3_000));
    private static final Duration PROBING = Duration.ofMillis(Form.choose(50, 10_000));
    /** For a crowd that comes behind all else that the machine does, and asks a million times. */
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(25);
    /** More than the limits let in by themselves. */
    private static final List<String> ROOMY = List.of("--max-connections", "8000",
            "--max-connections-per-address", "7000");
    /** Commands a second, of each address: in the short form so few that a crowd cannot help asking for more. */
    private static final int RATE = Form.choose(100, 2_000);
    private static final String SMALL = "small file";
    private static final String HUGE = "huge file";

    @TempDir
    private Path host;

    /** One in the short form, with a login and so with most to do for each who comes. */
    static List<Dialect> labs() {
        return Form.CHOSEN == Form.LONG ? Labs.ALL
                : Labs.ALL.stream().filter(Dialect::needsLogin).toList();
    }

    @FunctionalInterface
    private interface Onslaught {
        Crowds begin(SmallServer server) throws IOException;

        /** What the server is told beside the usual. */
        default List<String> serverOptions() {
            return List.of();
        }

        /** How long the bystander rests behind each answer. */
        default Duration rest() {
            return Duration.ZERO;
        }

        /** Returns when it has done all that it came for; most never have. */
        default void awaitEnd(Crowds crowds) throws IOException {
        }
    }

    /** A crowd of which each asks so often. */
    private record TinyCommands(int crowd, int each) implements Onslaught {
        @Override
        public Crowds begin(SmallServer server) throws IOException {
            return Crowds.ask(server, crowd, each, SMALL);
        }

        @Override
        public void awaitEnd(Crowds crowds) {
            await().atMost(MOST_PATIENCE).until(() -> crowds.done() == (long) crowd * each);
        }
    }

    /** The same without an end, from an address of which no more than {@link #RATE} is allowed. */
    private static final class HeldToARate implements Onslaught {
        private static final int CROWD = 8;
        private long begun;

        @Override
        public List<String> serverOptions() {
            return List.of("--bind", "::", "--command-rate", Integer.toString(RATE));
        }

        /** So that the bystander, who is held to the same rate, does not wait for the sake of it. */
        @Override
        public Duration rest() {
            return Duration.ofSeconds(2).dividedBy(RATE);
        }

        @Override
        public Crowds begin(SmallServer server) throws IOException {
            begun = System.nanoTime();
            return Crowds.askFromElsewhere(server, CROWD, Integer.MAX_VALUE, SMALL);
        }

        @Override
        public void awaitEnd(Crowds crowds) throws IOException {
            long done = crowds.done();
            double seconds = (System.nanoTime() - begun) / 1e9;
            assertTrue(done <= RATE * (seconds + 0.5), done + " in " + seconds + " s");
        }
    }

    private Path workspace(Dialect dialect) throws IOException {
        Path root = host.resolve("root");
        return Files.createDirectories(dialect.needsLogin() ? root.resolve(TestUser.NAME) : root);
    }

    private void whileABystanderIsServed(Dialect dialect, int crowd, Onslaught onslaught, TestInfo situation)
            throws IOException {
        Files.writeString(workspace(dialect).resolve(SMALL), "small");
        Request little = Asking.little(dialect, SMALL);
        String[] options = Stream.concat(ROOMY.stream(), onslaught.serverOptions().stream()).toArray(String[]::new);
        try (var server = new SmallServer(dialect, host, options);
                Client bystander = server.client(ClientOptions.DEFAULTS)) {
            Latencies.of(bystander, little, WARMING, onslaught.rest());
            Latencies alone = Latencies.of(bystander, little, PROBING, onslaught.rest());
            long before = server.descriptors();
            Latencies beside;
            String crowdAndServer;
            try (Crowds crowds = onslaught.begin(server)) {
                await().atMost(Duration.ofMinutes(3)).until(() -> crowds.arrived() + crowds.failures() >= crowd);
                beside = Latencies.of(bystander, little, PROBING, onslaught.rest());
                crowdAndServer = "%d came, %d were refused; resident %d MiB".formatted(crowds.arrived(),
                        crowds.failures(), server.residentMebibytes());
                onslaught.awaitEnd(crowds);
            }
            assertTrue(server.isAlive(), server::words);
            await().atMost(Duration.ofSeconds(60)).until(() -> server.descriptors() <= before);
            // If it differs from the first time, the machine had other work too, and the ratio says less.
            Latencies again = Latencies.of(bystander, little, PROBING, onslaught.rest());
            LOG.log(Level.INFO, """
                    %s, %s: %s
                      alone  %s
                      beside %s
                      alone  %s
                      beside/alone before: %s; after: %s""".formatted(
                    situation.getTestMethod().orElseThrow().getName(), dialect.id(), crowdAndServer, alone, beside,
                    again, beside.ratioTo(alone), beside.ratioTo(again)));
            try (Client next = server.client(ClientOptions.DEFAULTS)) {
                Asking.ask(next, little);
            }
            assertEquals("", server.words(), "a server that was asked to be quiet has nothing to say of it");
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void connectionsThatBeginAndSayNoMore(Dialect dialect, TestInfo situation) throws IOException {
        int crowd = Form.choose(500, 5_000);
        whileABystanderIsServed(dialect, crowd, server -> Crowds.halfOpen(server, crowd), situation);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void commandsThatComeByteByByteAndNeverEnd(Dialect dialect, TestInfo situation) throws IOException {
        int crowd = Form.choose(200, 1_000);
        whileABystanderIsServed(dialect, crowd, server -> Crowds.slowloris(server, crowd), situation);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void uploadsThatAnnounceAGibibyteAndStop(Dialect dialect, TestInfo situation) throws IOException {
        int crowd = Form.choose(20, 200);
        whileABystanderIsServed(dialect, crowd, server -> Crowds.announceAndStop(server, crowd), situation);
        try (var files = Files.list(workspace(dialect))) {
            assertEquals(1, files.count(), "nothing is left of them");
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void downloadsThatNobodyReads(Dialect dialect, TestInfo situation) throws IOException {
        int crowd = Form.choose(20, 200);
        try (var sparse = new RandomAccessFile(workspace(dialect).resolve(HUGE).toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        whileABystanderIsServed(dialect, crowd, server -> Crowds.downloadAndDoNotRead(server, crowd, HUGE),
                situation);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void veryManyTinyCommands(Dialect dialect, TestInfo situation) throws IOException {
        var commands = new TinyCommands(8, Form.choose(1_000, 125_000));
        whileABystanderIsServed(dialect, commands.crowd(), commands, situation);
    }

    /** Also where each request has a connection of its own. */
    @ParameterizedTest
    @MethodSource("labs")
    void veryManyTinyCommandsFromAnAddressThatIsHeldToARate(Dialect dialect, TestInfo situation) throws IOException {
        assumeTrue(NetworkInterface.getByInetAddress(InetAddress.getByName(Crowds.ELSEWHERE)) != null,
                "there is no IPv6 here");
        whileABystanderIsServed(dialect, HeldToARate.CROWD, new HeldToARate(), situation);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void longListingsThatNobodyReads(Dialect dialect, TestInfo situation) throws IOException {
        boolean lists = dialect.vocabulary().passesOn() || dialect.vocabulary().find(Operation.LIST).isPresent();
        if (!lists) {
            return;
        }
        int crowd = Form.choose(16, 64);
        Path workspace = workspace(dialect);
        for (int i = 0; i < Form.choose(5_000, 200_000); i++) {
            Files.createFile(workspace.resolve("a file among very many others, number " + i));
        }
        whileABystanderIsServed(dialect, crowd, server -> Crowds.listAndDoNotRead(server, crowd), situation);
    }

    /** With no limits but the usual ones: there is room for others, elsewhere in the network. */
    @Test
    void fromOneAddressThereAreNoMoreThanItsShare() throws IOException {
        Dialect dialect = Labs.ALL.getFirst();
        try (var server = new SmallServer(dialect, host)) {
            long before = server.descriptors();
            try (Crowds crowds = Crowds.halfOpen(server, 1_100)) {
                await().atMost(Duration.ofMinutes(1)).until(() -> crowds.arrived() + crowds.failures() == 1_100);
                await().until(() -> server.descriptors() - before <= 250);
                LOG.log(Level.INFO, "of 1,100 connections " + (server.descriptors() - before) + " were let in");
                assertTrue(server.isAlive(), server::words);
            }
        }
    }
}
