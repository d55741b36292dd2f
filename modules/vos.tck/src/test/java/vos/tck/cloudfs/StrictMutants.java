package vos.tck.cloudfs;

import static vos.tck.cloudfs.CloudFsZoo.frames;
import static vos.tck.cloudfs.CloudFsZoo.session;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** What goes wrong in the strict form. */
final class StrictMutants {

    /** Requests and their statuses. */
    private static final List<Mutant> STATUSES = List.of(
            session("the strict form is not known",
                "A hello is answered by a frame; this server hands it to its shell.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected boolean isHello(String request) {
                        return false;
                    }
                }),
            session("a hello for a later version is refused",
                "It is answered by the version that the server knows.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected boolean isHello(String request) {
                        return request.equals("HELLO vos/1");
                    }
                }),
            frames("a header is not padded",
                "A header has 64 bytes, whatever the length.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    void sendHeader(long length) throws IOException {
                        send(Long.toString(length));
                    }
                }),
            session("what is no request is run as a command line",
                "In the strict form a command line begins with RUN, so that no line means something else.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void unsupported(String request) throws IOException {
                        runStrictly(request);
                    }
                }),
            session("the line behind RUN is looked at as a request",
                "RUN UPLOAD x is a command line.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void runStrictly(String line) throws IOException {
                        if (line.startsWith("DOWNLOAD ")) {
                            download(name(line));
                        } else {
                            super.runStrictly(line);
                        }
                    }
                }),
            session("uploads are not answered in the strict form",
                "Every request is answered by a status.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void uploaded() {
                        // As published.
                    }
                }),
            session("!DISCONNECT is not answered in the strict form",
                "Every request is answered by a status.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void farewell() {
                        // As published.
                    }
                }),
            session("the sentinel is looked for in the strict form too",
                "Where the length is told, a content may hold anything.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void receive(OutputStream target) throws IOException {
                        ByteArrayOutputStream content = new ByteArrayOutputStream();
                        super.receive(content);
                        String all = content.toString(StandardCharsets.ISO_8859_1);
                        int end = all.indexOf("__END__");
                        target.write(content.toByteArray(), 0, end < 0 ? content.size() : end);
                    }
                }));

    /** Contents and outputs. */
    private static final List<Mutant> CONTENTS = List.of(
            session("a refusal comes before the content",
                "The content is then taken for the next requests, or the client is still sending when it is "
                + "told.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void discard(Refused refused) throws IOException {
                        if (strict()) {
                            fail(refused);
                            receive(OutputStream.nullOutputStream());
                        } else {
                            super.discard(refused);
                        }
                    }
                }),
            frames("a content that is cut is stored",
                "A connection that ends before the last byte has broken the content off.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    void framedContent(OutputStream target) throws IOException {
                        try {
                            super.framedContent(target);
                        } catch (EOFException e) {
                            target.flush();
                        }
                    }
                }),
            session("every error is internal",
                "The word says what went wrong, so that a program can tell.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected String status(Refused refused) {
                        return "ERROR internal: " + refused.getMessage();
                    }
                }),
            session("a status quotes names as they are",
                "Control characters in it could pass for another line, or command a terminal.",
                parts -> new CloudFsZooSession(parts) {
                    private String request = "";

                    @Override
                    protected boolean answer(String message) throws IOException {
                        request = message;
                        return super.answer(message);
                    }

                    @Override
                    protected String status(Refused refused) {
                        return super.status(refused) + ": " + request;
                    }
                }),
            session("the pauses of the published form are made in the strict one",
                "Nothing waits for a clock where lengths are told.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void sendStrictly(FileChannel file) throws IOException {
                        pause();
                        super.sendStrictly(file);
                    }
                }),
            session("an output is one frame",
                "Its frames have 65,536 bytes at most: a command may print without end.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void sendOutput(byte[] output) throws IOException {
                        if (output.length > 0) {
                            frames().sendFrame(output);
                        }
                    }
                }),
            session("a command without output confirms itself in the strict form",
                "[+] Command executed. is no output; the exit status tells.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void sendOutput(byte[] output) throws IOException {
                        super.sendOutput(output.length > 0 ? output : "[+] Command executed.\n".getBytes(
                                StandardCharsets.US_ASCII));
                    }
                }),
            session("a download that cannot be sent whole ends in order",
                "Its client could not tell why, and another server's would take it for the whole: the "
                + "connection is reset.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void cutShort() throws IOException {
                        frames().leave();
                        throw new IOException("a file became shorter while it was sent");
                    }
                }));

    static final List<Mutant> ALL = Stream.of(STATUSES, CONTENTS).flatMap(List::stream).toList();

    private StrictMutants() {
    }
}
