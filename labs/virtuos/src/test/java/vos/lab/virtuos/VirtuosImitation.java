package vos.lab.virtuos;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import vos.testing.PublishedListener;
import vos.testing.PublishedPeer;

/**
 * A server with the published one's weaknesses, written from the description of its behaviour: reads as
 * {@link PublishedPeer} does, closes when a command fails that it has no sentence for, and knows no hello. Its files
 * are a map, and its directories are all those that anybody names with a {@code d}.
 */
final class VirtuosImitation implements Closeable {
    final SortedMap<String, byte[]> files = new ConcurrentSkipListMap<>();
    final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    private final PublishedListener listener;

    VirtuosImitation() throws IOException {
        listener = PublishedListener.threaded(PublishedPeer.READ, this::converse);
    }

    int port() {
        return listener.port();
    }

    private void converse(PublishedPeer client) throws IOException {
        client.send("Welcome to the server!\n");
        try {
            String directory = "";
            while (true) {
                String[] words = client.hear().strip().split("\\s+");
                commands.add(String.join(" ", words));
                String name = words.length > 1 ? words[1] : "";
                if (words[0].equals("cd")) {
                    directory = name.equals("..") ? "" : "/" + name;
                }
                answer(client, words[0], name, directory);
            }
        } finally {
            commands.add("(closed)");
        }
    }

    private void answer(PublishedPeer client, String word, String name, String directory) throws IOException {
        switch (word) {
            case "pwd" -> client.send(directory.isEmpty() ? "/\n" : directory + "\n");
            case "ls" -> client.send(files.isEmpty() ? "Directory is empty.\n"
                    : String.join("\n", files.keySet()) + "\n");
            case "cd" -> client.send(name.startsWith("d") || name.equals("..") ? "Moved to '" + name + "'.\n"
                    : "Directory not found.\n");
            case "mkdir" -> client.send("Folder '" + name + "' created.\n");
            case "touch" -> client.send("File '" + name + "' created.\n");
            case "rm" -> remove(client, name);
            case "upload" -> upload(client, name);
            case "download" -> download(client, files.get(name));
            case "exit" -> {
                client.send("Goodbye!");
                throw new IOException("the client has left");
            }
            default -> client.send("Unknown command.\n");
        }
    }

    private void remove(PublishedPeer client, String name) throws IOException {
        if (name.startsWith("d")) {
            throw new IOException("a directory that is not empty, and no word about it");
        }
        client.send(files.remove(name) == null ? "Item not found.\n" : "File '" + name + "' deleted.\n");
    }

    private void upload(PublishedPeer client, String name) throws IOException {
        if (name.contains("/")) {
            throw new IOException("no such directory, and no word about it");
        }
        files.put(name, client.readFile(VirtuosDialect.SENTINEL));
        client.send("Uploaded '" + name + "' successfully.\n");
    }

    private static void download(PublishedPeer client, byte[] content) throws IOException {
        if (content == null) {
            client.send("File not found.\n");
        } else {
            client.sendFile(content);
            client.send(VirtuosDialect.SENTINEL);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
