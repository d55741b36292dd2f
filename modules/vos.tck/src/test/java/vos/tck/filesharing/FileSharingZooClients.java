package vos.tck.filesharing;

import static vos.tck.ZooClient.broken;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vos.tck.Zoo.BrokenClient;
import vos.tck.ZooClient;

/** The clients of file-sharing: a sound one, and those that are like it but for one thing. */
final class FileSharingZooClients {

    static final List<BrokenClient> ALL = List.of(
            // ---- requests
            broken("a line end stands behind the request", "A request is a word and a name, and nothing ends it."
                + " The server might take the line end for the content.", session -> new FileSharingTalk(session) {
                    @Override
                    String requestEnd() {
                        return "\n";
                    }
                }),
            broken("all requests go over one connection", "A connection carries one request. What follows the"
                + " request is its content, or nothing.", session -> new FileSharingTalk(session) {
                    private int connections;

                    @Override
                    protected void connect() throws IOException {
                        if (connections++ < 2) {
                            super.connect();
                        }
                    }
                }),
            broken("no hello is said", "A server speaks the strict form only with a client that has asked for it.",
                session -> new FileSharingTalk(session) {
                    @Override
                    boolean hello() {
                        return false;
                    }
                }),
            broken("hello is said once", "A published server that is busy takes a request and its content in one"
                + " read. One that has just closed behind a hello is free.", session -> new FileSharingTalk(session) {
                    @Override
                    boolean helloAgain() {
                        return false;
                    }
                }),
            broken("the end of the hello is not waited for", "Only when the server has closed the connection of the"
                + " hello is it free for the upload.", session -> new FileSharingTalk(session) {
                    @Override
                    boolean helloAgain() throws IOException {
                        connect();
                        wire().send("HELLO vos/1\n");
                        return false;
                    }
                }),
            broken("an empty answer is taken for a welcome", "A server that closes behind the hello without a byte"
                + " is a published one.", session -> new FileSharingTalk(session) {
                    @Override
                    boolean hello() throws IOException {
                        super.hello();
                        return true;
                    }
                }),
            broken("any answer is taken for a welcome", "Behind vos/1 stands nothing, or a space and the words that"
                + " the server knows. vos/10 is another version.", session -> new FileSharingTalk(session) {
                    @Override
                    boolean isWelcome(String answer) {
                        return true;
                    }
                }),
            broken("names are sent as they were typed", "A name ends at white space. The server would take the"
                + " beginning for the name.", session -> new FileSharingTalk(session) {
                    @Override
                    void check(String name) {
                    }
                }),
            // ---- uploads
            broken("no pause between request and content", "What one read gives is the request. Without a pause one"
                + " read gives both.", session -> new FileSharingTalk(session) {
                    @Override
                    void pause() {
                    }
                }),
            broken("the output is not ended", "The content is over when the stream is. Without a half-close both"
                + " sides wait for each other.", session -> new FileSharingTalk(session) {
                    @Override
                    void halfClose() {
                    }
                }),
            broken("the server's end is not waited for", "The last write returns when the system has the bytes. The"
                + " server has them when it closes.", session -> new FileSharingTalk(session) {
                    @Override
                    void expectEnd() {
                    }
                }),
            broken("a failed upload is reported as done", "A server that closes or resets before it has the content"
                + " has not stored it.", session -> new FileSharingTalk(session) {
                    @Override
                    void pause() throws IOException {
                        quietly(super::pause);
                    }

                    @Override
                    void send(InputStream content, long size) throws IOException {
                        quietly(() -> super.send(content, size));
                    }

                    @Override
                    void halfClose() throws IOException {
                        quietly(super::halfClose);
                    }

                    @Override
                    void expectEnd() throws IOException {
                        quietly(super::expectEnd);
                    }

                    private void quietly(Action action) {
                        try {
                            action.run();
                        } catch (IOException e) {
                            session().print(e.toString());
                        }
                    }
                }),
            broken("a broken upload ends in order", "The end of the stream means that the content is whole. A sender"
                + " that cannot finish resets the connection.", session -> new FileSharingTalk(session) {
                    @Override
                    void prepare() {
                    }
                }),
            // ---- downloads
            broken("the local file is made before the content has come", "Whoever fails then has lost the old file,"
                + " and leaves an empty one.", session -> new FileSharingTalk(session) {
                    @Override
                    protected void begin(Path file) throws IOException {
                        Files.write(file, new byte[0]);
                    }
                }),
            broken("a reset is taken for an end", "A sender that cannot finish resets the connection. What came"
                + " before is a part.", session -> new FileSharingTalk(session) {
                    @Override
                    void collect(ByteArrayOutputStream content) {
                        try {
                            super.collect(content);
                        } catch (IOException e) {
                            session().print(e.toString());
                        }
                    }
                }),
            broken("one read is taken for the content", "A read gives what has come so far. The content ends where"
                + " the stream does.", session -> new FileSharingTalk(session) {
                    @Override
                    void collect(ByteArrayOutputStream content) throws IOException {
                        content.writeBytes(wire().some());
                    }
                }),
            broken("the remote path is taken for the local one", "The local name is the last part of the path.",
                session -> new FileSharingTalk(session) {
                    @Override
                    protected String localName(String name) {
                        return name;
                    }
                }),
            // ---- strict
            broken("one read is taken for a line", "A line ends at LF, however many reads that takes, and what"
                + " stands behind it belongs to the content.", session -> new FileSharingTalk(session) {
                    @Override
                    String line() throws IOException {
                        return new String(wire().some(), StandardCharsets.UTF_8).split("\n", 2)[0];
                    }
                }),
            broken("no size is told before an upload", "The size tells the server whether the end of the stream was"
                + " meant.", session -> new FileSharingTalk(session) {
                    @Override
                    String uploadRequest(long size, String name) {
                        return "VOS/1 UPLOAD " + name + "\n";
                    }
                }),
            broken("the size is not looked at", "A connection that ends before so many bytes have come has broken"
                + " the content off.", session -> new FileSharingTalk(session) {
                    @Override
                    byte[] sized(String status) throws IOException {
                        ByteArrayOutputStream content = new ByteArrayOutputStream();
                        collect(content);
                        return content.toByteArray();
                    }
                }),
            broken("the end behind the content is not waited for", "The size and the end of the stream vouch for a"
                + " content, both together.", session -> new FileSharingTalk(session) {
                    @Override
                    void expectEnd() {
                    }
                }),
            broken("the status is not looked at", "Only OK says that an upload has been stored.",
                session -> new FileSharingTalk(session) {
                    @Override
                    void status(byte[] status) {
                    }

                    @Override
                    byte[] sized(String status) throws IOException {
                        return status.startsWith("OK ") ? super.sized(status)
                                : status.getBytes(StandardCharsets.UTF_8);
                    }
                }));

    private FileSharingZooClients() {
    }

    static ZooClient sound() {
        return new ZooClient(FileSharingTalk::new);
    }

    private interface Action {
        void run() throws IOException;
    }
}
