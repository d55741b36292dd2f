package vos.tck.cloudfs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** What goes wrong with command lines, and with their answers in the published form. */
final class CloudFsShellMutants {

    private CloudFsShellMutants() {
    }

    static List<Mutant> all() {
        return Stream.concat(commands().stream(), answers().stream()).toList();
    }

    private static List<Mutant> commands() {
        return List.of(
                new Mutant("what the shell does not know is run by the host",
                        "Whoever reaches the port could run any program: a command line reaches the workspace and "
                        + "nothing else.",
                        CloudFsZoo.shell(Host::new)),
                new Mutant("what the shell does not know is passed over",
                        "What cannot be done is answered by a sentence.",
                        CloudFsZoo.shell(Tolerant::new)),
                new Mutant("cd ends with its line",
                        "The current directory belongs to the session, and lasts until the next cd.",
                        CloudFsZoo.shell(NewShell::new)),
                new Mutant("pwd tells the path on the disk",
                        "Paths that are told are those within the workspace.",
                        CloudFsZoo.shell(HostPath::new)),
                new Mutant("errors are gathered apart from the output",
                        "The output is one run of bytes in which errors stand where they occurred.",
                        CloudFsZoo.shell(Apart::new)),
                new Mutant("a line is split at every space",
                        "What stands between quotes is one word.",
                        CloudFsZoo.shell(NoQuotes::new)),
                new Mutant("rm removes directories too",
                        "Only rm -r removes a directory.",
                        CloudFsZoo.shell(Rash::new)),
                new Mutant("help does not tell the commands",
                        "help names what the shell knows.",
                        CloudFsZoo.shell(Helpless::new)),
                new Mutant("the exit status is always 0",
                        "It tells whether all was done.",
                        CloudFsZoo.shell(Cheerful::new)),
                new Mutant("a command is ended when its client has gone",
                        "A line runs to its end, whatever becomes of its output.",
                        CloudFsZoo.session(Withdrawing::new)));
    }

    private static List<Mutant> answers() {
        return List.of(
                new Mutant("a command without output is not answered",
                        "Its client waits for ever.",
                        CloudFsZoo.answers(Silent::new)),
                new Mutant("a long output is sent whole",
                        "A published client reads 2,048 bytes of it, and takes the rest for the answer to its next "
                        + "command.",
                        CloudFsZoo.answers(Whole::new)),
                new Mutant("a long output is cut without a word",
                        "The last line says how long the output was.",
                        CloudFsZoo.answers(CutSilently::new)),
                new Mutant("an output is cut within a character",
                        "A published client ends with an error when it reads a part of a character.",
                        CloudFsZoo.answers(CutAnywhere::new)),
                new Mutant("an output is sent as it is",
                        "Bytes that are not UTF-8 end a published client.",
                        CloudFsZoo.answers(Raw::new)),
                new Mutant("the length of an output is looked at before it is made UTF-8",
                        "A byte that is replaced by U+FFFD becomes three.",
                        CloudFsZoo.answers(LooksBefore::new)),
                new Mutant("a refused upload is never told",
                        "It is told with the next answer; nobody hears of it else.",
                        CloudFsZoo.answers(Secretive::new)),
                new Mutant("each refused upload is told",
                        "Of several the last is told, and their number: the answer has 2,048 bytes at most.",
                        CloudFsZoo.answers(Talkative::new)),
                new Mutant("a refusal is told again and again",
                        "It is told once.",
                        CloudFsZoo.answers(Repeating::new)),
                new Mutant("a failure quotes a name of any length",
                        "A failure has 512 bytes at most.",
                        CloudFsZoo.answers(Lengthy::new)));
    }

    // ---- commands --------------------------------------------------------------------------------------------------

    private static final class Host extends CloudFsZooShell {

        Host(CloudFsZooFiles files) {
            super(files);
        }

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
    }

    private static final class Tolerant extends CloudFsZooShell {

        Tolerant(CloudFsZooFiles files) {
            super(files);
        }

        @Override
        protected int unknown(String command, OutputStream out) {
            return UNKNOWN;
        }
    }

