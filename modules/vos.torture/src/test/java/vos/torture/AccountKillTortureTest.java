package vos.torture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.auth.AccountFile;
import vos.auth.Password;
import vos.auth.UserName;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.RefusedException;
import vos.lab.orchestration.OrchestrationDialect;
import vos.protocol.Request;
import vos.protocol.Secret;
import vos.protocol.Text;
import vos.testing.ServerProcess;

/**
 * Processes that are killed while they change one account file: two that add users and change passwords, and a server
 * that puts hashes in the place of passwords as they were published.
 *
 * <p>The file is whole at each moment, the old one or the new one; whoever was told that a user can log in, was told
 * the truth; and what a dead process leaves beside the file does no harm.
 */
class AccountKillTortureTest {
    private static final int PUBLISHED = 3;
    private static final int MOST_LINES = 14;
    /** About what a change takes. */
    private static final int CHANGE_MILLIS = 100;

    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    @TempDir
    private Path host;
    private final long seed = Form.seed();
    private final Random random = new Random(seed);
    private final Map<String, Account> accounts = new TreeMap<>();
    private Path file;

    /**
     * What is known of a user.
     *
     * @param acknowledged the password that was set last; null if none was
     * @param asked one that may have been set behind it; null if there was no such request
     */
    private record Account(String acknowledged, String asked) {

        List<String> passwords() {
            return Stream.of(acknowledged, asked).filter(Objects::nonNull).toList();
        }
    }

    @BeforeEach
    void nameFile() {
        file = host.resolve("id_passwd.txt");
    }

    /** Users as the published program wrote them, while nobody else changes the file; returns what it holds then. */
    private String publish(String prefix, int count) throws IOException {
        var lines = new StringBuilder(Files.exists(file) ? Files.readString(file) : "");
        for (int i = 0; i < count; i++) {
            lines.append(prefix).append(i).append(":clear").append(i).append('\n');
            accounts.put(prefix + i, new Account("clear" + i, null));
        }
        Files.writeString(file, lines);
        return lines.toString();
    }

    private void pauseAtRandom() {
        await().pollDelay(Duration.ofMillis(random.nextInt(CHANGE_MILLIS))).until(() -> true);
    }

    @Test
    void whenProcessesThatAddUsersAreKilledTheFileIsWholeAndWhoeverWasAddedCanLogIn() throws Exception {
        for (int round = 1; round <= Form.choose(2, 100); round++) {
            String published = publish("p" + round + "x", PUBLISHED);
            Writer one = new Writer("r" + round + "a");
            Writer other = new Writer("r" + round + "b");
            one.killAfter(1 + random.nextInt(MOST_LINES));
            other.killAfter(1 + random.nextInt(MOST_LINES));
            assertHolds(published, List.of(one.lastUser(), other.lastUser()));
        }
        assertTrue(AccountFile.open(file).add(new UserName("last"), Password.of("secret".toCharArray())));
        assertFalse(Files.exists(host.resolve("id_passwd.txt.new")), "what a killed process left is in the way");
    }

    /** The file is seen to be replaced, and that moment is the one at which the server is killed. */
    @Test
    void whenAServerIsKilledWhileItHashesPublishedPasswordsTheFileIsWholeAndAllCanLogIn() throws Exception {
        publish("first", 1);
        for (int round = 1; round <= Form.choose(2, 50); round++) {
            try (ServerProcess server = Launchers.serve(new OrchestrationDialect(), host.resolve("root"))) {
                String user = "u" + round + "x";
                String published = publish(user, PUBLISHED);
                var login = CompletableFuture.supplyAsync(() -> logsIn(server.port(), user + "0"), THREADS);
                await().pollDelay(Duration.ZERO).pollInterval(Duration.ofNanos(100_000))
                        .until(() -> Files.exists(host.resolve("id_passwd.txt.new")) || login.isDone());
                server.kill();
                boolean acknowledged = login.join();
                assertTrue(!acknowledged || !Files.readString(file).equals(published), "let in, and not hashed");
                assertHolds(published, List.of(user + "0", user + "1"));
            }
        }
    }

    /** False if the server was killed before it answered. */
    private static boolean logsIn(int port, String user) {
        try (Client client = Client.connect(new OrchestrationDialect(), "127.0.0.1", port, ClientOptions.DEFAULTS)) {
            client.perform(new Request.Login(user, Secret.of(Text.encode("clear0"))));
            return true;
        } catch (RefusedException e) {
            throw new AssertionError(user + " was not let in", e);
        } catch (IOException killed) {
            return false;
        }
    }

    private void assertHolds(String published, List<String> tried) throws IOException {
        String content = Files.readString(file);
        // Either nothing has been done to it, or it has hashes and no password; and each line is one.
        assertTrue(content.equals(published) || content.matches("([a-z0-9._-]+:\\$argon2id\\$\\S+\n)+"), content);
        AccountFile now = AccountFile.open(file);
        List<String> users = now.users().stream().map(UserName::value).sorted().toList();
        accounts.entrySet().removeIf(account -> account.getValue().acknowledged() == null
                && !users.contains(account.getKey()));
        assertEquals(List.copyOf(accounts.keySet()), users, "seed " + seed);
        for (String user : tried) {
            assertTrue(!users.contains(user) || canLogIn(now, user), () -> user + ", seed " + seed);
        }
    }

    private boolean canLogIn(AccountFile now, String user) throws IOException {
        for (String password : accounts.get(user).passwords()) {
            if (now.authenticate(user, Password.of(password.toCharArray())).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** An {@link AccountWriter}, and what it has said. */
    private final class Writer {
        private final Process process;
        private final List<String> said = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> heard;

        Writer(String name) throws IOException {
            process = Launchers.start(AccountWriter.class, file.toString(), name);
            BufferedReader output = process.inputReader();
            heard = CompletableFuture.runAsync(() -> output.lines().forEach(said::add), THREADS);
        }

        /** Kills it when it has said so much, and then some time later. */
        void killAfter(int lines) throws InterruptedException {
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                    .until(() -> said.size() >= lines || !process.isAlive());
            pauseAtRandom();
            assertTrue(process.isAlive(), () -> "a writer failed: " + said);
            // By its handle, which leaves the pipe open: the last words in it count.
            process.toHandle().destroyForcibly();
            process.waitFor();
            heard.join();
            said.stream().map(line -> line.split(" ")).forEach(this::remember);
        }

        private void remember(String... words) {
            switch (words[0]) {
                case "ask" -> accounts.merge(words[1], new Account(null, words[2]),
                        (old, asked) -> new Account(old.acknowledged(), words[2]));
                case "done" -> accounts.put(words[1], new Account(words[2], null));
                default -> { }
            }
        }

        /** Whose account it was that was changed last, or was to be. */
        String lastUser() {
            return said.stream().filter(line -> line.startsWith("ask ") || line.startsWith("done "))
                    .reduce((before, last) -> last).map(line -> line.split(" ")[1]).orElse("nobody");
        }
    }
}
