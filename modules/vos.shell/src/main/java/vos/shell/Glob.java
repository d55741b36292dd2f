package vos.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern for one name: {@code *} is any run of characters, {@code ?} any one, {@code [a-z]} one of a set,
 * {@code [!a-z]} (or {@code [^a-z]}) one outside it, {@code \} and a character that character. A {@code [} that nothing
 * closes is itself. A character is a code point; there are no character classes.
 *
 * <p>Matching takes, at worst, the length of the name times that of the pattern: a regular expression made of it would
 * take a power of that for {@code *a*a*a*b}.
 *
 * <p>Immutable.
 */
final class Glob {

    /** What makes a word more than a name. */
    static final String WILDCARDS = "*?[";

    /** What has to be escaped to be only itself, at one place or another. */
    static final String SPECIAL = WILDCARDS + "]!^-\\";

    private final String pattern;
    private final List<Piece> pieces;

    Glob(String pattern) {
        this.pattern = pattern;
        this.pieces = List.copyOf(new Parser(pattern).pieces());
    }

    /** Whether there is anything to match in {@code pattern}, or it is one name. */
    static boolean isWild(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\') {
                i++;
            } else if (WILDCARDS.indexOf(pattern.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The name that a pattern without wildcards is. */
    static String unescaped(String pattern) {
        return pattern.replaceAll("(?s)\\\\(.)", "$1");
    }

    /**
     * Whether all of {@code name} matches.
     *
     * <p>On a mismatch the last run takes one character more. Earlier runs need not be tried again: whatever they
     * could leave to the pieces after them, the last run can leave out as well.
     */
    boolean matches(String name) {
        int[] text = name.codePoints().toArray();
        int piece = 0;
        int at = 0;
        int afterRun = -1;
        int runEnd = 0;
        while (at < text.length) {
            if (piece < pieces.size() && pieces.get(piece) instanceof Run) {
                piece++;
                afterRun = piece;
                runEnd = at;
            } else if (piece < pieces.size() && pieces.get(piece) instanceof One(IntPredicate set)
                    && set.test(text[at])) {
                piece++;
                at++;
            } else if (afterRun >= 0) {
                runEnd++;
                piece = afterRun;
                at = runEnd;
            } else {
                return false;
            }
        }
        return pieces.subList(piece, pieces.size()).stream().allMatch(Run.class::isInstance);
    }

    /** As {@link #matches}; but a dot that begins a name is only matched by one that begins the pattern. */
    boolean matchesVisibly(String name) {
        return (!name.startsWith(".") || pattern.startsWith(".")) && matches(name);
    }

    private sealed interface Piece { }

    /** Any characters, or none. */
    private record Run() implements Piece { }

    /** One character of a set. */
    private record One(IntPredicate set) implements Piece { }

    private static final class Parser {

        private final int[] pattern;
        private final List<Piece> pieces = new ArrayList<>();
        private int at;
        private boolean noneCloses;

        Parser(String pattern) {
            this.pattern = pattern.codePoints().toArray();
        }

        List<Piece> pieces() {
            while (at < pattern.length) {
                pieces.add(piece());
            }
            return pieces;
        }

        private Piece piece() {
            switch (pattern[at]) {
                case '*' -> {
                    at++;
                    return new Run();
                }
                case '?' -> {
                    at++;
                    return new One(any -> true);
                }
                case '[' -> {
                    int start = at;
                    IntPredicate set = noneCloses ? null : set();
                    if (set != null) {
                        return new One(set);
                    }
                    // Nor is there a closing bracket for any that comes later: to look again would be quadratic.
                    noneCloses = true;
                    at = start + 1;
                    return new One(c -> c == '[');
                }
                default -> {
                    int itself = character();
                    return new One(c -> c == itself);
                }
            }
        }

        /** What is between the brackets; {@code null} if there is no second. */
        private IntPredicate set() {
            at++;
            boolean negated = at < pattern.length && (pattern[at] == '!' || pattern[at] == '^');
            if (negated) {
                at++;
            }
            List<IntPredicate> ranges = new ArrayList<>();
            while (at < pattern.length && (pattern[at] != ']' || ranges.isEmpty())) {
                int low = character();
                boolean range = at + 1 < pattern.length && pattern[at] == '-' && pattern[at + 1] != ']';
                if (range) {
                    at++;
                }
                int high = range ? character() : low;
                ranges.add(c -> low <= c && c <= high);
            }
            if (at == pattern.length) {
                return null;
            }
            at++;
            return c -> ranges.stream().anyMatch(range -> range.test(c)) != negated;
        }

        /** The next character, or the one after a backslash. */
        private int character() {
            if (pattern[at] == '\\' && at + 1 < pattern.length) {
                at++;
            }
            return pattern[at++];
        }
    }
}
