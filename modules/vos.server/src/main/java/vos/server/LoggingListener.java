package vos.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vos.protocol.LogWords;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Text;

/**
 * Writes what a server does to a {@link Logger}, a line an event. A peer that went away is worth a debug line, one that
 * broke the protocol an information, a defect of ours an error with its stack.
 */
public final class LoggingListener implements ServerListener {
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Logger log;
    private final LogWords words;
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicLong nextWarning = new AtomicLong(Long.MIN_VALUE);

    /** Writes to {@code log}, in these words. */
    public LoggingListener(Logger log, LogWords words) {
        this.log = log;
        this.words = words;
    }

    /** The server is about to start. */
    public void starting() {
        say(words.starting());
    }

    /** The server has started, and listens on this address. */
    public void listening(String address) {
        say(words.listening(), address);
    }

    /** Who is refused again and again shall not fill the log: a warning a minute, and the others for who debugs. */
    @Override
    public void refused(InetAddress address) {
        long now = System.nanoTime();
        long next = nextWarning.get();
        boolean warns = (next == Long.MIN_VALUE || now - next >= 0)
                && nextWarning.compareAndSet(next, now + QUIET.toNanos());
        log.log(warns ? Level.WARNING : Level.DEBUG, "{0} has too many connections, and got no further one ({1})",
                address.getHostAddress(), Limit.CONNECTIONS_PER_ADDRESS.word());
    }

    @Override
    public void connected(Peer peer) {
        say(words.connected(), peer);
        // As text: a number would be grouped, and written in the digits of the host's country.
        say(words.active(), Integer.toString(active.incrementAndGet()));
    }

    private void say(String line, Object... values) {
        if (!line.isEmpty()) {
            log.log(Level.INFO, line, values);
        }
    }

    @Override
    public void after(Peer peer, Request request, Reply reply, Exception failure) {
        if (!log.isLoggable(Level.INFO)) {
            return;
        }
        String outcome = failure == null && reply != null ? outcome(request, reply) : "not answered";
        log.log(Level.INFO, "{0} {1}: {2}", peer, Text.printable(describe(request).strip()), Text.printable(outcome));
    }

    @Override
    public void disconnected(Peer peer, Exception failure) {
        active.decrementAndGet();
        switch (failure) {
            case null -> say(words.disconnected(), peer);
            case PeerGoneException gone -> {
                say(words.disconnected(), peer);
                log.log(Level.DEBUG, "{0} went away: {1}", peer, gone.getMessage());
            }
            case ProtocolViolation violation ->
                log.log(Level.INFO, "{0} broke the protocol: {1}", peer, Text.printable(violation.getMessage()));
            default -> log.log(Level.ERROR, peer + " was disconnected by a failure of the server", failure);
        }
    }

    private static String describe(Request request) {
        return switch (request) {
            case Request.ListDirectory(String path) -> "list " + path;
            case Request.ChangeDirectory(String path) -> "change directory to " + path;
            case Request.WhereAmI where -> "where am I";
            case Request.MakeDirectory(String path) -> "make directory " + path;
            case Request.Remove(String path) -> "remove " + path;
            case Request.Touch(String path) -> "touch " + path;
            case Request.Move(String from, String to) -> "move " + from + " to " + to;
            case Request.Size(String path) -> "size of " + path;
            case Request.Upload upload -> "upload " + upload.path();
            case Request.Download(String path) -> "download " + path;
            case Request.Preview(String path, int limit) -> "preview " + path;
            case Request.CommandLine(String line, var output) -> "run " + line;
            case Request.Login(String user, var password) -> "login of " + user;
            case Request.Hello(String version) -> "hello " + version;
            case Request.Quit quit -> "quit";
            case Request.Unknown(String command) -> "unknown command " + command;
            case Request.Malformed malformed -> "malformed message";
        };
    }

    private static String outcome(Request request, Reply reply) {
        return switch (reply) {
            case Reply.Failed(var code, String detail) -> code.word() + ", " + detail;
            case Reply.Content(var body) -> body.moved() + " bytes sent";
            case Reply.Size(long bytes) -> bytes + " bytes";
            case Reply.Directory(String path) -> path;
            case Reply.Listing(var entries) -> entries.size() + " entries";
            case Reply.Exit(var status) ->
                status.isPresent() ? "exit status " + status.getAsInt() : "exit status unknown";
            case Reply.Welcome(String version) -> "the strict form " + version;
            case Reply.Goodbye bye -> "good bye";
            case Reply.Done done when request instanceof Request.Upload upload ->
                upload.content().moved() + " bytes stored";
            case Reply.Done done -> "done";
        };
    }
}
