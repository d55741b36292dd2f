package vos.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What an imitation of a published server listens with. The lab says what is spoken: the weaknesses that it imitates
 * are its own.
 */
public final class PublishedListener implements Closeable {
    /** What an imitated server says on one connection. */
    @FunctionalInterface
    public interface Conversation {
        /** Returns, or throws, when it is over; the connection is closed then. */
        void with(PublishedPeer client) throws IOException;
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger over = new AtomicInteger();
    private final int room;
    private final Conversation conversation;

    private PublishedListener(int room, Conversation conversation) throws IOException {
        this.room = room;
        this.conversation = conversation;
    }

    /** Listens on a free port; a thread for each connection, and reads of {@code room} bytes. */
    public static PublishedListener threaded(int room, Conversation conversation) throws IOException {
        var listener = new PublishedListener(room, conversation);
        Thread.ofVirtual().start(() -> listener.accept(socket -> Thread.ofVirtual().start(() -> {
            listener.converse(socket);
        })));
        return listener;
    }

    /** As above, but one connection after the other: the next one waits, unaccepted. */
    public static PublishedListener oneAtATime(int room, Conversation conversation) throws IOException {
        var listener = new PublishedListener(room, conversation);
        Thread.ofVirtual().start(() -> listener.accept(listener::converse));
        return listener;
    }

    private interface Server {
        void serve(Socket socket);
    }

    private void accept(Server server) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                server.serve(socket);
            } catch (IOException e) {
                // The test is over, or the server has died as it was meant to.
                assert listener.isClosed();
            }
        }
    }

    private void converse(Socket socket) {
        try (var client = new PublishedPeer(socket, room)) {
            conversation.with(client);
        } catch (IOException e) {
            // One of the two has closed, which is how such a conversation ends.
            assert e.getMessage() != null;
        } finally {
            over.incrementAndGet();
        }
    }

    /** Where clients connect. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How many conversations are over. */
    public int over() {
        return over.get();
    }

    /** Listens no more, as when the server's process has died; conversations go on to their end. */
    public void die() throws IOException {
        listener.close();
    }

    /** Whether it has died. */
    public boolean dead() {
        return listener.isClosed();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
