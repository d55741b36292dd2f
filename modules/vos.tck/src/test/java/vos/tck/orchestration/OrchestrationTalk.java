package vos.tck.orchestration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import vos.tck.ZooClient.Session;
import vos.tck.ZooTalk;

/** What a sound client of orchestration says and keeps, in both forms; each part can be done otherwise. */
class OrchestrationTalk extends ZooTalk {

    static final String PROMPT = "Enter command (upload/download/delete/exit): ";
    static final String NOT_STORED = "Error: Failed to receive file data.";
    static final String ACKNOWLEDGED = "Chunk received.";
    static final String UNREADABLE = "ERROR" + PROMPT;
    static final int PAUSE = 150;
    private static final int CHUNK = 1024;

    private boolean strict;

    OrchestrationTalk(Session session) {
        super(session);
    }

    @Override
    protected final int run() throws IOException {
        connect();
        logIn(session().line(), session().line());
        strict = hello();
        for (String line = session().line(); line != null && !line.equals("exit"); line = session().line()) {
            String[] words = line.replace("\"", "").split(" ", 2);
            if (strict) {
                line(words[0], words.length > 1 ? words[1] : "");
            } else {
                command(words[0], words.length > 1 ? words[1] : "");
            }
        }
        return 0;
    }

    void logIn(String name, String password) throws IOException {
        await("Username: ");
        say(name + "\n");
        await("Password: ");
        say(password + "\n");
        if (await("Authentication successful.", "Authentication failed.").equals("Authentication failed.")) {
            throw new IOException("the login failed");
        }
    }

    /** Whether the server speaks the strict form. */
    boolean hello() throws IOException {
        say("hello vos/1\n");
        await(PROMPT);
        if (await("vos/1", "Invalid command.").equals("vos/1")) {
            return welcome(statusLine());
        }
        await(PROMPT);
        return false;
    }

    boolean welcome(String behind) throws IOException {
        if (!behind.isEmpty() && !behind.startsWith(" ")) {
            throw new IOException("this is no welcome: vos/1" + behind);
        }
        return true;
    }

    void say(String word) throws IOException {
        wire().send(word);
    }

    void pause() throws IOException {
        wire().quietFor(PAUSE);
    }

    /** Takes one of these words, however the network has split or joined it. */
    String await(String... words) throws IOException {
        String said = "";
        while (!Arrays.asList(words).contains(said)) {
            String longer = said + new String(wire().take(1), StandardCharsets.ISO_8859_1);
            if (Stream.of(words).noneMatch(word -> word.startsWith(longer))) {
                throw new IOException("the server says " + longer);
            }
            said = longer;
        }
        return said;
    }

    // ---- published --------------------------------------------------------------------------------------------------

    void command(String word, String name) throws IOException {
        check(word, name);
        switch (word) {
            case "upload" -> upload(name);
            case "download" -> download(name);
            case "preview" -> preview(name);
            case "delete" -> delete(name);
            default -> throw new IOException("there is no such command: " + word);
        }
    }

    void check(String word, String name) throws IOException {
        boolean misunderstood = word.equals("upload") && name.equals("CANCEL_UPLOAD")
                || word.equals("download") && name.startsWith("PREVIEW ");
        if (misunderstood || !name.equals(name.strip()) || name.length() > CHUNK) {
            throw new IOException("this name cannot be sent: " + name);
        }
    }

    private void delete(String name) throws IOException {
        say("delete");
        await("Enter the filename to delete: ");
        say(name);
        done(await("FILE_DELETED", "FILE_NOT_FOUND", "Error: Failed to delete file."), "FILE_DELETED");
    }

    /** Takes the prompt behind what was said, which must be this. */
    void done(String said, String expected) throws IOException {
        await(PROMPT);
        if (!said.equals(expected)) {
            throw new IOException("the server said: " + said);
        }
    }

    private void upload(String name) throws IOException {
        try (InputStream content = Files.newInputStream(session().file(name))) {
            say("upload");
            await("Ready to receive the filename.");
            say(name);
            String said = await("Ready to receive file data.", NOT_STORED);
            if (said.equals(NOT_STORED) || refused()) {
                done(said, "");
            }
            for (byte[] chunk = content.readNBytes(CHUNK); chunk.length > 0; chunk = content.readNBytes(CHUNK)) {
                sendChunk(chunk);
            }
            endFile();
            done(await("File upload completed successfully.", NOT_STORED), "File upload completed successfully.");
        }
    }

