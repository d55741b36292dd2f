package vos.fuzz;

import vos.lab.filesharing.FileSharingDialect;
import vos.protocol.Reply;
import vos.protocol.Request;

/**
 * The server of file-sharing, as {@link ServerTarget} says. The first byte of a connection says which form is spoken.
 * Published, a failure has no words: the connection is broken off, but for a command that is not known
 * {@code [FSA-4.1]}.
 */
final class FileSharingServerTarget extends ServerTarget {
    private static final String SIZED = "OK ";

    FileSharingServerTarget() {
        super(new FileSharingDialect());
    }

    @Override
    void check(Answer answer) {
        String said = Forms.latin(answer.said());
        boolean content = answer.reply() instanceof Reply.Content;
        boolean failed = answer.reply() instanceof Reply.Failed;
        if (answer.strict()) {
            Check.that(said.startsWith("vos/1 ") && said.endsWith("\n"), "a welcome: %s", said);
        } else if (said.startsWith("ERROR ") || said.equals("OK\n") || said.startsWith(SIZED)) {
            Forms.requireStatus(answer.said(), answer.reply());
        } else {
            Check.that(content || said.isEmpty(), "an answer in the published form: %s", said);
            Check.same(failed && !(answer.request() instanceof Request.Unknown), answer.aborted(),
                    "whether it was broken off");
        }
    }
}
