package vos.fuzz;

import vos.lab.minftp.MiniFtpDialect;
import vos.protocol.Reply;

/**
 * The server of mini-FTP with the token {@code <AAAAAAAA>}, as {@link ServerTarget} says. Whatever is said ends with
 * the token, and what is said last is the status: a path from the root, and on a line of its own an error, if there
 * was one {@code [MFTP-4.1]}.
 */
final class MiniFtpServerTarget extends ServerTarget {
    private static final String TOKEN = "<AAAAAAAA>";

    MiniFtpServerTarget() {
        super(new MiniFtpDialect(() -> 0));
    }

    @Override
    void check(Answer answer) {
        String said = Forms.latin(answer.said());
        boolean goodbye = answer.reply() instanceof Reply.Goodbye;
        // What was said before may only leave now, together with an answer.
        Check.that(said.endsWith(TOKEN) || goodbye && said.isEmpty(), "an answer without a token behind it: %s", said);
        boolean failed = answer.reply() instanceof Reply.Failed;
        Check.that(!failed || said.contains("\nERROR "), "a failure is not told: %s", said);
        // A client that knows the token can make a name of it, and confuses nobody but itself.
        if (!failed && !goodbye && said.lastIndexOf(TOKEN, said.length() - TOKEN.length() - 1) < 0) {
            Check.that(said.startsWith("/"), "a status is no path: %s", said);
        }
    }
}
