package vos.tck.minftp;

import static vos.tck.minftp.MiniFtpZoo.keeping;
import static vos.tck.minftp.MiniFtpZoo.saying;

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
            byBeginning(), anyCase(), unknownIsFine(), namesWithSpaces(), failureEnds(), noEmptyResult(),
            errorWithoutWord(), errorsShowTheDisk(), statusIsLastName(), statusOfTheDisk(), statusWithoutDirectory(),
            sizeInCharacters(), refusedAtOnce(), contentObeyed());

    private CommandMutants() {
    }

    private static Mutant byBeginning() {
        return saying("commands are recognised by how they begin",
                "cdXsub is not cd sub: the word is what stands before the first space, and must be the"
                        + " whole of a known one.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
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
                });
    }

    private static Mutant anyCase() {
        return saying("words are compared without regard to case",
                "Words are in lower case. A server that is more generous than others makes clients that"
                        + " work nowhere else.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected String word(String command) {
                        return super.word(command).toLowerCase(Locale.ROOT);
                    }
                });
    }

    private static Mutant unknownIsFine() {
        return saying("an unknown command is answered by a plain status",
                "A client that mistyped a command is told that all is well. The status must have the error"
                        + " unsupported.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected void unknown(String word) {
                        // Here the sound server refuses.
                    }
                });
    }

    private static Mutant namesWithSpaces() {
        return saying("names may hold spaces in the published form",
                "In the published form a name ends at the next space, and what stands behind the last"
                        + " argument is ignored.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected String[] arguments(String command) {
                        int space = command.indexOf(' ');
                        return strict || space < 0 || command.startsWith("mv ") ? super.arguments(command)
                                : new String[] {command.substring(space + 1)};
                    }
                });
    }

    private static Mutant failureEnds() {
        return saying("a command that fails ends the conversation",
                "An exception leaves the loop that reads commands. It must be caught in the loop, and"
                        + " answered.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected boolean refuse(String word, Refused refusal) {
                        return false;
                    }
                });
    }

    private static Mutant noEmptyResult() {
        return saying("a download that fails is answered by the status alone",
                "The client waits for a content, or a size, and then for the status. It takes the status"
                        + " for the content, and waits.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected boolean refuse(String word, Refused refusal) throws IOException {
                        status(refusal);
                        return true;
                    }
                });
    }

    private static Mutant errorWithoutWord() {
        return saying("an error has a sentence and no word",
                "Programs look at the word behind ERROR, people at the sentence. Both must be there.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected String line(Refused refusal) {
                        return "ERROR " + refusal.getMessage();
                    }
                });
    }

    private static Mutant errorsShowTheDisk() {
        return saying("errors show where the root lies",
                "The sentence of the operating system names the whole path. Where the files lie is nothing"
                        + " that a client should know.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected String line(Refused refusal) {
                        return refusal.status() + " (" + files.root() + ")";
                    }
                });
    }

    private static Mutant statusIsLastName() {
        return saying("the status shows the last name only",
                "The status is the whole path within the workspace, from / on.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected String shownHere() {
                        return files.here().isEmpty() ? "/" : files.here().getLast();
                    }
                });
    }

    private static Mutant statusOfTheDisk() {
        return saying("the status shows the path on the server's disk",
                "A client sees a workspace whose root is /. Cut off what leads to it on the disk.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected String shownHere() {
                        return files.root() + files.shownHere();
                    }
                });
    }

    private static Mutant statusWithoutDirectory() {
        return saying("the status of a failed command is the error alone",
                "The first line of a status is always the current directory, and the error is the second.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected void status(Refused refusal) throws IOException {
                        if (refusal == null) {
                            super.status(null);
                        } else {
                            send(line(refusal));
                        }
                    }
                });
    }

    private static Mutant sizeInCharacters() {
        return keeping("the size is counted in characters",
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
                });
    }

    private static Mutant refusedAtOnce() {
        return saying("a refused upload is answered at once",
                "The client sends the content anyway, and reads afterwards. Read to the end of the content,"
                        + " and answer then.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected void skip(Content content) throws IOException {
                        status(new Refused("not-found", "the upload is refused"));
                        super.skip(content);
                    }
                });
    }

    private static Mutant contentObeyed() {
        return saying("the content of a refused upload is taken for a command",
                "The message behind ul is always a content. Whoever refuses has to read it all the same.",
                (socket, files) -> new MiniFtpZooConversation(socket, files) {
                    @Override
                    protected void skip(Content content) {
                        // Here the sound server reads the content.
                    }
                });
    }

    private static final List<String> WORDS = List.of("cd", "mkdir", "rm", "ul", "dl", "info", "mv", "exit");
}
