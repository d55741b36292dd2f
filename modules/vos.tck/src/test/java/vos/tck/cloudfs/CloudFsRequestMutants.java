package vos.tck.cloudfs;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vos.tck.BrokenFrame;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** What goes wrong with requests, uploads and downloads of the published form. */
final class CloudFsRequestMutants {

    private CloudFsRequestMutants() {
    }

    static List<Mutant> all() {
        return Stream.of(requests(), uploads(), downloads()).flatMap(List::stream).toList();
    }

    /** What the server makes of a message. */
    private static List<Mutant> requests() {
        return List.of(
                new Mutant("the server greets",
                        "The client speaks first, and would take a greeting for the answer to its first command.",
                        CloudFsZoo.session(Greeting::new)),
                new Mutant("the conversation goes on behind a broken header",
                        "Nobody knows where the next message begins: what follows may be a content, and is no "
                        + "command.",
                        CloudFsZoo.session(GoesOn::new)),
                new Mutant("one request a connection",
                        "A conversation has as many requests as its client likes.",
                        CloudFsZoo.session(OneRequest::new)),
                new Mutant("what is not UTF-8 is read in some other way",
                        "Bytes that are no text are no name and no command: the message is malformed.",
                        CloudFsZoo.session(Guessing::new)),
                new Mutant("what is not UTF-8 ends the conversation",
                        "The message is answered as malformed, and the next one is understood.",
                        CloudFsZoo.session(EndsAtMalformed::new)),
                new Mutant("requests are understood in lower case too",
                        "upload and !disconnect are command lines.",
                        CloudFsZoo.session(AnyCase::new)),
                new Mutant("!DISCONNECT is answered",
                        "In the published form the connection ends without a word.",
                        CloudFsZoo.session(Farewell::new)),
                new Mutant("a name ends at its first space",
                        "A name is all that follows the first space.",
                        CloudFsZoo.session(FirstWord::new)),
                new Mutant("names are stripped",
                        "Spaces at the end of a name belong to it.",
                        CloudFsZoo.session(Stripping::new)));
    }

    /** Uploads. */
    private static List<Mutant> uploads() {
        return List.of(
                new Mutant("uploads are answered",
                        "A published client does not read there, and takes that for the answer to its next command.",
                        CloudFsZoo.session(AnswersUploads::new)),
                new Mutant("an upload in which no byte comes is refused",
                        "Files may be empty.",
                        CloudFsZoo.session(NothingEmpty::new)),
                new Mutant("contents are taken for text",
                        "A content is bytes: it must not be decoded on its way.",
                        CloudFsZoo.session(TextContents::new)),
                new Mutant("the content of a refused upload is not read",
                        "What follows UPLOAD is a content, also when it is refused; else it is taken for commands.",
                        CloudFsZoo.session(NotReading::new)),
                new Mutant("a refused upload ends the conversation",
                        "The client hears of it with its next answer.",
                        CloudFsZoo.session(EndsAtRefusal::new)));
    }

    /** Downloads. */
    private static List<Mutant> downloads() {
        return List.of(
                new Mutant("the sentinel follows the content at once",
                        "Without a pause the network may join and cut them, and a published client finds the "
                        + "sentinel only when no read has cut it.",
                        CloudFsZoo.session(AtOnce::new)),
                new Mutant("a file that holds the sentinel is sent",
                        "Its client would take a part of it for the whole.",
                        CloudFsZoo.session(Careless::new)),
                new Mutant("the sentinel is looked for in the file alone",
                        "The end of a file and the sentinel behind it may together hold one that begins earlier.",
                        CloudFsZoo.session(HalfCareless::new)),
                new Mutant("a missing file is told like any other failure",
                        "File not found. is what published clients know.",
                        CloudFsZoo.session(NotSent::new)),
                new Mutant("every failed download is told as a missing file",
                        "Only what does not exist is not found.",
                        CloudFsZoo.session(NotFound::new)));
    }

    private static final class Greeting extends CloudFsZooSession {

        Greeting(Parts parts) {
            super(parts);
        }

        @Override
        protected void greet() throws IOException {
            frames().send("Welcome\n");
        }
    }

    private static final class GoesOn extends CloudFsZooSession {

        GoesOn(Parts parts) {
            super(parts);
        }

        @Override
        protected boolean broken(BrokenFrame e) throws IOException {
            super.broken(e);
            return true;
        }
    }

    private static final class OneRequest extends CloudFsZooSession {

        OneRequest(Parts parts) {
            super(parts);
        }

        @Override
        protected boolean answer(byte[] message) throws IOException {
            super.answer(message);
            return false;
        }
    }

