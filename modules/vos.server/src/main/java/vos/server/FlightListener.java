package vos.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import vos.protocol.Reply;
import vos.protocol.Request;

/**
 * Events for the JDK's Flight Recorder: {@code vos.Connection}, {@code vos.Command} and {@code vos.Transfer}, each from
 * its beginning to its end. Costs next to nothing while nothing is recorded.
 *
 * <p>Safe for use by many threads.
 */
public final class FlightListener implements ServerListener {
    private final Map<Long, Visit> visits = new ConcurrentHashMap<>();

    /** For one server. */
    public FlightListener() {
        // Nothing is recorded until somebody asks the JVM to.
    }

    /** The events of a connection that have begun. Touched by its own thread alone. */
    private static final class Visit {
        private final ConnectionEvent connection = new ConnectionEvent();
        private Event running;
    }

    /** From the greeting to the end. */
    @Name("vos.Connection")
    @Label("Connection")
    @Category("VOS")
    @Description("A connection, from its acceptance to its end")
    @StackTrace(false)
    static final class ConnectionEvent extends Event {
        @Label("Number")
        long number;
        @Label("Peer")
        String peer;
        @Label("Requests")
        long requests;
        @Label("Failure")
        String failure;
    }

    /** A request that moves no file. */
    @Name("vos.Command")
    @Label("Command")
    @Category("VOS")
    @Description("A request and its answer, to the last byte of it")
    @StackTrace(false)
    static final class CommandEvent extends Event {
        @Label("Connection")
        long connection;
        @Label("Request")
        String request;
        @Label("Outcome")
        String outcome;
    }

    /** A request that moves one. */
    @Name("vos.Transfer")
    @Label("Transfer")
    @Category("VOS")
    @Description("An upload or a download, to its last byte")
    @StackTrace(false)
    static final class TransferEvent extends Event {
        @Label("Connection")
        long connection;
        @Label("Request")
        String request;
        @Label("Bytes")
        @DataAmount
        long bytes;
        @Label("Outcome")
        String outcome;
    }

    @Override
    public void connected(Peer peer) {
        var visit = new Visit();
        visit.connection.begin();
        visits.put(peer.number(), visit);
    }

    @Override
    public void before(Peer peer, Request request) {
        Visit visit = visits.get(peer.number());
        visit.connection.requests++;
        visit.running = Requests.isTransfer(request) ? new TransferEvent() : new CommandEvent();
        visit.running.begin();
    }

    @Override
    public void after(Peer peer, Request request, Reply reply, Exception failure) {
        Event running = visits.get(peer.number()).running;
        running.end();
        if (!running.shouldCommit()) {
            return;
        }
        String outcome = Requests.outcome(reply, failure);
        switch (running) {
            case TransferEvent transfer -> {
                transfer.connection = peer.number();
                transfer.request = Requests.verb(request);
                transfer.bytes = Requests.moved(request, reply);
                transfer.outcome = outcome;
            }
            case CommandEvent command -> {
                command.connection = peer.number();
                command.request = Requests.verb(request);
                command.outcome = outcome;
            }
            default -> throw new IllegalStateException("no event of a request: " + running);
        }
        running.commit();
    }

    @Override
    public void disconnected(Peer peer, Exception failure) {
        ConnectionEvent connection = visits.remove(peer.number()).connection;
        connection.number = peer.number();
        connection.peer = peer.address();
        connection.failure = failure == null ? null : failure.toString();
        connection.commit();
    }
}
