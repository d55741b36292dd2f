package vos.shell;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vos.fs.Entry;
import vos.fs.Kind;
import vos.fs.Status;
import vos.fs.Workspace;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;

/** One run of a command: what it was given, what it works on, where it speaks, and whether anything went wrong. */
final class Invocation {

    private final Usage usage;
    private final Workspace workspace;
    private final Arguments arguments;
    private final Output out;
    private boolean failed;

    Invocation(Usage usage, Workspace workspace, Arguments arguments, Output out) {
        this.usage = usage;
        this.workspace = workspace;
        this.arguments = arguments;
        this.out = out;
    }

    /** Something that may fail for what it is done to. */
    @FunctionalInterface
    interface Attempt {

        void run() throws IOException;
    }

    /** The same, with an answer. */
    @FunctionalInterface
    interface Question<T> {

        T answer() throws IOException;
    }

    Workspace workspace() {
        return workspace;
    }

    Output out() {
        return out;
    }

    boolean has(Flag option) {
        return arguments.options().containsKey(option);
    }

    /** What was given with {@code option}; {@code null} if that was not given. */
    String value(Flag option) {
        return arguments.options().get(option);
    }

    List<String> operands() {
        return arguments.operands();
    }

    /** The operands, or {@code standard} if there are none. */
    List<String> operandsOr(String standard) {
        return operands().isEmpty() ? List.of(standard) : operands();
    }

    /** The operands, of which there must be one. */
    List<String> requiredOperands() throws Refusal {
        if (operands().isEmpty()) {
            throw misuse("missing operand");
        }
        return operands();
    }

    void requireAtMost(int most) throws Refusal {
        if (operands().size() > most) {
            throw misuse("extra operand " + Phrases.quoted(operands().get(most)));
        }
    }

    Refusal misuse(String problem) {
        return usage.misuse(problem);
    }

    /**
     * Does what may fail; if it does, says that of {@code problem}.
     *
     * @return whether it was done
     */
    boolean attempt(String problem, Attempt attempt) {
        return ask(problem, () -> {
            attempt.run();
            return true;
        }).isPresent();
    }

    /** As {@link #attempt}, of something that has an answer; empty if it failed. */
    <T> Optional<T> ask(String problem, Question<T> question) {
        try {
            return Optional.of(question.answer());
        } catch (IOException e) {
            complain(problem + ": " + Phrases.reason(e));
            return Optional.empty();
        }
    }

    /** What is in {@code directory}; nothing if it cannot be listed, which is said. */
    List<Entry> list(String directory, String problem) {
        return ask(problem + " " + Phrases.quoted(directory), () -> workspace.list(directory)).orElse(List.of());
    }

    /** Says that something went wrong; the run counts as failed. */
    void complain(String problem) {
        out.line(usage.name() + ": " + problem);
        failed = true;
    }

    /**
     * What stands at {@code path}; empty if nothing does, or it cannot be told, of which nothing is said: for the
     * choice of words, and for nothing that is done.
     */
    Optional<Status> look(String path) {
        try {
            return Optional.of(workspace.status(path));
        } catch (WorkspaceException cannotBeTold) {
            return Optional.empty();
        }
    }

    /**
     * What kind of thing stands at {@code path}; empty if there is none that could be reached.
     *
     * @throws WorkspaceException if the storage failed: what is there, is not known then
     */
    Optional<Kind> kind(String path) throws WorkspaceException {
        try {
            return Optional.of(workspace.status(path).kind());
        } catch (WorkspaceException e) {
            if (e.reason() == Reason.FAILED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Whether {@code path} is a directory that can be reached. */
    boolean isDirectory(String path) throws WorkspaceException {
        return kind(path).equals(Optional.of(Kind.DIRECTORY));
    }

    /** Whether {@code path} is the current directory, or holds it, as the root always does. */
    boolean isUnderfoot(String path) throws WorkspaceException {
        return PathNames.holds(workspace.resolve(path), workspace.directory());
    }

    int exitStatus() {
        return failed ? Shell.FAILED : Shell.OK;
    }
}
