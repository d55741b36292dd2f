package vos.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.auth.Accounts;
import vos.auth.Principal;
import vos.auth.UserName;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.fs.LocalVolume;
import vos.fs.Workspace;
import vos.lab.minftp.MiniFtpDialect;
import vos.lab.orchestration.OrchestrationDialect;
import vos.lab.virtuos.VirtuosDialect;
import vos.protocol.Dialect;
import vos.protocol.Request;
import vos.protocol.Secret;
import vos.protocol.Text;
import vos.server.Server;
import vos.server.ServerListener;
import vos.server.ServerOptions;
import vos.torture.Step.Verb;

/**
 * Many clients on few names, at the same time: there is an order in which they could have come one after the other, but
 * for what {@link History} says is not promised. Of users with directories of their own, there is one for each user, as
 * if the other were not there.
 */
class ConcurrencyTortureTest {
    private static final int CLIENTS = 4;
    private static final int STEPS = 5;
    /** However slow the machine is, so many histories are played. */
    private static final int LEAST = 50;
    private static final Set<Verb> ALL = EnumSet.complementOf(EnumSet.of(Verb.LOOK));
    /** Few names, of which some are files and some are directories, and one may be either. */
    private static final List<String> PLACES = List.of("a", "b", "d", "d/a");

    @TempDir
    private Path root;
    private final long seed = Form.seed();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<History> wrong = new ArrayList<>();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void whatSessionsOverOneVolumeDidTheyCouldHaveDoneOneAfterTheOther() throws Exception {
        LocalVolume volume = LocalVolume.open(root);
        List<Site> sites = Stream.generate(() -> Site.of(new Workspace(volume))).limit(CLIENTS).toList();
        playFor(Form.choose(6, 300), List.of(new Group(sites, root, "", ALL)));
        assertNoneWrong();
    }

    /** These two have all commands, if not each of them. */
    @Test
    void whatClientsOfOneServerDidTheyCouldHaveDoneOneAfterTheOther() throws Exception {
        serve(new MiniFtpDialect(), EnumSet.of(Verb.REPLACE, Verb.READ, Verb.SIZE, Verb.MOVE, Verb.REMOVE,
                Verb.MAKE_DIRECTORY));
        serve(new VirtuosDialect(), EnumSet.of(Verb.REPLACE, Verb.READ, Verb.TOUCH, Verb.LIST, Verb.REMOVE,
                Verb.MAKE_DIRECTORY));
        assertNoneWrong();
    }

