package vos.lab.minftp;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vos.protocol.Bytes;
import vos.testing.PublishedListener;
import vos.testing.PublishedPeer;

/**
 * A server with the published one's weaknesses, written from the description of its behaviour: reads as
 * {@link TokenPeer} does, falls silent when a command fails, and knows no hello. Its files are a map.
 */
final class MiniFtpImitation implements Closeable {
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    private final Supplier<Token> tokens;
    private final PublishedListener listener;

    MiniFtpImitation(Supplier<Token> tokens) throws IOException {
        this.tokens = tokens;
        this.listener = PublishedListener.threaded(PublishedPeer.READ, this::converse);
    }

    int port() {
        return listener.port();
    }

    /** How many conversations are over, which their clients have ended. */
    int over() {
        return listener.over();
    }

    private void converse(PublishedPeer client) throws IOException {
        Token token = tokens.get();
        client.send(token.bytes());
        var peer = new TokenPeer(client).with(token);
        peer.send("Current Directory: /srv:\n|\n-- \n-- ");
        while (answer(peer, peer.hear())) {
            peer.send("/srv");
        }
        // Nobody is told that it failed, and the connection stays open.
        commands.add("(silent)");
        client.readToEnd();
    }

    /** False when it has failed. */
    private boolean answer(TokenPeer peer, String command) throws IOException {
        commands.add(command);
        String[] words = command.split(" ");
        return switch (words[0]) {
            case "ul" -> {
                files.put(words[1], peer.receive());
                yield true;
            }
            case "dl" -> sent(peer, file(words[1]));
            case "info" -> sent(peer, file(words[1]).map(content -> Bytes.of(Integer.toString(content.length))));
            default -> true;
        };
    }

    private Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static boolean sent(TokenPeer peer, Optional<byte[]> answer) throws IOException {
        if (answer.isPresent()) {
            peer.send(answer.get());
        }
        return answer.isPresent();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
