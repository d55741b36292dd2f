package vos.tck.cloudfs;

import static vos.tck.cloudfs.CloudFsZoo.answers;
import static vos.tck.cloudfs.CloudFsZoo.session;
import static vos.tck.cloudfs.CloudFsZoo.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** What goes wrong with command lines, and with their answers in the published form. */
final class ShellMutants {

    private static final List<Mutant> COMMANDS = List.of(
            shell("what the shell does not know is run by the host",
                "Whoever reaches the port could run any program: a command line reaches the workspace and "
                + "nothing else.",
                files -> new CloudFsZooShell(files) {
                    @Override
                    int run(String line, OutputStream out) throws IOException {
                        ByteArrayOutputStream own = new ByteArrayOutputStream();
                        int status = super.run(line, own);
                        if (status != UNKNOWN && status != FAILED) {
                            own.writeTo(out);
                            return status;
                        }
                        Process process = new ProcessBuilder("/bin/sh", "-c", line).directory(files().root().toFile())
                                .redirectErrorStream(true).start();
                        process.getOutputStream().close();
                        process.getInputStream().transferTo(out);
                        return FAILED;
                    }
                }),
            shell("what the shell does not know is passed over",
                "What cannot be done is answered by a sentence.",
                files -> new CloudFsZooShell(files) {
                    @Override
                    protected int unknown(String command, OutputStream out) {
                        return UNKNOWN;
                    }
                }),
            shell("cd ends with its line",
                "The current directory belongs to the session, and lasts until the next cd.",
                files -> new CloudFsZooShell(files) {
                    @Override
                    int run(String line, OutputStream out) throws IOException {
                        List<String> before = files().here();
                        int status = super.run(line, out);
                        files().enter(before);
                        return status;
                    }
                }),
            shell("pwd tells the path on the disk",
                "Paths that are told are those within the workspace.",
                files -> new CloudFsZooShell(files) {
                    @Override
                    protected int pwd(OutputStream out) throws IOException {
                        print(out, files().disk(files().here()) + "\n");
                        return OK;
                    }
                }),
            shell("errors are gathered apart from the output",
                "The output is one run of bytes in which errors stand where they occurred.",
                files -> new CloudFsZooShell(files) {
                    @Override
                    protected int cat(List<String> paths, OutputStream out) throws IOException {
                        ByteArrayOutputStream errors = new ByteArrayOutputStream();
                        int status = OK;
                        for (String path : paths) {
                            ByteArrayOutputStream one = new ByteArrayOutputStream();
                            boolean done = super.cat(List.of(path), one) == OK;
                            one.writeTo(done ? out : errors);
                            status = done ? status : FAILED;
                        }
                        errors.writeTo(out);
                        return status;
                    }
                }),
            shell("a line is split at every space",
                "What stands between quotes is one word.",
                files -> new CloudFsZooShell(files) {
                    @Override
                    protected List<String> words(String line) {
                        return Stream.of(line.split(" ")).filter(word -> !word.isEmpty()).toList();
                    }
                }),
            shell("rm removes directories too",
                "Only rm -r removes a directory.",
                files -> new CloudFsZooShell(files) {
                    @Override
                    protected int rm(List<String> operands) throws IOException {
                        files().remove(operands.getLast(), true);
                        return OK;
                    }
                }),
            shell("help does not tell the commands",
                "help names what the shell knows.",
                files -> new CloudFsZooShell(files) {
                    @Override
                    protected int help(OutputStream out) throws IOException {
                        print(out, "Please ask your administrator.\n");
                        return OK;
                    }
                }),
            shell("the exit status is always 0",
                "It tells whether all was done.",
                files -> new CloudFsZooShell(files) {
                    @Override
                    int run(String line, OutputStream out) throws IOException {
                        super.run(line, out);
                        return OK;
                    }
                }),
            session("a command is ended when its client has gone",
                "A line runs to its end, whatever becomes of its output.",
                parts -> new CloudFsZooSession(parts) {
                    // Looks whether its client is still there before it runs a line.
                    @Override
                    protected void run(String line) throws IOException {
                        if (line.startsWith("rm ") && !frames().pause(100)) {
                            throw new IOException("the client has gone");
                        }
                        super.run(line);
                    }
                }));

    private static final List<Mutant> ANSWERS = List.of(
            answers("a command without output is not answered",
                "Its client waits for ever.",
                () -> new CloudFsZooAnswers() {
                    @Override
                    protected String silence() {
                        return "";
                    }
                }),
            answers("a long output is sent whole",
                "A published client reads 2,048 bytes of it, and takes the rest for the answer to its next "
                + "command.",
                () -> new CloudFsZooAnswers() {
                    @Override
                    protected byte[] cut(byte[] all, int length) {
                        return all;
                    }
                }),
            answers("a long output is cut without a word",
                "The last line says how long the output was.",
                () -> new CloudFsZooAnswers() {
                    @Override
                    protected byte[] cut(byte[] all, int length) {
                        return whole(all, LONGEST);
                    }
                }),
            answers("an output is cut within a character",
                "A published client ends with an error when it reads a part of a character.",
                () -> new CloudFsZooAnswers() {
                    @Override
                    protected byte[] whole(byte[] text, int most) {
                        return Arrays.copyOf(text, Math.min(text.length, most));
                    }
                }),
            answers("an output is sent as it is",
                "Bytes that are not UTF-8 end a published client.",
                () -> new CloudFsZooAnswers() {
                    @Override
                    protected byte[] readable(byte[] output) {
                        return output;
                    }
                }),
            answers("the length of an output is looked at before it is made UTF-8",
                "A byte that is replaced by U+FFFD becomes three.",
                () -> new CloudFsZooAnswers() {
                    @Override
                    byte[] answer(byte[] output) {
                        boolean fits = output.length > 0 && output.length <= LONGEST;
                        return fits ? join(bytes(told()), readable(output)) : super.answer(output);
                    }
                }),
            answers("a refused upload is never told",
                "It is told with the next answer; nobody hears of it else.",
                () -> new CloudFsZooAnswers() {
                    @Override
                    void refuse(Refused refused) {
                        // Nobody hears of it.
                    }
                }),
            answers("each refused upload is told",
                "Of several the last is told, and their number: the answer has 2,048 bytes at most.",
                () -> new CloudFsZooAnswers() {
                    private final StringBuilder refusals = new StringBuilder();

                    @Override
                    void refuse(Refused refused) {
                        refusals.append("[!] An upload was refused: ").append(failure(refused)).append('\n');
                    }

                    @Override
                    protected String told() {
                        String all = refusals.toString();
                        refusals.setLength(0);
                        return all;
                    }
                }),
            answers("a refusal is told again and again",
                "It is told once.",
                () -> new CloudFsZooAnswers() {
                    private String last = "";

                    @Override
                    protected String told() {
                        String told = super.told();
                        last = told.isEmpty() ? last : told;
                        return last;
                    }
                }),
            answers("a failure quotes a name of any length",
                "A failure has 512 bytes at most.",
                () -> new CloudFsZooAnswers() {
                    @Override
                    protected String failure(Refused refused) {
                        return refused.word() + ": " + refused.getMessage() + ", " + "which is a pity, ".repeat(60);
                    }
                }));

    static final List<Mutant> ALL = Stream.concat(COMMANDS.stream(), ANSWERS.stream()).toList();

    private ShellMutants() {
    }
}
