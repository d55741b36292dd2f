package vos.cli;

import java.io.IOException;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** What the standard streams of the program lead to. */
final class StandardStreams {
    private StandardStreams() {
    }

    /** Whether somebody types the input, and sees the output. */
    static boolean areTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /**
     * Whether somebody types the input, wherever the output goes: the JDK has no console for {@code vos ... | tee log},
     * and whoever types is then seen.
     */
    static boolean inputIsTerminal() {
        try {
            return TerminalProvider.load("ffm").isSystemStream(SystemStream.Input);
        } catch (IOException unknown) {
            // Where JLine cannot tell it, scripts shall still work.
            return false;
        }
    }
}
