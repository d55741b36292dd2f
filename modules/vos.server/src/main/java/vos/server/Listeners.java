package vos.server;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import vos.protocol.Reply;
import vos.protocol.Request;

/** Several listeners as one, which are told in turn. */
final class Listeners implements ServerListener {
    private final List<ServerListener> all;

    Listeners(List<ServerListener> all) {
        this.all = List.copyOf(all);
    }

    private void tell(Consumer<ServerListener> event) {
        all.forEach(event);
    }

    @Override
    public void refused(InetAddress address) {
        tell(listener -> listener.refused(address));
    }

    @Override
    public void connected(Peer peer) {
        tell(listener -> listener.connected(peer));
    }

    @Override
    public void before(Peer peer, Request request) {
        tell(listener -> listener.before(peer, request));
    }

    @Override
    public void after(Peer peer, Request request, Reply reply, Exception failure) {
        tell(listener -> listener.after(peer, request, reply, failure));
    }

    @Override
    public void disconnected(Peer peer, Exception failure) {
        tell(listener -> listener.disconnected(peer, failure));
    }
}
