package vos.tck.minftp;

import static vos.tck.ZooClient.broken;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vos.tck.Zoo.BrokenClient;
import vos.tck.ZooClient;

/** The clients of mini-FTP: a sound one, and those that are like it but for one thing. */
final class MiniFtpZooClients {

    static final List<BrokenClient> ALL = List.of(
            // ---- the token
            broken("the line end that was typed is sent", "The token alone ends a message. The server takes a line"
                + " end before it for a part of the name.", session -> new MiniFtpTalk(session) {
                    @Override
                    void say(String message) throws IOException {
                        super.say(message + "\n");
                    }
                }),
            broken("one read is taken for one answer", "TCP keeps no boundaries: what one read gives may be a part"
                + " of an answer, or more than one.", session -> new MiniFtpTalk(session) {
                    @Override
                    byte[] message() throws IOException {
                        byte[] read = some();
                        return Arrays.copyOf(read, Math.max(0, read.length - token().length()));
                    }
                }),
            broken("the token is looked for at the end of a read", "What one read gives may be two messages, or"
                + " end within a token. The first token ends the message.", session -> new MiniFtpTalk(session) {
                    @Override
                    byte[] message() throws IOException {
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        byte[] read = new byte[0];
                        while (!text(read).endsWith(token())) {
                            read = some();
                            bytes.writeBytes(read);
                        }
                        return Arrays.copyOf(bytes.toByteArray(), bytes.size() - token().length());
                    }
                }),
            broken("the first read is taken for the token", "The token has 10 bytes. What a read gives behind them"
                + " is the beginning of the welcome.", session -> new MiniFtpTalk(session) {
                    @Override
                    byte[] firstBytes() throws IOException {
                        return wire().some();
                    }
                }),
            broken("bytes behind a token are thrown away", "One read may give the end of a message and the beginning"
                + " of the next, which cannot be read again.", session -> new MiniFtpTalk(session) {
                    @Override
                    byte[] message() throws IOException {
                        byte[] message = super.message();
                        wire().forget();
                        return message;
                    }
                }),
            // ---- towards a published server
            broken("no pause around a content", "A published server finds a token only at the end of a read, so ul,"
                + " the content and the token must come in reads of their own.", session -> new MiniFtpTalk(session) {
                    @Override
                    void pause() {
                        // That is what it gets wrong.
                    }
                }),
            broken("a content with the token is sent", "The server takes the token in the content for its end, and"
                + " the rest for a command. Another connection has another.", session -> new MiniFtpTalk(session) {
                    @Override
                    boolean mustNotBeSent(byte[] content) {
                        return false;
                    }
                }),
            broken("the size of a download is not asked for", "Only its size tells a content that was cut at a token"
                + " within it from a whole one.", session -> new MiniFtpTalk(session) {
                    @Override
                    String sizeBefore(String name) {
                        return "";
                    }
                }),
            // ---- files
            broken("the end of the stream is taken for the end of the file", "A connection that ends before the"
                + " token, or before the told size, has broken the file off.", session -> new MiniFtpTalk(session) {
                    @Override
                    byte[] message() throws IOException {
                        return wire().untilOrEnd(token().getBytes(StandardCharsets.UTF_8));
                    }

                    @Override
                    byte[] strictContent(int size) throws IOException {
                        return message();
                    }

                    @Override
                    String sizeBefore(String name) throws IOException {
                        return size(name) == null ? null : "";
                    }
                }),
            broken("the local file is opened before its content has come", "Opening it for writing empties it. When"
                + " the download then fails, the old file is lost.", session -> new MiniFtpTalk(session) {
                    @Override
                    protected void begin(Path local) throws IOException {
                        Files.write(local, new byte[0]);
                    }
                }),
            broken("the local file is called as the remote path", "The last part of the path is the name: the rest"
                + " would have the file written anywhere.", session -> new MiniFtpTalk(session) {
                    @Override
                    protected String localName(String name) {
                        return name;
                    }
                }),
            broken("an error behind a content is not looked at", "The server can notice while it sends that it"
                + " cannot read on. The status behind a content confirms it.", session -> new MiniFtpTalk(session) {
                    @Override
                    boolean confirmed(String status) {
                        return true;
                    }

                    @Override
                    String sizeBefore(String name) throws IOException {
                        say("info " + name);
                        String size = text(message());
                        return confirmed(text(message())) ? size : null;
                    }
                }),
            // ---- the strict form
            broken("a size that is no number is guessed at", "A server that cannot say how much is to come cannot be"
                + " believed in what follows either.", session -> new MiniFtpTalk(session) {
                    @Override
                    protected int number(String told) {
                        String digits = told.replaceAll("[^0-9]", "");
                        return Integer.parseInt(digits.substring(0, Math.min(8, digits.length())));
                    }
                }),
            broken("spaces in names are sent", "In the published form a name ends at the next space: the server"
                + " would make something else than was asked for.", session -> new MiniFtpTalk(session) {
                    @Override
                    boolean sendable(String name) {
                        return true;
                    }
                }),
            broken("the answer to hello is ignored", "Once the server has said vos/1, both sides keep to the strict"
                + " form.", session -> new MiniFtpTalk(session) {
                    @Override
                    boolean agreed(String answer) throws IOException {
                        return super.agreed(answer) && answer.isEmpty();
                    }
                }),
            broken("every server is taken for a strict one", "A published server answers a hello as any unknown"
                + " command, and does not understand the strict form.", session -> new MiniFtpTalk(session) {
                    @Override
                    boolean agreed(String answer) throws IOException {
                        return super.agreed(answer) || !answer.isEmpty();
                    }
                }),
            broken("the size of an upload is not told", "In the strict form the size stands behind the name, so that"
                + " a content may hold anything.", session -> new MiniFtpTalk(session) {
                    @Override
                    String strictUpload(String name, byte[] content) {
                        return "ul " + name;
                    }
                }),
            broken("the token is looked for in a content of known size", "A content whose size was told ends after"
                + " so many bytes, whatever they are.", session -> new MiniFtpTalk(session) {
                    @Override
                    byte[] strictContent(int size) throws IOException {
                        return message();
                    }
                }));

    private MiniFtpZooClients() {
    }

    static ZooClient sound() {
        return new ZooClient(MiniFtpTalk::new);
    }
}
