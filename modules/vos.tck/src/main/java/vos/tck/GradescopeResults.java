package vos.tck;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as Gradescope's {@code results.json}: a point for each requirement, of none for what is not held against the
 * peer.
 */
final class GradescopeResults {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The file. */
    record Results(long score, @JsonProperty("max_score") long most, String output, List<Test> tests) {
    }

    /** A requirement. */
    record Test(String name, int score, @JsonProperty("max_score") int most, String output, String visibility,
            String status) {
    }

    private GradescopeResults() {
    }

    static byte[] of(Report report, FailureTexts texts, String output) {
        List<Test> tests = new ArrayList<>();
        report.verdicts().forEach((requirement, verdict) -> tests.add(test(report, requirement, verdict, texts)));
        try {
            return JSON.writeValueAsBytes(new Results(report.points(), report.possiblePoints(), output, tests));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records that are no JSON", e);
        }
    }

    private static Test test(Report report, Requirement requirement, Verdict verdict, FailureTexts texts) {
        int score = verdict == Verdict.PASS ? 1 : 0;
        int most = Report.countsIn(verdict) ? 1 : 0;
        String name = requirement.id() + "  " + ConsoleReport.firstSentence(requirement.text());
        return new Test(name, score, most, output(report, requirement, texts), "visible",
                score == most ? "passed" : "failed");
    }

    private static String output(Report report, Requirement requirement, FailureTexts texts) {
        return report.results(requirement).stream().filter(result -> result.verdict() != Verdict.PASS)
                .map(texts::of).map(text -> String.join("\n", FailureLines.of(text, Terminal.NONE)))
                .collect(Collectors.joining("\n\n"));
    }
}
