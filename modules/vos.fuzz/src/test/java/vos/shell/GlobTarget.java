package vos.shell;

import vos.fuzz.Check;
import vos.fuzz.Input;
import vos.fuzz.Target;

/**
 * {@link Glob}: any pattern, the first line, matches a name, the second, exactly if it does by a plain model, which
 * tries everything. A long name takes no longer than its length times that of the pattern: more would end in the time
 * limit of the fuzzer.
 */
public final class GlobTarget implements Target {
    private static final int LONGEST = 200;
    private static final int LONG = 100;

    @Override
    public void run(byte[] input) {
        var lines = new Input(input);
        String pattern = cut(lines.line());
        String name = cut(lines.line());
        var glob = new Glob(pattern);
        boolean expected = new Model(pattern.codePoints().toArray(), name.codePoints().toArray()).matches(0, 0);
        Check.that(expected == glob.matches(name), "\"%s\" and \"%s\": the model says %s", pattern, name, expected);
        Check.same(expected && (!name.startsWith(".") || pattern.startsWith(".")), glob.matchesVisibly(name),
                "whether it matches visibly");
        glob.matches(name.repeat(LONG));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Reads the pattern anew at every step, and remembers only where it failed. */
    private static final class Model {
        private final int[] pattern;
        private final int[] name;
        private final boolean[][] failed;
        private int behindSet;

        Model(int[] pattern, int[] name) {
            this.pattern = pattern;
            this.name = name;
            this.failed = new boolean[pattern.length + 1][name.length + 1];
        }

        boolean matches(int p, int n) {
            if (failed[p][n]) {
                return false;
            }
            boolean matched = p == pattern.length ? n == name.length : step(p, n);
            failed[p][n] = !matched;
            return matched;
        }

        private boolean step(int p, int n) {
            boolean any = n < name.length;
            switch (pattern[p]) {
                case '*':
                    return matches(p + 1, n) || any && matches(p, n + 1);
                case '?':
                    return any && matches(p + 1, n + 1);
                case '[':
                    boolean holds = inSet(p, any ? name[n] : -1);
                    int behind = behindSet;
                    return behind < 0 ? any && name[n] == '[' && matches(p + 1, n + 1)
                            : any && holds && matches(behind, n + 1);
                default:
                    int at = escaped(p) ? p + 1 : p;
                    return any && name[n] == pattern[at] && matches(at + 1, n + 1);
            }
        }

        private boolean escaped(int p) {
            return pattern[p] == '\\' && p + 1 < pattern.length;
        }

        /** Whether the set that begins at {@code p} holds {@code character}; finds where it ends, if it does. */
        private boolean inSet(int p, int character) {
            int at = p + 1;
            boolean negated = at < pattern.length && (pattern[at] == '!' || pattern[at] == '^');
            at += negated ? 1 : 0;
            boolean found = false;
            boolean first = true;
            while (at < pattern.length && (first || pattern[at] != ']')) {
                first = false;
                at += escaped(at) ? 1 : 0;
                int low = pattern[at++];
                int high = low;
                if (at + 1 < pattern.length && pattern[at] == '-' && pattern[at + 1] != ']') {
                    at++;
                    at += escaped(at) ? 1 : 0;
                    high = pattern[at++];
                }
                found |= low <= character && character <= high;
            }
            behindSet = at < pattern.length ? at + 1 : -1;
            return found != negated;
        }
    }
}
