package vos.server;

import java.net.InetAddress;
import java.util.List;
import vos.protocol.Reply;
import vos.protocol.Request;

/**
 * Is told what a server does, for logs and tests. Every {@code before} has its {@code after}, whatever happens between.
 *
 * <p>Called on the connection's own thread; what a listener throws ends that connection.
 */
public interface ServerListener {

    /** All of these as one, which are told in turn. */
    static ServerListener all(ServerListener... listeners) {
        return new Listeners(List.of(listeners));
    }

    /** One connection too many from this address has been closed; called by the thread that accepts, not to be kept. */
    default void refused(InetAddress address) {
    }

    /** A connection has been accepted. */
    default void connected(Peer peer) {
    }

    /** A request has been read and is about to be answered. */
    default void before(Peer peer, Request request) {
    }

    /**
     * A request has been answered, to the last byte of the reply, or not.
     *
     * @param reply null when it came to none
     * @param failure why it was not answered to its end, or null
     */
    default void after(Peer peer, Request request, Reply reply, Exception failure) {
    }

    /**
     * A connection has ended.
     *
     * @param failure why, unless the peer ended it between two requests or the server was stopped; or null
     */
    default void disconnected(Peer peer, Exception failure) {
    }
}
