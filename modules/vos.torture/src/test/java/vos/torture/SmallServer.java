package vos.torture;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.protocol.Dialect;
import vos.testing.TestUser;

/**
 * A lab's server in a process of its own, with a heap of 256 MiB and not a byte more: when that is not enough, the
 * process ends, and its last words tell. What it prints is read, so that it never waits for us.
 */
final class SmallServer implements Closeable {
    /** Where our own clients reach it, and come from. */
    static final String HERE = "127.0.0.1";
    private static final Pattern ANNOUNCED = Pattern.compile("Serving \\S+ on \\S+:(\\d+), .*");
    /** What every server says when it starts. */
    private static final Pattern EXPECTED = Pattern.compile("^Ctrl-C stops the server|held passwords in clear"
            + "|^Whoever reaches this address|^Passwords and files pass the network");
    /** The column of the kernel's table of sockets that tells which it is. */
    private static final int INODE = 9;
    private static final int KEPT_CHARACTERS = 20_000;

    private final Dialect dialect;
    private final Path root;
    private final Process process;
    private final StringBuffer words = new StringBuffer();
    private final int port;

    /** Serves {@code root} below {@code host}, beside which the one account stands, where there is a login. */
    SmallServer(Dialect dialect, Path host, String... options) throws IOException {
        this.dialect = dialect;
        this.root = Files.createDirectories(host.resolve("root")).toRealPath();
        if (dialect.needsLogin()) {
            Files.writeString(host.resolve("id_passwd.txt"), TestUser.NAME + ":" + TestUser.PASSWORD + "\n");
        }
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Launchers.launcher(dialect).getName(),
                "server", "-q", "--port", "0", "--root", root.toString()));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var announced = new CompletableFuture<Integer>();
        // A virtual thread would keep a carrier while it waits for a pipe, and others of that carrier would wait too.
        Thread.ofPlatform().daemon().start(() -> listen(announced));
        port = await(announced);
    }

    private void listen(CompletableFuture<Integer> announced) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher matcher = ANNOUNCED.matcher(line);
                if (matcher.matches()) {
                    announced.complete(Integer.parseInt(matcher.group(1)));
                } else if (!EXPECTED.matcher(line).find() && words.length() < KEPT_CHARACTERS) {
                    words.append(line).append('\n');
                }
            }
            announced.completeExceptionally(new IOException("the server has ended: " + words));
        } catch (IOException e) {
            announced.completeExceptionally(e);
        }
    }

    private int await(CompletableFuture<Integer> announced) throws IOException {
        try {
            return announced.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException("the server does not start: " + words, e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it printed, but for what every server does. */
    String words() {
        return words.toString();
    }

    /** Our own client, logged in where there is a login. */
    Client client(ClientOptions options) throws IOException {
        return client(dialect, HERE, port, options);
    }

    /** The same from another process, which knows no more of a server than its address. */
    static Client client(Dialect dialect, String address, int port, ClientOptions options) throws IOException {
        Client client = Client.connect(dialect, address, port, options);
        if (dialect.needsLogin()) {
            client.perform(TestUser.login());
        }
        return client;
    }

    /** How many TCP sockets and served files it has open; what a JVM opens for itself is not in it. */
    long descriptors() throws IOException {
        Set<String> tcp = tcpSockets();
        try (var open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.map(SmallServer::target)
                    .filter(target -> tcp.contains(target) || target.startsWith(root.toString())).count();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    /** Those of the host, as their descriptors name them: {@code socket:[4711]}. */
    private static Set<String> tcpSockets() throws IOException {
        Set<String> names = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                names.add("socket:[" + line.strip().split("\\s+")[INODE] + "]");
            }
        }
        return names;
    }

    /** What of its memory is resident, in MiB. */
    long residentMebibytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
        }
    }

    /** What is alive on its heap after a full collection, in bytes. */
    long liveHeapBytes() throws IOException {
        var jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()), "GC.class_histogram").redirectErrorStream(true).start();
        try (BufferedReader output = jcmd.inputReader(StandardCharsets.UTF_8)) {
            // Total       1234567      98765432
            return output.lines().filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2])).findFirst().orElseThrow();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
