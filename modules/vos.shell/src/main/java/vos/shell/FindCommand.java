package vos.shell;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import vos.fs.Entry;
import vos.fs.Kind;
import vos.fs.WorkspaceException;

/** {@code find}: paths, and then tests that must all hold. A directory comes before what is in it. */
final class FindCommand implements Command {

    private static final Usage USAGE = new Usage("find", "[PATH...] [-name GLOB] [-type f|d]",
            "walks through directories and prints the paths that pass all tests");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Arguments arguments(List<String> words) {
        return Arguments.unparsed(words);
    }

    @Override
    public void run(Invocation call) throws Refusal {
        List<String> words = call.operands();
        int paths = 0;
        while (paths < words.size() && !words.get(paths).startsWith("-")) {
            paths++;
        }
        List<BiPredicate<String, Kind>> tests = tests(call, words.subList(paths, words.size()).iterator());
        for (String path : paths == 0 ? List.of(".") : words.subList(0, paths)) {
            call.attempt(Phrases.quoted(path), () -> find(call, path, tests));
        }
    }

    /** What is asked of a name and a kind; a list, as tests that call each other could be more than a stack carries. */
    private static List<BiPredicate<String, Kind>> tests(Invocation call, Iterator<String> words) throws Refusal {
        List<BiPredicate<String, Kind>> tests = new ArrayList<>();
        while (words.hasNext()) {
            String predicate = words.next();
            tests.add(switch (predicate) {
                case "-name" -> {
                    Glob glob = new Glob(argument(call, predicate, words));
                    yield (name, kind) -> glob.matches(name);
                }
                case "-type" -> {
                    Kind wanted = kind(call, argument(call, predicate, words));
                    yield (name, kind) -> kind == wanted;
                }
                default -> throw call.misuse(predicate.startsWith("-")
                        ? "unknown predicate " + Phrases.quoted(predicate)
                        : "paths must precede expression: " + Phrases.quoted(predicate));
            });
        }
        return tests;
    }

    private static String argument(Invocation call, String predicate, Iterator<String> words) throws Refusal {
        if (!words.hasNext()) {
            throw call.misuse("missing argument to " + Phrases.quoted(predicate));
        }
        return words.next();
    }

    private static Kind kind(Invocation call, String letter) throws Refusal {
        return switch (letter) {
            case "f" -> Kind.FILE;
            case "d" -> Kind.DIRECTORY;
            default -> throw call.misuse("unknown argument to -type: " + Phrases.bare(letter));
        };
    }

    private static void find(Invocation call, String path, List<BiPredicate<String, Kind>> tests)
            throws WorkspaceException {
        Search search = new Search(call, tests);
        Kind kind = call.workspace().status(path).kind();
        switch (kind) {
            case DIRECTORY -> Walk.through(path, call.out(), search);
            case FILE, OTHER -> search.print(path, kind);
        }
    }

    private record Search(Invocation call, List<BiPredicate<String, Kind>> tests) implements Walk.Steps {

        @Override
        public List<Entry> enter(String directory) {
            print(directory, Kind.DIRECTORY);
            return call.list(directory, "cannot read directory");
        }

        @Override
        public void file(String path) {
            print(path, Kind.FILE);
        }

        private void print(String path, Kind kind) {
            String name = PathNames.last(path);
            if (tests.stream().allMatch(test -> test.test(name, kind))) {
                call.out().line(path);
            }
        }
    }
}
