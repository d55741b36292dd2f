package vos.lab.cloudfs;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import vos.protocol.Bytes;
import vos.testing.PublishedListener;
import vos.testing.PublishedPeer;

/**
 * A server with the published one's weaknesses, written from the description of its behaviour: takes one read for a
 * header and one for a message, looks for the sentinel in what one read gives and stores what stands behind it, does
 * not answer a command that fails without a word, and falls silent for ever when it cannot write a file. Its files are
 * a map, and its shell has four commands.
 */
final class PublishedServer implements Closeable {
    final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    final List<String> messages = Collections.synchronizedList(new ArrayList<>());

    private final PublishedListener listener = PublishedListener.threaded(PublishedPeer.READ, this::converse);

    PublishedServer() throws IOException {
    }

    int port() {
        return listener.port();
    }

    /** Messages but for markers. */
    List<String> asked() {
        return messages.stream().filter(message -> !message.startsWith("vos-")).toList();
    }

    private void converse(PublishedPeer client) throws IOException {
        String message = receive(client);
        while (!message.equals("!DISCONNECT")) {
            messages.add(message);
            answer(client, message);
            message = receive(client);
        }
    }

    /** A header that does not come in one read is taken for a shorter one, and whatever follows for what it is not. */
    private static String receive(PublishedPeer client) throws IOException {
        String header = Bytes.text(client.readOnce(Words.HEADER)).strip();
        int length = Integer.parseInt(header);
        return length == 0 ? "" : new String(client.readOnce(length), StandardCharsets.UTF_8);
    }

    private void answer(PublishedPeer client, String message) throws IOException {
        String name = message.substring(message.indexOf(' ') + 1);
        if (message.startsWith("UPLOAD ")) {
            if (name.startsWith("nosuch/") || name.isEmpty()) {
                fallSilent(client);
            }
            files.put(name, client.readFile(Frames.SENTINEL));
        } else if (message.startsWith("DOWNLOAD ")) {
            byte[] content = files.get(name);
            client.send(content == null ? Bytes.of("File not found.") : content);
            client.send(Frames.SENTINEL);
        } else {
            client.send(output(message.split(" ", 2)[0], name));
        }
    }

    private byte[] output(String command, String name) {
        var output = new ByteArrayOutputStream();
        switch (command) {
            case "ls" -> files.keySet().forEach(file -> output.writeBytes(Bytes.of(file + "\n")));
            case "cat" -> output.writeBytes(files.get(name));
            case "mkdir" -> output.writeBytes(Bytes.of("[+] Command executed.\n"));
            case "false" -> { }
            default -> output.writeBytes(Bytes.of("/bin/sh: 1: " + command + ": not found\n"));
        }
        return output.toByteArray();
    }

    /** The thread has died, and the connection stays open. */
    private static void fallSilent(PublishedPeer client) throws IOException {
        client.readToEnd();
    }

    boolean holds(String name, byte[] content) {
        return Arrays.equals(content, files.get(name));
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
