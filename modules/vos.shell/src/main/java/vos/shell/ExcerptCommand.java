package vos.shell;

import java.io.IOException;
import java.util.List;
import vos.fs.Kind;
import vos.fs.StoredFile;

/**
 * What {@code head} and {@code tail} have in common: some lines or bytes of each file, each under its name if there
 * are several. A line ends after a newline or with the file.
 */
abstract sealed class ExcerptCommand implements Command permits HeadCommand, TailCommand {

    private static final Flag LINES = new Flag('n', "N", "N lines; 10 if nothing is said");
    private static final Flag BYTES = new Flag('c', "N", "N bytes");
    private static final String STANDARD = "10";

    private final Usage usage;

    ExcerptCommand(String name, String summary) {
        this.usage = new Usage(name, "PATH...", summary, LINES, BYTES);
    }

    /** Prints {@code count} lines or bytes. */
    @FunctionalInterface
    interface Excerpt {

        void print(StoredFile file, long count, Output out) throws IOException;
    }

    @Override
    public final Usage usage() {
        return usage;
    }

    @Override
    public final void run(Invocation call) throws Refusal {
        if (call.has(BYTES)) {
            if (call.has(LINES)) {
                throw call.misuse("lines or bytes can be counted, not both");
            }
            excerpts(call, count(call, call.value(BYTES), "bytes"), this::printBytes);
        } else {
            String lines = call.has(LINES) ? call.value(LINES) : STANDARD;
            excerpts(call, count(call, lines, "lines"), this::printLines);
        }
    }

    abstract void printLines(StoredFile file, long count, Output out) throws IOException;

    abstract void printBytes(StoredFile file, long count, Output out) throws IOException;

    private static void excerpts(Invocation call, long count, Excerpt excerpt) throws Refusal {
        List<String> paths = call.requiredOperands();
        boolean printed = false;
        for (String path : paths) {
            String title = paths.size() == 1 ? "" : (printed ? "\n" : "") + "==> " + path + " <==\n";
            String problem = isDirectory(call, path)
                    ? "error reading " + Phrases.quoted(path)
                    : "cannot open " + Phrases.quoted(path) + " for reading";
            printed |= call.attempt(problem, () -> {
                try (StoredFile file = call.workspace().open(path)) {
                    call.out().print(title);
                    excerpt.print(file, count, call.out());
                }
            });
        }
    }

    private static boolean isDirectory(Invocation call, String path) {
        return call.look(path).filter(status -> status.kind() == Kind.DIRECTORY).isPresent();
    }

    private static long count(Invocation call, String number, String counted) throws Refusal {
        if (!number.matches("[0-9]{1,18}")) {
            throw call.misuse("invalid number of " + counted + ": " + Phrases.quoted(number));
        }
        return Long.parseLong(number);
    }
}
