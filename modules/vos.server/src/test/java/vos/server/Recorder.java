package vos.server;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vos.protocol.Reply;
import vos.protocol.Request;

/**
 * Writes down what a server tells: {@code before Upload}, {@code after Upload: Done}, {@code after Upload: null,
 * PeerGoneException}. Safe for use by many threads.
 */
final class Recorder implements ServerListener {
    private final Map<Long, List<String>> events = new TreeMap<>();
    private final List<Exception> failures = new ArrayList<>();
    private int connected;
    private int most;
    private int disconnected;
    private int refused;

    @Override
    public synchronized void refused(InetAddress address) {
        refused++;
    }

    @Override
    public synchronized void connected(Peer peer) {
        connected++;
        most = Math.max(most, connected - disconnected);
        add(peer, "connected");
    }

    @Override
    public synchronized void before(Peer peer, Request request) {
        add(peer, "before " + request.getClass().getSimpleName());
    }

    @Override
    public synchronized void after(Peer peer, Request request, Reply reply, Exception failure) {
        String came = reply == null ? "null" : reply.getClass().getSimpleName();
        add(peer, "after " + request.getClass().getSimpleName() + ": " + came + because(failure));
    }

    @Override
    public synchronized void disconnected(Peer peer, Exception failure) {
        disconnected++;
        add(peer, "disconnected" + because(failure));
        if (failure != null) {
            failures.add(failure);
        }
    }

    private void add(Peer peer, String event) {
        events.computeIfAbsent(peer.number(), number -> new ArrayList<>()).add(event);
    }

    private static String because(Exception failure) {
        return failure == null ? "" : ", " + failure.getClass().getSimpleName();
    }

    /** What happened on the connection of this number, from 1. */
    synchronized List<String> of(long connection) {
        return List.copyOf(events.getOrDefault(connection, List.of()));
    }

    /** How often this happened, on all connections. */
    synchronized long count(String event) {
        return events.values().stream().flatMap(List::stream).filter(event::equals).count();
    }

    /** Why connections ended. */
    synchronized List<Exception> failures() {
        return List.copyOf(failures);
    }

    /** How many were refused for their address. */
    synchronized int refused() {
        return refused;
    }

    /** How many connections there were at once, at the most. */
    synchronized int most() {
        return most;
    }
}
