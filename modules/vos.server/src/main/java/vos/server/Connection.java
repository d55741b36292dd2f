package vos.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vos.protocol.Body;
import vos.protocol.Dialect;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/**
 * One connection from its greeting to its end: reads a request, has it answered, writes the reply, and again.
 *
 * <p>{@link #run} is called once, by the connection's own thread; {@link #drain}, {@link #close} and
 * {@link #enforceLimits} come from others.
 */
final class Connection implements Runnable {
    /** How long a peer may take to read our last words before the connection is torn down. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Peer peer;
    private final WatchedTransport transport;
    private final Wire wire;
    private final Dialect dialect;
    private final Session session;
    private final Limits limits;
    private final ServerListener listener;
    private final Executor commandThreads;
    private final long begun = System.nanoTime();
    private ServerEnd end;
    private boolean answering;
    private boolean draining;
    private volatile String cutBecause = "";

    Connection(Peer peer, WatchedTransport transport, WireOptions wire, Session session, Host host) {
        this.peer = peer;
        this.transport = transport;
        this.wire = new Wire(transport, wire);
        this.session = session;
        this.dialect = host.dialect();
        this.limits = host.limits();
        this.listener = host.listener();
        this.commandThreads = host.commandThreads();
    }

    /**
     * What all connections of a server have in common.
     *
     * @param dialect what they speak
     * @param limits what they keep to
     * @param listener who is told what happens on them
     * @param commandThreads runs command lines, each on a thread of the operating system
     */
    record Host(Dialect dialect, Limits limits, ServerListener listener, Executor commandThreads) {
    }

    @Override
    public void run() {
        Exception failure = null;
        try (wire) {
            listener.connected(peer);
            converse();
            wire.leave(FAREWELL);
        } catch (IOException | RuntimeException e) {
            failure = stopped() && e instanceof PeerGoneException ? null : explained(e);
        } finally {
            listener.disconnected(peer, failure);
        }
    }

    /** A connection that was cut by a limit seems to be gone like any other; why it is, only this side knows. */
    private Exception explained(Exception failure) {
        return failure instanceof PeerGoneException && !cutBecause.isEmpty()
                ? new PeerGoneException(peer + " " + cutBecause, failure) : failure;
    }

    private void converse() throws IOException {
        try {
            end = dialect.serverEnd(wire, session);
            end.greet();
            Optional<Request> request = next();
            while (request.isPresent() && begin() && answer(request.get()) && finish()) {
                request = next();
            }
        } catch (ProtocolViolation e) {
            explain(new Request.Malformed(e.getMessage()), ErrorCode.MALFORMED, e.getMessage(), e);
            leaveAfter(e);
            throw e;
        } catch (RuntimeException e) {
            leaveAfter(e);
            throw e;
        }
    }

    /** To be answered now: it has come, and waited for as long as the rate of commands wants. */
    private Optional<Request> next() throws IOException {
        Optional<Request> request = receive();
        if (request.isPresent()) {
            transport.keepToCommands();
        }
        return request;
    }

    private Optional<Request> receive() throws IOException {
        transport.awaitCommand();
        try {
            return end.receive();
        } catch (RuntimeException e) {
            var unread = new Request.Malformed(ErrorCode.INTERNAL.sentence());
            explain(unread, ErrorCode.INTERNAL, ErrorCode.INTERNAL.sentence(), e);
            throw e;
        } finally {
            transport.commandHasCome();
        }
    }

    /** Answers one request, to the last byte of the reply; false when it was the last one. */
    private boolean answer(Request request) throws IOException {
        listener.before(peer, request);
        Reply reply = null;
        Exception failure = null;
        try {
            reply = perform(request);
            send(request, reply);
        } catch (IOException | RuntimeException e) {
            failure = e;
            if (reply instanceof Reply.Content) {
                // To a peer that takes the end of the connection for the end of the content, this must be no end.
                wire.abort();
            }
            throw e;
        } finally {
            session.answered();
            listener.after(peer, request, reply, failure);
        }
        return !(reply instanceof Reply.Goodbye);
    }