    private static final class Guessing extends CloudFsZooSession {

        Guessing(Parts parts) {
            super(parts);
        }

        @Override
        protected String text(byte[] message) {
            return new String(message, StandardCharsets.UTF_8).replace((char) 0xfffd, '?');
        }
    }

    private static final class EndsAtMalformed extends CloudFsZooSession {

        EndsAtMalformed(Parts parts) {
            super(parts);
        }

        @Override
        protected String text(byte[] message) throws CharacterCodingException {
            try {
                return super.text(message);
            } catch (CharacterCodingException e) {
                throw new IllegalArgumentException("this is not UTF-8", e);
            }
        }
    }

    private static final class AnyCase extends CloudFsZooSession {

        AnyCase(Parts parts) {
            super(parts);
        }

        @Override
        protected boolean answer(String request) throws IOException {
            String word = request.split(" ", 2)[0];
            boolean known = List.of("upload", "download", "!disconnect", "hello").contains(word);
            return super.answer(known ? word.toUpperCase(Locale.ROOT) + request.substring(word.length()) : request);
        }
    }

    private static final class Farewell extends CloudFsZooSession {

        Farewell(Parts parts) {
            super(parts);
        }

        @Override
        protected void farewell() throws IOException {
            if (strict()) {
                super.farewell();
            } else {
                frames().send("[DISCONNECTED]\n");
            }
        }
    }

    private static final class FirstWord extends CloudFsZooSession {

        FirstWord(Parts parts) {
            super(parts);
        }

        @Override
        protected String name(String request) {
            String[] words = request.split(" ");
            return request.startsWith("RUN ") || words.length < 2 ? super.name(request) : words[1];
        }
    }

    private static final class Stripping extends CloudFsZooSession {

        Stripping(Parts parts) {
            super(parts);
        }

        @Override
        protected String name(String request) {
            return super.name(request).strip();
        }
    }

    private static final class AnswersUploads extends CloudFsZooSession {

        AnswersUploads(Parts parts) {
            super(parts);
        }

        @Override
        protected void uploaded() throws IOException {
            super.uploaded();
            if (!strict()) {
                frames().send("[+] File uploaded.\n");
            }
        }
    }

    private static final class NothingEmpty extends CloudFsZooSession {

        NothingEmpty(Parts parts) {
            super(parts);
        }

        @Override
        protected void receive(OutputStream target) throws IOException {
            boolean[] some = {false};
            super.receive(new FilterOutputStream(target) {
                @Override
                public void write(int octet) throws IOException {
                    some[0] = true;
                    out.write(octet);
                }
            });
            if (!some[0]) {
                throw new IOException("an upload without a byte");
            }
        }
    }

    private static final class TextContents extends CloudFsZooSession {

        TextContents(Parts parts) {
            super(parts);
        }

        @Override
        protected void receive(OutputStream target) throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            super.receive(content);
            String text = content.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            target.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class NotReading extends CloudFsZooSession {

        NotReading(Parts parts) {
            super(parts);
        }

        @Override
        protected void discard(Refused refused) throws IOException {
            if (strict()) {
                fail(refused);
            } else {
                answers().refuse(refused);
            }
        }
    }

    private static final class EndsAtRefusal extends CloudFsZooSession {

        EndsAtRefusal(Parts parts) {
            super(parts);
        }

        @Override
        protected void discard(Refused refused) throws IOException {
            throw new IOException("a file cannot be written", refused);
        }
    }

    private static final class AtOnce extends CloudFsZooSession {

        AtOnce(Parts parts) {
            super(parts);
        }

        @Override
        protected void pause() {
            // It does not wait.
        }
    }

    private static final class Careless extends CloudFsZooSession {

        Careless(Parts parts) {
            super(parts);
        }

        @Override
        protected boolean holdsSentinel(FileChannel file) {
            return false;
        }
    }

    private static final class HalfCareless extends CloudFsZooSession {

        HalfCareless(Parts parts) {
            super(parts);
        }

        @Override
        protected boolean endMakesSentinel(int begun) {
            return false;
        }
    }

    private static final class NotSent extends CloudFsZooSession {

        NotSent(Parts parts) {
            super(parts);
        }

        @Override
        protected String notSent(Refused refused) {
            return "File not sent: " + refused.getMessage() + ".";
        }
    }

    private static final class NotFound extends CloudFsZooSession {

        NotFound(Parts parts) {
            super(parts);
        }

        @Override
        protected String notSent(Refused refused) {
            return "File not found.";
        }
    }
}
