package vos.tck;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must come next on a connection, and how its end is known.
 *
 * <p>Patterns are matched against the whole of what came, as UTF-8; a dot stands for line ends too.
 */
public sealed interface Expectation {

    /** What is expected, for people. */
    String words();

    /** Whether it takes a pause of the peer's for the end of what is expected. */
    default boolean dependsOnPauses() {
        return false;
    }

    /** These bytes and, until the next step, no others. */
    record Exactly(Payload payload) implements Expectation {
        @Override
        public String words() {
            return payload.toString();
        }
    }

    /** These bytes, and one read gives them all: the peer has sent them in one write. For peers on this machine. */
    record AtOnce(Payload payload) implements Expectation {
        @Override
        public String words() {
            return payload + "   (in one piece)";
        }

        @Override
        public boolean dependsOnPauses() {
            return true;
        }
    }

    /** One of these; the first of them that has come whole. None may be the beginning of another. */
    record OneOf(List<Payload> payloads) implements Expectation {
        @Override
        public String words() {
            return payloads.stream().map(Payload::toString).collect(Collectors.joining("  or  "));
        }
    }

    /** So many bytes, of this form. */
    record Sized(int size, String pattern, String words) implements Expectation {
    }

    /** What comes before a delimiter, which is read too and is no part of it; of this form. */
    record Delimited(Payload delimiter, String pattern, String words) implements Expectation {
    }

    /** What comes before the end of the stream, of this form. */
    record ToEnd(String pattern, String words) implements Expectation {
    }

    /**
     * What comes until the peer has been silent for {@code silence} ms, or has ended: one message, to whoever takes one
     * read for one; of this form. It is empty if nothing came before the end.
     */
    record Segment(int silence, String pattern, String words) implements Expectation {
        @Override
        public boolean dependsOnPauses() {
            return true;
        }
    }

    /** Whether bytes are text of this form. A text that is too long to tell, as no honest answer is, is not. */
    static boolean matches(String pattern, byte[] bytes) {
        try {
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(new String(bytes, StandardCharsets.UTF_8))
                    .matches();
        } catch (StackOverflowError e) {
            return false;
        }
    }
}