    /** Whether the server says, in a pause, that it cannot take the file. */
    boolean refused() throws IOException {
        return !wire().quietFor(PAUSE) && !await(NOT_STORED).isEmpty();
    }

    void sendChunk(byte[] chunk) throws IOException {
        String text = new String(chunk, StandardCharsets.ISO_8859_1);
        int cut = text.equals("END_OF_FILE") || text.equals("UPLOAD_ERROR") ? 1 : 0;
        if (cut > 0) {
            wire().send(Arrays.copyOf(chunk, cut));
            await(ACKNOWLEDGED);
        }
        wire().send(Arrays.copyOfRange(chunk, cut, chunk.length));
        await(ACKNOWLEDGED);
    }

    void endFile() throws IOException {
        while (!wire().quietFor(PAUSE)) {
            await(ACKNOWLEDGED);
        }
        say("END_OF_FILE");
    }

    private void preview(String name) throws IOException {
        say("download");
        pause();
        say("PREVIEW " + name);
        String said = await("PREVIEW_MODE", "FILE_NOT_FOUND", "ERROR");
        if (!said.equals("PREVIEW_MODE")) {
            done(said, "PREVIEW_MODE");
        }
        byte[] end = (previewEnd() + PROMPT).getBytes(StandardCharsets.US_ASCII);
        previewed(session().file(localName(name)), wire().until(end));
    }

    String previewEnd() {
        return "END_OF_PREVIEW";
    }

    void previewed(Path file, byte[] content) throws IOException {
        session().print(new String(content, StandardCharsets.UTF_8));
    }

    private void download(String name) throws IOException {
        say("download");
        pause();
        say(name);
        begin(session().file(localName(name)));
        String said = await("FILE_FOUND", "FILE_NOT_FOUND", "ERROR");
        if (!said.equals("FILE_FOUND")) {
            done(said, "FILE_FOUND");
        }
        if (unreadable()) {
            throw new IOException("the server cannot read the file");
        }
        byte[] content = content();
        Files.write(session().file(localName(name)), content);
    }

    /** Whether an error and the prompt come, and then nothing; what comes else is left to be read. */
    boolean unreadable() throws IOException {
        ByteArrayOutputStream begun = new ByteArrayOutputStream();
        while (begun.size() < UNREADABLE.length()
                && UNREADABLE.startsWith(begun.toString(StandardCharsets.ISO_8859_1))) {
            begun.writeBytes(wire().take(1));
        }
        boolean unreadable = begun.toString(StandardCharsets.ISO_8859_1).equals(UNREADABLE)
                && wire().quietFor(2 * PAUSE);
        wire().putBack(begun.toByteArray());
        return unreadable;
    }

    byte[] content() throws IOException {
        byte[] content = wire().until(("END_OF_FILE" + PROMPT).getBytes(StandardCharsets.US_ASCII));
        if (!wire().quietFor(PAUSE)) {
            throw new IOException("the file holds what ends it");
        }
        return content;
    }

    // ---- strict -----------------------------------------------------------------------------------------------------

    void line(String word, String name) throws IOException {
        byte[] content = word.equals("upload") ? Files.readAllBytes(session().file(name)) : new byte[0];
        if (word.equals("upload")) {
            say(uploadLine(content.length, name));
            wire().send(content);
        } else {
            say(name.isEmpty() ? word + "\n" : word + " " + name + "\n");
        }
        String status = statusLine();
        if (word.equals("upload") || word.equals("delete")) {
            status(status);
            return;
        }
        byte[] body = sized(status);
        if (word.equals("download")) {
            Files.write(session().file(localName(name)), body);
        }
    }

    String uploadLine(int size, String name) {
        return "upload " + size + " " + name + "\n";
    }

    String statusLine() throws IOException {
        return new String(wire().until(new byte[] {'\n'}), StandardCharsets.UTF_8);
    }

    void status(String status) throws IOException {
        if (!status.equals("OK")) {
            throw new IOException("it was not done: " + status);
        }
    }

    byte[] sized(String status) throws IOException {
        if (!status.matches("OK [0-9]{1,18}")) {
            throw new IOException("no content: " + status);
        }
        return wire().take(Integer.parseInt(status.substring("OK ".length())));
    }
}
