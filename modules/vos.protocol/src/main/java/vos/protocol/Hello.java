package vos.protocol;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How two ends of this implementation find each other on a published wire {@code [COM-3]}: the client says hello as
 * if it were a command. A published server answers what it answers to any unknown command; a strict one answers its
 * version.
 */
public final class Hello {
    /** The version of the strict form that this implementation speaks. */
    public static final String VERSION = "vos/1";

    private static final String WORD = "hello ";

    private Hello() {
    }

    /** The command that says hello. */
    public static String command() {
        return WORD + VERSION;
    }

    /** The request that {@code command} makes, if it says hello. */
    public static Optional<Request> parse(String command) {
        return command.startsWith(WORD + "vos/")
                ? Optional.of(new Request.Hello(command.substring(WORD.length())))
                : Optional.empty();
    }

    /** The answer of a server that speaks this version, and what it offers {@code [COM-3.2]}. */
    public static String welcome(String version, Vocabulary offered) {
        return version + " " + offered.verbs().stream()
                .filter(verb -> verb.operation() != Operation.LOCAL_DIRECTORY)
                .map(Vocabulary.Verb::word).collect(Collectors.joining(" "));
    }

    /** Whether {@code answer} is that of a server that speaks the strict form. */
    public static boolean isWelcome(String answer) {
        return answer.equals(VERSION) || answer.startsWith(VERSION + " ");
    }
}
