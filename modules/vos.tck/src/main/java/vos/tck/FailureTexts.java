package vos.tck;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vos.tck.FailureText.Line;
import vos.tck.FailureText.Statement;

/**
 * Puts failures into words.
 *
 * @param disclosure how much of them
 * @param server where the server is, or would be if its author started it, for commands to paste
 * @param patience how long an answer was waited for
 * @param replays the directory of the replay files; none, if nothing can be replayed
 */
record FailureTexts(Disclosure disclosure, HostPort server, Duration patience, Optional<Path> replays) {

    private static final int FIRST_STEPS = 5;
    private static final int LAST_STEPS = 12;
    private static final int SHOWN = 300;
    private static final int LINES = 5;
    private static final String LATE = " This may be no fault of the peer's: the kit was late itself, as this machine"
            + " has more to do than it can. Try it again when it has less.";

    /** The text of a result. */
    FailureText of(Result result) {
        List<Statement> requirements = result.requirements().stream().map(Statement::of).toList();
        String cause = disclosure == Disclosure.VERDICT ? "" : result.usualCause();
        String way = switch (disclosure) {
            case ALL -> result.failure().map(failure -> first(result) + way(failure)).orElse(reason(result));
            case HINT -> result.failure().map(failure -> first(result) + sentence(failure.kind().words()))
                    .orElse(reason(result));
            case VERDICT -> "";
        };
        FailureText words = new FailureText(result.test(), result.title(), result.verdict(), requirements, way,
                List.of(), "", "", "", List.of(), cause, "", "");
        return disclosure == Disclosure.ALL && result.failure().isPresent()
                ? whole(words, result.failure().orElseThrow()) : words;
    }

    /** Why a test was not tried, or what came of it is not held against the peer; nothing, if that is not disclosed. */
    String reason(Result result) {
        return disclosure == Disclosure.VERDICT ? "" : result.reason();
    }

    /** The word for the way of a failure, for programs; the verdict's, if that is all that is disclosed. */
    String type(Result result) {
        return result.failure().filter(failure -> disclosure != Disclosure.VERDICT)
                .map(failure -> failure.kind().name()).orElse(result.verdict().name());
    }

    /** What a failure is called that is none of the peer's: a hazard, a quirk, or that it did not come again. */
    private static String first(Result result) {
        return result.verdict() == Verdict.FAIL ? "" : sentence(result.reason()) + " ";
    }

    /** The text of a failure of no test in particular. */
    FailureText of(Failure failure) {
        return whole(new FailureText("", "", Verdict.FAIL, List.of(), way(failure), List.of(), "", "", "", List.of(),
                "", "", ""), failure);
    }

    private FailureText whole(FailureText words, Failure failure) {
        boolean wire = onTheWire(failure);
        String received = wire ? failure.received().length == 0 ? "nothing" : Text.shown(failure.received(), SHOWN)
                : lastLines(new String(failure.received(), StandardCharsets.UTF_8));
        List<String> window = wire
                ? HexWindow.of(failure.expectedBytes(), failure.received(), failure.difference()) : List.of();
        return new FailureText(words.test(), words.title(), words.verdict(), words.requirements(), words.way(),
                steps(failure.steps()), Text.printable(failure.expected()), received, printed(failure), window,
                words.usualCause(), ShellCommand.of(failure, server).orElse(""), replay(words, failure));
    }

    /** Where a program that gives up mostly says why. */
    private static String printed(Failure failure) {
        boolean evident = new String(failure.received(), StandardCharsets.UTF_8).equals(failure.printed());
        return evident ? "" : lastLines(failure.printed());
    }

    /** Of a stranger's text the end, which mostly says most; three dots stand for the rest. */
    private static String lastLines(String text) {
        List<String> lines = text.strip().lines().toList();
        Stream<String> last = lines.stream().skip(Math.max(0, lines.size() - LINES))
                .map(line -> line.length() > SHOWN ? line.substring(0, SHOWN) + " ..." : line);
        return Stream.concat(lines.size() > LINES ? Stream.of("...") : Stream.of(), last)
                .map(Text::printable).collect(Collectors.joining("\n"));
    }

    private String replay(FailureText words, Failure failure) {
        return replays.filter(directory -> ReplayFile.isOwed(words.verdict(), failure))
                .map(directory -> "vos replay " + directory.resolve(ReplayFile.name(words.test())) + " --target "
                        + server)
                .orElse("");
    }

    /** Whether bytes that came are the evidence, and not words of the kit's. */
    private static boolean onTheWire(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED, STATE -> false;
            case WRONG, TIMEOUT, SLOW, END, RESET -> switch (failure.steps().getLast()) {
                case Step.Expect expect -> true;
                case Step.ExpectEnd end -> true;
                case Step.ExpectSilence silence -> true;
                default -> false;
            };
        };
    }

    private String way(Failure failure) {
        return inWhatWay(failure) + (failure.doubtful() ? LATE : "");
    }

    private String inWhatWay(Failure failure) {
        int count = failure.received().length;
        String where = count == 0 ? "before any byte of the answer" : "after " + Text.count(count, "byte");
        if (!onTheWire(failure)) {
            return sentence(failure.kind().words());
        }
        return switch (failure.kind()) {
            case WRONG -> failure.difference() >= 0 && failure.expectedBytes().length > 0
                    ? "Wrong answer: byte " + (failure.difference() + 1) + " of it is another than expected."
                    : "Wrong answer: it is not of the form that was expected.";
            case TIMEOUT -> String.format(Locale.ROOT,
                    "No answer in time: %snothing %scame within %.1f s, and the connection stayed open.",
                    count == 0 ? "" : where + ", ", count == 0 ? "" : "more ", patience.toMillis() / 1000.0);
            case SLOW -> "Too slow: bytes kept coming, but not all of them within "
                    + patience.multipliedBy(6).toSeconds() + " s, " + where + ".";
            case END -> "The connection ended too early, " + where + ".";
            case RESET -> "The connection was reset, " + where + ".";
            case REFUSED, STATE -> sentence(failure.kind().words());
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + (words.endsWith(".") ? "" : ".");
    }

    /** The steps, the last one marked; of very many, some in the middle are left out. */
    private static List<Line> steps(List<Step> steps) {
        boolean several = steps.stream().mapToInt(Step::connection).max().orElse(0) > 1;
        List<Line> lines = new ArrayList<>();
        int skipped = steps.size() - FIRST_STEPS - LAST_STEPS;
        for (int i = 0; i < steps.size(); i++) {
            if (skipped <= 1 || i < FIRST_STEPS || i >= steps.size() - LAST_STEPS) {
                Step step = steps.get(i);
                String connection = several && step.connection() > 0 ? " (connection " + step.connection() + ")" : "";
                lines.add(new Line((i + 1) + "." + connection, Text.printable(step.words()), i == steps.size() - 1));
            } else if (i == FIRST_STEPS) {
                lines.add(new Line("...", Text.count(skipped, "step") + " that passed", false));
            }
        }
        return lines;
    }
}
