package vos.tck.minftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vos.tck.ZooClient.Session;
import vos.tck.ZooTalk;

/** One start of a sound client, in steps that a broken one overrides. */
class MiniFtpTalk extends ZooTalk {

    private static final int PAUSE = 200;
    private static final int TOKEN = 10;

    private String token;
    private boolean strict;

    MiniFtpTalk(Session session) {
        super(session);
    }

    @Override
    protected final int run() throws IOException {
        open();
        for (String line = session().line(); line != null && !line.equals("exit"); line = session().line()) {
            List<String> words = words(line);
            if (!perform(words.getFirst(), words.subList(1, words.size()))) {
                return 1;
            }
        }
        say("exit");
        return 0;
    }

    private void open() throws IOException {
        connect();
        token = text(firstBytes());
        message();
        strict = false;
        say("hello vos/1");
        strict = agreed(text(message()));
    }

    private boolean perform(String word, List<String> names) throws IOException {
        if (!strict && names.stream().anyMatch(name -> !sendable(name))) {
            return false;
        }
        return switch (word) {
            case "ul" -> upload(names.getFirst());
            case "dl" -> download(names.getFirst());
            case "info" -> size(names.getFirst()) != null;
            default -> {
                say(word + " " + String.join(separator(), names));
                yield ok(text(message()));
            }
        };
    }

    private boolean upload(String name) throws IOException {
        byte[] content = Files.readAllBytes(session().file(name));
        if (strict) {
            say(strictUpload(name, content));
            wire().send(content);
        } else {
            while (mustNotBeSent(content)) {
                open();
            }
            say("ul " + name);
            pause();
            wire().send(content);
            pause();
        }
        wire().send(token);
        return ok(text(message()));
    }

    private boolean download(String name) throws IOException {
        Path local = session().file(localName(name));
        byte[] content = strict ? strictContent(name, local) : publishedContent(name, local);
        return keep(local, content);
    }

    private byte[] publishedContent(String name, Path local) throws IOException {
        while (true) {
            String size = sizeBefore(name);
            if (size == null) {
                return null;
            }
            say("dl " + name);
            begin(local);
            byte[] content = publishedContent();
            boolean confirmed = confirmed(text(message()));
            if (size.isEmpty() || size.equals(Integer.toString(content.length))) {
                return confirmed ? content : null;
            }
            open();
        }
    }

    private byte[] strictContent(String name, Path local) throws IOException {
        say("dl " + name);
        String size = text(message());
        if (size.isEmpty()) {
            message();
            return null;
        }
        begin(local);
        byte[] content = strictContent(number(size));
        return confirmed(text(message())) ? content : null;
    }

    // ---- what people get wrong --------------------------------------------------------------------------------------

    byte[] firstBytes() throws IOException {
        return wire().take(TOKEN);
    }

    /** Sends a message with its token. */
    void say(String message) throws IOException {
        wire().send(message + token);
    }

    /** Receives a message, and takes its token away. */
    byte[] message() throws IOException {
        return wire().until(token.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the answer to hello begins the strict form; reads the status that follows it then. */
    boolean agreed(String answer) throws IOException {
        return answer.startsWith("vos/1") && ok(text(message()));
    }

    /** What separates arguments. */
    String separator() {
        return strict ? "\n" : " ";
    }

    /** Whether a name may be sent in the published form. */
    boolean sendable(String name) {
        return !name.contains(" ");
    }

    /** Whether the connection's token stands in a content. */
    boolean mustNotBeSent(byte[] content) {
        return string(content).contains(token);
    }

    /** The command before a content, in the strict form. */
    String strictUpload(String name, byte[] content) {
        return "ul " + name + "\n" + content.length;
    }

    void pause() throws IOException {
        wire().quietFor(PAUSE);
    }

    /** The size that a download must have; empty if that is not known, and null if there is no such file. */
    String sizeBefore(String name) throws IOException {
        return size(name);
    }

    final String size(String name) throws IOException {
        say("info " + name);
        String size = text(message());
        return ok(text(message())) ? size : null;
    }

    byte[] publishedContent() throws IOException {
        return message();
    }

    /** So many bytes, and the token behind them. */
    byte[] strictContent(int size) throws IOException {
        byte[] content = wire().take(size);
        if (message().length > 0) {
            throw new IOException("no token stands behind the content");
        }
        return content;
    }

    /** Whether the status behind a content says that all was well. */
    boolean confirmed(String status) {
        return ok(status);
    }

    // ---- for broken ones --------------------------------------------------------------------------------------------

    final String token() {
        return token;
    }

    static boolean ok(String status) {
        return !status.contains("\n");
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
