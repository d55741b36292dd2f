package vos.tck.virtuos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static vos.tck.virtuos.VirtuosZoo.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vos.tck.Zoo.Mutant;

/** Servers that misunderstand what a command is. */
final class CommandMutants {

    private static final List<Mutant> SEGMENTS = List.of(
            session("a command is a line", "The server waits for a line end. A published client sends none: here a"
                + " command ends where its segment does.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    byte[] next() throws IOException {
                        ByteArrayOutputStream line = new ByteArrayOutputStream();
                        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                            line.write(next);
                        }
                        return line.toByteArray();
                    }
                }),
            session("each line of a segment is a command", "The server splits what one read gave into lines. Here all"
                + " of it is one command.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    boolean command(byte[] segment) throws IOException {
                        int end = new String(segment, ISO_8859_1).strip().indexOf('\n');
                        if (end < 0 || new String(segment, ISO_8859_1).startsWith("upload")) {
                            return super.command(segment);
                        }
                        return super.command(Arrays.copyOf(segment, end))
                                && super.command(Arrays.copyOfRange(segment, end + 1, segment.length));
                    }
                }),
            session("the line end is a part of the command", "The command is compared as it came. White space before"
                + " and behind it is no part of it.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String[] words(String text) {
                        return text.split("[ ]+");
                    }
                }),
            session("one read gives more than 1,024 bytes", "The server reads with a larger buffer. A command has 1,024"
                + " bytes at most, and what follows is the next.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    byte[] next() throws IOException {
                        byte[] segment = in.some(4 * LONGEST);
                        if (segment.length <= LONGEST) {
                            in.putBack(segment);
                            return super.next();
                        }
                        return segment;
                    }
                }));

    private static final List<Mutant> WORDS = List.of(
            session("word and name are split at one blank", "Two blanks have an empty name between them, and a TAB is"
                + " none. Any white space separates.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String[] words(String text) {
                        String[] words = text.strip().split("[ \r\n]");
                        return words.length == 0 ? new String[] {""} : words;
                    }
                }),
            session("the name is all that follows the word", "Names hold no white space here, and what stands behind"
                + " the first is ignored.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String[] words(String text) {
                        return text.strip().split("\\s+", 2);
                    }
                }),
            session("words are understood in capitals too", "Words are in lower case, and any other is unknown.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String[] words(String text) {
                        String[] words = super.words(text);
                        words[0] = words[0].toLowerCase(Locale.ROOT);
                        return words;
                    }
                }),
            session("a word without its name ends the conversation", "The server takes the name from where none is, and"
                + " the exception ends the conversation. The answer is that the command is unknown.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void answer(String... words) throws IOException {
                        if (words.length < 2 && List.of("cd", "mkdir", "rm").contains(words[0])) {
                            throw new IOException("no name");
                        }
                        super.answer(words);
                    }
                }),
            session("a blank message ends the conversation", "A message of white space is taken for the end of the"
                + " connection, as the published server does. It is an unknown command.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    boolean command(byte[] segment) throws IOException {
                        return !new String(segment, UTF_8).isBlank() && super.command(segment);
                    }
                }),
            session("an unknown command is not answered", "The server ignores what it does not know, and its client"
                + " waits.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void answer(String... words) throws IOException {
                        if (!words[0].startsWith("mkdirs")) {
                            super.answer(words);
                        }
                    }
                }));

    private static final List<Mutant> CONVERSATION = List.of(
            session("the server waits to be spoken to", "The server welcomes a client when it has said something. The"
                + " server speaks first.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void welcome() throws IOException {
                        in.putBack(in.some(LONGEST));
                        super.welcome();
                    }
                }),
            session("pwd tells where the root lies on disk", "Paths are absolute within the workspace: its root is /.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String path(List<String> place) {
                        return files.disk(place).toString();
                    }
                }),
            session("who has ended his output is not answered", "A client that has ended its output still reads, and"
                + " what it said before is answered.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    boolean command(byte[] segment) throws IOException {
                        socket.setSoTimeout(20);
                        try {
                            int next = in.read();
                            if (next < 0) {
                                return false;
                            }
                            in.putBack(new byte[] {(byte) next});
                        } catch (SocketTimeoutException e) {
                            System.getLogger("zoo").log(System.Logger.Level.DEBUG, "the client is still there");
                        } finally {
                            socket.setSoTimeout(0);
                        }
                        return super.command(segment);
                    }
                }));

    static final List<Mutant> ALL = Stream.of(SEGMENTS, WORDS, CONVERSATION).flatMap(List::stream).toList();

    private CommandMutants() {
    }
}
