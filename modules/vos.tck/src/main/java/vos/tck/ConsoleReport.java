package vos.tck;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report on a terminal, or in a file: a table by section, the failures, and one line that sums up. */
final class ConsoleReport {

    private final PrintWriter out;
    private final Terminal terminal;

    ConsoleReport(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void print(Report report, FailureTexts texts, Optional<Misconception> misconception) {
        table(report);
        Stream.of(Verdict.FAIL, Verdict.FLAKY).flatMap(verdict -> with(report, verdict).stream())
                .map(texts::of).forEach(this::failure);
        notes(report, texts);
        misconception.ifPresent(like -> {
            out.println();
            terminal.wrapped("", "Behaves like \"" + like.name() + "\": " + like.explanation()).forEach(out::println);
        });
        out.println();
        out.println(summary(report));
        out.flush();
    }

    private static List<Result> with(Report report, Verdict verdict) {
        return report.results().stream().filter(result -> result.verdict() == verdict).toList();
    }

    private void table(Report report) {
        Map<Requirement, Verdict> verdicts = report.verdicts();
        int ids = width(verdicts.keySet().stream().map(Requirement::id).toList());
        int words = width(verdicts.values().stream().map(Verdict::word).toList());
        String section = "";
        for (Map.Entry<Requirement, Verdict> entry : verdicts.entrySet()) {
            Requirement requirement = entry.getKey();
            if (!section(requirement).equals(section)) {
                section = section(requirement);
                out.println();
                out.println(terminal.styled("bold", section));
            }
            String word = terminal.verdict(entry.getValue()) + " ".repeat(words - entry.getValue().word().length());
            out.println("  " + requirement.id() + " ".repeat(ids - requirement.id().length()) + "  " + word + "  "
                    + terminal.cut(firstSentence(requirement.text()), ids + words + 6));
        }
    }

    private static int width(Collection<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    /** The heading of a requirement's section, with the page that has it. */
    static String section(Requirement requirement) {
        return requirement.page() + ", " + requirement.section();
    }

    /** A requirement's first sentence; Markdown's backquotes stay. */
    static String firstSentence(String text) {
        return text.replaceFirst("(?<=[a-z`)\\]]{2}\\.)\\s+(?=[A-Z`]).*$|(?<=[a-z`)\\]]{2}:)\\s+(?=[A-Z]).*$", "");
    }

    private void failure(FailureText text) {
        out.println();
        out.println(terminal.styled("faint", "-".repeat(terminal.width() - 1)));
        FailureLines.of(text, terminal).forEach(out::println);
    }

    /** A line for each reason why something was not judged, or not held against the peer. */
    private void notes(Report report, FailureTexts texts) {
        List<String> lines = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.LIMITATION, Verdict.QUIRK, Verdict.OUT_OF_REACH, Verdict.SKIPPED,
                Verdict.KIT_ERROR)) {
            Map<String, List<Result>> reasons = with(report, verdict).stream().collect(Collectors.groupingBy(
                    result -> reason(result, texts), LinkedHashMap::new, Collectors.toList()));
            reasons.remove("");
            reasons.forEach((reason, results) -> lines.addAll(terminal.wrapped(verdict.word() + "  ",
                    reason + " (" + which(results) + ")")));
        }
        if (!lines.isEmpty()) {
            out.println();
            lines.forEach(out::println);
        }
    }

    private static String which(List<Result> results) {
        return results.size() > 3 ? Text.count(results.size(), "test")
                : results.stream().map(Result::test).collect(Collectors.joining(", "));
    }

    /** Of a defect of the kit's the first line: the whole trace is in the report. */
    private static String reason(Result result, FailureTexts texts) {
        return result.verdict() != Verdict.KIT_ERROR ? texts.reason(result)
                : "a defect of the kit's, and nobody else's; please report it with report.json, as --report DIR "
                        + "writes it: " + Text.printable(texts.reason(result).lines().findFirst().orElse(""));
    }

    /** As {@code 61 of 63 requirements kept; 1 failed, 1 flaky; seed 4711; 12.3 s}. */
    static String summary(Report report) {
        String others = Stream.of(Verdict.values()).filter(verdict -> verdict != Verdict.PASS)
                .sorted((a, b) -> b.compareTo(a)).filter(verdict -> report.count(verdict) > 0)
                .map(verdict -> report.count(verdict) + " " + verdict.counted()).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%d of %s kept%s; seed %d; %.1f s", report.points(),
                Text.count(report.possiblePoints(), "requirement"), others.isEmpty() ? "" : "; " + others,
                report.seed(), report.time().toMillis() / 1000.0);
    }

    /** The tests of each selection by section, with the ids that {@code --only} takes. */
    static void list(Suite suite, List<Selection> selections, PrintWriter out, Terminal terminal) {
        int tests = 0;
        for (Selection selection : selections) {
            out.println(terminal.styled("bold", "Tests of a " + selection.party().name().toLowerCase(Locale.ROOT)));
            out.println();
            list(suite, selection, out, terminal);
            tests += Judge.tests(suite, selection).size();
        }
        out.println(Text.count(tests, "test") + " up to level "
                + selections.getFirst().level().name().toLowerCase(Locale.ROOT));
    }

    private static void list(Suite suite, Selection selection, PrintWriter out, Terminal terminal) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        Judge.tests(suite, selection).stream()
                .map(test -> Map.entry(Result.requirements(test), Judge.name(test)))
                .sorted(Map.Entry.comparingByKey((a, b) -> a.getFirst().compareTo(b.getFirst())))
                .forEach(test -> sections.computeIfAbsent(section(test.getKey().getFirst()), key -> new ArrayList<>())
                        .add(String.format(Locale.ROOT, "  %-11s %-7s %s",
                                test.getKey().stream().map(Requirement::id).collect(Collectors.joining(" ")),
                                Result.level(test.getKey()).name().toLowerCase(Locale.ROOT), test.getValue())));
        sections.forEach((section, lines) -> {
            out.println(terminal.styled("bold", section));
            lines.forEach(out::println);
            out.println();
        });
    }
}
