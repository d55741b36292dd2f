package vos.shell;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vos.fs.Kind;
import vos.fs.Status;
import vos.fs.StoredFile;

/** {@code wc}. Content is read only if more than bytes are asked for. */
final class CountCommand implements Command {

    private static final Flag LINES = new Flag('l', "lines, as newlines");
    private static final Flag WORDS = new Flag('w', "words, as white space separates them");
    private static final Flag BYTES = new Flag('c', "bytes");
    private static final Usage USAGE =
            new Usage("wc", "PATH...", "counts lines, words and bytes, or what is asked for", LINES, WORDS, BYTES);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public void run(Invocation call) throws Refusal {
        List<String> paths = call.requiredOperands();
        List<Flag> wanted = wanted(call);
        int width = paths.size() == 1 && wanted.size() == 1 ? 1 : width(call, paths);
        Counts total = new Counts();
        for (String path : paths) {
            call.attempt(Phrases.bare(path), () -> {
                Counts counts = counts(call, path, wanted);
                total.add(counts);
                call.out().line(row(counts, wanted, width) + " " + path);
            });
        }
        if (paths.size() > 1) {
            call.out().line(row(total, wanted, width) + " total");
        }
    }

    private static List<Flag> wanted(Invocation call) {
        List<Flag> named = USAGE.flags().stream().filter(flag -> call.has(flag)).toList();
        return named.isEmpty() ? USAGE.flags() : named;
    }

    private static Counts counts(Invocation call, String path, List<Flag> wanted) throws IOException {
        try (StoredFile file = call.workspace().open(path)) {
            Counts counts = new Counts();
            if (wanted.equals(List.of(BYTES))) {
                counts.addBytes(file.size());
            } else {
                Content.copy(file, counts::read, call.out());
            }
            return counts;
        }
    }

    private static String row(Counts counts, List<Flag> wanted, int width) {
        return wanted.stream()
                .map(flag -> flag == LINES ? counts.lines() : flag == WORDS ? counts.words() : counts.bytes())
                .map(number -> String.format(Locale.ROOT, "%" + width + "d", number))
                .collect(Collectors.joining(" "));
    }

    /** Of the largest number that can come, which is that of all bytes. */
    private static int width(Invocation call, List<String> paths) {
        long bytes = paths.stream()
                .flatMap(path -> call.look(path).stream())
                .filter(status -> status.kind() == Kind.FILE)
                .mapToLong(Status::size)
                .sum();
        return Long.toString(bytes).length();
    }
}
