package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import vos.protocol.Dialect;
import vos.protocol.LineDialect;

/**
 * What became of one command line.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Outcome(int code, String out, String err) {

    /** Runs {@code vos args} with the line dialect for its only lab. */
    static Outcome of(String... args) {
        return of(List.of(new LineDialect()), args);
    }

    static Outcome of(List<Dialect> labs, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = commands(labs, out, err).execute(args);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** The program, with its output where a test can read it. */
    static CommandLine commands(List<Dialect> labs, StringWriter out, StringWriter err) {
        return commands(labs, List.of(), out, err);
    }

    static CommandLine commands(List<Dialect> labs, List<ToolProvider> tools, StringWriter out, StringWriter err) {
        return Vos.commands(new Labs(labs), tools)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(Help.defaultColorScheme(Ansi.OFF));
    }

    Outcome endsWith(int expected) {
        assertEquals(expected, code, this::toString);
        return this;
    }

    Outcome prints(String text) {
        assertTrue(out.contains(text), () -> "\"" + text + "\" in " + this);
        return this;
    }

    Outcome printsNothing() {
        assertEquals("", out, this::toString);
        return this;
    }

    /** Complains, in this one line and no more. */
    Outcome complains(String sentence) {
        assertEquals("vos: " + sentence, err.strip(), this::toString);
        return this;
    }

    /** Complains of what has this in it, and shows nobody a stack. */
    Outcome complainsOf(String text) {
        assertTrue(err.contains(text), () -> "\"" + text + "\" in " + this);
        assertFalse(err.contains("\tat "), this::toString);
        return this;
    }

    Outcome complainsOfNothing() {
        assertEquals("", err, this::toString);
        return this;
    }

    @Override
    public String toString() {
        return "exit code " + code + "\n--- out\n" + out + "--- err\n" + err;
    }
}
