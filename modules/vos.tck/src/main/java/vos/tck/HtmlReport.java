package vos.tck;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as a page for people: one file that needs no other, in light and in dark, on a screen and on paper. */
final class HtmlReport {

    /** The whole page; {@code report.html} beside this class says where what stands. */
    record Page(Report report, String title, String summary, List<Count> counts, Misconception like,
            List<Section> sections, List<Shown> failures, List<Note> notes, List<Timing> timings) {
    }

    /** How many requirements came to a verdict. */
    record Count(long number, String words, String kind) {
    }

    /** A section of a specification. */
    record Section(String title, List<Row> rows) {
    }

    /** A requirement, and the anchor of the failure that it missed first; none, if it missed none. */
    record Row(String id, String word, String kind, String sentence, String link) {
    }

    /** A failure, and what to link to. */
    record Shown(String anchor, String kind, FailureText text) {

        /** The window as one text. */
        String window() {
            return String.join("\n", text.window());
        }
    }

    /** Why a test was not judged, or not held against the peer. */
    record Note(String word, String test, String reason) {
    }

    /** How long a test took, and what share of the longest that is, in percent. */
    record Timing(String test, String word, String seconds, long share) {
    }

    private HtmlReport() {
    }

    static byte[] of(Report report, FailureTexts texts, Optional<Misconception> misconception) {
        Page page = new Page(report, report.lab() + ": " + report.subject(), ConsoleReport.summary(report),
                counts(report), misconception.orElse(null), sections(report), failures(report, texts),
                notes(report, texts), timings(report));
        return Mustache.compiler().defaultValue("").emptyStringIsFalse(true).zeroIsFalse(true)
                .compile(template()).execute(page).getBytes(StandardCharsets.UTF_8);
    }

    private static String template() {
        try (InputStream file = HtmlReport.class.getResourceAsStream("report.html")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.html", e);
        }
    }

    private static String kind(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static List<Count> counts(Report report) {
        return Stream.of(Verdict.values()).filter(verdict -> report.count(verdict) > 0)
                .map(verdict -> new Count(report.count(verdict), verdict.counted(), kind(verdict))).toList();
    }

    private static List<Section> sections(Report report) {
        Map<String, List<Row>> sections = report.verdicts().entrySet().stream().collect(Collectors.groupingBy(
                entry -> ConsoleReport.section(entry.getKey()), LinkedHashMap::new,
                Collectors.mapping(entry -> row(report, entry.getKey(), entry.getValue()), Collectors.toList())));
        return sections.entrySet().stream().map(entry -> new Section(entry.getKey(), entry.getValue())).toList();
    }

    private static Row row(Report report, Requirement requirement, Verdict verdict) {
        String link = report.results(requirement).stream().filter(HtmlReport::shown).map(Result::test).findFirst()
                .orElse("");
        return new Row(requirement.id(), verdict.word(), kind(verdict), requirement.text(), link);
    }

    private static boolean shown(Result result) {
        return result.verdict() == Verdict.FAIL || result.verdict() == Verdict.FLAKY;
    }

    private static List<Shown> failures(Report report, FailureTexts texts) {
        return Stream.of(Verdict.FAIL, Verdict.FLAKY)
                .flatMap(verdict -> report.results().stream().filter(result -> result.verdict() == verdict))
                .map(result -> new Shown(result.test(), kind(result.verdict()), texts.of(result))).toList();
    }

    private static List<Note> notes(Report report, FailureTexts texts) {
        return report.results().stream().filter(result -> switch (result.verdict()) {
            case OUT_OF_REACH, SKIPPED, LIMITATION, QUIRK, KIT_ERROR -> !texts.reason(result).isEmpty();
            case PASS, FLAKY, FAIL -> false;
        }).map(result -> new Note(result.verdict().word(), result.test(), texts.reason(result))).toList();
    }

    private static List<Timing> timings(Report report) {
        long longest = report.results().stream().mapToLong(result -> result.time().toMillis()).max().orElse(0);
        return report.results().stream().sorted(Comparator.comparing(Result::time).reversed())
                .map(result -> new Timing(result.test(), result.verdict().word(),
                        String.format(Locale.ROOT, "%.2f", result.time().toMillis() / 1000.0),
                        result.time().toMillis() * 100 / Math.max(1, longest))).toList();
    }
}
