package vos.tck.virtuos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vos.tck.Refused;
import vos.tck.ZooWire;

/** The published form, with one client, until it says hello. */
class VirtuosZooSession {

    static final String SENTINEL = "<<EOF>>";
    static final int LONGEST = 1024;
    private static final int PAUSE = 150;
    private static final String HELLO = "hello vos/";
    private static final String JOINED = "the name and the file came as one message; try again";

    final VirtuosZooFiles files;
    final Socket socket;
    final ZooWire in;
    private final OutputStream out;
    private List<String> current = List.of();

    VirtuosZooSession(VirtuosZooFiles files, Socket socket) throws IOException {
        this.files = files;
        this.socket = socket;
        this.in = ZooWire.ofServer(socket, 64 * 1024);
        this.out = socket.getOutputStream();
    }

    void converse() throws IOException {
        welcome();
        boolean goesOn = true;
        while (goesOn) {
            byte[] segment = next();
            goesOn = segment.length > 0 && (isHello(segment) ? hello(segment) : command(segment));
        }
    }

    void welcome() throws IOException {
        say("Welcome to the server!");
    }

    List<String> current() {
        return current;
    }

    void move(List<String> place) {
        current = place;
    }

    // ---- segments --------------------------------------------------------------------------------------------------

    /** One command, or no bytes at the end. */
    byte[] next() throws IOException {
        byte[] segment = in.some(LONGEST);
        byte[] more = segment;
        while (more.length > 0 && mayBecomeHello(segment)) {
            more = rest();
            byte[] begun = segment;
            segment = Arrays.copyOf(begun, begun.length + more.length);
            System.arraycopy(more, 0, segment, begun.length, more.length);
        }
        return segment;
    }

    /** What comes within a pause. */
    byte[] rest() throws IOException {
        return in.someWithin(LONGEST, PAUSE);
    }

    boolean mayBecomeHello(byte[] segment) {
        String text = new String(segment, ISO_8859_1);
        return HELLO.startsWith(text) || text.startsWith(HELLO) && !text.contains("\n") && text.length() < 20;
    }

    boolean isHello(byte[] segment) {
        return new String(segment, ISO_8859_1).startsWith(HELLO);
    }

    boolean hello(byte[] segment) throws IOException {
        int end = new String(segment, ISO_8859_1).indexOf('\n');
        if (end >= 0) {
            in.putBack(Arrays.copyOfRange(segment, end + 1, segment.length));
        }
        send("vos/1 ls cd pwd mkdir rm touch upload download exit quit\n".getBytes(UTF_8));
        strict().converse();
        return false;
    }

    VirtuosZooStrict strict() throws IOException {
        return new VirtuosZooStrict(files, socket, in);
    }

    /** Whether the segment begins with {@code upload} and holds something that no name has. */
    boolean isJoined(byte[] segment) {
        String text = new String(segment, ISO_8859_1);
        return text.startsWith("upload ") && (text.contains(SENTINEL) || segment.length == LONGEST
                || text.stripTrailing().chars().anyMatch(c -> c < ' ' || c == 0x7f) || text(segment) == null
                || Arrays.stream(text.split("[ /]")).anyMatch(name -> name.length() > 255));
    }

    /** The segment as text, or null if it is none. */
    String text(byte[] segment) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(segment)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    // ---- commands --------------------------------------------------------------------------------------------------

    /** Does what the segment says; tells whether the conversation goes on. */
    boolean command(byte[] segment) throws IOException {
        if (isJoined(segment)) {
            in.putBack(segment);
            readFile(OutputStream.nullOutputStream());
            error(JOINED);
            return true;
        }
        String text = text(segment);
        if (text == null) {
            error("this is not UTF-8");
            return true;
        }
        String[] words = words(text);
        boolean leaves = words[0].equals("exit") || words[0].equals("quit");
        if (leaves) {
            goodbye();
        } else {
            answer(words);
        }
        return !leaves;
    }

    String[] words(String text) {
        return text.strip().split("\\s+");
    }

    void goodbye() throws IOException {
        send("Goodbye!".getBytes(UTF_8));
    }

    void answer(String... words) throws IOException {
        switch (words[0]) {
            case "pwd" -> say(path(current()));
            case "ls" -> list();
            case "mydir" -> mydir();
            case "cd", "mkdir", "rm", "touch", "upload", "download" -> {
                if (words.length < 2) {
                    unknown();
                } else {
                    named(words);
                }
            }
            default -> unknown();
        }
    }

    void unknown() throws IOException {
        say("Unknown command.");
    }

    void mydir() throws IOException {
        say("Client's current directory contents:\n");
    }

    String path(List<String> place) {
        return "/" + String.join("/", place);
    }

    private void named(String... words) throws IOException {
        String name = words[1];
        try {
            switch (words[0]) {
                case "cd" -> changeDirectory(name);
                case "mkdir" -> makeDirectory(name);
                case "rm" -> remove(name);
                case "touch" -> touch(name);
                case "upload" -> upload(words);
                default -> download(name);
            }
        } catch (Refused refused) {
            failed(words[0], refused);
        }
    }

