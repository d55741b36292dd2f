package vos.cli;

import java.io.IOException;

/** Asks somebody for what is not to be seen. */
@FunctionalInterface
interface HiddenPrompt {

    /**
     * Shows the question; returns what is typed, which is not shown, without the end of the line.
     *
     * @return to be overwritten by the caller
     * @throws IOException if the answer is refused, with Ctrl-D
     */
    char[] ask(String question) throws IOException;
}
