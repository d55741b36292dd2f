package vos.server;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vos.protocol.Reply;
import vos.protocol.Request;

/**
 * Who did what: a file to which each event adds one line, a JSON object, in one write. Nothing that a client says can
 * end the line or begin another one. Never holds a password or the content of a file.
 *
 * <p>The fields of a line are {@code time} (UTC), {@code event} ({@code connected}, {@code refused}, {@code request},
 * {@code disconnected}), {@code connection} (a number, from 1), {@code peer}, {@code user} once somebody has logged in;
 * of a request {@code request}, {@code object}, {@code to} of a move, {@code bytes} of a transfer, {@code outcome} (
 * {@code done}, an error's word, {@code broken-off}) and {@code millis}; of a disconnection {@code reason}, if it was
 * not the client's wish.
 *
 * <p>Is made readable to its owner alone, where there are POSIX permissions, and only ever appended to: it may be
 * truncated meanwhile, as {@code logrotate}'s {@code copytruncate} does. Lines are not forced to the disk. When one
 * cannot be written, the server says so and goes on.
 *
 * <p>Safe for use by many threads.
 */
public final class AuditLog implements ServerListener, Closeable {
    private static final Logger LOG = System.getLogger("vos.server");

    private final FileChannel file;
    private final Path path;
    private final InstantSource clock;
    private final Map<Long, Visit> visits = new ConcurrentHashMap<>();

    /** What is known of a connection. Touched by its own thread alone. */
    private static final class Visit {
        private String user = "";
        private long begun;
    }

    /** Appends to {@code path}, which is made if it is missing. */
    public AuditLog(Path path, InstantSource clock) throws IOException {
        this.path = path;
        this.clock = clock;
        this.file = FileChannel.open(path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownerOnly());
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        } : new FileAttribute<?>[0];
    }

    @Override
    public void refused(InetAddress address) {
        write(line("refused").with("peer", address.getHostAddress()));
    }

    @Override
    public void connected(Peer peer) {
        visits.put(peer.number(), new Visit());
        write(about(peer, "connected"));
    }

    @Override
    public void before(Peer peer, Request request) {
        visits.get(peer.number()).begun = System.nanoTime();
    }

    @Override
    public void after(Peer peer, Request request, Reply reply, Exception failure) {
        Visit visit = visits.get(peer.number());
        JsonLine line = about(peer, "request").with("request", Requests.verb(request));
        if (!Requests.object(request).isEmpty()) {
            line.with("object", Requests.object(request));
        }
        if (request instanceof Request.Move(String _, String to)) {
            line.with("to", to);
        }
        if (Requests.isTransfer(request)) {
            line.with("bytes", Requests.moved(request, reply));
        }
        write(line.with("outcome", Requests.outcome(reply, failure))
                .with("millis", Duration.ofNanos(System.nanoTime() - visit.begun).toMillis()));
        if (request instanceof Request.Login(String user, var _) && reply instanceof Reply.Done) {
            visit.user = user;
        }
    }

    @Override
    public void disconnected(Peer peer, Exception failure) {
        JsonLine line = about(peer, "disconnected");
        visits.remove(peer.number());
        write(failure == null ? line : line.with("reason", String.valueOf(failure.getMessage())));
    }

    private JsonLine about(Peer peer, String event) {
        JsonLine line = line(event).with("connection", peer.number()).with("peer", peer.address());
        String user = visits.get(peer.number()).user;
        return user.isEmpty() ? line : line.with("user", user);
    }

    private JsonLine line(String event) {
        return new JsonLine().with("time", clock.instant().toString()).with("event", event);
    }

    private void write(JsonLine line) {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            synchronized (file) {
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, "cannot write to the audit log {0}: {1}", path, e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
