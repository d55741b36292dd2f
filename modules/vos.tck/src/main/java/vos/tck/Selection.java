package vos.tck;

import java.lang.reflect.Method;
import java.util.List;

/**
 * Which tests are run, and how many side by side.
 *
 * @param party whom they judge: {@link Party#SERVER} or {@link Party#CLIENT}
 * @param level up to which level
 * @param only requirements or sections, such as {@code MFTP-3.2} or {@code MFTP-3}, or names of tests; all, if empty
 * @param jobs how many tests may run at once, from 1
 */
record Selection(Party party, Level level, List<String> only, int jobs) {

    /** Everything up to a level that judges a server. */
    public static Selection servers(Level level) {
        return new Selection(Party.SERVER, level, List.of(), 8);
    }

    boolean takes(Method test) {
        List<Requirement> requirements = Result.requirements(test);
        return Result.level(requirements).compareTo(level) <= 0
                && (only.isEmpty() || only.stream().anyMatch(wanted -> test.getName().equals(wanted)
                        || Judge.name(test).equals(wanted) || requirements.stream().anyMatch(r -> is(r, wanted))));
    }

    private static boolean is(Requirement requirement, String wanted) {
        return requirement.id().equals(wanted) || requirement.id().startsWith(wanted + ".");
    }
}
