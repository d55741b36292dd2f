package vos.tck;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report as JSON, for programs; {@code specs/report.schema.json} says what is in it. */
final class ReportJson {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    /** The file; what is empty is left out of it. */
    record Root(int version, String lab, String subject, String party, String level, long seed, String started,
            long millis, Score score, Like behavesLike, List<Stated> requirements, List<Tested> tests) {
    }

    /** How many requirements are kept, of how many that could be. */
    record Score(long kept, long possible) {
    }

    /** The misconception that is nearest. */
    record Like(String name, String explanation) {
    }

    /** A requirement that was judged. */
    record Stated(String id, String page, int line, String section, String level, String keyword, String text,
            String verdict) {
    }

    /** A test that was selected. */
    record Tested(String name, String title, List<String> requirements, String level, String verdict, long millis,
            String reason, String usualCause, Failed failure) {
    }

    /** What happened. */
    record Failed(String kind, List<String> steps, String expected, String received, String printed,
            List<String> window, String shell, String replay) {
    }

    private ReportJson() {
    }

    static byte[] of(Report report, FailureTexts texts, Optional<Misconception> misconception) {
        Root root = new Root(VERSION, report.lab(), report.subject(), word(report.party()), word(report.level()),
                report.seed(), report.started().toString(), report.time().toMillis(),
                new Score(report.points(), report.possiblePoints()),
                misconception.map(like -> new Like(like.name(), like.explanation())).orElse(null),
                report.verdicts().entrySet().stream().map(entry -> stated(entry.getKey(), entry.getValue())).toList(),
                report.results().stream().map(result -> tested(result, texts)).toList());
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records that are no JSON", e);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Stated stated(Requirement requirement, Verdict verdict) {
        return new Stated(requirement.id(), requirement.page(), requirement.line(), requirement.section(),
                word(requirement.level()), requirement.keyword().name(), requirement.text(), verdict.word());
    }

    private static Tested tested(Result result, FailureTexts texts) {
        FailureText text = texts.of(result);
        boolean pass = result.verdict() == Verdict.PASS;
        boolean told = !pass && texts.disclosure() != Disclosure.VERDICT;
        Failed failed = !told ? null : result.failure().map(failure -> new Failed(word(failure.kind()),
                text.steps().stream().map(step -> step.label() + " " + step.words()).toList(), text.expected(),
                text.received(), text.printed(), text.window(), text.shell(), text.replay())).orElse(null);
        return new Tested(result.test(), result.title(), result.requirements().stream().map(Requirement::id).toList(),
                word(result.level()), result.verdict().word(), result.time().toMillis(), text.way(),
                told ? text.usualCause() : "", failed);
    }
}
