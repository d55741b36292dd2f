package vos.shell;

import java.util.List;
import vos.fs.Draft;
import vos.fs.Entry;
import vos.fs.Kind;
import vos.fs.Publish;
import vos.fs.StoredFile;

/** {@code cp}. Each file is there whole or not at all, and takes the place of a file that bore its name. */
final class CopyCommand extends TransferCommand {

    private static final Flag RECURSIVELY = new Flag('r', "directories too, with all that is in them");
    private static final Usage USAGE =
            new Usage("cp", OPERANDS, "copies into a directory, or to a new name", RECURSIVELY);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    boolean accepts(Invocation call, String from, Kind kind) {
        if (kind == Kind.DIRECTORY && !call.has(RECURSIVELY)) {
            call.complain("-r not specified; omitting directory " + Phrases.quoted(from));
            return false;
        }
        return true;
    }

    @Override
    String intoItself(String from, String to) {
        return "cannot copy a directory, " + Phrases.quoted(from) + ", into itself, " + Phrases.quoted(to);
    }

    @Override
    void transfer(Invocation call, String from, Kind kind, String to) {
        if (kind == Kind.DIRECTORY) {
            Walk.through(from, call.out(), new TreeCopy(call, from, to));
        } else {
            copyFile(call, from, to);
        }
    }

    private static void copyFile(Invocation call, String from, String to) {
        call.attempt("cannot open " + Phrases.quoted(from) + " for reading", () -> {
            try (StoredFile file = call.workspace().open(from)) {
                call.attempt("cannot create regular file " + Phrases.quoted(to), () -> {
                    try (Draft draft = call.workspace().create(to, Publish.REPLACE)) {
                        Content.copy(file, draft::write, call.out());
                        draft.publish();
                    }
                });
            }
        });
    }

    /** Into directories that are there already, too: what is in both is replaced. */
    private record TreeCopy(Invocation call, String from, String to) implements Walk.Steps {

        @Override
        public List<Entry> enter(String directory) {
            String made = target(directory);
            boolean ready = call.attempt("cannot create directory " + Phrases.quoted(made), () -> {
                if (!call.isDirectory(made)) {
                    call.workspace().makeDirectory(made);
                }
            });
            return ready ? call.list(directory, "cannot access") : List.of();
        }

        @Override
        public void file(String path) {
            copyFile(call, path, target(path));
        }

        private String target(String path) {
            return PathNames.renamed(path, from, to);
        }
    }
}
