package vos.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Objects;
import vos.fs.Workspace;

/**
 * Runs command lines in a workspace.
 *
 * <p>One line is one command. Words are quoted as in POSIX' shell, with {@code '...'}, {@code "..."} and {@code \};
 * {@code *}, {@code ?} and {@code [...]} stand for the names that match, or for themselves when none does; {@code ~}
 * is the root. As in every such shell a backslash outside quotes is lost: {@code a\b} is {@code ab}, and a name that
 * holds a backslash is written {@code 'a\b'}. Whatever else a shell gives a meaning to (pipes, redirections, lists of
 * commands, {@code $}, backquotes, assignments, comments) is refused in words, and never taken for a name.
 *
 * <p>The commands look and speak like GNU's; {@code help} lists them. None reads a standard input. What they say of
 * files is what a {@link vos.fs.Volume} knows: there are no owners and no permissions, sizes are lengths in bytes,
 * times are UTC.
 *
 * <p>For one session and its one thread, as its workspace, which holds the current directory and the confinement: a
 * shell reaches nothing that its workspace does not.
 *
 * <p>Starts no process and no thread, and touches neither the host's files nor its network. Knows no limit for a line's
 * length or a command's time: whoever reads lines and has the session sets these.
 */
public final class Shell {

    /** All was done. */
    public static final int OK = 0;

    /** Something could not be done, and the output says what and why; the rest was. */
    public static final int FAILED = 1;

    /** The line, or how it used the command, was not understood; nothing was done. */
    public static final int MISUSED = 2;

    /** The wildcards of the line stand for more names than one command is given; nothing was done. */
    public static final int TOO_MANY_NAMES = 126;

    /** There is no such command. */
    public static final int UNKNOWN_COMMAND = 127;

    private final Workspace workspace;

    /** A shell in {@code workspace}, which others may go on to use between two lines. */
    public Shell(Workspace workspace) {
        this.workspace = Objects.requireNonNull(workspace, "workspace");
    }

    /**
     * Runs one line and writes what it says, errors among it, in order and in UTF-8.
     *
     * <p>The output is pushed: a walk over a tree is then a plain loop, and a sink that blocks holds it up, so
     * that neither {@code ls -R} of a large tree nor {@code cat} of a large file takes more memory than a buffer and
     * the listings on the way down. A sink that fails ends the command at its next write, and one that is closed at
     * its next step.
     *
     * @param line without its end; a newline is refused
     * @param sink a channel in blocking mode; it stays open
     * @return {@link #OK}, {@link #FAILED}, {@link #MISUSED}, {@link #TOO_MANY_NAMES} or {@link #UNKNOWN_COMMAND}, the
     *         numbers that {@code sh} gives
     * @throws IOException what {@code sink} threw, or that it is closed, and nothing else: failures of files are part
     *     of the output
     */
    public int run(String line, WritableByteChannel sink) throws IOException {
        Output out = new Output(sink);
        try {
            int status = interpret(line, out);
            out.flush();
            return status;
        } catch (UncheckedIOException sinkFailed) {
            throw sinkFailed.getCause();
        }
    }

    private int interpret(String line, Output out) {
        try {
            List<Word> words = Tokenizer.words(line);
            return words.isEmpty() ? OK : call(new Expansion(workspace).of(words), out);
        } catch (Refusal e) {
            out.line(e.getMessage());
            return e.status();
        }
    }

    private int call(List<String> words, Output out) throws Refusal {
        Command command = Commands.named(words.getFirst());
        Arguments arguments = command.arguments(words.subList(1, words.size()));
        Invocation call = new Invocation(command.usage(), workspace, arguments, out);
        command.run(call);
        return call.exitStatus();
    }
}
