package vos.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vos.fs.Entry;

/** {@code tree}: names that begin with a dot stay hidden; drawn in ASCII. */
final class TreeCommand implements Command {

    private static final Usage USAGE = new Usage("tree", "[PATH...]", "draws directories");
    private static final int MARGIN = 4;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) {
        Drawing drawing = new Drawing(call);
        call.operandsOr(".").forEach(path -> Walk.through(path, call.out(), drawing));
        call.out().line("\n" + counted(drawing.directories, "directory", "directories")
                + ", " + counted(drawing.files, "file", "files"));
    }

    private static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static final class Drawing implements Walk.Steps {

        private final Invocation call;
        private final StringBuilder margin = new StringBuilder();
        /** For each directory that it is in, how many rows are still to come. */
        private final Deque<Integer> rows = new ArrayDeque<>();
        private long directories;
        private long files;

        Drawing(Invocation call) {
            this.call = call;
        }

        @Override
        public List<Entry> enter(String directory) {
            boolean top = rows.isEmpty();
            if (!top) {
                row(directory);
                margin.append(rows.element() == 0 ? "    " : "|   ");
                directories++;
            }
            List<Entry> entries = call.ask("cannot access " + Phrases.quoted(directory), () -> {
                List<Entry> all = call.workspace().list(directory);
                if (top) {
                    call.out().line(directory);
                }
                return all.stream().filter(entry -> !entry.name().startsWith(".")).toList();
            }).orElse(List.of());
            rows.push(entries.size());
            return entries;
        }

        @Override
        public void file(String path) {
            row(path);
            files++;
        }

        @Override
        public void leave(String directory) {
            rows.pop();
            margin.setLength(Math.max(0, margin.length() - MARGIN));
        }

        private void row(String path) {
            rows.push(rows.pop() - 1);
            call.out().line(margin + (rows.element() == 0 ? "`-- " : "|-- ") + PathNames.last(path));
        }
    }
}