    void failed(String command, Refused refused) throws IOException {
        boolean bad = List.of("invalid-name", "outside-the-workspace").contains(refused.word());
        boolean missing = refused.word().equals("not-found");
        switch (command) {
            case "cd" -> say(refused.word().startsWith("outside") ? "Access denied." : "Directory not found.");
            case "mkdir" -> sayOr(bad, "Invalid folder name.", refused);
            case "touch" -> sayOr(bad, "Invalid filename.", refused);
            case "rm" -> sayOr(bad || missing, bad ? "Invalid item name." : "Item not found.", refused);
            case "download" -> {
                boolean noFile = missing || refused.word().equals("is-a-directory");
                refuseDownload(noFile ? "File not found." : "Error: " + refused.getMessage() + ".");
            }
            default -> error(refused.getMessage());
        }
    }

    private void sayOr(boolean known, String sentence, Refused refused) throws IOException {
        if (known) {
            say(sentence);
        } else {
            error(refused.getMessage());
        }
    }

    void error(String clause) throws IOException {
        say("Error: " + clause + ".");
    }

    private void list() throws IOException {
        try {
            say(listing(files.list(current()).stream().map(this::listed).toList()));
        } catch (Refused removed) {
            failed("cd", removed);
        }
    }

    String listed(Path entry) {
        return entry.getFileName().toString();
    }

    void changeDirectory(String name) throws IOException {
        List<String> place = files.resolve(current(), name);
        files.directory(files.disk(place));
        move(place);
        say("Moved to '" + name + "'.");
    }

    void makeDirectory(String name) throws IOException {
        refuseTwoDots(name);
        files.makeAll(files.resolve(current(), name));
        say("Folder '" + name + "' created.");
    }

    void remove(String name) throws IOException {
        refuseTwoDots(name);
        boolean directory = files.remove(files.resolve(current(), name));
        say((directory ? "Directory '" : "File '") + name + "' deleted.");
    }

    void touch(String name) throws IOException {
        refuseTwoDots(name);
        files.touch(files.resolve(current(), name));
        say("File '" + name + "' created.");
    }

    void refuseTwoDots(String name) throws IOException {
        if (name.contains("..")) {
            throw new Refused("invalid-name", "two dots");
        }
    }

    // ---- files -----------------------------------------------------------------------------------------------------

    void upload(String... words) throws IOException {
        if (words.length > 2 && isSentinelAllThatFollows()) {
            error(JOINED);
            return;
        }
        List<String> place;
        Path draft;
        try {
            place = files.resolve(current(), words[1]);
            draft = files.begin(place);
        } catch (Refused refused) {
            discard();
            throw refused;
        }
        try {
            receive(draft);
            files.publish(draft, files.disk(place));
        } finally {
            files.abandon(draft);
        }
        say("Uploaded '" + words[1] + "' successfully.");
    }

    private boolean isSentinelAllThatFollows() throws IOException {
        byte[] next = in.some(LONGEST);
        boolean sentinel = new String(next, ISO_8859_1).startsWith(SENTINEL);
        in.putBack(sentinel ? Arrays.copyOfRange(next, SENTINEL.length(), next.length) : next);
        return sentinel;
    }

    /** Reads the file of an upload that is refused. */
    void discard() throws IOException {
        readFile(OutputStream.nullOutputStream());
    }

    private void receive(Path draft) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(draft))) {
            readFile(file);
        }
    }

    /** Copies what comes up to the sentinel. */
    void readFile(OutputStream file) throws IOException {
        if (!sentinel().copy(in::read, file)) {
            brokenOff();
        }
    }

    /** The connection ended within a file. */
    void brokenOff() throws IOException {
        throw new IOException("the file was broken off");
    }

    Sentinel sentinel() {
        return new Sentinel();
    }

    void download(String name) throws IOException {
        Path file = files.file(files.resolve(current(), name));
        if (files.holds(file, sentinel())) {
            throw new Refused("unsupported", "the file holds the mark that ends a file");
        }
        files.send(file, out);
        pause();
        endFile();
    }

    void endFile() throws IOException {
        send(SENTINEL.getBytes(UTF_8));
    }

    void refuseDownload(String sentence) throws IOException {
        send((sentence + "\n" + SENTINEL).getBytes(UTF_8));
    }

    void pause() {
        sleep(PAUSE);
    }

    static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- answers ---------------------------------------------------------------------------------------------------

    /** The names, or as many as fit into an answer. */
    String listing(List<String> names) {
        if (names.isEmpty()) {
            return "Directory is empty.";
        }
        List<String> lines = new ArrayList<>(names);
        for (int shown = names.size() - 1; bytes(String.join("\n", lines) + "\n").length > LONGEST; shown--) {
            lines = new ArrayList<>(names.subList(0, shown));
            lines.add("... and " + (names.size() - shown) + " more");
        }
        return String.join("\n", lines);
    }

    void say(String answer) throws IOException {
        byte[] line = bytes(answer + "\n");
        send(line.length <= LONGEST ? line : cut(answer));
    }

    byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    byte[] cut(String answer) {
        String shorter = answer;
        while (bytes(shorter + "...\n").length > LONGEST) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return bytes(shorter + "...\n");
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }
}
