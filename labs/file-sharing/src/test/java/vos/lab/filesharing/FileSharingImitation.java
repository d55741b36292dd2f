package vos.lab.filesharing;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vos.protocol.Text;
import vos.testing.PublishedListener;
import vos.testing.PublishedPeer;

/**
 * A server with the published one's weaknesses, written from the description of its behaviour: takes one read of up to
 * 4,096 bytes for the request, serves one client at a time, says nothing about failures, and is dead after them. Its
 * files are a map.
 */
final class FileSharingImitation implements Closeable {
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private final PublishedListener listener;

    FileSharingImitation() throws IOException {
        listener = PublishedListener.oneAtATime(FileSharingServerEnd.READ, this::answer);
    }

    int port() {
        return listener.port();
    }

    boolean dead() {
        return listener.dead();
    }

    private void answer(PublishedPeer client) throws IOException {
        try {
            byte[] read = client.read();
            requests.add(Text.decode(read).orElse("(not UTF-8)"));
            answer(client, Text.decode(read).orElse("").strip().split("\\s+"));
        } catch (IOException e) {
            // A client that has gone, or said nothing, is not survived either.
            listener.die();
            throw e;
        }
    }

    /** An exception ends the process: its listener is closed, and then the connection. */
    private void answer(PublishedPeer client, String... words) throws IOException {
        if (words.length < 2) {
            listener.die();
        } else if (words[0].equals("UPLOAD")) {
            store(client, words[1]);
        } else if (words[0].equals("DOWNLOAD")) {
            send(client, words[1]);
        }
    }

    private void store(PublishedPeer client, String name) throws IOException {
        if (name.contains("nosuch/")) {
            listener.die();
        } else {
            files.put(name, client.readToEnd());
        }
    }

    private void send(PublishedPeer client, String name) throws IOException {
        if (files.containsKey(name)) {
            client.sendFile(files.get(name));
        } else {
            listener.die();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
