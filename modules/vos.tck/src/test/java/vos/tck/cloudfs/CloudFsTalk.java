package vos.tck.cloudfs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import vos.tck.ZooClient.Session;
import vos.tck.ZooTalk;

/** One start of a sound client, in steps that a broken one overrides. */
class CloudFsTalk extends ZooTalk {

    static final String SENTINEL = "__END__";
    private static final int HEADER = 64;
    private static final int LONGEST = 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final int PAUSE = 200;
    private static final int LONG_PAUSE = 400;
    private static final int MARKER = 8;

    private boolean strict;
    private String marker = "";
    private String answer = "";

    CloudFsTalk(Session session) {
        super(session);
    }

    @Override
    protected final int run() throws IOException {
        connect();
        begin();
        String line = session().line();
        boolean done = true;
        while (done && line != null && !line.equals("quit")) {
            done = perform(line.strip());
            line = done ? session().line() : "quit";
        }
        leave(line == null);
        return done ? 0 : 1;
    }

    private boolean perform(String line) throws IOException {
        String name = name(line.substring(line.indexOf(' ') + 1));
        if (line.startsWith("upload ")) {
            return strict ? uploadStrict(name) : upload(name);
        } else if (line.startsWith("download ")) {
            Path local = session().file(localName(name));
            begin(local);
            return keep(local, strict ? downloadStrict(name) : download(name));
        } else if (strict) {
            say("RUN " + line);
            status();
            output();
            return true;
        }
        return sendable(line) && ask(line);
    }

    private boolean upload(String name) throws IOException {
        byte[] content = read(session().file(name));
        if (mustNotBeSent(content)) {
            return false;
        }
        say("UPLOAD " + name);
        wire().send(content);
        pause(PAUSE);
        wire().send(ending());
        pause(LONG_PAUSE);
        stored();
        return true;
    }

    private byte[] download(String name) throws IOException {
        say("DOWNLOAD " + name);
        mark();
        byte[] content = content();
        return missing(content) ? null : content;
    }

    private boolean uploadStrict(String name) throws IOException {
        byte[] content = read(session().file(name));
        say("UPLOAD " + name);
        frame(framedContent(content));
        status();
        return true;
    }

    private byte[] downloadStrict(String name) throws IOException {
        say("DOWNLOAD " + name);
        status();
        return strictContent(number(header()));
    }

    private boolean ask(String line) throws IOException {
        say(line);
        mark();
        publishedOutput();
        return true;
    }

    // ---- what people get wrong --------------------------------------------------------------------------------------

    /** Says hello, and learns which form is spoken, and how the marker is answered. */
    void begin() throws IOException {
        say("HELLO vos/1");
        String start = "";
        while (start.length() < HEADER && isHeader(start)) {
            start += string(wire().take(1));
        }
        strict = isHeader(start);
        if (strict) {
            agreed(string(wire().take(Integer.parseInt(start.strip()))));
        } else {
            wire().putBack(bytes(start));
            marker = newMarker();
            mark();
            learn();
        }
    }

    boolean isHeader(String begun) {
        return begun.matches("[0-9]{0,18}|[0-9]{1,18} *");
    }

    void agreed(String welcome) throws IOException {
        if (!welcome.startsWith("vos/1")) {
            throw new IOException(welcome);
        }
    }

    final void speakPublished(String name, String answered) {
        strict = false;
        marker = name;
        answer = answered;
    }

    String newMarker() {
        return ThreadLocalRandom.current().ints(MARKER, 'a', 'z' + 1)
                .collect(() -> new StringBuilder("vos-"), StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    void learn() throws IOException {
        String both = "";
        while (answer.isEmpty()) {
            both += string(wire().take(1));
            int hello = both.indexOf("HELLO");
            int own = both.indexOf(marker);
            if (hello >= 0 && own >= 0) {
                String before = both.substring(0, hello);
                String behind = both.substring(own + marker.length());
                boolean alike = both.equals(before + "HELLO" + behind + before + marker + behind);
                answer = alike ? before + marker + behind : "";
            }
            if (both.length() > LONGEST_ANSWER) {
                throw new IOException("the answers are not alike");
            }
        }
    }

    void mark() throws IOException {
        if (!marker.isEmpty()) {
            say(marker);
        }
    }

    /** Sends a message in its frame. */
    void say(String message) throws IOException {
        frame(message.getBytes(StandardCharsets.UTF_8));
    }

    void frame(byte[] content) throws IOException {
        byte[] header = bytes(String.format(Locale.ROOT, "%-" + HEADER + "d", content.length));
        byte[] frame = Arrays.copyOf(header, HEADER + content.length);
        System.arraycopy(content, 0, frame, HEADER, content.length);
        wire().send(frame);
    }

    String name(String typed) {
        return typed;
    }

    boolean sendable(String line) {
        return !line.startsWith("UPLOAD ") && !line.startsWith("DOWNLOAD ") && line.length() <= LONGEST;
    }

    boolean mustNotBeSent(byte[] content) {
        return string(content).contains(SENTINEL);
    }

    void pause(int millis) throws IOException {
        wire().quietFor(millis);
    }

    String ending() {
        return SENTINEL;
    }

    /** Asks whether an upload has been stored. */
    void stored() throws IOException {
        mark();
        publishedOutput();
    }

    void publishedOutput() throws IOException {
        session().print(string(wire().until(bytes(answer))));
    }

    byte[] content() throws IOException {
        return wire().until(bytes(SENTINEL + answer));
    }

    boolean missing(byte[] content) {
        return string(content).equals("File not found.");
    }

    /** Takes leave; {@code unasked} if there is no more to be read. */
    void leave(boolean unasked) throws IOException {
        say("!DISCONNECT");
    }

    String header() throws IOException {
        return string(wire().take(HEADER));
    }

    /** What a header says. */
    @Override
    protected int number(String header) throws IOException {
        if (!header.matches(" *[0-9]{1,18} *") || header.strip().length() > 9) {
            throw new IOException("not a header: " + header);
        }
        return Integer.parseInt(header.strip());
    }

    byte[] strictContent(int size) throws IOException {
        return wire().take(size);
    }

    byte[] framedContent(byte[] content) {
        return content;
    }

    void status() throws IOException {
        String status = string(wire().take(number(header())));
        if (!status.equals("OK")) {
            throw new IOException(status);
        }
    }

    /** An output and its result. */
    void output() throws IOException {
        int size = number(header());
        while (size > 0) {
            session().print(string(wire().take(size)));
            size = number(header());
        }
        wire().take(number(header()));
    }

    // ---- for broken ones --------------------------------------------------------------------------------------------

    final String answerToMarker() {
        return answer;
    }

    final String marker() {
        return marker;
    }
}