    private void serve(Dialect dialect, Set<Verb> verbs) throws Exception {
        var clients = new ArrayList<Client>();
        Path served = root.resolve(dialect.id());
        try (Server server = Server.start(dialect, LocalVolume.open(served), ServerOptions.onLoopback(0),
                new ServerListener() { })) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Client.connect(dialect, "127.0.0.1", server.port(), ClientOptions.DEFAULTS));
            }
            var all = new Group(clients.stream().map(Site::of).toList(), served, "", verbs);
            playFor(Form.choose(2, 120), List.of(all));
        } finally {
            closeAll(clients);
        }
    }

    @Test
    void whatAUserDidIsAsIfThereWereNoOtherUser() throws Exception {
        Accounts anybody = (user, password) -> Optional.of(new Principal(new UserName(user)));
        var dialect = new OrchestrationDialect();
        var verbs = EnumSet.of(Verb.REPLACE, Verb.READ, Verb.LIST, Verb.REMOVE);
        var clients = new ArrayList<Client>();
        try (Server server = Server.start(dialect, LocalVolume.open(root), Optional.of(anybody),
                ServerOptions.onLoopback(0), new ServerListener() { })) {
            var groups = new ArrayList<Group>();
            for (String user : List.of("ann", "bob")) {
                var sites = new ArrayList<Site>();
                for (int i = 0; i < CLIENTS / 2; i++) {
                    Client client = Client.connect(dialect, "127.0.0.1", server.port(), ClientOptions.DEFAULTS);
                    clients.add(client);
                    client.perform(new Request.Login(user, Secret.of(Text.encode("any"))));
                    sites.add(Site.of(client));
                }
                groups.add(new Group(sites, root.resolve(user), user, verbs));
            }
            playFor(Form.choose(2, 120), groups);
        } finally {
            closeAll(clients);
        }
        assertNoneWrong();
    }

    private static void closeAll(List<Client> clients) throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }

    /**
     * Clients that see one tree.
     *
     * @param root where that stands on the disk
     * @param name comes before the names of the clients, and of what they write
     */
    private record Group(List<Site> sites, Path root, String name, Set<Verb> verbs) { }

    /** Plays one history after the other; the seeds are the first, the next, and so on. */
    private void playFor(int seconds, List<Group> groups) throws Exception {
        long start = System.nanoTime();
        for (int number = 0; number < LEAST || System.nanoTime() - start < seconds * 1_000_000_000L; number++) {
            play(groups, number);
        }
    }

    /** Has all clients of all groups do some steps at the same time, in a new directory, and judges each group. */
    private void play(List<Group> groups, int number) throws Exception {
        var random = new Random(seed + number);
        String directory = "/h" + number;
        boolean together = random.nextBoolean();
        var start = new CyclicBarrier(groups.stream().mapToInt(group -> group.sites().size()).sum());
        var playing = new ArrayList<List<Future<List<History.Event>>>>();
        var menu = Menu.any(groups.getFirst().verbs(), random);
        for (Group group : groups) {
            Files.createDirectory(group.root().resolve(directory.substring(1)));
            var clients = new ArrayList<Future<List<History.Event>>>();
            for (int i = 0; i < group.sites().size(); i++) {
                String client = group.name() + i;
                var player = new Player(client, group.sites().get(i), directory, menu.steps(client, random));
                clients.add(threads.submit(() -> player.play(start, together)));
            }
            playing.add(clients);
        }
        for (int i = 0; i < groups.size(); i++) {
            var events = new ArrayList<History.Event>();
            for (Future<List<History.Event>> client : playing.get(i)) {
                events.addAll(client.get());
            }
            judge(groups.get(i), directory, events);
            Path played = groups.get(i).root().resolve(directory.substring(1));
            Tree.NOTHING.restoreBelow(played);
            Files.delete(played);
        }
    }

    /** One client, and what it will do below a directory. */
    private record Player(String client, Site site, String directory, List<Step> steps) {

        /** With {@code together}, each step waits for all others, so that more of them meet. */
        List<History.Event> play(CyclicBarrier start, boolean together) throws Exception {
            var events = new ArrayList<History.Event>();
            for (Step step : steps) {
                if (together || events.isEmpty()) {
                    start.await();
                }
                long from = System.nanoTime();
                String result = site.perform(step, directory);
                events.add(new History.Event(client, step, result, from, System.nanoTime()));
            }
            return events;
        }
    }

    /** What is there at the end, belongs to the history. */
    private void judge(Group group, String directory, List<History.Event> events) throws IOException {
        long end = System.nanoTime();
        var last = Site.of(new Workspace(LocalVolume.open(group.root())));
        for (String path : PLACES) {
            Step step = new Step(Verb.READ, path, "");
            events.add(new History.Event("end", step, last.perform(step, directory), end++, end++));
        }
        var history = new History(events);
        if (!history.isLinearizable()) {
            wrong.add(history);
        }
    }

    private void assertNoneWrong() {
        wrong.stream().min(Comparator.comparingInt(History::size)).ifPresent(shortest -> assertEquals("",
                wrong.size() + " histories have no order; the shortest, of seed " + seed + ":\n" + shortest));
    }

    /**
     * What one history is made of: some of all verbs and names, as where everything can happen, the same seldom happens
     * twice at a time.
     */
    private record Menu(List<Verb> verbs, List<String> names) {

        static Menu any(Set<Verb> verbs, Random random) {
            return new Menu(some(List.copyOf(verbs), 2, random), some(PLACES, 1, random));
        }

        private static <T> List<T> some(List<T> all, int least, Random random) {
            var shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            return List.copyOf(shuffled.subList(0, least + random.nextInt(all.size() - least + 1)));
        }

        List<Step> steps(String client, Random random) {
            var steps = new ArrayList<Step>();
            for (int i = 0; i < STEPS; i++) {
                String content = client + "x" + "y".repeat(1 + random.nextInt(30)) + i;
                steps.add(step(one(verbs, random), content, random));
            }
            return steps;
        }

        /** Only {@code b} is now a file and now a directory. */
        private Step step(Verb verb, String content, Random random) {
            String name = one(names, random);
            return switch (verb) {
                case CREATE, REPLACE -> new Step(verb, name.equals("d") ? "d/a" : name, content);
                case MAKE_DIRECTORY -> new Step(verb, name.equals("b") ? "b" : "d", "");
                case LIST -> new Step(verb, name.startsWith("d") ? "d" : "", "");
                case MOVE -> new Step(verb, name, one(PLACES, random));
                default -> new Step(verb, name, "");
            };
        }

        private static <T> T one(List<T> all, Random random) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
