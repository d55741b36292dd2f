package vos.tck.orchestration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.tck.Refused;

/** The strict form of a sound server, in small steps. */
class OrchestrationZooStrict {

    private static final Pattern UPLOAD = Pattern.compile("([0-9]{1,18}) (.+)", Pattern.DOTALL);

    private final OrchestrationZooWire wire;
    private final OrchestrationZooFiles files;
    private byte[] pushed = new byte[0];

    OrchestrationZooStrict(OrchestrationZooWire wire, OrchestrationZooFiles files) {
        this.wire = wire;
        this.files = files;
    }

    OrchestrationZooWire wire() {
        return wire;
    }

    OrchestrationZooFiles files() {
        return files;
    }

    /** Bytes that came with the hello. */
    void push(byte[] bytes) {
        pushed = bytes;
    }

    void converse() throws IOException {
        wire.say("vos/1 " + String.join(" ", OrchestrationZooServer.COMMANDS) + "\n");
        boolean more = true;
        while (more) {
            byte[] line = line();
            more = line != null && (line.length == 0 ? empty() : obey(line));
        }
    }

    int read() throws IOException {
        if (pushed.length == 0) {
            return wire.read();
        }
        int next = pushed[0] & 0xff;
        pushed = Arrays.copyOfRange(pushed, 1, pushed.length);
        return next;
    }

    /** The next line without its end, or with one byte too many; null at the end of the stream. */
    byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = read();
        while (next >= 0 && next != '\n' && line.size() <= limit()) {
            line.write(next);
            next = read();
        }
        byte[] bytes = line.toByteArray();
        boolean cr = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return next < 0 ? cut(bytes) : cr ? withoutCr(bytes) : bytes;
    }

    int limit() {
        return 8192;
    }

    /** What a line that is cut is worth. */
    byte[] cut(byte[] bytes) {
        return null;
    }

    byte[] withoutCr(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 1);
    }

    /** An empty line is no command. */
    boolean empty() throws IOException {
        return true;
    }

    /** So many bytes of a file; fewer at the end of the stream. */
    byte[] body(int size) throws IOException {
        int first = Math.min(size, pushed.length);
        byte[] bytes = Arrays.copyOf(pushed, size);
        pushed = Arrays.copyOfRange(pushed, first, pushed.length);
        byte[] rest = wire.read(size - first);
        System.arraycopy(rest, 0, bytes, first, rest.length);
        return Arrays.copyOf(bytes, first + rest.length);
    }

    /** Whether the conversation goes on. */
    boolean obey(byte[] line) throws IOException {
        try {
            if (line.length > limit()) {
                return broken();
            }
            String[] words = text(line).split(" ", 2);
            String name = words.length < 2 ? "" : words[1];
            return words[0].equals("upload") ? upload(name) : obey(words[0], name);
        } catch (Refused refusal) {
            refuse(refusal.word(), OrchestrationZooWire.latin(line));
            return goesOn();
        }
    }

    boolean goesOn() {
        return true;
    }

    private static String text(byte[] line) throws Refused {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            throw new Refused("malformed", "that was not done");
        }
    }

    boolean obey(String command, String name) throws IOException {
        switch (command) {
            case "download" -> answer(files.content(name));
            case "preview" -> preview(name);
            case "list" -> answer(files.listing(name).getBytes(StandardCharsets.UTF_8));
            case "delete" -> {
                files.delete(name);
                done();
            }
            case "exit" -> {
                done();
                return false;
            }
            default -> throw new Refused("unsupported", "that was not done");
        }
        return true;
    }

    void preview(String name) throws IOException {
        answer(files.beginning(name));
    }

    void done() throws IOException {
        wire.say("OK\n");
    }

    void answer(byte[] content) throws IOException {
        wire.say("OK " + content.length + "\n");
        wire.send(content);
    }

    /** Says that {@code line} is not done. */
    void refuse(String word, String line) throws IOException {
        wire.say("ERROR " + word + ": that was not done\n");
    }

    /** It cannot be known where the next command begins. */
    boolean broken() throws IOException {
        refuse("malformed", "");
        return false;
    }

    boolean upload(String sizeAndName) throws IOException {
        Matcher parts = UPLOAD.matcher(sizeAndName);
        if (!parts.matches()) {
            return broken();
        }
        int size = Integer.parseInt(parts.group(1));
        return store(size, parts.group(2));
    }

    boolean store(int size, String name) throws IOException {
        byte[] content = body(size);
        if (isWhole(content, size)) {
            OrchestrationZooFiles.Upload upload = files.upload(name);
            upload.stream().write(content);
            upload.complete();
            done();
        }
        return content.length == size;
    }

    boolean isWhole(byte[] content, int size) {
        return content.length == size;
    }
}
