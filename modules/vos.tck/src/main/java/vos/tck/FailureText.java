package vos.tck;

import java.util.List;
import java.util.Locale;

/**
 * One result that is no pass, in words: all that a person is shown of it, whether on a terminal or on a page. What must
 * not be disclosed is empty here.
 *
 * @param test class and method
 * @param title the name of the test as words
 * @param verdict what it came to
 * @param requirements those that are missed
 * @param way in what way, in a sentence
 * @param steps what happened so far
 * @param expected what was expected
 * @param received what came instead
 * @param printed the last lines that the client printed
 * @param window hexadecimal and text around the first byte that differs, line by line
 * @param usualCause what a program mostly does wrong then
 * @param shell a line that repeats it in a shell
 * @param replay a command of the kit's that repeats it
 */
record FailureText(String test, String title, Verdict verdict, List<Statement> requirements, String way,
        List<Line> steps, String expected, String received, String printed, List<String> window,
        String usualCause, String shell, String replay) {

    /**
     * A requirement, and where it stands.
     *
     * @param id such as {@code MFTP-3.3}
     * @param text its text, in Markdown
     * @param place such as {@code specs/mini-ftp.md:77, section 3. Commands}
     */
    record Statement(String id, String text, String place) {

        static Statement of(Requirement requirement) {
            return new Statement(requirement.id(), requirement.text(), String.format(Locale.ROOT,
                    "specs/%s.md:%d, section %s", requirement.page(), requirement.line(), requirement.section()));
        }
    }

    /**
     * A step, or a word on the steps that are left out here.
     *
     * @param label its number, and that of its connection when there are several
     * @param words what was done
     * @param failed whether it is the one that failed
     */
    record Line(String label, String words, boolean failed) {
    }

    /** The verdict's word. */
    String word() {
        return verdict.word();
    }
}
