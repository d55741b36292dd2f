package vos.fuzz;

import java.util.Objects;

/** What must hold; what does not is a finding. */
public final class Check {
    private Check() {
    }

    /** It holds, or else {@code otherwise} says what does. */
    public static void that(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            throw new AssertionError(otherwise.formatted(values));
        }
    }

    /** These two are the same. */
    public static void same(Object expected, Object actual, String what) {
        that(Objects.equals(expected, actual), "%s: expected %s, but it is %s", what, expected, actual);
    }

    /** Nothing in {@code text} could upset a terminal or forge a line of a log. */
    public static void oneLine(String text, String what) {
        boolean plain = text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        that(plain, "%s holds a control character: %s", what, text);
    }
}
