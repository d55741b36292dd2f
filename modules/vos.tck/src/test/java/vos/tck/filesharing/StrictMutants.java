package vos.tck.filesharing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static vos.tck.filesharing.FileSharingZoo.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that get the strict form wrong. */
final class StrictMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("a hello is not known",
                "The server speaks the published form alone, and answers the strict one with an error.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected boolean isHello(String line) {
                        return false;
                    }
                }),
            new Mutant("a hello for a later version is not known",
                "The server compares the hello with the one that it expects. A client that knows a later version "
                + "asks for that, and is to be told which one is known here.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected boolean isHello(String line) {
                        return line.equals("HELLO vos/1");
                    }
                }),
            new Mutant("whatever follows HELLO is a hello",
                "The server looks at the first word of a hello alone, and answers what is none.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected boolean isHello(String line) {
                        return line.startsWith("HELLO");
                    }
                }),
            new Mutant("the form is told by the first word",
                "The server looks for the whole first word in what the first read gives. The network may have cut "
                + "that word, and only its first byte is sure to be there.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected boolean isStrict(byte[] first) {
                        String text = new String(first, ISO_8859_1);
                        return text.startsWith("VOS/1 ") || text.startsWith("HELLO ");
                    }
                }),
            new Mutant("a line is one read",
                "The server takes one read for the whole line. A line ends at LF, wherever the network has cut "
                + "it.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected byte[] line(InputStream in) throws IOException {
                        ByteArrayOutputStream line = new ByteArrayOutputStream();
                        int next = in.read();
                        while (next >= 0 && next != '\n') {
                            line.write(next);
                            next = in.available() > 0 ? in.read() : -1;
                        }
                        return line.toByteArray();
                    }
                }),
            new Mutant("a CR is a part of the line",
                "A line may end with CR LF, as many programs write it. The CR is no part of the name.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected byte[] cutCr(byte[] line) {
                        return line;
                    }
                }),
            new Mutant("a name ends at its first space",
                "The line is cut at every space. The name is all that stands behind the last space that the "
                + "grammar asks for.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected String name(String rest) {
                        return rest.strip().split(" ")[0];
                    }
                }),
            new Mutant("lines have at most 1,024 bytes",
                "A line is read into a buffer that is too short. It may have 8,192 bytes.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected int longestLine() {
                        return 1024;
                    }
                }),
            new Mutant("a line has no limit",
                "The server goes on reading a line for as long as it lasts, and keeps all of it. One of more than "
                + "8,192 bytes is malformed.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected int longestLine() {
                        return Integer.MAX_VALUE;
                    }
                }),
            new Mutant("what stands behind a broken line is understood",
                "When a line is too long, the server says so and goes on at the next one. It cannot know where "
                + "that begins.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void strict(Socket socket, InputStream in) throws IOException {
                        try {
                            answer(socket, in, decode(line(in)));
                        } catch (Refused refusal) {
                            status(socket, "ERROR " + refusal.word() + ": " + refusal.getMessage());
                            if (refusal.word().equals("malformed")) {
                                int next = in.read();
                                while (next >= 0 && next != '\n') {
                                    next = in.read();
                                }
                                answer(socket, in, decode(line(in)));
                            }
                        }
                        finish(socket);
                    }
                }),
            new Mutant("the end of the stream ends a line",
                "A line that was cut by the end of the stream is taken for a whole one. Its sender has not said "
                + "it to its end.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void cut(ByteArrayOutputStream line) {
                    }
                }),
            new Mutant("a status has no line end",
                "A status ends with LF. Without it a client cannot tell a whole status from one that was cut.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void status(Socket socket, String status) throws IOException {
                        socket.getOutputStream().write((status + (status.equals("OK") ? "" : "\n")).getBytes(UTF_8));
                    }
                }),
            new Mutant("the size is counted in characters",
                "The size of a file is that of the text in it. It is a number of bytes.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected long size(Path file) throws IOException {
                        return new String(Files.readAllBytes(file), UTF_8).length();
                    }
                }),
            new Mutant("the size alone ends a content",
                "The content is stored when as many bytes have come as were told. The end of the stream has to "
                + "follow, and more bytes must not.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void checkEnd(InputStream in) {
                    }
                }),
            new Mutant("a content that is shorter than told is stored",
                "The end of the stream is taken for the end of the content, as it is in the published form. The "
                + "size tells that more was to come.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void shortContent() {
                    }
                }),
            new Mutant("a content that is shorter than told is answered",
                "A sender that ends its stream too early has broken off, and is not there to be answered.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void shortContent() throws IOException {
                        throw new Refused("malformed", "there are fewer bytes than the size says");
                    }
                }),
            new Mutant("a refused upload is answered before its content",
                "The server answers as soon as it knows that it will refuse, while the client is still sending.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void behindContent(InputStream in, long size) {
                    }
                }),
            new Mutant("the size is refused before a byte has come",
                "The server makes room for as many bytes as it is told, or refuses when it cannot. A size is only "
                + "what somebody says.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void checkSize(long size) throws IOException {
                        if (size > Integer.MAX_VALUE) {
                            throw new Refused("too-large", "there is no room for so many bytes");
                        }
                    }
                }),
            new Mutant("every error is the same word",
                "Whatever went wrong is told with one word. A client, and its user, have to know what.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected String word(Refused refusal) {
                        return "internal";
                    }
                }),
            files("errors tell where the workspace lies",
                "The message of the system is passed on, and with it the path on the server's disk.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    protected String missing(Path file) {
                        return file + ": no such file";
                    }
                }),
            files("errors repeat the name as it came",
                "The name is repeated in the sentence with its control characters, which the terminal of the "
                + "client obeys.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    protected void checkName(String name) throws IOException {
                        try {
                            super.checkName(name);
                        } catch (Refused refusal) {
                            throw new Refused(refusal.word(), "this is no name: " + name);
                        }
                    }
                }),
            new Mutant("a directory is not found",
                "A directory is looked for like a file, and told to be missing, as is what stands behind a file "
                + "in a path.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected String word(Refused refusal) {
                        return refusal.word().endsWith("-a-directory") ? "not-found" : refusal.word();
                    }
                }));

    private StrictMutants() {
    }
}
