package vos.torture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.RefusedException;
import vos.protocol.Dialect;
import vos.protocol.ErrorCode;
import vos.protocol.Operation;
import vos.protocol.Request;
import vos.testing.ServedDirectory;
import vos.testing.ServerProcess;
import vos.testing.TestUser;
import vos.torture.KillWorker.Shared;

/**
 * Servers that are killed while clients upload, replace, move and remove, again and again over one directory; and
 * clients that are.
 *
 * <p>Before the next server starts, what was acknowledged is in effect {@code [COM-5.3]}, of what was not answered
 * either all or nothing, and no file under a name that a client can say is other than whole {@code [COM-5.1]}. Behind
 * its start, nothing else is left {@code [COM-5.2]}, but for what the operator put there, whatever that is called.
 */
class KillTortureTest {
    private static final List<Dialect> LABS = Labs.ALL;
    private static final int CLIENTS = 4;
    private static final int MOST_ANSWERS = 250;
    private static final Map<String, String> PLANTED = Map.of(
            ".vos-notes", "of the operator's", "x.part", "half a download of somebody's",
            ".vos-0123456789abcdef.part.txt", "a copy that an operator made",
            ".vos-0123456789ABCDEF.part", "capitals", ".vos-0123456789abcde.part", "a digit too few");

    @TempDir
    private Path host;
    private final long seed = Form.seed();
    private final Random random = new Random(seed);
    private final Shared shared = new Shared(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
    private final AtomicBoolean killing = new AtomicBoolean();
    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(host.resolve("root"));
        Files.writeString(host.resolve("id_passwd.txt"), TestUser.NAME + ":" + TestUser.PASSWORD + "\n");
        shared.contents().add(StampedContent.EMPTY);
    }

    private Path workspace(Dialect dialect) throws IOException {
        return dialect.needsLogin() ? Files.createDirectories(root.resolve(TestUser.NAME)) : root;
    }

    private static Client connect(Dialect dialect, int port) throws IOException {
        Client client = Client.connect(dialect, "127.0.0.1", port, ClientOptions.DEFAULTS);
        if (dialect.needsLogin()) {
            client.perform(TestUser.login());
        }
        return client;
    }

    @ParameterizedTest
    @FieldSource("LABS")
    void aServerThatIsKilledHasLostNothingAcknowledgedAndShowsNothingHalf(Dialect dialect) throws Exception {
        Path workspace = workspace(dialect);
        for (var planted : PLANTED.entrySet()) {
            Files.writeString(workspace.resolve(planted.getKey()), planted.getValue());
        }
        List<KillWorker> workers = IntStream.range(0, CLIENTS)
                .mapToObj(i -> new KillWorker("w" + i, dialect, seed + i, shared)).toList();
        for (int kill = 1; kill <= Form.choose(2, 100); kill++) {
            try (ServerProcess server = Launchers.serve(dialect, root)) {
                assertOnlyPlantedIsHidden(workspace);
                killUnderLoad(dialect, server, workers);
            }
            List<String> wrong = judge(workspace, workers);
            assertEquals(List.of(), wrong, "seed " + seed + ", kill " + kill);
        }
        try (ServedDirectory next = new ServedDirectory(root, dialect); Client client = next.client()) {
            assertOnlyPlantedIsHidden(workspace);
            assertTrue(client.strict(), () -> "port " + next.port());
        }
    }

