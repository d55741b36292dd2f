package vos.tck.minftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import vos.tck.BrokenFrame;
import vos.tck.Refused;

/**
 * What the sound server says on one connection, in small steps of which a broken server takes one in another way.
 *
 * <p>For one thread.
 */
class MiniFtpZooSession {

    protected static final int LONGEST = 8192;
    private static final int PAUSE = 100;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    protected final Socket socket;
    protected final MiniFtpZooFiles files;
    protected boolean strict;
    protected byte[] token;
    protected MiniFtpZooInput in;
    private OutputStream out;

    MiniFtpZooSession(Socket socket, MiniFtpZooFiles files) {
        this.socket = socket;
        this.files = files;
    }

    /** A content on its way in. */
    protected interface Content {
        /** Reads it to its end. */
        void copyTo(OutputStream sink) throws IOException;
    }

    // ---- from beginning to end -------------------------------------------------------------------------------------

    void run() throws IOException {
        out = socket.getOutputStream();
        token = bytes(makeToken());
        in = input();
        greet();
        try {
            Optional<byte[]> message = next();
            while (message.isPresent() && answer(message.get())) {
                message = next();
            }
        } catch (BrokenFrame e) {
            broken(e);
        }
        end();
    }

    protected MiniFtpZooInput input() {
        return new MiniFtpZooInput(socket, token);
    }

    protected String makeToken() {
        return RANDOM.ints(8, 0, ALPHABET.length()).mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining("", "<", ">"));
    }

    protected void greet() throws IOException {
        out.write(token);
        pause();
        send(welcome());
    }

    protected String welcome() throws IOException {
        return "Current Directory: " + shownHere() + ":\n|\n-- " + String.join("\n-- ", files.listed(true))
                + "\n-- " + String.join("\n-- ", files.listed(false));
    }

    protected Optional<byte[]> next() throws IOException {
        return in.message(LONGEST);
    }

    protected void broken(BrokenFrame e) throws IOException {
        status(new Refused("malformed", e.getMessage()));
    }

    protected void end() throws IOException {
        socket.shutdownOutput();
        in.linger();
    }

    // ---- a command -------------------------------------------------------------------------------------------------

    /** Whether the conversation goes on. */
    protected boolean answer(byte[] message) throws IOException {
        String word = word(new String(message, StandardCharsets.ISO_8859_1));
        try {
            String command = text(message);
            if (word.equals("exit")) {
                return exit();
            }
            perform(word, arguments(command));
            status(null);
        } catch (Refused refusal) {
            return refuse(word, refusal);
        }
        return true;
    }

    protected String text(byte[] message) throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
        } catch (CharacterCodingException e) {
            if (word(new String(message, StandardCharsets.ISO_8859_1)).equals("ul")) {
                in.content(OutputStream.nullOutputStream());
            }
            throw new Refused("malformed", "this is not UTF-8");
        }
    }

    protected String word(String command) {
        return command.split(" ", 2)[0];
    }

    protected String[] arguments(String command) {
        String[] halves = command.split(" ", 2);
        return halves.length < 2 ? new String[] {""} : halves[1].split(strict ? "\n" : " ", -1);
    }

    protected boolean exit() throws IOException {
        return false;
    }

    protected void perform(String word, String[] arguments) throws IOException {
        String name = arguments[0];
        switch (word) {
            case "hello" -> hello(name);
            case "cd" -> files.enter(name);
            case "mkdir" -> files.makeDirectory(name);
            case "rm" -> files.remove(name);
            case "ul" -> upload(arguments);
            case "dl" -> download(name);
            case "info" -> info(name);
            case "mv" -> move(arguments);
            default -> unknown(word);
        }
    }

    protected void unknown(String word) throws IOException {
        throw new Refused("unsupported", "there is no such command");
    }

    protected void hello(String version) throws IOException {
        strict = true;
        send("vos/1 cd mkdir rm ul dl info mv exit");
    }

    private void move(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new Refused("malformed", "the destination is missing");
        }
        files.move(arguments[0], arguments[1]);
    }

    protected void info(String name) throws IOException {
        result(files.size(name));
    }

    // ---- contents --------------------------------------------------------------------------------------------------

    private void upload(String[] arguments) throws IOException {
        if (strict) {
            long size = size(arguments);
            receive(arguments[0], sink -> sized(size, sink));
        } else {
            receive(arguments[0], in::content);
        }
    }

    protected long size(String[] arguments) throws IOException {
        if (arguments.length != 2 || !arguments[1].matches("[0-9]{1,18}")) {
            throw new BrokenFrame("the size is missing");
        }
        return Long.parseLong(arguments[1]);
    }

    protected void sized(long size, OutputStream sink) throws IOException {
        in.exactly(size, sink);
        in.token();
    }

    protected void receive(String name, Content content) throws IOException {
        Path place;
        try {
            place = files.target(files.place(name));
        } catch (Refused refusal) {
            skip(content);
            throw refusal;
        }
        Path draft = files.draft(place);
        try {
            try (OutputStream sink = Files.newOutputStream(draft)) {
                content.copyTo(sink);
            }
            publish(draft, place);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    protected void skip(Content content) throws IOException {
        content.copyTo(OutputStream.nullOutputStream());
    }

    protected void publish(Path draft, Path place) throws IOException {
        files.publish(draft, place);
    }

    protected void download(String name) throws IOException {
        Path file = files.file(name);
        if (!strict && holdsToken(file)) {
            throw new Refused("unsupported", "the file holds the token of this connection");
        }
        try (FileChannel content = FileChannel.open(file)) {
            announce(content.size());
            stream(content).transferTo(out);
            pauseUnlessStrict();
            out.write(token);
            pauseUnlessStrict();
        }
    }

    protected InputStream stream(FileChannel content) throws IOException {
        return Channels.newInputStream(content);
    }

    protected boolean holdsToken(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .contains(new String(token, StandardCharsets.ISO_8859_1));
    }

    protected void announce(long size) throws IOException {
        if (strict) {
            send(Long.toString(size));
        }
    }

    // ---- what the server says --------------------------------------------------------------------------------------

    protected boolean refuse(String word, Refused refusal) throws IOException {
        if (word.equals("dl") || word.equals("info")) {
            result("");
        }
        status(refusal);
        return true;
    }

    /** {@code refusal} is null if the command was done. */
    protected void status(Refused refusal) throws IOException {
        send(refusal == null ? shownHere() : shownHere() + "\n" + line(refusal));
    }

    protected String shownHere() {
        return files.shownHere();
    }

    protected String line(Refused refusal) {
        return refusal.status();
    }

    protected void result(String result) throws IOException {
        send(result);
        pauseUnlessStrict();
    }

    protected void pauseUnlessStrict() throws IOException {
        if (!strict) {
            pause();
        }
    }

    protected void pause() throws IOException {
        in.pause(PAUSE);
    }

    protected void send(String message) throws IOException {
        sendRaw(message + new String(token, StandardCharsets.US_ASCII));
    }

    protected void sendRaw(String text) throws IOException {
        out.write(bytes(text));
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
