package vos.cli;

import java.io.Console;
import java.io.IOError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jline.utils.Signals;

/**
 * Asks at the terminal, with the JDK's console: its answer can be overwritten, while JLine's would be a String.
 *
 * <p>Nothing interrupts a thread that reads from the console. So Ctrl-C, while the question stands, ends the program,
 * with a sentence; the JDK then lets the terminal show again what is typed.
 */
final class ConsolePrompt implements HiddenPrompt {
    private static final char NOT_UNDERSTOOD = '\ufffd';
    private static final String REFUSED = "no password was typed; nothing was done";

    private final Console console;
    private final PrintWriter err;

    ConsolePrompt(Console console, PrintWriter err) {
        this.console = console;
        this.err = err;
    }

    @Override
    public char[] ask(String question) throws IOException {
        Object before = Signals.register("INT", this::end);
        try {
            char[] typed = console.readPassword("%s", question);
            if (typed == null) {
                throw new IOException(REFUSED);
            }
            requireUnderstood(typed, console.charset());
            return typed;
        } catch (IOError e) {
            throw new IOException("the terminal cannot be read: " + e.getCause().getMessage(), e);
        } finally {
            Signals.unregister("INT", before);
        }
    }

    /**
     * What the terminal's encoding does not know is read as U+FFFD, whatever it was: all such passwords of one length
     * would be the same, and none of them the one that is meant.
     */
    static void requireUnderstood(char[] typed, Charset encoding) throws IOException {
        if (CharBuffer.wrap(typed).chars().anyMatch(character -> character == NOT_UNDERSTOOD)) {
            Arrays.fill(typed, '\0');
            throw new IOException("a character was typed that " + encoding + " does not know, in which the terminal is "
                    + "read; set LC_ALL=C.UTF-8, or use --password-file");
        }
    }

    private void end() {
        err.println();
        err.println("vos: " + REFUSED);
        err.flush();
        System.exit(ExitCode.FAILED);
    }
}