    private static final class NewShell extends CloudFsZooShell {

        NewShell(CloudFsZooFiles files) {
            super(files);
        }

        @Override
        int run(String line, OutputStream out) throws IOException {
            List<String> before = files().here();
            int status = super.run(line, out);
            files().enter(before);
            return status;
        }
    }

    private static final class HostPath extends CloudFsZooShell {

        HostPath(CloudFsZooFiles files) {
            super(files);
        }

        @Override
        protected int pwd(OutputStream out) throws IOException {
            print(out, files().disk(files().here()) + "\n");
            return OK;
        }
    }

    private static final class Apart extends CloudFsZooShell {

        Apart(CloudFsZooFiles files) {
            super(files);
        }

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
    }

    private static final class NoQuotes extends CloudFsZooShell {

        NoQuotes(CloudFsZooFiles files) {
            super(files);
        }

        @Override
        protected List<String> words(String line) {
            return Stream.of(line.split(" ")).filter(word -> !word.isEmpty()).toList();
        }
    }

    private static final class Rash extends CloudFsZooShell {

        Rash(CloudFsZooFiles files) {
            super(files);
        }

        @Override
        protected int rm(List<String> operands) throws IOException {
            files().remove(operands.getLast(), true);
            return OK;
        }
    }

    private static final class Helpless extends CloudFsZooShell {

        Helpless(CloudFsZooFiles files) {
            super(files);
        }

        @Override
        protected int help(OutputStream out) throws IOException {
            print(out, "Please ask your administrator.\n");
            return OK;
        }
    }

    private static final class Cheerful extends CloudFsZooShell {

        Cheerful(CloudFsZooFiles files) {
            super(files);
        }

        @Override
        int run(String line, OutputStream out) throws IOException {
            super.run(line, out);
            return OK;
        }
    }

    /** Looks whether its client is still there before it runs a line. */
    private static final class Withdrawing extends CloudFsZooSession {

        Withdrawing(Parts parts) {
            super(parts);
        }

        @Override
        protected void run(String line) throws IOException {
            if (line.startsWith("rm ") && !frames().pause(100)) {
                throw new IOException("the client has gone");
            }
            super.run(line);
        }
    }

    // ---- answers ---------------------------------------------------------------------------------------------------

    private static final class Silent extends CloudFsZooAnswers {

        @Override
        protected String silence() {
            return "";
        }
    }

    private static final class Whole extends CloudFsZooAnswers {

        @Override
        protected byte[] cut(byte[] all, int length) {
            return all;
        }
    }

    private static final class CutSilently extends CloudFsZooAnswers {

        @Override
        protected byte[] cut(byte[] all, int length) {
            return whole(all, LONGEST);
        }
    }

    private static final class CutAnywhere extends CloudFsZooAnswers {

        @Override
        protected byte[] whole(byte[] text, int most) {
            return Arrays.copyOf(text, Math.min(text.length, most));
        }
    }

    private static final class Raw extends CloudFsZooAnswers {

        @Override
        protected byte[] readable(byte[] output) {
            return output;
        }
    }

    private static final class LooksBefore extends CloudFsZooAnswers {

        @Override
        byte[] answer(byte[] output) {
            boolean fits = output.length > 0 && output.length <= LONGEST;
            return fits ? join(bytes(told()), readable(output)) : super.answer(output);
        }
    }

    private static final class Secretive extends CloudFsZooAnswers {

        @Override
        void refuse(Refused refused) {
            // Nobody hears of it.
        }
    }

    private static final class Talkative extends CloudFsZooAnswers {

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
    }

    private static final class Repeating extends CloudFsZooAnswers {

        private String last = "";

        @Override
        protected String told() {
            String told = super.told();
            last = told.isEmpty() ? last : told;
            return last;
        }
    }

    private static final class Lengthy extends CloudFsZooAnswers {

        @Override
        protected String failure(Refused refused) {
            return refused.word() + ": " + refused.getMessage() + ", " + "which is a pity, ".repeat(60);
        }
    }
}
