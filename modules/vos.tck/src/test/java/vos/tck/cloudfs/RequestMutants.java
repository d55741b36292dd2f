package vos.tck.cloudfs;

import static vos.tck.cloudfs.CloudFsZoo.session;

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
final class RequestMutants {

    /** What the server makes of a message. */
    private static final List<Mutant> REQUESTS = List.of(
            session("the server greets",
                "The client speaks first, and would take a greeting for the answer to its first command.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void greet() throws IOException {
                        frames().send("Welcome\n");
                    }
                }),
            session("the conversation goes on behind a broken header",
                "Nobody knows where the next message begins: what follows may be a content, and is no "
                + "command.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected boolean broken(BrokenFrame e) throws IOException {
                        super.broken(e);
                        return true;
                    }
                }),
            session("one request a connection",
                "A conversation has as many requests as its client likes.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected boolean answer(byte[] message) throws IOException {
                        super.answer(message);
                        return false;
                    }
                }),
            session("what is not UTF-8 is read in some other way",
                "Bytes that are no text are no name and no command: the message is malformed.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected String text(byte[] message) {
                        return new String(message, StandardCharsets.UTF_8).replace((char) 0xfffd, '?');
                    }
                }),
            session("what is not UTF-8 ends the conversation",
                "The message is answered as malformed, and the next one is understood.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected String text(byte[] message) throws CharacterCodingException {
                        try {
                            return super.text(message);
                        } catch (CharacterCodingException e) {
                            throw new IllegalArgumentException("this is not UTF-8", e);
                        }
                    }
                }),
            session("requests are understood in lower case too",
                "upload and !disconnect are command lines.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected boolean answer(String request) throws IOException {
                        String word = request.split(" ", 2)[0];
                        boolean known = List.of("upload", "download", "!disconnect", "hello").contains(word);
                        return super.answer(known
                                ? word.toUpperCase(Locale.ROOT) + request.substring(word.length()) : request);
                    }
                }),
            session("!DISCONNECT is answered",
                "In the published form the connection ends without a word.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void farewell() throws IOException {
                        if (strict()) {
                            super.farewell();
                        } else {
                            frames().send("[DISCONNECTED]\n");
                        }
                    }
                }),
            session("a name ends at its first space",
                "A name is all that follows the first space.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected String name(String request) {
                        String[] words = request.split(" ");
                        return request.startsWith("RUN ") || words.length < 2 ? super.name(request) : words[1];
                    }
                }),
            session("names are stripped",
                "Spaces at the end of a name belong to it.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected String name(String request) {
                        return super.name(request).strip();
                    }
                }));

    /** Uploads. */
    private static final List<Mutant> UPLOADS = List.of(
            session("uploads are answered",
                "A published client does not read there, and takes that for the answer to its next command.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void uploaded() throws IOException {
                        super.uploaded();
                        if (!strict()) {
                            frames().send("[+] File uploaded.\n");
                        }
                    }
                }),
            session("an upload in which no byte comes is refused",
                "Files may be empty.",
                parts -> new CloudFsZooSession(parts) {
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
                }),
            session("contents are taken for text",
                "A content is bytes: it must not be decoded on its way.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void receive(OutputStream target) throws IOException {
                        ByteArrayOutputStream content = new ByteArrayOutputStream();
                        super.receive(content);
                        String text = content.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
                        target.write(text.getBytes(StandardCharsets.UTF_8));
                    }
                }),
            session("the content of a refused upload is not read",
                "What follows UPLOAD is a content, also when it is refused; else it is taken for commands.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void discard(Refused refused) throws IOException {
                        if (strict()) {
                            fail(refused);
                        } else {
                            answers().refuse(refused);
                        }
                    }
                }),
            session("a refused upload ends the conversation",
                "The client hears of it with its next answer.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void discard(Refused refused) throws IOException {
                        throw new IOException("a file cannot be written", refused);
                    }
                }));

    /** Downloads. */
    private static final List<Mutant> DOWNLOADS = List.of(
            session("the sentinel follows the content at once",
                "Without a pause the network may join and cut them, and a published client finds the "
                + "sentinel only when no read has cut it.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected void pause() {
                        // It does not wait.
                    }
                }),
            session("a file that holds the sentinel is sent",
                "Its client would take a part of it for the whole.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected boolean holdsSentinel(FileChannel file) {
                        return false;
                    }
                }),
            session("the sentinel is looked for in the file alone",
                "The end of a file and the sentinel behind it may together hold one that begins earlier.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected boolean endMakesSentinel(int begun) {
                        return false;
                    }
                }),
            session("a missing file is told like any other failure",
                "File not found. is what published clients know.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected String notSent(Refused refused) {
                        return "File not sent: " + refused.getMessage() + ".";
                    }
                }),
            session("every failed download is told as a missing file",
                "Only what does not exist is not found.",
                parts -> new CloudFsZooSession(parts) {
                    @Override
                    protected String notSent(Refused refused) {
                        return "File not found.";
                    }
                }));

    static final List<Mutant> ALL = Stream.of(REQUESTS, UPLOADS, DOWNLOADS).flatMap(List::stream).toList();

    private RequestMutants() {
    }
}
