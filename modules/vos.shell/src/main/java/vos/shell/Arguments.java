package vos.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The words after a command's name, told apart.
 *
 * @param options those that were given; to one that takes no value belongs an empty one
 * @param operands the others, in order
 */
record Arguments(Map<Flag, String> options, List<String> operands) {

    /** Words of which none is an option, whatever it looks like. */
    static Arguments unparsed(List<String> words) {
        return new Arguments(Map.of(), List.copyOf(words));
    }

    /**
     * Reads options as GNU's programs do: anywhere among the operands, several letters after one minus sign, a value
     * in the same word or the next; {@code --} ends them, and {@code -} is an operand.
     */
    static Arguments parse(Usage usage, List<String> words) throws Refusal {
        Map<Flag, String> options = new HashMap<>();
        List<String> operands = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.equals("--")) {
                rest.forEachRemaining(operands::add);
            } else if (word.startsWith("--")) {
                throw usage.misuse("unrecognized option " + Phrases.quoted(word));
            } else if (word.startsWith("-") && !word.equals("-")) {
                readCluster(usage, word, rest, options);
            } else {
                operands.add(word);
            }
        }
        return new Arguments(options, operands);
    }

    /** Reads {@code -abc}; what follows a letter that takes a value is that, and otherwise the next word is. */
    private static void readCluster(Usage usage, String word, Iterator<String> rest, Map<Flag, String> options)
            throws Refusal {
        for (int i = 1; i < word.length(); i++) {
            int end = word.offsetByCodePoints(i, 1);
            String letter = word.substring(i, end);
            Flag flag = usage.flag(letter)
                    .orElseThrow(() -> usage.misuse("invalid option -- " + Phrases.quoted(letter)));
            if (!flag.takesValue()) {
                options.put(flag, "");
            } else if (end < word.length()) {
                options.put(flag, word.substring(end));
                return;
            } else if (rest.hasNext()) {
                options.put(flag, rest.next());
            } else {
                throw usage.misuse("option requires an argument -- " + Phrases.quoted(letter));
            }
        }
    }
}
