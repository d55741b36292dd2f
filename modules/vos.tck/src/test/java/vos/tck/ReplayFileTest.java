package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations in files. */
class ReplayFileTest {

    private static final Payload PAYLOAD = Payload.text("cd späße\n").then(Payload.octets(0, 255, 13))
            .then(Payload.variable("token")).then(Payload.repeated(new byte[] {'x', 0}, 9)).then("");

    @TempDir
    private Path directory;

    static List<Step> steps() {
        return List.of(new Step.Connect(1), new Step.Accept(2), new Step.Send(1, PAYLOAD, List.of(3, 7)),
                new Step.Send(1, PAYLOAD, List.of()), new Step.Pause(1, 150),
                expect(new Expectation.Exactly(PAYLOAD), ""),
                expect(new Expectation.OneOf(List.of(PAYLOAD, Payload.text("b"))), ""),
                expect(new Expectation.Sized(10, "<\\w{8}>", "a token"), "token"),
                expect(new Expectation.Delimited(PAYLOAD, ".*", "a message"), ""),
                expect(new Expectation.ToEnd("[0-9]+", "a number"), "size"),
                expect(new Expectation.AtOnce(Payload.text("Goodbye!")), ""),
                expect(new Expectation.Segment(100, "[a-z]+", "a word"), ""),
                new Step.ExpectEnd(1, Step.Ending.RESET), new Step.ExpectSilence(1, 60), new Step.HalfClose(3),
                new Step.Reset(1), new Step.Close(1), new Step.Type("ul a b"), new Step.Note("look at the files"));
    }

    private static Step expect(Expectation expectation, String capture) {
        return new Step.Expect(1, expectation, capture);
    }

    /** Payloads have no equality of their own; what they print is too short for it. */
    @ParameterizedTest
    @MethodSource("steps")
    void aStepIsReadAsItWasWritten(Step step) {
        JsonNode written = StepJson.write(step);
        Step read = StepJson.read(written);
        assertEquals(step.getClass(), read.getClass());
        assertEquals(step.words(), read.words());
        assertEquals(written, StepJson.write(read));
    }

    @Test
    void bytesStayTheSame() {
        Step.Send read = (Step.Send) StepJson.read(StepJson.write(new Step.Send(1, PAYLOAD, List.of())));
        Map<String, byte[]> variables = Map.of("token", "<t>".getBytes(StandardCharsets.US_ASCII));
        assertEquals(Text.latin1(PAYLOAD.resolve(variables)), Text.latin1(read.payload().resolve(variables)));
    }

    @Test
    void everyKindOfStepAndExpectationIsTried() {
        assertEquals(permitted(Step.class), steps().stream().map(Step::getClass).collect(Collectors.toSet()));
        assertEquals(permitted(Expectation.class), steps().stream().filter(Step.Expect.class::isInstance)
                .map(step -> ((Step.Expect) step).expectation().getClass()).collect(Collectors.toSet()));
    }

    private static Set<Class<?>> permitted(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses()).collect(Collectors.toSet());
    }

    @Test
    void textIsTextInTheFileAndTheRestIsBase64() {
        String json = StepJson.write(new Step.Send(1, PAYLOAD, List.of())).toString();
        assertTrue(json.contains("\"text\":\"cd späße\\n\""), json);
        assertTrue(json.contains("\"base64\":\"AP8N\""), json);
        assertTrue(json.contains("{\"variable\":\"token\"}"), json);
        assertTrue(json.contains("\"times\":9"), json);
    }

    @Test
    void aFileHasAllThatARunNeeds() throws Exception {
        ReplayFile file =
                new ReplayFile("mini-ftp", "A.b", List.of("MFTP-1.2"), Mismatch.Kind.STATE, "a file", steps());
        file.write(directory);
        ReplayFile read = ReplayFile.read(directory.resolve("A.b.json"));
        assertEquals(List.of(file.lab(), file.test(), file.requirements(), file.kind(), file.expected()),
                List.of(read.lab(), read.test(), read.requirements(), read.kind(), read.expected()));
        assertEquals(file.steps().stream().map(Step::words).toList(), read.steps().stream().map(Step::words).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"version\": 2}",
        "{\"version\": 1, \"steps\": [{\"step\": \"fly\"}]}",
        "{\"version\": 1, \"lab\": \"l\", \"test\": \"t\", \"kind\": \"WRONG\", \"expected\": \"\","
            + " \"steps\": [{\"step\": \"send\", \"connection\": 1}]}",
        "{\"version\": 1, \"lab\": \"l\", \"test\": \"t\", \"kind\": \"ODD\", \"expected\": \"\"}"})
    void whatIsNoReplayFileIsRefusedWithASentence(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("x.json"), content);
        UnusableException refused = assertThrows(UnusableException.class, () -> ReplayFile.read(file));
        assertTrue(refused.getMessage().startsWith(file + " is no replay file"), refused::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'step': 'send', 'connection': 1, 'payload': [{'text': 'abcd'}], 'cuts': [9]}",
        "{'step': 'send', 'connection': 1, 'payload': [{'text': 'abcd'}], 'cuts': [3, 1]}",
        "{'step': 'send', 'connection': 1, 'payload': [{'text': 'abcd'}], 'cuts': [-1]}",
        "{'step': 'send', 'connection': 1, 'payload': [{'variable': 'token'}], 'cuts': ['two']}",
        "{'step': 'send', 'connection': 1, 'payload': [{'text': 'abcd', 'times': 2000000000}]}",
        "{'step': 'send', 'connection': 1, 'payload': [{'base64': '?'}]}",
        "{'step': 'expect', 'connection': 1, 'expectation': {'toEnd': true, 'pattern': '([0-9]', 'words': 'a'}}",
        "{'step': 'expect', 'connection': 1, 'expectation': {'oneOf': []}}",
        "{'step': 'pause', 'connection': 1, 'millis': -5}"})
    void aStepThatMakesNoSenseIsRefusedInOneLine(String step) throws Exception {
        Path file = Files.writeString(directory.resolve("x.json"), ("{'version': 1, 'lab': 'l', 'test': 't', "
                + "'kind': 'WRONG', 'expected': '', 'steps': [{'step': 'connect', 'connection': 1}, " + step + "]}")
                .replace('\'', '"'));
        UnusableException refused = assertThrows(UnusableException.class, () -> ReplayFile.read(file));
        assertTrue(refused.getMessage().startsWith(file + " is no replay file: "), refused::getMessage);
        assertEquals(1, refused.getMessage().lines().count(), refused::getMessage);
    }

    @Test
    void onlyAConversationWithAServerCanBeReplayed() {
        assertTrue(ReplayFile.canReplay(failure(new Step.Connect(1))));
        assertFalse(ReplayFile.canReplay(failure(new Step.Note("start the server again"))));
        assertFalse(ReplayFile.canReplay(failure(new Step.Type("ls"), new Step.Accept(1))));
    }

    private static Failure failure(Step... steps) {
        return new Failure(Mismatch.Kind.STATE, Arrays.asList(steps), "", new byte[0], new byte[0], -1, Map.of(), "",
                false);
    }
}
