package vos.tck;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Bytes that a step sends or expects. Some of them may be known only while a conversation runs, as a token that a
 * server makes up: they have a name here, and the conversation has their value. So a payload can be written to a file
 * and sent again in another conversation.
 *
 * <p>Immutable.
 */
public final class Payload {

    /** A piece of a payload. */
    sealed interface Part {
    }

    /** Bytes that are known. */
    record Literal(byte[] bytes) implements Part {
    }

    /** Bytes that the conversation has received before, and kept under a name. */
    record Variable(String name) implements Part {
    }

    /** Some bytes, again and again; a large content takes no room this way. */
    record Repeated(byte[] unit, int times) implements Part {
    }

    /** How many bytes of text a step shows, and how many that are none: nobody reads many of those. */
    private static final int SHOWN_TEXT = 200;
    private static final int SHOWN_BYTES = 32;

    private final List<Part> parts;

    Payload(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The bytes of {@code text} in UTF-8. */
    public static Payload text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** These bytes, as they are. */
    public static Payload bytes(byte[] bytes) {
        return new Payload(List.of(new Literal(bytes.clone())));
    }

    /** These bytes, each as a number from 0 to 255. */
    public static Payload octets(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return bytes(bytes);
    }

    /** What the conversation keeps under this name when the payload is used. */
    public static Payload variable(String name) {
        return new Payload(List.of(new Variable(name)));
    }

    /** {@code unit} as often as {@code times} says. */
    public static Payload repeated(byte[] unit, int times) {
        return new Payload(List.of(new Repeated(unit.clone(), times)));
    }

    /** This payload, and {@code next} behind it. */
    public Payload then(Payload next) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(next.parts);
        return new Payload(all);
    }

    /** This payload, and {@code text} behind it. */
    public Payload then(String text) {
        return then(text(text));
    }

    List<Part> parts() {
        return parts;
    }

    /** The bytes, with the values that the variables have. */
    byte[] resolve(Map<String, byte[]> variables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Part part : parts) {
            switch (part) {
                case Literal literal -> bytes.writeBytes(literal.bytes());
                case Variable variable -> bytes.writeBytes(value(variable, variables));
                case Repeated repeated -> {
                    for (int i = 0; i < repeated.times(); i++) {
                        bytes.writeBytes(repeated.unit());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] value(Variable variable, Map<String, byte[]> variables) {
        byte[] value = variables.get(variable.name());
        if (value == null) {
            throw new IllegalStateException("nothing has been received as <" + variable.name() + "> yet");
        }
        return value;
    }

    /** As people read it: text where it is text, escapes where not, variables by their names, long runs cut. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        for (Part part : parts) {
            words.append(switch (part) {
                case Literal literal -> Text.shown(literal.bytes(),
                        Text.printableUtf8(literal.bytes()).isPresent() ? SHOWN_TEXT : SHOWN_BYTES);
                case Variable variable -> "<" + variable.name() + ">";
                case Repeated repeated -> "(" + Text.shown(repeated.unit(), 40) + " x " + repeated.times() + ")";
            });
        }
        return words.toString();
    }
}
