package vos.tck.virtuos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static vos.tck.virtuos.VirtuosZoo.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that answer otherwise than they must. */
final class AnswerMutants {

    private static final List<Mutant> SENTENCES = List.of(
            session("a sentence and its line end are two writes", "A published client reads an answer with one read:"
                + " each has to be one write.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void say(String answer) throws IOException {
                        if (answer.startsWith("/") || answer.startsWith("Directory not")) {
                            send(answer.getBytes(UTF_8));
                            sleep(20);
                            send(new byte[] {'\n'});
                        } else {
                            super.say(answer);
                        }
                    }
                }),
            session("goodbye has a line end", "Every answer has one but this.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void goodbye() throws IOException {
                        say("Goodbye!");
                    }
                }),
            session("mydir lists a directory of the server", "mydir shows the directory of the client; the server has"
                + " only a headline to say.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void mydir() throws IOException {
                        say("Client's current directory contents:\n" + files.disk(current()));
                    }
                }),
            session("rm says File of whatever it was", "The answer says whether a file or a directory was removed.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void say(String answer) throws IOException {
                        super.say(answer.replaceFirst("^Directory '", "File '"));
                    }
                }),
            session("a long answer is sent whole", "A published client reads 1,024 bytes, and takes the rest for the"
                + " next answer.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    byte[] cut(String answer) {
                        return bytes(answer + "\n");
                    }
                }),
            session("a long answer is cut in the middle of a character", "The bytes are cut at 1,024 and not where a"
                + " character ends.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    byte[] cut(String answer) {
                        byte[] cut = Arrays.copyOf(bytes(answer), LONGEST);
                        System.arraycopy("...\n".getBytes(UTF_8), 0, cut, LONGEST - 4, 4);
                        return cut;
                    }
                }));

    private static final List<Mutant> LISTINGS = List.of(
            session("directories are marked with a slash", "In the published form a listing has names alone.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String listed(Path entry) {
                        return super.listed(entry) + (Files.isDirectory(entry) ? "/" : "");
                    }
                }),
            session("an empty listing is an empty line", "An empty directory has a sentence of its own.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String listing(List<String> names) {
                        return names.isEmpty() ? "" : super.listing(names);
                    }
                }),
            session("listings are in the order of the directory", "The system gives names in an order that means"
                + " nothing; they should be sorted.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String listing(List<String> names) {
                        List<String> other = new ArrayList<>(names);
                        Collections.reverse(other);
                        return super.listing(other);
                    }
                }),
            session("a long listing is sent whole", "A published client reads 1,024 bytes, and takes the rest for the"
                + " next answer.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String listing(List<String> names) {
                        return names.isEmpty() ? super.listing(names) : String.join("\n", names);
                    }

                    @Override
                    byte[] cut(String answer) {
                        return bytes(answer + "\n");
                    }
                }),
            session("a long listing is cut like any answer", "Behind as many names as fit stands how many are missing.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String listing(List<String> names) {
                        return names.isEmpty() ? super.listing(names) : String.join("\n", names);
                    }
                }),
            session("a listing that just fits is cut", "1,024 bytes with the line end are not too many.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String listing(List<String> names) {
                        boolean fits = String.join("\n", names).length() == LONGEST - 1;
                        return fits ? String.join("\n", names.subList(0, names.size() - 1)) + "\n... and 1 more"
                                : super.listing(names);
                    }
                }));

    private static final List<Mutant> ERRORS = List.of(
            session("a failure ends the conversation", "An exception leaves the loop that reads the commands, as in the"
                + " published server. It is said in a sentence, and the next command is answered.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void error(String clause) throws IOException {
                        throw new IOException(clause);
                    }
                }),
            session("an error tells where the file lies on disk", "The message of an exception is sent to the client,"
                + " with a path that is nobody's business.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void error(String clause) throws IOException {
                        super.error(clause + ": " + files.disk(current()));
                    }
                }),
            session("an error has no full stop", "An error is a sentence: Error, a clause, and a full stop.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void error(String clause) throws IOException {
                        say("Error: " + (clause.startsWith("the name and") ? clause + "." : clause));
                    }
                }),
            session("a removed directory is empty", "The current directory can be removed by somebody else; then it is"
                + " not found.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void failed(String command, Refused refused) throws IOException {
                        if (command.equals("cd") && !Files.exists(files.disk(current()))) {
                            say("Directory is empty.");
                        } else {
                            super.failed(command, refused);
                        }
                    }
                }),
            session("commands are text in Latin-1", "Commands, answers and names are text in UTF-8.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String text(byte[] segment) {
                        return new String(segment, ISO_8859_1);
                    }

                    @Override
                    boolean isJoined(byte[] segment) {
                        return false;
                    }
                }),
            session("what is not UTF-8 becomes question marks", "A decoder that replaces what it cannot decode makes up"
                + " names that nobody said. Such a command is refused.",
                (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    String text(byte[] segment) {
                        return new String(segment, UTF_8).replace('\ufffd', '?');
                    }
                }));

    static final List<Mutant> ALL = Stream.of(SENTENCES, LISTINGS, ERRORS).flatMap(List::stream).toList();

    private AnswerMutants() {
    }
}
