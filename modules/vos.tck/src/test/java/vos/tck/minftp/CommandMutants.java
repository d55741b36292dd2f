package vos.tck.minftp;

import static vos.tck.minftp.MiniFtpZoo.files;
import static vos.tck.minftp.MiniFtpZoo.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that misunderstand commands, or answer them in another way. */
final class CommandMutants {

    static final List<Mutant> ALL = List.of(
            session("commands are recognised by how they begin",
                "cdXsub is not cd sub: the word is what stands before the first space, and must be the"
                + " whole of a known one.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String word(String command) {
                        return WORDS.stream().filter(command::startsWith).findFirst().orElse(super.word(command));
                    }

                    @Override
                    protected String[] arguments(String command) {
                        String word = word(command);
                        int behind = Math.min(command.length(), word.length() + 1);
                        return super.arguments(word + " " + command.substring(behind));
                    }
                }),
            session("words are compared without regard to case",
                "Words are in lower case. A server that is more generous than others makes clients that"
                + " work nowhere else.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String word(String command) {
                        return super.word(command).toLowerCase(Locale.ROOT);
                    }
                }),
            session("an unknown command is answered by a plain status",
                "A client that mistyped a command is told that all is well. The status must have the error"
                + " unsupported.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void unknown(String word) {
                        // Here the sound server refuses.
                    }
                }),
            session("names may hold spaces in the published form",
                "In the published form a name ends at the next space, and what stands behind the last"
                + " argument is ignored.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String[] arguments(String command) {
                        int space = command.indexOf(' ');
                        return strict || space < 0 || command.startsWith("mv ") ? super.arguments(command)
                                : new String[] {command.substring(space + 1)};
                    }
                }),
            session("a command that fails ends the conversation",
                "An exception leaves the loop that reads commands. It must be caught in the loop, and"
                + " answered.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected boolean refuse(String word, Refused refusal) {
                        return false;
                    }
                }),
            session("a download that fails is answered by the status alone",
                "The client waits for a content, or a size, and then for the status. It takes the status"
                + " for the content, and waits.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected boolean refuse(String word, Refused refusal) throws IOException {
                        status(refusal);
                        return true;
                    }
                }),
            session("an error has a sentence and no word",
                "Programs look at the word behind ERROR, people at the sentence. Both must be there.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String line(Refused refusal) {
                        return "ERROR " + refusal.getMessage();
                    }
                }),
            session("errors show where the root lies",
                "The sentence of the operating system names the whole path. Where the files lie is nothing"
                + " that a client should know.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String line(Refused refusal) {
                        return refusal.status() + " (" + files.root() + ")";
                    }
                }),
            session("the status shows the last name only",
                "The status is the whole path within the workspace, from / on.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String shownHere() {
                        return files.here().isEmpty() ? "/" : files.here().getLast();
                    }
                }),
            session("the status shows the path on the server's disk",
                "A client sees a workspace whose root is /. Cut off what leads to it on the disk.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String shownHere() {
                        return files.root() + files.shownHere();
                    }
                }),
            session("the status of a failed command is the error alone",
                "The first line of a status is always the current directory, and the error is the second.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void status(Refused refusal) throws IOException {
                        if (refusal == null) {
                            super.status(null);
                        } else {
                            send(line(refusal));
                        }
                    }
                }),
            files("the size is counted in characters",
                "A character of UTF-8 has up to four bytes, and the client reads bytes.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    String size(String path) throws IOException {
                        Path place = place(path);
                        if (Files.isRegularFile(place)) {
                            String text = new String(Files.readAllBytes(place), StandardCharsets.UTF_8);
                            return Integer.toString(text.length());
                        }
                        return super.size(path);
                    }
                }),
            session("a refused upload is answered at once",
                "The client sends the content anyway, and reads afterwards. Read to the end of the content,"
                + " and answer then.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void skip(Content content) throws IOException {
                        status(new Refused("not-found", "the upload is refused"));
                        super.skip(content);
                    }
                }),
            session("the content of a refused upload is taken for a command",
                "The message behind ul is always a content. Whoever refuses has to read it all the same.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void skip(Content content) {
                        // Here the sound server reads the content.
                    }
                }));

    private CommandMutants() {
    }

    private static final List<String> WORDS = List.of("cd", "mkdir", "rm", "ul", "dl", "info", "mv", "exit");
}