    /** Kills it when some number of requests have been answered, in the middle of others. */
    private void killUnderLoad(Dialect dialect, ServerProcess server, List<KillWorker> workers) throws Exception {
        killing.set(false);
        int enough = CLIENTS + random.nextInt(MOST_ANSWERS);
        var answers = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> working = workers.stream()
                    .map(worker -> threads.submit(work(() -> load(dialect, server, worker, answers)))).toList();
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> answers.get() >= enough
                    || working.stream().anyMatch(Future::isDone));
            killing.set(true);
            server.kill();
            for (Future<Void> worker : working) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed, e.getCause());
        }
    }

    /** Returns when the server has been killed, and fails if the connection breaks off before. */
    private void load(Dialect dialect, ServerProcess server, KillWorker worker, AtomicInteger answers) {
        try (Client client = connect(dialect, server.port())) {
            worker.workUntilItBreaksOff(client, answers);
        } catch (IOException e) {
            assertTrue(killing.get(), () -> "the server was not killed yet: " + e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Callable<Void> work(Work work) {
        return () -> {
            work.run();
            return null;
        };
    }

    private List<String> judge(Path workspace, List<KillWorker> workers) throws IOException {
        Map<String, String> things = visible(workspace);
        var wrong = new ArrayList<String>();
        for (KillWorker worker : workers) {
            var own = new TreeMap<>(things);
            own.keySet().removeIf(name -> !worker.owns(name));
            worker.judge(own).ifPresent(wrong::add);
            things.keySet().removeAll(own.keySet());
        }
        shared.names().stream().filter(name -> !things.containsKey(name)).map("lost: "::concat).forEach(wrong::add);
        things.forEach((name, stamp) -> {
            if (!name.startsWith(KillWorker.SHARED) || !shared.contents().contains(stamp)) {
                wrong.add(name + " is nobody's, or not whole: " + stamp);
            }
        });
        return wrong;
    }

    /** What a client could name, each with its content's stamp. What was planted is looked at elsewhere. */
    private static Map<String, String> visible(Path workspace) throws IOException {
        var things = new TreeMap<String, String>();
        for (String name : names(workspace)) {
            Path path = workspace.resolve(name);
            if (!name.startsWith(".vos-") && !PLANTED.containsKey(name)) {
                things.put(name, Files.isDirectory(path) ? KillWorker.DIRECTORY
                        : StampedContent.stampOf(Files.readAllBytes(path)));
            }
        }
        return things;
    }

    private static void assertOnlyPlantedIsHidden(Path workspace) throws IOException {
        var found = new TreeMap<String, String>();
        for (String name : names(workspace)) {
            if (name.startsWith(".vos-") || PLANTED.containsKey(name)) {
                found.put(name, new String(Files.readAllBytes(workspace.resolve(name)),
                        StandardCharsets.ISO_8859_1));
            }
        }
        assertEquals(new TreeMap<>(PLANTED), found);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** For file-sharing too, where the end of a stream is the end of a file: the strict form tells the size. */
    @ParameterizedTest
    @FieldSource("LABS")
    void aClientThatIsKilledWhileItUploadsLeavesNothing(Dialect dialect) throws Exception {
        Path workspace = workspace(dialect);
        Path large = host.resolve("large");
        try (var sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(16L << 30);
        }
        try (ServedDirectory served = new ServedDirectory(root, dialect)) {
            Process client = Launchers.start(Launchers.launcher(dialect), upload(dialect, served.port(), large));
            await("some of the upload").pollInterval(Duration.ofMillis(1))
                    .until(() -> sizeOfAll(workspace) > 100_000 || !client.isAlive());
            assertTrue(client.isAlive(), () -> "the client has ended: " + client.inputReader().lines().toList());
            client.destroyForcibly().waitFor();
            await("nothing").until(() -> names(workspace).isEmpty());
            try (Client next = served.client()) {
                var refused = assertThrows(RefusedException.class,
                        () -> next.perform(new Request.Download("new")));
                assertEquals(ErrorCode.NOT_FOUND, refused.code());
            }
        }
    }

    private String[] upload(Dialect dialect, int port, Path file) throws IOException {
        String word = dialect.vocabulary().find(Operation.UPLOAD).orElseThrow().word();
        var words = new ArrayList<>(List.of("client", "127.0.0.1:" + port, "-c", word + " " + file + " new"));
        if (dialect.needsLogin()) {
            Path password = Files.writeString(host.resolve("password"), TestUser.PASSWORD + "\n");
            words.addAll(List.of("--user", TestUser.NAME, "--password-file", password.toString()));
        }
        return words.toArray(String[]::new);
    }

    private static long sizeOfAll(Path directory) throws IOException {
        long size = 0;
        for (String name : names(directory)) {
            size += Files.size(directory.resolve(name));
        }
        return size;
    }
}
