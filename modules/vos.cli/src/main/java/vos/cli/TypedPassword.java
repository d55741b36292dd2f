package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import vos.auth.Password;
import vos.protocol.Text;

/** A password that somebody types, unseen: once if it is known already, twice if it is chosen now. */
final class TypedPassword implements PasswordSource {
    private static final int TRIES = 3;

    private final HiddenPrompt prompt;
    private final PrintWriter err;

    /** Says on {@code err} why it asks again. */
    TypedPassword(HiddenPrompt prompt, PrintWriter err) {
        this.prompt = prompt;
        this.err = err;
    }

    @Override
    public Password known(String user) throws IOException {
        char[] typed = prompt.ask("Password of " + Text.printable(user) + ": ");
        try {
            return Password.of(typed);
        } catch (IllegalArgumentException flaw) {
            throw new IOException(flaw.getMessage());
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    @Override
    public Password chosen(String user) throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            char[] typed = prompt.ask("New password of " + Text.printable(user) + ": ");
            try {
                if (isTypedAgain(typed)) {
                    return Password.of(typed);
                }
                explain("the two are not the same");
            } catch (IllegalArgumentException flaw) {
                explain(flaw.getMessage());
            } finally {
                Arrays.fill(typed, '\0');
            }
        }
        throw new IOException("no password after " + TRIES + " tries; nothing was done");
    }

    @Override
    public boolean asksPeople() {
        return true;
    }

    private boolean isTypedAgain(char[] typed) throws IOException {
        // What can be no password is not asked for again.
        Password.of(typed).close();
        char[] again = prompt.ask("The same again: ");
        try {
            return Arrays.equals(typed, again);
        } finally {
            Arrays.fill(again, '\0');
        }
    }

    private void explain(String why) {
        err.println("vos: " + why);
        err.flush();
    }
}
