package vos.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import vos.protocol.Dialect;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/**
 * One connection from its greeting to its end: reads a request, has it answered, writes the reply, and again.
 *
 * <p>{@link #run} is called once, by the connection's own thread; {@link #drain}, {@link #close} and {@link #idle} come
 * from others.
 */
final class Connection implements Runnable {
    /** How long a peer may take to read our last words before the connection is torn down. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Peer peer;
    private final WatchedTransport transport;
    private final Wire wire;
    private final Service session;
    private final ServerEnd end;
    private final ServerListener listener;
    private boolean answering;
    private boolean draining;

    Connection(Peer peer, WatchedTransport transport, Dialect dialect, Service session, ServerListener listener) {
        this.peer = peer;
        this.transport = transport;
        this.wire = new Wire(transport, WireOptions.DEFAULTS);
        this.session = session;
        this.end = dialect.serverEnd(wire, session);
        this.listener = listener;
    }

    @Override
    public void run() {
        Exception failure = null;
        try (wire) {
            listener.connected(peer);
            converse();
            wire.leave(FAREWELL);
        } catch (IOException | RuntimeException e) {
            failure = stopped() && e instanceof PeerGoneException ? null : e;
        } finally {
            listener.disconnected(peer, failure);
        }
    }

    private void converse() throws IOException {
        try {
            end.greet();
            Optional<Request> request = end.receive();
            while (request.isPresent() && begin() && answer(request.get()) && finish()) {
                request = end.receive();
            }
        } catch (ProtocolViolation e) {
            explain(e);
            throw e;
        }
    }

    /** No further request can be read from this peer, but it may learn why. */
    private void explain(ProtocolViolation violation) {
        String why = violation.getMessage();
        try {
            end.reply(new Request.Malformed(why), new Reply.Failed(ErrorCode.MALFORMED, why));
            wire.leave(FAREWELL);
        } catch (IOException e) {
            violation.addSuppressed(e);
        }
    }

    /** Answers one request, to the last byte of the reply; false when it was the last one. */
    private boolean answer(Request request) throws IOException {
        listener.before(peer, request);
        Reply reply = null;
        Exception failure = null;
        try {
            reply = perform(request);
            end.reply(request, reply);
            wire.flush();
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            if (reply instanceof Reply.Content content) {
                content.body().close();
            }
            listener.after(peer, request, reply, failure);
        }
        return !(reply instanceof Reply.Goodbye);
    }

    /** A defect of ours is told to the peer without its particulars, and to the listener with them. */
    private Reply perform(Request request) throws IOException {
        try {
            return session.perform(request);
        } catch (RuntimeException e) {
            end.reply(request, new Reply.Failed(ErrorCode.INTERNAL, ErrorCode.INTERNAL.sentence()));
            wire.flush();
            throw e;
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

    /** How long no byte has passed. */
    Duration idle() {
        return transport.idle();
    }

    /** Tears the connection down; its thread ends with {@link PeerGoneException}. */
    void close() throws IOException {
        transport.close();
    }

    @Override
    public String toString() {
        return peer.toString();
    }
}
