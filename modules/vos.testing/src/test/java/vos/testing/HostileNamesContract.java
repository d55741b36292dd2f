package vos.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.server.Peer;
import vos.server.ServerListener;

/**
 * Names that are none, or lead where nobody may go, in every command that takes a path: each is an error, and nothing
 * is touched, neither outside the root nor within {@code [COM-2.2]}, {@code [COM-2.4]}, {@code [COM-2.5]}.
 *
 * <p>They are put on the wire as they are: what our client would refuse to send, a hostile one sends.
 */
public abstract class HostileNamesContract {
    private static final String SECRET = "nobody may read this";
    /** So many connections at a time: each spends most of its time in pauses that it owes to a published client. */
    private static final int AT_ONCE = 128;

    @TempDir
    private Path host;
    /** Beside it stands a directory whose name only begins as its own. */
    private Path root;
    private Path workspace;
    private final Collection<String> done = new ConcurrentLinkedQueue<>();
    private final Set<Long> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger over = new AtomicInteger();
    private final ServerListener listener = new ServerListener() {
        @Override
        public void after(Peer peer, Request request, Reply reply, Exception failure) {
            boolean isRefused = failure != null || reply instanceof Reply.Failed
                    || reply instanceof Reply.Exit(var status) && status.orElse(0) != 0;
            if (takesPath(request) && isRefused) {
                refused.add(peer.number());
            } else if (takesPath(request)) {
                done.add(request + " was answered by " + reply);
            }
        }

        @Override
        public void disconnected(Peer peer, Exception failure) {
            if (failure instanceof ProtocolViolation) {
                refused.add(peer.number());
            }
            over.incrementAndGet();
        }
    };

    /** The dialect that is spoken. */
    protected abstract Dialect dialect();

    /** What the lab calls its commands with a path: one for each place in each of them where a path can stand. */
    protected abstract Stream<String> commands();

    /**
     * Says one of the {@link #commands} on a new connection, with {@code name} for its path, after whatever comes
     * before a command; reads no more than it must.
     */
    protected abstract void say(Socket server, String command, byte[] name) throws IOException;

    /** Whether a command can carry this name, or else ends in its middle and is another one. */
    protected boolean carries(String command, byte[] name) {
        return Bytes.text(name).chars().noneMatch(c -> c == '\n' || c == '\r');
    }

    private static boolean takesPath(Request request) {
        return switch (request) {
            case Request.Hello _, Request.Login _, Request.Quit _, Request.WhereAmI _ -> false;
            default -> true;
        };
    }

    /** A character a byte. */
    static Stream<String> names() {
        return Stream.of(
                // Up and out.
                "..", "../", "../..", "../../..", "./..", "/..", "//..", "/../", "d/../..", "d/../../", "d/./../..",
                "../secret", "/../secret", "d/../../secret", "d//..//..//secret", "./../secret", "../ann", "../new",
                "missing/../../secret", "keep/../../secret", "../anna", "../anna/secret", "/../anna/secret",
                // From the top of the host.
                "/etc/passwd", "/proc/self/environ", "{host}/secret", "{host}/anna/secret", "{host}/new", "~/secret",
                // Over a link.
                "link-out", "link-out/", "link-out/secret", "link-out/new", "link-file", "link-in", "link-in/x",
                "link-loop", "link-loop/x", "link-dangling", "d/link-up/secret", "d/link-up/../../../secret",
                // Through what is no directory.
                "keep/x", "keep/x/y", "missing/x", "d/missing/x",
                // No names: NUL, control characters, separators of lines, broken or overlong UTF-8, too long.
                "\0", "a\0b", "d/\0", "keep\0.txt", "a\nb", "a\rb", "a\tb", "\u0001", "a\u001b[2Jb", "a\u007fb",
                "\u00c2\u0085", "\u00e2\u0080\u00a8", "\u00e2\u0080\u00a9", "\u00ff", "a\u00c3",
                "\u00c0\u00ae\u00c0\u00ae/secret", "\u00ed\u00a0\u0080", "\u00ef\u00bf\u00bd",
                "x".repeat(256), "x".repeat(300), "d/" + "x".repeat(256),
                "d/".repeat(300) + "x",
                // The server's own.
                ".vos-", ".vos-x", ".vos-0123456789abcdef.part", "d/.vos-x");
    }

    @BeforeEach
    void prepare() throws IOException {
        root = Files.createDirectories(host.resolve("ann"));
        workspace = Files.createDirectories(dialect().needsLogin() ? root.resolve(TestUser.NAME) : root);
        Files.writeString(Files.createDirectories(workspace.resolveSibling("anna")).resolve("secret"), SECRET);
        Files.writeString(host.resolve("secret"), SECRET);
        Files.writeString(workspace.resolveSibling("secret"), SECRET);
        Files.writeString(workspace.resolve("keep"), "kept");
        Files.createDirectories(workspace.resolve("d/inner"));
        Map.of("link-out", host, "link-file", host.resolve("secret"), "link-in", workspace.resolve("d"), "link-loop",
                workspace.resolve("link-loop"), "link-dangling", host.resolve("new"), "d/link-up", workspace)
                .forEach(this::link);
    }

    private void link(String name, Path target) {
        try {
            Files.createSymbolicLink(workspace.resolve(name), target);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void thereAreManyNamesAndCommands() {
        assertFalse(names().count() < 40);
        assertFalse(commands().toList().isEmpty());
    }

    @Test
    void eachIsAnErrorInEveryCommandAndTouchesNothing() throws Exception {
        List<Attempt> attempts = names().map(name -> Bytes.of(name.replace("{host}", host.toString())))
                .flatMap(name -> commands().filter(command -> carries(command, name))
                        .map(command -> new Attempt(command, name))).toList();
        SortedMap<String, String> before = tree();
        try (var served = new ServedDirectory(root, dialect(), listener)) {
            for (int from = 0; from < attempts.size(); from += AT_ONCE) {
                int to = Math.min(from + AT_ONCE, attempts.size());
                Together.forEach(IntStream.range(from, to).boxed().toList(),
                        number -> attempts.get(number).make(this, served));
            }
            Awaitility.await("the last connection").until(() -> over.get() == attempts.size());
        }
        assertEquals("", String.join("\n", done));
        assertEquals(before, tree());
        assertEquals(attempts.size(), refused.size(), "each was asked for");
    }

    private record Attempt(String command, byte[] name) {
        void make(HostileNamesContract contract, ServedDirectory served) throws IOException {
            String heard = contract.converse(served, command, name);
            assertFalse(heard.contains(SECRET), () -> command + " told it: " + heard);
        }
    }

    private String converse(ServedDirectory served, String command, byte[] name) throws IOException {
        try (Socket socket = served.socket()) {
            socket.setSoTimeout(10_000);
            say(socket, command, name);
            socket.shutdownOutput();
            return Bytes.text(socket.getInputStream().readAllBytes());
        } catch (SocketException e) {
            // A reset is an answer too.
            return String.valueOf(e.getMessage());
        }
    }

    /** All that there is on this host, links as where they lead. */
    private SortedMap<String, String> tree() throws IOException {
        var tree = new TreeMap<String, String>();
        try (Stream<Path> paths = Files.walk(host)) {
            for (Path path : paths.toList()) {
                String what = Files.isSymbolicLink(path) ? "-> " + Files.readSymbolicLink(path)
                        : Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "/" : Files.readString(path);
                tree.put(host.relativize(path).toString(), what);
            }
        }
        return tree;
    }
}
