package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vos.tck.Mismatch.Kind;

/** What is said of a failure. */
class FailureTextsTest {

    private static final Step EXPECT = new Step.Expect(1, new Expectation.Exactly(Payload.text("hello")), "");
    private static final List<Step> STEPS = List.of(new Step.Connect(1), EXPECT);

    static List<Arguments> ways() {
        return List.of(
                Arguments.of(Kind.WRONG, "help", "Wrong answer: byte 4 of it is another than expected."),
                Arguments.of(Kind.TIMEOUT, "",
                        "No answer in time: nothing came within 5.0 s, and the connection stayed open."),
                Arguments.of(Kind.TIMEOUT, "hel", "No answer in time: after 3 bytes, nothing more came within 5.0 s, "
                        + "and the connection stayed open."),
                Arguments.of(Kind.END, "", "The connection ended too early, before any byte of the answer."),
                Arguments.of(Kind.RESET, "h", "The connection was reset, after 1 byte."));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theWayOfAFailureIsToldInWords(Kind kind, String received, String words) {
        assertEquals(words, text(Disclosure.ALL, failure(kind, received, STEPS)).way());
    }

    @Test
    void whatIsNoByteIsWords() {
        FailureText text = text(Disclosure.ALL, failure(Kind.STATE, "no such file\nbut \u001b[2J", STEPS));
        assertEquals("no such file\nbut \\u001b[2J", text.received());
        assertEquals(List.of(), text.window());
    }

    @Test
    void ofManyWordsTheEndIsShown() {
        String found = "1\n2\n3\n4\n5\n6 " + "x".repeat(100_000) + "\n";
        assertEquals("...\n2\n3\n4\n5\n6 " + "x".repeat(298) + " ...",
                text(Disclosure.ALL, failure(Kind.STATE, found, STEPS)).received());
        List<Step> typed = List.of(new Step.Accept(1), new Step.Type("ls"));
        assertEquals(307, text(Disclosure.ALL, failure(Kind.TIMEOUT, "y".repeat(5000) + "\n\nend", typed)).received()
                .replace("\n", "").length());
    }

    @Test
    void whatIsExpectedCanDoNothingToATerminal() {
        Failure failure = new Failure(Kind.STATE, STEPS, "a file \u001b[2J", new byte[0], new byte[0], -1, Map.of(),
                "", false);
        assertEquals("a file \\u001b[2J", text(Disclosure.ALL, failure).expected());
    }

    @Test
    void whatTheClientSaidLastIsShownUnlessItIsTheEvidence() {
        Failure said = new Failure(Kind.STATE, STEPS, "a file", new byte[0], "nothing".getBytes(StandardCharsets.UTF_8),
                -1, Map.of(), "1\n2\n3\n4\n5\n6 \u001b[2J" + "x".repeat(400) + "\n\n", false);
        assertEquals("...\n2\n3\n4\n5\n6 \\u001b[2J" + "x".repeat(294) + " ...", text(Disclosure.ALL, said).printed());
        assertEquals("", text(Disclosure.HINT, said).printed());
        assertEquals("", text(Disclosure.ALL, new Failure(Kind.STATE, STEPS, "silence", new byte[0],
                "what?".getBytes(StandardCharsets.UTF_8), -1, Map.of(), "what?", false)).printed());
    }

    @Test
    void everythingIsDisclosedUnlessLessIsAskedFor() {
        FailureText text = text(Disclosure.ALL, failure(Kind.WRONG, "help", STEPS));
        assertEquals("hello", text.expected());
        assertEquals("help", text.received());
        assertEquals(3, text.window().size());
        assertEquals("It shouts.", text.usualCause());
        assertEquals("(sleep 3) | nc h 7 | xxd", text.shell());
        assertEquals("vos replay out/A.b.json --target h:7", text.replay());
        assertTrue(text.requirements().getFirst().place().matches("specs/mini-ftp\\.md:\\d+, section \\d+\\. .*"),
                text::toString);
    }

    @Test
    void aHintHasNoBytes() {
        FailureText text = text(Disclosure.HINT, failure(Kind.WRONG, "help", STEPS));
        assertEquals("Wrong answer.", text.way());
        assertEquals("It shouts.", text.usualCause());
        assertEquals(List.of("", "", "", ""), List.of(text.expected(), text.received(), text.shell(), text.replay()));
        assertEquals(List.of(), text.steps());
        assertEquals(List.of(), text.window());
    }

    @Test
    void whatIsNotHeldAgainstThePeerIsNamedFirst() {
        Failure failure = failure(Kind.END, "", STEPS);
        String way = "The connection ended too early, before any byte of the answer.";
        assertEquals("MFTP-8.1: A content may hold the token. " + way,
                text(Disclosure.ALL, failure, Verdict.LIMITATION, "MFTP-8.1: A content may hold the token.").way());
        assertEquals("It says nothing. " + way, text(Disclosure.ALL, failure, Verdict.QUIRK, "It says nothing").way());
        assertEquals("It passed then. " + way, text(Disclosure.ALL, failure, Verdict.FLAKY, "it passed then").way());
        assertEquals("It says nothing. The connection ended too early.",
                text(Disclosure.HINT, failure, Verdict.QUIRK, "It says nothing.").way());
    }

    @Test
    void aVerdictIsAVerdict() {
        FailureText text = text(Disclosure.VERDICT, failure(Kind.WRONG, "help", STEPS));
        assertEquals(List.of("", "", ""), List.of(text.way(), text.usualCause(), text.expected()));
    }

    @Test
    void connectionsAreNumberedWhenThereAreSeveral() {
        List<Step> steps = List.of(new Step.Connect(1), new Step.Connect(2), new Step.Note("wait"), EXPECT);
        assertEquals(List.of("1. (connection 1)", "2. (connection 2)", "3.", "4. (connection 1)"),
                text(Disclosure.ALL, failure(Kind.END, "", steps)).steps().stream()
                        .map(FailureText.Line::label).toList());
    }

    @Test
    void ofManyStepsThoseInTheMiddleAreLeftOut() {
        List<Step> steps = new ArrayList<>(STEPS);
        IntStream.range(0, 100).forEach(i -> steps.add(EXPECT));
        List<FailureText.Line> lines = text(Disclosure.ALL, failure(Kind.END, "", steps)).steps();
        assertEquals(18, lines.size());
        assertEquals(new FailureText.Line("...", "85 steps that passed", false), lines.get(5));
        assertEquals(new FailureText.Line("102.", "expect  hello", true), lines.getLast());
    }

    private static FailureText text(Disclosure disclosure, Failure failure) {
        return text(disclosure, failure, Verdict.FAIL, failure.kind().words());
    }

    private static FailureText text(Disclosure disclosure, Failure failure, Verdict verdict, String reason) {
        Result result = new Result("A.b", List.of(Requirement.MFTP_1_2), verdict, reason, Optional.of(failure),
                "It shouts.", Duration.ZERO);
        return new FailureTexts(disclosure, new HostPort("h", 7), Duration.ofSeconds(5), Optional.of(Path.of("out")))
                .of(result);
    }

    private static Failure failure(Kind kind, String received, List<Step> steps) {
        byte[] expected = "hello".getBytes(StandardCharsets.UTF_8);
        byte[] came = received.getBytes(StandardCharsets.UTF_8);
        return new Failure(kind, steps, "hello", expected, came, Arrays.mismatch(expected, came), Map.of(), "",
                false);
    }
}
