package vos.fuzz;

import vos.lab.virtuos.VirtuosDialect;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Text;

/**
 * The server of virtuos, as {@link ServerTarget} says. Published, an answer is one read's worth that ends with a line
 * end {@code [VIRT-4.1]}, but for a content, which ends with the sentinel, and so does what comes in its place.
 */
final class VirtuosServerTarget extends ServerTarget {
    private static final int READ = 1024;

    VirtuosServerTarget() {
        super(new VirtuosDialect());
    }

    @Override
    void check(Answer answer) {
        if (answer.strict()) {
            Forms.requireStatus(answer.said(), answer.reply());
            return;
        }
        boolean download = answer.request() instanceof Request.Download;
        String end = download ? "<<EOF>>" : answer.reply() instanceof Reply.Goodbye ? "Goodbye!" : "\n";
        Check.that(Forms.endsWith(answer.said(), end), "an answer has no end: %s", Forms.latin(answer.said()));
        if (!(answer.reply() instanceof Reply.Content)) {
            Check.that(answer.said().length <= READ, "an answer of %d bytes", answer.said().length);
            Check.that(Text.decode(answer.said()).isPresent(), "an answer is not UTF-8: %s",
                    Forms.latin(answer.said()));
        }
    }
}
