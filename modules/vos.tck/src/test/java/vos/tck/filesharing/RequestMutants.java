package vos.tck.filesharing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that misread a request of the published form, or answer it in the wrong way. */
final class RequestMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("the first read is too short",
                "The request is read into a buffer of 1,024 bytes. What does not fit becomes the beginning of the "
                + "content.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected int readSize() {
                        return 1024;
                    }
                }),
            new Mutant("a request is cut at its first space",
                "A request is cut at single spaces. White space may also be a tab, several spaces, or a line end, "
                + "and may stand before the word.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected Words words(String read) throws IOException {
                        String[] parts = read.split(" ");
                        return parts.length == 2 && !parts[0].isEmpty() && !parts[1].isBlank()
                                ? super.words(parts[0] + " " + parts[1]) : super.words("");
                    }
                }),
            new Mutant("words are understood in lower case",
                "Words are compared without regard to case. Only those in upper case are words of this protocol.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected Words words(String read) throws IOException {
                        Words words = super.words(read);
                        return new Words(words.word().toUpperCase(Locale.ROOT), words.name(), words.behind());
                    }
                }),
            new Mutant("what stands behind the name is dropped",
                "The server takes the first two words of the first read, and drops the rest. If the network has "
                + "joined the content with the request, that rest is content, and a part of it is lost without a "
                + "word.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected Words words(String read) throws IOException {
                        Words words = super.words(read);
                        return new Words(words.word(), words.name(), "");
                    }
                }),
            new Mutant("a line end behind the name is refused",
                "Whoever types a request ends it with a line end. That is no part of the name, and none of the "
                + "content if one follows.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void checkBehindUpload(Words words) throws IOException {
                        if (!words.behind().isEmpty()) {
                            throw new Refused("malformed", "something stands behind the name");
                        }
                    }
                }),
            new Mutant("a line end without a content is an empty file",
                "The server strips the line end behind the name. If no content follows, that line end may be the "
                + "whole content, which the network has joined with the request.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void lineEndAlone() {
                    }
                }),
            new Mutant("the file is made before the request is checked",
                "The file of an upload is made as soon as its name is known, and stays when the request is then "
                + "refused.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void checkBehindUpload(Words words) throws IOException {
                        Path target = files().free(words.name());
                        Files.createFile(target);
                        super.checkBehindUpload(words);
                        Files.delete(target);
                    }
                }),
            new Mutant("an unknown word is refused",
                "A request with another word is not one that has failed. It is answered by the end of the "
                + "connection.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void unknown(Socket socket) throws IOException {
                        throw new Refused("unsupported", "there is no such word");
                    }
                }),
            new Mutant("a request of one word is an unknown one",
                "A request without a name is treated like one with an unknown word. It is malformed, and its "
                + "connection is reset.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected Words words(String read) throws IOException {
                        return read.strip().matches("\\S*") ? new Words("", "", "") : super.words(read);
                    }
                }),
            new Mutant("names are taken for Latin-1",
                "Bytes that are not UTF-8 are taken for text of another encoding. So names are stored under other "
                + "names, and what is malformed is not noticed.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected String decode(byte[] bytes) {
                        return new String(bytes, ISO_8859_1);
                    }
                }),
            new Mutant("the content is one read",
                "The server reads once and takes that for the whole content. A content is all that comes until "
                + "the stream ends.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected long receive(InputStream in, OutputStream out) throws IOException {
                        byte[] buffer = new byte[64 * 1024];
                        int size = Math.max(0, in.read(buffer));
                        out.write(buffer, 0, size);
                        in.transferTo(OutputStream.nullOutputStream());
                        return size;
                    }
                }),
            new Mutant("contents are text",
                "Contents are read and written as text: what is not UTF-8 is replaced, and line ends are made "
                + "alike. A content is bytes.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected long receive(InputStream in, OutputStream out) throws IOException {
                        byte[] text = new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n").getBytes(UTF_8);
                        out.write(text);
                        return text.length;
                    }
                }),
            new Mutant("a status before the content",
                "The server says OK and the size before the content. The published form has no status: the client "
                + "stores whatever comes.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void beforeContent(Socket socket, long size) throws IOException {
                        status(socket, "OK " + size);
                    }
                }),
            new Mutant("a missing file is answered by the end",
                "A failed request is answered by the end of the connection, without a byte. That is what an empty "
                + "file looks like.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void refuse(Socket socket, Refused refusal) throws IOException {
                        finish(socket);
                    }
                }),
            new Mutant("a missing file is answered by words",
                "A failed request is answered by a sentence. The client stores it as if it were the file.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void refuse(Socket socket, Refused refusal) throws IOException {
                        status(socket, refusal.status());
                        finish(socket);
                    }
                }),
            new Mutant("a file that became shorter ends in order",
                "The server sends the file until it ends, and does not notice that this is less than it was to "
                + "send. The client takes the end of the connection for the end of the file.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void shorter(Socket socket) {
                    }
                }),
            new Mutant("a process that ends ends its downloads in order",
                "When a process ends, the system ends its connections in order, and half a file looks like a "
                + "whole one. It has to be told beforehand that it is to reset them (SO_LINGER of 0 seconds).",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void lingering(Socket socket, boolean broken) {
                    }
                }));

    private RequestMutants() {
    }
}
