package vos.lab.minftp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A server with the published one's weaknesses, written from the description of its behaviour: reads as
 * {@link PublishedPeer} does, falls silent when a command fails, and knows no hello. Its files are a map.
 */
final class PublishedServer implements Closeable {
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger();
    private final Supplier<Token> tokens;

    PublishedServer(Supplier<Token> tokens) throws IOException {
        this.tokens = tokens;
        Thread.ofVirtual().start(this::accept);
    }

    /** How many clients have closed their connection. */
    int left() {
        return left.get();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // The test is over.
                assert listener.isClosed();
            }
        }
    }

    /** Whatever goes wrong, nobody is told, and the connection stays open. */
    private void serve(Socket socket) {
        sockets.add(socket);
        try {
            var peer = new PublishedPeer(socket);
            Token token = tokens.get();
            socket.getOutputStream().write(token.bytes());
            peer.use(token);
            peer.send("Current Directory: /srv:\n|\n-- \n-- ");
            while (true) {
                answer(peer, PublishedPeer.text(peer.receive()));
                peer.send("/srv");
            }
        } catch (IllegalStateException e) {
            commands.add("(silent)");
        } catch (IOException e) {
            left.incrementAndGet();
        }
    }

    private void answer(PublishedPeer peer, String command) throws IOException {
        commands.add(command);
        String[] words = command.split(" ");
        switch (words[0]) {
            case "ul" -> files.put(words[1], peer.receive());
            case "dl" -> peer.send(file(words[1]));
            case "info" -> peer.send(Integer.toString(file(words[1]).length));
            default -> { }
        }
    }

    private byte[] file(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalStateException("no such file, and no word about it");
        }
        return content;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
