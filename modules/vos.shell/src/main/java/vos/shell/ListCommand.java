package vos.shell;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vos.fs.Entry;
import vos.fs.Kind;
import vos.fs.Status;
import vos.fs.WorkspaceException;

/**
 * {@code ls}. Prints row by row: columns have fixed widths, so that a directory is not looked through before its first
 * name is seen.
 */
final class ListCommand implements Command {

    private static final Flag ALL = new Flag('a', "names that begin with a dot too");
    private static final Flag LONG = new Flag('l', "kind, size, time of the last change (UTC) and name");
    private static final Flag RECURSIVELY = new Flag('R', "directories below too");
    private static final Flag HUMAN = new Flag('h', "with -l: sizes as 1.5K, 12M");
    private static final Flag ONE = new Flag('1', "one name a line, which it always is");
    private static final Usage USAGE =
            new Usage("ls", "[PATH...]", "lists directories", ALL, LONG, RECURSIVELY, HUMAN, ONE);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) {
        List<String> files = new ArrayList<>();
        List<String> directories = new ArrayList<>();
        for (String path : call.operandsOr(".").stream().sorted().toList()) {
            call.attempt(cannotAccess(path), () -> {
                switch (call.workspace().status(path).kind()) {
                    case DIRECTORY -> directories.add(path);
                    case FILE, OTHER -> files.add(path);
                }
            });
        }
        files.forEach(path -> row(call, path, path));
        Sections sections = new Sections(call, !files.isEmpty());
        directories.forEach(path -> Walk.through(path, call.out(), sections));
    }

    private static void row(Invocation call, String path, String name) {
        if (call.has(LONG)) {
            call.attempt(cannotAccess(path), () -> call.out().line(details(call, path) + " " + name));
        } else {
            call.out().line(name);
        }
    }

    /** What a volume reports as the size of anything but a file means nothing. */
    private static String details(Invocation call, String path) throws WorkspaceException {
        Status status = call.workspace().status(path);
        String size = status.kind() == Kind.FILE ? Phrases.size(status.size(), call.has(HUMAN)) : "-";
        char kind = switch (status.kind()) {
            case FILE -> '-';
            case DIRECTORY -> 'd';
            case OTHER -> '?';
        };
        return "%c %12s %s".formatted(kind, size, MINUTE.format(status.modified()));
    }

    private static String cannotAccess(String path) {
        return "cannot access " + Phrases.quoted(path);
    }

    /** One after the other, each directory with all that is shown of it. */
    private static final class Sections implements Walk.Steps {

        private final Invocation call;
        private final boolean titled;
        private boolean printed;

        Sections(Invocation call, boolean printed) {
            this.call = call;
            this.titled = call.operands().size() > 1 || call.has(RECURSIVELY);
            this.printed = printed;
        }

        @Override
        public List<Entry> enter(String directory) {
            List<Entry> below = new ArrayList<>();
            call.attempt("cannot open directory " + Phrases.quoted(directory), () -> {
                List<Entry> entries = call.workspace().list(directory);
                title(directory);
                for (Entry entry : entries) {
                    if (call.has(ALL) || !entry.name().startsWith(".")) {
                        row(call, PathNames.join(directory, entry.name()), entry.name());
                        if (entry.kind() == Kind.DIRECTORY && call.has(RECURSIVELY)) {
                            below.add(entry);
                        }
                    }
                }
            });
            return below;
        }

        private void title(String directory) throws WorkspaceException {
            if (titled) {
                call.out().line((printed ? "\n" : "") + directory + ":");
            }
            printed = true;
            if (call.has(ALL)) {
                row(call, directory, ".");
                // The root is its own parent.
                boolean top = call.workspace().resolve(directory).equals("/");
                row(call, top ? directory : PathNames.join(directory, ".."), "..");
            }
        }
    }
}
