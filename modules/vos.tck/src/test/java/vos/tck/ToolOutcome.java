package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import vos.tck.minftp.MiniFtpSuite;

/**
 * What became of one command line.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained of
 */
record ToolOutcome(int code, String out, String err) {

    /** {@code vos tck args}, with a suite that judges greeters, and one that judges clients too. */
    static ToolOutcome tck(String... args) {
        return of(new TckCommand(List.of(new GreeterSuite(), new MiniFtpSuite())), args);
    }

    static ToolOutcome replay(String... args) {
        return of(new ReplayCommand(), args);
    }

    private static ToolOutcome of(Object command, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = TckTool.run(command, new PrintWriter(out), new PrintWriter(err), args);
        return new ToolOutcome(code, out.toString().replace(System.lineSeparator(), "\n"), err.toString());
    }

    ToolOutcome endsWith(int expected) {
        assertEquals(expected, code, this::toString);
        assertFalse(err.contains("\tat "), this::toString);
        return this;
    }

    ToolOutcome prints(String text) {
        assertTrue(out.contains(text), () -> "\"" + text + "\" in " + this);
        return this;
    }

    ToolOutcome printsNo(String text) {
        assertFalse(out.contains(text), () -> "no \"" + text + "\" in " + this);
        return this;
    }

    /** Complains, and prints nothing else. */
    ToolOutcome complainsOf(String text) {
        assertEquals("", out, this::toString);
        assertTrue(err.startsWith("vos: ") && err.contains(text), () -> "\"" + text + "\" in " + this);
        return this;
    }

    @Override
    public String toString() {
        return "exit code " + code + "\n--- out\n" + out + "--- err\n" + err;
    }
}
