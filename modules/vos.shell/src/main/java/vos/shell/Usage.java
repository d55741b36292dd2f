package vos.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a command is used: its options are read by it, and its help is made of it.
 *
 * @param name what it is called by
 * @param operands what follows the options
 * @param summary what it does, as the rest of a sentence that begins with its name
 * @param flags the options
 */
record Usage(String name, String operands, String summary, List<Flag> flags) {

    Usage(String name, String operands, String summary, Flag... flags) {
        this(name, operands, summary, List.of(flags));
    }

    Optional<Flag> flag(String letter) {
        return flags.stream().filter(flag -> letter.equals(String.valueOf(flag.letter()))).findAny();
    }

    /** One line: {@code ls [-alR] [PATH...]}. */
    String synopsis() {
        String switches = flags.stream().filter(flag -> !flag.takesValue())
                .map(flag -> String.valueOf(flag.letter())).collect(Collectors.joining());
        String values = flags.stream().filter(Flag::takesValue)
                .map(flag -> "-" + flag.letter() + " " + flag.value()).collect(Collectors.joining(" | "));
        return name + optional(switches.isEmpty() ? "" : "-" + switches) + optional(values)
                + (operands.isEmpty() ? "" : " " + operands);
    }

    /** What is thrown at somebody who used it otherwise. */
    Refusal misuse(String problem) {
        return new Refusal(Shell.MISUSED,
                name + ": " + problem + "\nTry 'help " + name + "' for more information.");
    }

    private static String optional(String text) {
        return text.isEmpty() ? "" : " [" + text + "]";
    }
}
