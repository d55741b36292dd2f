package vos.tck.cloudfs;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** What goes wrong in the strict form. */
final class CloudFsStrictMutants {

    private CloudFsStrictMutants() {
    }

    static List<Mutant> all() {
        return Stream.of(statuses(), contents()).flatMap(List::stream).toList();
    }

    /** Requests and their statuses. */
    private static List<Mutant> statuses() {
        return List.of(
                new Mutant("the strict form is not known",
                        "A hello is answered by a frame; this server hands it to its shell.",
                        CloudFsZoo.session(Published::new)),
                new Mutant("a hello for a later version is refused",
                        "It is answered by the version that the server knows.",
                        CloudFsZoo.session(OneVersion::new)),
                new Mutant("a header is not padded",
                        "A header has 64 bytes, whatever the length.",
                        CloudFsZoo.frames(Unpadded::new)),
                new Mutant("what is no request is run as a command line",
                        "In the strict form a command line begins with RUN, so that no line means something else.",
                        CloudFsZoo.session(Running::new)),
                new Mutant("the line behind RUN is looked at as a request",
                        "RUN UPLOAD x is a command line.",
                        CloudFsZoo.session(Nested::new)),
                new Mutant("uploads are not answered in the strict form",
                        "Every request is answered by a status.",
                        CloudFsZoo.session(Silent::new)),
                new Mutant("!DISCONNECT is not answered in the strict form",
                        "Every request is answered by a status.",
                        CloudFsZoo.session(Mute::new)),
                new Mutant("the sentinel is looked for in the strict form too",
                        "Where the length is told, a content may hold anything.",
                        CloudFsZoo.session(Sentinel::new)));
    }

    /** Contents and outputs. */
    private static List<Mutant> contents() {
        return List.of(
                new Mutant("a refusal comes before the content",
                        "The content is then taken for the next requests, or the client is still sending when it is "
                        + "told.",
                        CloudFsZoo.session(Hasty::new)),
                new Mutant("a content that is cut is stored",
                        "A connection that ends before the last byte has broken the content off.",
                        CloudFsZoo.frames(Cut::new)),
                new Mutant("every error is internal",
                        "The word says what went wrong, so that a program can tell.",
                        CloudFsZoo.session(Internal::new)),
                new Mutant("a status quotes names as they are",
                        "Control characters in it could pass for another line, or command a terminal.",
                        CloudFsZoo.session(Quoting::new)),
                new Mutant("the pauses of the published form are made in the strict one",
                        "Nothing waits for a clock where lengths are told.",
                        CloudFsZoo.session(Slow::new)),
                new Mutant("an output is one frame",
                        "Its frames have 65,536 bytes at most: a command may print without end.",
                        CloudFsZoo.session(OneFrame::new)),
                new Mutant("a command without output confirms itself in the strict form",
                        "[+] Command executed. is no output; the exit status tells.",
                        CloudFsZoo.session(Confirming::new)),
                new Mutant("a download that cannot be sent whole ends in order",
                        "Its client could not tell why, and another server's would take it for the whole: the "
                        + "connection is reset.",
                        CloudFsZoo.session(Orderly::new)));
    }

    private static final class Published extends CloudFsZooSession {

        Published(Parts parts) {
            super(parts);
        }

        @Override
        protected boolean isHello(String request) {
            return false;
        }
    }

    private static final class OneVersion extends CloudFsZooSession {

        OneVersion(Parts parts) {
            super(parts);
        }

        @Override
        protected boolean isHello(String request) {
            return request.equals("HELLO vos/1");
        }
    }

    private static final class Unpadded extends CloudFsZooFrames {

        Unpadded(Socket socket) throws IOException {
            super(socket);
        }

        @Override
        void sendHeader(long length) throws IOException {
            send(Long.toString(length));
        }
    }

    private static final class Running extends CloudFsZooSession {

        Running(Parts parts) {
            super(parts);
        }

        @Override
        protected void unsupported(String request) throws IOException {
            runStrictly(request);
        }
    }

    private static final class Nested extends CloudFsZooSession {

        Nested(Parts parts) {
            super(parts);
        }

        @Override
        protected void runStrictly(String line) throws IOException {
            if (line.startsWith("DOWNLOAD ")) {
                download(name(line));
            } else {
                super.runStrictly(line);
            }
        }
    }

    private static final class Silent extends CloudFsZooSession {

        Silent(Parts parts) {
            super(parts);
        }

        @Override
        protected void uploaded() {
            // As published.
        }
    }

    private static final class Mute extends CloudFsZooSession {

        Mute(Parts parts) {
            super(parts);
        }

        @Override
        protected void farewell() {
            // As published.
        }
    }

    private static final class Sentinel extends CloudFsZooSession {

        Sentinel(Parts parts) {
            super(parts);
        }

        @Override
        protected void receive(OutputStream target) throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            super.receive(content);
            String all = content.toString(StandardCharsets.ISO_8859_1);
            int end = all.indexOf("__END__");
            target.write(content.toByteArray(), 0, end < 0 ? content.size() : end);
        }
    }

    private static final class Hasty extends CloudFsZooSession {

        Hasty(Parts parts) {
            super(parts);
        }

        @Override
        protected void discard(Refused refused) throws IOException {
            if (strict()) {
                fail(refused);
                receive(OutputStream.nullOutputStream());
            } else {
                super.discard(refused);
            }
        }
    }

    private static final class Cut extends CloudFsZooFrames {

        Cut(Socket socket) throws IOException {
            super(socket);
        }

        @Override
        void framedContent(OutputStream target) throws IOException {
            try {
                super.framedContent(target);
            } catch (EOFException e) {
                target.flush();
            }
        }
    }

    private static final class Internal extends CloudFsZooSession {

        Internal(Parts parts) {
            super(parts);
        }

        @Override
        protected String status(Refused refused) {
            return "ERROR internal: " + refused.getMessage();
        }
    }

    private static final class Quoting extends CloudFsZooSession {

        private String request = "";

        Quoting(Parts parts) {
            super(parts);
        }

        @Override
        protected boolean answer(String message) throws IOException {
            request = message;
            return super.answer(message);
        }

        @Override
        protected String status(Refused refused) {
            return super.status(refused) + ": " + request;
        }
    }

    private static final class Slow extends CloudFsZooSession {

        Slow(Parts parts) {
            super(parts);
        }

        @Override
        protected void sendStrictly(FileChannel file) throws IOException {
            pause();
            super.sendStrictly(file);
        }
    }

    private static final class OneFrame extends CloudFsZooSession {

        OneFrame(Parts parts) {
            super(parts);
        }

        @Override
        protected void sendOutput(byte[] output) throws IOException {
            if (output.length > 0) {
                frames().sendFrame(output);
            }
        }
    }

    private static final class Confirming extends CloudFsZooSession {

        Confirming(Parts parts) {
            super(parts);
        }

        @Override
        protected void sendOutput(byte[] output) throws IOException {
            super.sendOutput(output.length > 0 ? output : "[+] Command executed.\n".getBytes(
                    StandardCharsets.US_ASCII));
        }
    }

    private static final class Orderly extends CloudFsZooSession {

        Orderly(Parts parts) {
            super(parts);
        }

        @Override
        protected void cutShort() throws IOException {
            frames().leave();
            throw new IOException("a file became shorter while it was sent");
        }
    }
}
