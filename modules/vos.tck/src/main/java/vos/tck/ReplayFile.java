package vos.tck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A conversation that failed, as it lies in a file: JSON that people can read, and change.
 *
 * @param lab the protocol
 * @param test the test that failed, as class and method
 * @param requirements the ids of those that it judges
 * @param kind in what way it failed
 * @param expected what was expected in the last step, for people
 * @param steps all steps
 */
record ReplayFile(String lab, String test, List<String> requirements, Mismatch.Kind kind, String expected,
        List<Step> steps) {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static ReplayFile of(String lab, Result result, Failure failure) {
        return new ReplayFile(lab, result.test(), result.requirements().stream().map(Requirement::id).toList(),
                failure.kind(), failure.expected(), failure.steps());
    }

    /** Whether a failure gets a file: one that counts, or may, and can be replayed. */
    static boolean isOwed(Verdict verdict, Failure failure) {
        return (verdict == Verdict.FAIL || verdict == Verdict.FLAKY) && canReplay(failure);
    }

    /** Whether there is a conversation with a server; one with a client begins with the client. */
    static boolean canReplay(Failure failure) {
        return failure.steps().stream().anyMatch(Step.Connect.class::isInstance)
                && failure.steps().stream().noneMatch(ReplayFile::isOfClient);
    }

    /** Whether only a client that is judged can take this step. */
    static boolean isOfClient(Step step) {
        return step instanceof Step.Accept || step instanceof Step.Type;
    }

    /** The name of a test's file. */
    static String name(String test) {
        return test.replaceAll("[^A-Za-z0-9._-]", "_") + ".json";
    }

    /** Whether a file is one that the kit has written: it has the name of the test that it is about. */
    static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.endsWith(".json") && Files.isRegularFile(file) && name.equals(name(read(file).test()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the file into a directory, under the name of the test. */
    void write(Path directory) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION).put("lab", lab).put("test", test);
        requirements.forEach(root.putArray("requirements")::add);
        root.put("kind", kind.name()).put("expected", expected);
        steps.forEach(step -> root.withArray("steps").add(StepJson.write(step)));
        Files.write(directory.resolve(name(test)), JSON.writeValueAsBytes(root));
    }

    private static Mismatch.Kind kind(String name) {
        return Stream.of(Mismatch.Kind.values()).filter(kind -> kind.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no kind of failure \"" + name + "\""));
    }

    /** Reads a file. */
    static ReplayFile read(Path file) throws IOException {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            int version = root.path("version").asInt();
            UnusableException.require(version == VERSION, file + " is no replay file of version " + VERSION
                    + "; 'vos tck' writes one for each test that failed");
            return new ReplayFile(StepJson.text(root, "lab"), StepJson.text(root, "test"),
                    StepJson.list(root, "requirements").stream().map(JsonNode::asText).toList(),
                    kind(StepJson.text(root, "kind")), StepJson.text(root, "expected"),
                    StepJson.list(root, "steps").stream().map(StepJson::read).toList());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            UnusableException unusable = new UnusableException(file + " is no replay file: "
                    + (e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage()));
            unusable.initCause(e);
            throw unusable;
        }
    }
}
