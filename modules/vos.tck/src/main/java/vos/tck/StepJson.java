package vos.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/**
 * Steps as JSON. Bytes are text where they are UTF-8 that can be printed, and base64 where not. What cannot be read is
 * an {@link IllegalArgumentException} with a sentence.
 */
final class StepJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** In bytes; a file of a stranger's could ask for more than there is memory. */
    private static final long LONGEST = 64 << 20;

    private StepJson() {
    }

    static ObjectNode write(Step step) {
        ObjectNode node = NODES.objectNode();
        return switch (step) {
            case Step.Connect connect -> on(node, "connect", connect);
            case Step.Accept accept -> on(node, "accept", accept);
            case Step.Send send -> {
                on(node, "send", send).set("payload", write(send.payload()));
                send.cuts().forEach(cut -> node.withArray("cuts").add(cut));
                yield node;
            }
            case Step.Pause pause -> on(node, "pause", pause).put("millis", pause.millis());
            case Step.Expect expect -> {
                on(node, "expect", expect).set("expectation", write(expect.expectation()));
                yield expect.capture().isEmpty() ? node : node.put("capture", expect.capture());
            }
            case Step.ExpectEnd end -> on(node, "expect-end", end).put("ending", end.ending().name());
            case Step.ExpectSilence silence -> on(node, "expect-silence", silence).put("millis", silence.millis());
            case Step.HalfClose halfClose -> on(node, "half-close", halfClose);
            case Step.Reset reset -> on(node, "reset", reset);
            case Step.Close close -> on(node, "close", close);
            case Step.Type type -> node.put("step", "type").put("line", type.line());
            case Step.Note note -> node.put("step", "note").put("words", note.words());
        };
    }

    private static ObjectNode on(ObjectNode node, String name, Step step) {
        return node.put("step", name).put("connection", step.connection());
    }

    static Step read(JsonNode node) {
        String name = text(node, "step");
        return switch (name) {
            case "connect" -> new Step.Connect(connection(node));
            case "accept" -> new Step.Accept(connection(node));
            case "send" -> send(node);
            case "pause" -> new Step.Pause(connection(node), number(node, "millis"));
            case "expect" -> new Step.Expect(connection(node), expectation(node.path("expectation")),
                    node.path("capture").asText(""));
            case "expect-end" -> new Step.ExpectEnd(connection(node), Step.Ending.valueOf(text(node, "ending")));
            case "expect-silence" -> new Step.ExpectSilence(connection(node), number(node, "millis"));
            case "half-close" -> new Step.HalfClose(connection(node));
            case "reset" -> new Step.Reset(connection(node));
            case "close" -> new Step.Close(connection(node));
            case "type" -> new Step.Type(text(node, "line"));
            case "note" -> new Step.Note(text(node, "words"));
            default -> throw new IllegalArgumentException("there is no step \"" + name + "\"");
        };
    }

    /** The length of what is sent is known here unless some of it is received before. */
    private static Step.Send send(JsonNode node) {
        Payload payload = payload(node.path("payload"));
        List<Integer> cuts = list(node, "cuts").stream().map(cut -> number(cut, "cuts", node)).toList();
        boolean known = payload.parts().stream().noneMatch(Payload.Variable.class::isInstance);
        boolean ascending = IntStream.range(1, cuts.size()).allMatch(i -> cuts.get(i - 1) <= cuts.get(i));
        if (!ascending || known && !cuts.isEmpty() && cuts.getLast() > length(payload)) {
            throw new IllegalArgumentException("\"cuts\" are no ascending offsets within the payload in "
                    + shown(node));
        }
        return new Step.Send(connection(node), payload, cuts);
    }

    private static ObjectNode write(Expectation expectation) {
        ObjectNode node = NODES.objectNode();
        return switch (expectation) {
            case Expectation.Exactly exactly -> node.set("exactly", write(exactly.payload()));
            case Expectation.AtOnce atOnce -> node.set("atOnce", write(atOnce.payload()));
            case Expectation.OneOf oneOf -> {
                oneOf.payloads().forEach(payload -> node.withArray("oneOf").add(write(payload)));
                yield node;
            }
            case Expectation.Sized sized -> form(node.put("size", sized.size()), sized.pattern(), sized.words());
            case Expectation.Delimited delimited -> {
                node.set("delimiter", write(delimited.delimiter()));
                yield form(node, delimited.pattern(), delimited.words());
            }
            case Expectation.ToEnd toEnd -> form(node.put("toEnd", true), toEnd.pattern(), toEnd.words());
            case Expectation.Segment segment ->
                    form(node.put("silence", segment.silence()), segment.pattern(), segment.words());
        };
    }

    private static ObjectNode form(ObjectNode node, String pattern, String words) {
        return node.put("pattern", pattern).put("words", words);
    }

    private static Expectation expectation(JsonNode node) {
        if (node.has("exactly")) {
            return new Expectation.Exactly(payload(node.path("exactly")));
        }
        if (node.has("atOnce")) {
            return new Expectation.AtOnce(payload(node.path("atOnce")));
        }
        if (node.has("oneOf")) {
            List<Payload> payloads = list(node, "oneOf").stream().map(StepJson::payload).toList();
            if (payloads.isEmpty()) {
                throw new IllegalArgumentException("\"oneOf\" is empty in " + shown(node));
            }
            return new Expectation.OneOf(payloads);
        }
        String pattern = pattern(node);
        String words = text(node, "words");
        if (node.has("size")) {
            return new Expectation.Sized(number(node, "size"), pattern, words);
        }
        if (node.has("silence")) {
            return new Expectation.Segment(number(node, "silence"), pattern, words);
        }
        return node.has("delimiter") ? new Expectation.Delimited(payload(node.path("delimiter")), pattern, words)
                : new Expectation.ToEnd(pattern, words);
    }

    private static String pattern(JsonNode node) {
        String pattern = text(node, "pattern");
        try {
            Pattern.compile(pattern);
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("\"pattern\" is no regular expression (" + e.getDescription() + ") in "
                    + shown(node), e);
        }
    }

    private static ArrayNode write(Payload payload) {
        ArrayNode parts = NODES.arrayNode();
        payload.parts().forEach(part -> parts.add(switch (part) {
            case Payload.Literal literal -> bytes(NODES.objectNode(), literal.bytes());
            case Payload.Variable variable -> NODES.objectNode().put("variable", variable.name());
            case Payload.Repeated repeated -> bytes(NODES.objectNode(), repeated.unit()).put("times", repeated.times());
        }));
        return parts;
    }

    private static Payload payload(JsonNode parts) {
        if (!parts.isArray()) {
            throw new IllegalArgumentException("a payload is a list of parts, not " + parts);
        }
        List<Payload.Part> read = new ArrayList<>();
        for (JsonNode part : parts) {
            if (part.has("variable")) {
                read.add(new Payload.Variable(text(part, "variable")));
            } else {
                byte[] bytes = bytes(part);
                read.add(part.has("times") ? new Payload.Repeated(bytes, number(part, "times"))
                        : new Payload.Literal(bytes));
            }
        }
        Payload payload = new Payload(read);
        if (length(payload) > LONGEST) {
            throw new IllegalArgumentException("a payload of " + length(payload) + " bytes is none of the kit's");
        }
        return payload;
    }

    /** In bytes, but for those that are received before. */
    private static long length(Payload payload) {
        return payload.parts().stream().mapToLong(part -> switch (part) {
            case Payload.Literal literal -> literal.bytes().length;
            case Payload.Variable variable -> 0;
            case Payload.Repeated repeated -> (long) repeated.unit().length * repeated.times();
        }).sum();
    }

    /** Adds the bytes to a node, as its {@code text} or its {@code base64}. */
    static ObjectNode bytes(ObjectNode node, byte[] bytes) {
        Optional<String> text = Text.printableUtf8(bytes);
        return text.isPresent() ? node.put("text", text.orElseThrow())
                : node.put("base64", Base64.getEncoder().encodeToString(bytes));
    }

    private static byte[] bytes(JsonNode node) {
        return node.has("base64") ? Base64.getDecoder().decode(text(node, "base64"))
                : text(node, "text").getBytes(StandardCharsets.UTF_8);
    }

    private static int connection(JsonNode node) {
        return number(node, "connection");
    }

    private static int number(JsonNode node, String field) {
        return number(node.path(field), field, node);
    }

    /** None of the numbers in a file is negative. */
    private static int number(JsonNode value, String field, JsonNode in) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw malformed(field, in);
        }
        return value.intValue();
    }

    static String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw malformed(field, node);
        }
        return node.path(field).textValue();
    }

    /** The elements of a list; none, if it is not there. */
    static List<JsonNode> list(JsonNode node, String field) {
        List<JsonNode> elements = new ArrayList<>();
        node.path(field).forEach(elements::add);
        return elements;
    }

    private static IllegalArgumentException malformed(String field, JsonNode node) {
        return new IllegalArgumentException("\"" + field + "\" is missing or malformed in " + shown(node));
    }

    private static String shown(JsonNode node) {
        return Text.shown(node.toString().getBytes(StandardCharsets.UTF_8), 100);
    }
}
