package vos.tck.cloudfs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vos.tck.Refused;

/** The commands that a shell must know, and no more. For one session. */
class CloudFsZooShell {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;
    static final int UNKNOWN = 127;

    private final CloudFsZooFiles files;

    CloudFsZooShell(CloudFsZooFiles files) {
        this.files = files;
    }

    protected final CloudFsZooFiles files() {
        return files;
    }

    /** Runs a line, prints to {@code out}, and gives the exit status. */
    int run(String line, OutputStream out) throws IOException {
        List<String> words;
        try {
            words = words(line);
        } catch (Refused e) {
            print(out, "sh: " + e.getMessage() + "\n");
            return MISUSED;
        }
        return words.isEmpty() ? OK : run(words.getFirst(), words.subList(1, words.size()), out);
    }

    private int run(String command, List<String> operands, OutputStream out) throws IOException {
        try {
            return switch (command) {
                case "cat" -> cat(operands, out);
                case "cd" -> cd(operand(operands));
                case "help" -> help(out);
                case "ls" -> ls(operands.isEmpty() ? "." : operand(operands), out);
                case "mkdir" -> mkdir(operand(operands));
                case "mv" -> mv(operands);
                case "pwd" -> pwd(out);
                case "rm" -> rm(operands);
                default -> unknown(command, out);
            };
        } catch (Refused e) {
            print(out, command + ": " + e.getMessage() + "\n");
            return e.word().equals("malformed") ? MISUSED : FAILED;
        }
    }

    protected int unknown(String command, OutputStream out) throws IOException {
        print(out, command + ": command not found\n");
        return UNKNOWN;
    }

    protected static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String operand(List<String> operands) throws IOException {
        if (operands.size() != 1) {
            throw new Refused("malformed", "one operand is needed");
        }
        return operands.getFirst();
    }

    /** The words of a line: spaces separate them, and quotes hold them together. */
    protected List<String> words(String line) throws IOException {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (char c : line.toCharArray()) {
            if (quote == 0 && c == ' ') {
                end(word, words);
                word = null;
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new Refused("malformed", "a quote is missing");
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word != null) {
            words.add(word.toString());
        }
    }

    // ---- commands --------------------------------------------------------------------------------------------------

    protected int cat(List<String> paths, OutputStream out) throws IOException {
        int status = OK;
        for (String path : paths) {
            try (FileChannel file = files.open(path)) {
                Channels.newInputStream(file).transferTo(out);
            } catch (Refused e) {
                print(out, "cat: " + e.getMessage() + "\n");
                status = FAILED;
            }
        }
        return status;
    }

    protected int cd(String path) throws IOException {
        files.changeDirectory(path);
        return OK;
    }

    protected int help(OutputStream out) throws IOException {
        print(out, "cat cd help ls mkdir mv pwd rm\n");
        return OK;
    }

    protected int ls(String path, OutputStream out) throws IOException {
        for (String name : files.list(path)) {
            print(out, name + "\n");
        }
        return OK;
    }

    protected int mkdir(String path) throws IOException {
        files.makeDirectory(path);
        return OK;
    }

    protected int mv(List<String> paths) throws IOException {
        if (paths.size() != 2) {
            throw new Refused("malformed", "two operands are needed");
        }
        files.move(paths.getFirst(), paths.getLast());
        return OK;
    }

    protected int pwd(OutputStream out) throws IOException {
        print(out, files.shownHere() + "\n");
        return OK;
    }

    protected int rm(List<String> operands) throws IOException {
        boolean recursively = !operands.isEmpty() && operands.getFirst().equals("-r");
        files.remove(operand(recursively ? operands.subList(1, operands.size()) : operands), recursively);
        return OK;
    }
}
