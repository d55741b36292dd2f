package vos.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vos.fs.Entry;
import vos.fs.Kind;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;

/** {@code rm}. A tree that the session stands in is left whole: that is looked for before anything is removed. */
final class RemoveCommand implements Command {

    private static final Flag RECURSIVELY = new Flag('r', "directories too, with all that is in them");
    private static final Flag FORCED = new Flag('f', "no complaint of what is not there");
    private static final Usage USAGE = new Usage("rm", "PATH...", "removes files", RECURSIVELY, FORCED);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        List<String> paths = call.has(FORCED) ? call.operands() : call.requiredOperands();
        for (String path : paths) {
            call.attempt(problem(path), () -> remove(call, path));
        }
    }

    private static void remove(Invocation call, String path) throws WorkspaceException {
        Kind kind;
        try {
            kind = call.workspace().status(path).kind();
        } catch (WorkspaceException e) {
            if (call.has(FORCED) && isAbsence(e.reason())) {
                return;
            }
            throw e;
        }
        if (kind != Kind.DIRECTORY) {
            call.workspace().remove(path);
        } else if (!call.has(RECURSIVELY)) {
            call.complain(problem(path) + ": Is a directory");
        } else if (call.isUnderfoot(path)) {
            call.complain("refusing to remove the current directory or one that holds it: skipping "
                    + Phrases.quoted(path));
        } else {
            Walk.through(path, call.out(), new TreeRemoval(call));
        }
    }

    private static boolean isAbsence(Reason reason) {
        return reason == Reason.NOT_FOUND || reason == Reason.NOT_A_DIRECTORY;
    }

    private static String problem(String path) {
        return "cannot remove " + Phrases.quoted(path);
    }

    /** What cannot be removed is reported and kept, and so, without a word, are the directories that hold it. */
    private static final class TreeRemoval implements Walk.Steps {

        private final Invocation call;
        private final Deque<Boolean> emptied = new ArrayDeque<>();

        TreeRemoval(Invocation call) {
            this.call = call;
            emptied.push(true);
        }

        @Override
        public List<Entry> enter(String directory) {
            Optional<List<Entry>> entries = call.ask(problem(directory), () -> call.workspace().list(directory));
            emptied.push(entries.isPresent());
            return entries.orElse(List.of());
        }

        @Override
        public void file(String path) {
            removed(call.attempt(problem(path), () -> call.workspace().remove(path)));
        }

        @Override
        public void leave(String directory) {
            removed(emptied.pop() && call.attempt(problem(directory), () -> call.workspace().remove(directory)));
        }

        private void removed(boolean done) {
            emptied.push(emptied.pop() && done);
        }
    }
}
