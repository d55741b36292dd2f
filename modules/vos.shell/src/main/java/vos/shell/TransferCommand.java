package vos.shell;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vos.fs.Kind;

/**
 * What {@code cp} and {@code mv} have in common: things go into a directory, or one thing to a new name; and what can
 * be known to be wrong is said before anything is touched.
 */
abstract sealed class TransferCommand implements Command permits CopyCommand, MoveCommand {

    static final String OPERANDS = "PATH... TARGET";

    @Override
    public final void run(Invocation call) throws Refusal {
        List<String> operands = call.operands();
        switch (operands.size()) {
            case 0 -> throw call.misuse("missing file operand");
            case 1 -> throw call.misuse("missing destination file operand after "
                    + Phrases.quoted(operands.getFirst()));
            default -> transferAll(call, operands.subList(0, operands.size() - 1), operands.getLast());
        }
    }

    /** Whether this is ever done to things of the {@code kind}; says so, if not. */
    abstract boolean accepts(Invocation call, String from, Kind kind);

    /** What is wrong when a directory would come to lie below itself. */
    abstract String intoItself(String from, String to);

    /**
     * Does it, or says what went wrong. {@code from} is there; {@code to} is another place, not below it; and if
     * something is there already, either both are directories or neither is.
     */
    abstract void transfer(Invocation call, String from, Kind kind, String to);

    private void transferAll(Invocation call, List<String> sources, String target) {
        String problem = "target " + Phrases.quoted(target);
        Optional<Boolean> directory = call.ask(problem, () -> call.isDirectory(target));
        if (directory.isEmpty()) {
            return;
        }
        boolean into = directory.get();
        if (sources.size() > 1 && !into) {
            if (call.attempt(problem, () -> call.workspace().status(target))) {
                call.complain(problem + ": Not a directory");
            }
            return;
        }
        Set<String> taken = new HashSet<>();
        for (String from : sources) {
            call.attempt("cannot stat " + Phrases.quoted(from), () -> {
                Kind kind = call.workspace().status(from).kind();
                String name = PathNames.last(call.workspace().resolve(from));
                String to = into ? PathNames.join(target, name) : target;
                transferOne(call, from, kind, to, taken);
            });
        }
    }

    private void transferOne(Invocation call, String from, Kind kind, String to, Set<String> taken) {
        call.attempt("cannot stat " + Phrases.quoted(to), () -> {
            if (accepts(call, from, kind) && isSound(call, from, kind, to, taken)) {
                transfer(call, from, kind, to);
            }
        });
    }

    /** Remembers in {@code taken} where files go: of two that bear one name, the second would destroy the first. */
    private boolean isSound(Invocation call, String from, Kind kind, String to, Set<String> taken) throws IOException {
        String source = call.workspace().resolve(from);
        String target = call.workspace().resolve(to);
        boolean directory = kind == Kind.DIRECTORY;
        Optional<Kind> there = call.kind(to);
        if (target.equals(source)) {
            call.complain(Phrases.quoted(from) + " and " + Phrases.quoted(to) + " are the same file");
        } else if (directory && PathNames.holds(source, target)) {
            call.complain(intoItself(from, to));
        } else if (directory && there.isPresent() && there.get() != Kind.DIRECTORY) {
            call.complain("cannot overwrite non-directory " + Phrases.quoted(to)
                    + " with directory " + Phrases.quoted(from));
        } else if (!directory && there.isPresent() && there.get() == Kind.DIRECTORY) {
            call.complain("cannot overwrite directory " + Phrases.quoted(to) + " with non-directory");
        } else if (!directory && !taken.add(target) && there.isPresent()) {
            call.complain("will not overwrite just-created " + Phrases.quoted(to) + " with " + Phrases.quoted(from));
        } else {
            return true;
        }
        return false;
    }
}
