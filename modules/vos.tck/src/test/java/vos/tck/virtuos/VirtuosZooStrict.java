package vos.tck.virtuos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.tck.BrokenFrame;
import vos.tck.Refused;
import vos.tck.ZooWire;

/** The strict form, with one client, from its hello on. */
class VirtuosZooStrict {

    private static final Pattern SIZE_AND_NAME = Pattern.compile("([0-9]{1,18}) (.+)", Pattern.DOTALL);
    private static final List<String> WORDS =
            List.of("ls", "cd", "pwd", "mkdir", "rm", "touch", "upload", "download", "exit", "quit");
    private static final int LONGEST_LINE = 8192;

    final VirtuosZooFiles files;
    final ZooWire in;
    private final Socket socket;
    private List<String> current = List.of();

    VirtuosZooStrict(VirtuosZooFiles files, Socket socket, ZooWire in) {
        this.files = files;
        this.socket = socket;
        this.in = in;
    }

    final Socket socket() {
        return socket;
    }

    void converse() throws IOException {
        try {
            boolean goesOn = true;
            while (goesOn) {
                String line = line();
                goesOn = line != null && (isNoCommand(line) || command(line.split(" ", 2)));
            }
        } catch (BrokenFrame e) {
            send("ERROR malformed: " + e.getMessage() + "\n");
            leave();
        }
    }

    /** Closes the output, and reads on for a while. */
    void leave() throws IOException {
        socket.shutdownOutput();
        for (int i = 0; i < 1000 && in.someWithin(1 << 16, 500).length > 0; i++) {
            Thread.onSpinWait();
        }
    }

    // ---- lines -----------------------------------------------------------------------------------------------------

    /** The next line without its end; null at the end. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return atEnd(line);
            }
            line.write(next);
            if (line.size() > longestLine()) {
                throw new BrokenFrame("this breaks the framing");
            }
        }
        return withoutCarriageReturn(text(line));
    }

    int longestLine() {
        return LONGEST_LINE;
    }

    /** What came without a line end. */
    String atEnd(ByteArrayOutputStream line) {
        return null;
    }

    /** What is not UTF-8 is a line of its own, which no command begins. */
    final String text(ByteArrayOutputStream line) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            return "\ufffd";
        }
    }

    String withoutCarriageReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    boolean isNoCommand(String line) {
        return line.isEmpty();
    }

    // ---- commands --------------------------------------------------------------------------------------------------

    boolean command(String... wordAndName) throws IOException {
        try {
            String word = wordAndName[0];
            if (word.equals("\ufffd")) {
                throw new Refused("malformed", "this is not UTF-8");
            }
            if (!WORDS.contains(word)) {
                throw new Refused("unsupported", "there is no such command");
            }
            answer(word, wordAndName.length < 2 ? "" : wordAndName[1]);
            return !word.equals("exit") && !word.equals("quit");
        } catch (Refused refused) {
            refuse(refused);
            return true;
        }
    }

    void refuse(Refused refused) throws IOException {
        send(refused.status() + "\n");
    }

    private void answer(String word, String name) throws IOException {
        switch (word) {
            case "exit", "quit" -> done();
            case "pwd" -> content(path());
            case "ls" -> content(listing(files.list(place(name))));
            case "upload" -> upload(name);
            default -> named(word, name);
        }
    }

    private void named(String word, String name) throws IOException {
        if (name.isEmpty()) {
            throw new Refused("malformed", word + " needs a name");
        }
        List<String> place = place(name);
        switch (word) {
            case "cd" -> {
                files.directory(files.disk(place));
                current = place;
                content(path());
            }
            case "mkdir" -> {
                make(place);
                done();
            }
            case "rm" -> {
                files.remove(place);
                done();
            }
            case "touch" -> {
                files.touch(place);
                done();
            }
            default -> download(files.file(place));
        }
    }

    List<String> place(String name) throws IOException {
        return files.resolve(current, name);
    }

    void make(List<String> place) throws IOException {
        files.makeOne(place);
    }

    private String path() {
        return "/" + String.join("/", current);
    }

    String listing(List<Path> entries) {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(entry.getFileName()).append(Files.isDirectory(entry) ? "/\n" : "\n"));
        return lines.toString();
    }

    // ---- files -----------------------------------------------------------------------------------------------------

    void upload(String sizeAndName) throws IOException {
        Matcher parts = SIZE_AND_NAME.matcher(sizeAndName);
        if (!parts.matches()) {
            withoutSize();
            return;
        }
        long size = Long.parseLong(parts.group(1));
        List<String> place;
        Path draft;
        try {
            place = place(parts.group(2));
            draft = files.begin(place);
        } catch (Refused refused) {
            discard(size);
            throw refused;
        }
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(draft))) {
                read(size, file);
            }
            files.publish(draft, files.disk(place));
        } finally {
            files.abandon(draft);
        }
        done();
    }

    void withoutSize() throws IOException {
        throw new BrokenFrame("this breaks the framing");
    }

    /** Reads the body of an upload that is refused. */
    void discard(long size) throws IOException {
        read(size, OutputStream.nullOutputStream());
    }

    void read(long size, OutputStream out) throws IOException {
        for (long i = 0; i < size; i++) {
            int next = in.read();
            if (next < 0) {
                brokenOff();
                return;
            }
            out.write(next);
        }
    }

    void brokenOff() throws IOException {
        throw new IOException("the body was broken off");
    }

    void download(Path file) throws IOException {
        send("OK " + Files.size(file) + "\n");
        files.send(file, socket.getOutputStream());
    }

    // ---- answers ---------------------------------------------------------------------------------------------------

    void done() throws IOException {
        send("OK\n");
    }

    void content(String text) throws IOException {
        send("OK " + size(text) + "\n" + text);
    }

    int size(String text) {
        return text.getBytes(UTF_8).length;
    }

    final void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }
}
