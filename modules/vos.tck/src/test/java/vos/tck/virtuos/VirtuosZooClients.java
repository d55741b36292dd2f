package vos.tck.virtuos;

import static vos.tck.ZooClient.broken;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Zoo.BrokenClient;
import vos.tck.ZooClient;

/** The clients of VirtuOS: a sound one, and those that are like it but for one thing. */
final class VirtuosZooClients {

    private static final List<BrokenClient> OWN = List.of(
            // ---- commands
            broken("the word and the name are sent one after the other",
                "Who takes one read for a command gets the word alone. A short message is sent in one write.",
                session -> new VirtuosTalk(session) {
                    @Override
                    void say(String command) throws IOException {
                        int space = strict() ? -1 : command.indexOf(' ');
                        if (space > 0) {
                            wire().send(command.substring(0, space));
                            wire().quietFor(30);
                        }
                        wire().send(command.substring(Math.max(0, space)));
                    }
                }),
            broken("directories are sent with a slash at the end",
                "What was typed is the name. A server may well take a name that ends with a slash for another.",
                session -> new VirtuosTalk(session) {
                    @Override
                    String command(List<String> words) {
                        boolean directory = List.of("cd", "mkdir").contains(words.getFirst());
                        return super.command(words) + (directory ? "/" : "");
                    }
                }),
            broken("rm is sent as a shell would have it",
                "A command is a word and a name. The server takes -f for the name, and ignores the rest.",
                session -> new VirtuosTalk(session) {
                    @Override
                    String command(List<String> words) {
                        return super.command(words).replaceFirst("^rm ", "rm -f ");
                    }
                }),
            broken("mydir shows what the server says",
                "The server cannot see the client's directory: it sends a headline, and the client lists its own "
                + "directory.",
                session -> new VirtuosTalk(session) {
                    @Override
                    void showDirectory() throws IOException {
                        say("mydir");
                        line();
                        line();
                    }
                }),
            broken("spaces in names are sent",
                "In the published form a name ends at the next space: the server would make something else than was "
                + "asked for.",
                session -> new VirtuosTalk(session) {
                    @Override
                    boolean sendable(String name) {
                        return true;
                    }
                }),
            broken("one read is taken for a listing",
                "Nothing says where a listing ends. What comes later is taken for the answer to the next command.",
                session -> new VirtuosTalk(session) {
                    @Override
                    void list() throws IOException {
                        say("ls");
                        session().print(string(wire().some()));
                    }
                }),
            broken("the end of the stream is taken for an empty answer",
                "The published server closes when a command fails in a way that it has no sentence for.",
                session -> new VirtuosTalk(session) {
                    @Override
                    String line() throws IOException {
                        return string(wire().untilOrEnd(bytes("\n"))).strip();
                    }
                }),
            // ---- the strict form
            broken("hello is sent without a line end",
                "In the strict form a line ends with LF, and the hello is the first.",
                session -> new VirtuosTalk(session) {
                    @Override
                    String hello() {
                        return "hello vos/1";
                    }
                }),
            broken("the answer to hello is ignored",
                "Once the server has said vos/1, both sides keep to the strict form.",
                session -> new VirtuosTalk(session) {
                    @Override
                    boolean agreed(String answer) {
                        return false;
                    }
                }),
            broken("every server is taken for a strict one",
                "A published server answers a hello as any unknown command, and does not understand the strict "
                + "form.",
                session -> new VirtuosTalk(session) {
                    @Override
                    boolean agreed(String answer) {
                        return true;
                    }
                }),
            broken("a text is taken for a line",
                "Behind OK and a size follow so many bytes: several lines, or none that ends.",
                session -> new VirtuosTalk(session) {
                    @Override
                    void text(int size) throws IOException {
                        if (size > 0) {
                            line();
                        }
                    }
                }),
            broken("one read is taken for a text",
                "A read gives as much as has come. A text has as many bytes as were told.",
                session -> new VirtuosTalk(session) {
                    @Override
                    void text(int size) throws IOException {
                        session().print(string(wire().some()));
                    }
                }),
            broken("a CR before the LF is taken for a part of the line",
                "Both ends of a line are in use. The CR is not part of it.",
                session -> new VirtuosTalk(session) {
                    @Override
                    String line() throws IOException {
                        return string(wire().until(bytes("\n")));
                    }
                }),
            broken("what is no error is taken for OK",
                "What is no status cannot be understood, and what stands behind it neither.",
                session -> new VirtuosTalk(session) {
                    @Override
                    String status() throws IOException {
                        String line = line();
                        if (line.startsWith("ERROR")) {
                            throw new IOException(line);
                        }
                        return line.replaceAll("[^0-9]", "");
                    }
                }),
            broken("the size of an upload is not told",
                "In the strict form the size stands before the name, so that a file may hold anything.",
                session -> new VirtuosTalk(session) {
                    @Override
                    String strictUpload(String name, byte[] content) {
                        return "upload " + name;
                    }
                }),
            broken("the sentinel is still sent",
                "In the strict form the size ends a file. What follows it is the next command.",
                session -> new VirtuosTalk(session) {
                    @Override
                    byte[] strictEnding() {
                        return SENTINEL;
                    }
                }));

    static final List<BrokenClient> ALL = Stream.concat(OWN.stream(), TransferClients.ALL.stream()).toList();

    private VirtuosZooClients() {
    }

    static ZooClient sound() {
        return new ZooClient(VirtuosTalk::new);
    }
}
