package vos.lab.orchestration;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import vos.protocol.Bytes;
import vos.testing.PublishedListener;
import vos.testing.PublishedPeer;
import vos.testing.TestUser;

/**
 * A server with the published one's weaknesses, written from the description of its behaviour: one read is one message,
 * a chunk is whatever came, the prompt is glued to the word before it, and it knows no hello. Its files are a map; what
 * begins with a {@code d} is a directory.
 */
final class PublishedServer implements Closeable {
    /** The published one is as silent between an answer and a failure to open the file, in milliseconds. */
    private static final int SILENCE = 100;
    /** How a network that cuts words keeps their halves apart, in milliseconds. */
    private static final int APART = 5;

    final SortedMap<String, byte[]> files = new ConcurrentSkipListMap<>();
    final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private final PublishedListener listener;
    private final boolean cuts;

    /** A server; whether the network cuts each of its words in two. */
    PublishedServer(boolean cuts) throws IOException {
        this.cuts = cuts;
        listener = PublishedListener.threaded(PublishedPeer.READ, this::serve);
    }

    int port() {
        return listener.port();
    }

    private void serve(PublishedPeer client) throws IOException {
        if (!authenticate(client)) {
            return;
        }
        pause(SILENCE);
        say(client, Talk.PROMPT);
        for (String command = hear(client); !command.equals("exit"); command = hear(client)) {
            say(client, answer(client, command) + Talk.PROMPT);
        }
    }

    private boolean authenticate(PublishedPeer client) throws IOException {
        for (int attempt = 1; attempt <= 3; attempt++) {
            say(client, "Username: ");
            String user = client.hear().strip();
            say(client, "Password: ");
            if ((user + ":" + client.hear().strip()).equals(TestUser.NAME + ":" + TestUser.PASSWORD)) {
                say(client, "Authentication successful.");
                return true;
            }
            say(client, "Authentication failed.");
        }
        return false;
    }

    /** What is said, but for the prompt, at the end of the exchange. */
    private String answer(PublishedPeer client, String command) throws IOException {
        return switch (command) {
            case "upload" -> upload(client);
            case "download" -> download(client, hear(client));
            case "delete" -> {
                say(client, "Enter the filename to delete: ");
                String name = hear(client);
                yield name.startsWith("d") ? "Error: Failed to delete file."
                        : files.remove(name) == null ? "FILE_NOT_FOUND" : "FILE_DELETED";
            }
            default -> "Invalid command.";
        };
    }

    private String upload(PublishedPeer client) throws IOException {
        say(client, "Ready to receive the filename.");
        String name = hear(client);
        say(client, "Ready to receive file data.");
        if (name.startsWith("d")) {
            pause(SILENCE);
            return "Error: Failed to receive file data.";
        }
        files.put(name, new byte[0]);
        for (String chunk = client.hear(); !chunk.equals("END_OF_FILE"); chunk = client.hear()) {
            if (chunk.equals("UPLOAD_ERROR")) {
                return "";
            }
            byte[] before = files.get(name);
            byte[] after = Arrays.copyOf(before, before.length + chunk.length());
            System.arraycopy(Bytes.of(chunk), 0, after, before.length, chunk.length());
            files.put(name, after);
            say(client, "Chunk received.");
        }
        return "File upload completed successfully.";
    }

    private String download(PublishedPeer client, String asked) throws IOException {
        boolean preview = asked.startsWith("PREVIEW ");
        String name = preview ? asked.substring("PREVIEW ".length()) : asked;
        if (!files.containsKey(name) && !name.startsWith("d")) {
            return "FILE_NOT_FOUND";
        }
        say(client, preview ? "PREVIEW_MODE" : "FILE_FOUND");
        if (name.startsWith("d")) {
            return "ERROR";
        }
        byte[] content = files.get(name);
        client.sendFile(preview ? Arrays.copyOf(content, Math.min(content.length, PublishedPeer.READ)) : content);
        return preview ? "END_OF_PREVIEW" : "END_OF_FILE";
    }

    private String hear(PublishedPeer client) throws IOException {
        String message = client.hear().strip();
        heard.add(message);
        return message;
    }

    private void say(PublishedPeer client, String words) throws IOException {
        int cut = cuts ? words.length() / 2 : 0;
        if (cut > 0) {
            client.send(words.substring(0, cut));
            pause(APART);
        }
        client.send(words.substring(cut));
    }

    private static void pause(int milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