    /** A defect of ours is told to the peer without its particulars, and to the listener with them. */
    private Reply perform(Request request) throws IOException {
        try {
            return request instanceof Request.CommandLine command ? run(command) : session.perform(request);
        } catch (ClosedChannelException e) {
            throw transport.closed() ? new PeerGoneException(peer + ": the connection was closed", e) : e;
        } catch (RuntimeException e) {
            explain(request, ErrorCode.INTERNAL, ErrorCode.INTERNAL.sentence(), e);
            throw e;
        }
    }

    /**
     * A command line may take its time and print nothing meanwhile. So it notices when this connection is closed, or
     * its time is over; and it runs on a thread of the operating system, as virtual threads give way to others only
     * while they wait.
     */
    private Reply run(Request.CommandLine command) throws IOException {
        var output = new CommandOutput(command.output(), transport);
        var task = new FutureTask<>(() -> session.perform(new Request.CommandLine(command.line(), output)));
        commandThreads.execute(task);
        try {
            return await(task, output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a command was running");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case ClosedChannelException stopped when output.expired() && !transport.closed() -> {
                    return output.sayThatItWasStopped(Limit.COMMAND_TIME, limits);
                }
                case IOException failure -> throw failure;
                case RuntimeException defect -> throw defect;
                case Throwable worse -> throw new IllegalStateException("a command broke down", worse);
            }
        }
    }

    private Reply await(FutureTask<Reply> task, CommandOutput output) throws InterruptedException, ExecutionException {
        try {
            return task.get(limits.of(Limit.COMMAND_TIME), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            output.expire();
            return task.get();
        }
    }

    private void send(Request request, Reply reply) throws IOException {
        Body content = reply instanceof Reply.Content(Body body) ? body : null;
        try (content) {
            end.reply(request, reply);
            wire.flush();
        }
    }

    /** No further request is read from this peer, but it may learn why. */
    private void explain(Request request, ErrorCode code, String why, Exception failure) {
        try {
            end.reply(request, new Reply.Failed(code, why));
            wire.flush();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void leaveAfter(Exception failure) {
        try {
            wire.leave(FAREWELL);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    // ---- from other threads ----------------------------------------------------------------------------------------

    private synchronized boolean begin() {
        answering = !draining;
        return answering;
    }

    private synchronized boolean finish() {
        answering = false;
        return !draining;
    }

    private synchronized boolean stopped() {
        return draining;
    }

    /** Lets the request that is being answered be the last; a connection that waits for one is closed at once. */
    synchronized void drain() throws IOException {
        draining = true;
        if (!answering) {
            transport.close();
        }
    }

    /** Whether a request is being answered, so that it would be cut in its middle. */
    synchronized boolean answering() {
        return answering;
    }

    /** Closes it if a limit of time has been passed. */
    void enforceLimits() throws IOException {
        if (exceeds(transport.idle(), Limit.IDLE)) {
            cut("passed no byte for " + shown(Limit.IDLE));
        } else if (!transport.established() && exceeds(age(), Limit.COMMAND_TIME)) {
            cut("did not come to speak TLS within " + shown(Limit.COMMAND_TIME));
        } else if (!session.admitted() && exceeds(age(), Limit.LOGIN_TIME)) {
            cut("did not log in within " + shown(Limit.LOGIN_TIME));
        } else if (exceeds(transport.arriving(), Limit.COMMAND_TIME)) {
            cut("sent only a part of a command within " + shown(Limit.COMMAND_TIME));
        }
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean exceeds(Duration time, Limit limit) {
        return time.compareTo(limits.time(limit)) > 0;
    }

    private String shown(Limit limit) {
        return limit.show(limits.of(limit)) + " (" + limit.word() + ")";
    }

    private void cut(String why) throws IOException {
        cutBecause = why;
        close();
    }

    /**
     * Tears the connection down, so that a content that is cut does not seem to be over; its thread ends with
     * {@link PeerGoneException}.
     */
    void close() throws IOException {
        transport.abort();
    }

    @Override
    public String toString() {
        return peer.toString();
    }
}
