package vos.torture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Dialect;
import vos.protocol.ErrorCode;
import vos.protocol.Operation;
import vos.protocol.Request;

/**
 * All five servers at once, for a long time, under the traffic of many clients, some of whom vanish in the middle of
 * what they do: every content that arrives is right, and at the end there are no more open descriptors, and no more on
 * the heap, than there were when the traffic had just begun.
 */
@Timeout(1_200)
class SoakTortureTest {
    private static final Logger LOG = System.getLogger("vos.torture");
    private static final int CLIENTS_OF_A_LAB = Form.choose(8, 40);
    private static final Duration LENGTH = Duration.ofSeconds(Form.choose(8, 600));
    private static final int LARGEST = 200_000;
    /** One visit of so many is broken off in its middle. */
    private static final int BROKEN_OFF = 4;
    /** What a JVM loads and compiles late, in bytes. */
    private static final long GROWTH = 12L << 20;

    private final long seed = Form.seed();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong visits = new AtomicLong();
    private final AtomicLong brokenOff = new AtomicLong();
    private final AtomicLong checked = new AtomicLong();

    @TempDir
    private Path host;

    /** One client of one lab, who comes, does something with files of its own, and goes, again and again. */
    private final class Visitor {
        private final Dialect dialect;
        private final SmallServer server;
        private final Random random;
        private final String name;
        private final Path local;
        private int version;
        private String stored = "";

        Visitor(Dialect dialect, SmallServer server, int number) {
            this.dialect = dialect;
            this.server = server;
            this.random = new Random(seed + number);
            this.name = "visitor" + number;
            this.local = host.resolve(dialect.id() + number);
        }

        void visitUntil(long nanoTime) {
            while (System.nanoTime() < nanoTime && wrong.isEmpty()) {
                visits.incrementAndGet();
                boolean breaksOff = random.nextInt(BROKEN_OFF) == 0;
                try (Client client = server.client(ClientOptions.DEFAULTS)) {
                    if (breaksOff) {
                        vanishSoon(client);
                    }
                    visit(client);
                } catch (IOException e) {
                    judge(e, breaksOff);
                }
            }
        }

        private void judge(IOException failure, boolean breaksOff) {
            if (breaksOff) {
                brokenOff.incrementAndGet();
                // Whether what was asked for last has been done, nobody has told.
                stored = "";
            } else {
                wrong.add("seed %d, %s of %s: %s".formatted(seed, name, dialect.id(), failure));
            }
        }

        private void vanishSoon(Client client) {
            long millis = random.nextInt(30);
            Thread.ofVirtual().start(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(millis);
                    client.close();
                } catch (IOException | InterruptedException e) {
                    brokenOff.get();
                }
            });
        }

        private void visit(Client client) throws IOException {
            for (int i = random.nextInt(6); i >= 0; i--) {
                if (random.nextBoolean()) {
                    upload(client);
                } else {
                    checkWhatIsStored(client);
                }
            }
        }

        /** Where a lab does not replace, under a new name each time. */
        private void upload(Client client) throws IOException {
            String stamp = StampedContent.stamp(name, ++version, random.nextInt(1 << random.nextInt(18)) % LARGEST);
            Files.write(local, StampedContent.bytes(stamp));
            boolean removes = dialect.vocabulary().find(Operation.REMOVE).isPresent();
            String remote = removes ? name : name + "-" + version % 50;
            try {
                client.upload(local, remote, true, Progress.NONE);
                stored = remote + "=" + stamp;
            } catch (RefusedException taken) {
                if (taken.code() != ErrorCode.ALREADY_EXISTS) {
                    throw taken;
                }
                if (removes) {
                    client.perform(new Request.Remove(remote));
                }
                stored = "";
            }
        }

        private void checkWhatIsStored(Client client) throws IOException {
            if (!stored.isEmpty()) {
                String[] known = stored.split("=", 2);
                client.download(known[0], local, Progress.NONE);
                String found = StampedContent.stampOf(Files.readAllBytes(local));
                if (!found.equals(known[1])) {
                    wrong.add("seed %d, %s of %s: %s instead of %s".formatted(seed, name, dialect.id(), found,
                            known[1]));
                }
                checked.incrementAndGet();
            }
        }
    }

    private void traffic(List<SmallServer> servers, Duration length) throws InterruptedException {
        long until = System.nanoTime() + length.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int lab = 0; lab < servers.size(); lab++) {
            for (int i = 0; i < CLIENTS_OF_A_LAB; i++) {
                var visitor = new Visitor(Labs.ALL.get(lab), servers.get(lab), i);
                threads.add(Thread.ofVirtual().start(() -> visitor.visitUntil(until)));
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void everyContentIsRightAndNothingPilesUp() throws IOException, InterruptedException {
        List<SmallServer> servers = new ArrayList<>();
        try {
            List<Long> quiet = new ArrayList<>();
            for (Dialect dialect : Labs.ALL) {
                servers.add(new SmallServer(dialect, Files.createDirectory(host.resolve(dialect.id()))));
                quiet.add(servers.getLast().descriptors());
            }
            traffic(servers, LENGTH.dividedBy(4));
            List<Long> before = heaps(servers);
            traffic(servers, LENGTH.multipliedBy(3).dividedBy(4));
            assertEquals(List.of(), List.copyOf(wrong));
            for (int i = 0; i < servers.size(); i++) {
                SmallServer server = servers.get(i);
                long open = quiet.get(i);
                await(Labs.ALL.get(i).id()).atMost(Duration.ofSeconds(30)).until(() -> server.descriptors() <= open);
            }
            List<Long> after = heaps(servers);
            LOG.log(Level.INFO, "seed %d, %d visits, %d broken off, %d contents checked, heaps %s, then %s"
                    .formatted(seed, visits.get(), brokenOff.get(), checked.get(), before, after));
            for (int i = 0; i < servers.size(); i++) {
                String lab = Labs.ALL.get(i).id();
                assertTrue(after.get(i) < before.get(i) + GROWTH, lab + ": " + before + ", then " + after);
                assertEquals("", servers.get(i).words(), lab);
            }
        } finally {
            servers.forEach(SmallServer::close);
        }
    }

    private static List<Long> heaps(List<SmallServer> servers) throws IOException {
        List<Long> heaps = new ArrayList<>();
        for (SmallServer server : servers) {
            heaps.add(server.liveHeapBytes());
        }
        return heaps;
    }
}
