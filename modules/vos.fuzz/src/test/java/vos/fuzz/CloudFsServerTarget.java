package vos.fuzz;

import vos.lab.cloudfs.CloudFsDialect;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Text;

/**
 * The server of cloud-fs with its shell, as {@link ServerTarget} says. Published, the answer to a command line is a
 * text of one read's worth {@code [CLOUD-5.1]}, that to a download ends with the sentinel, and an upload has none.
 * Strict, all is frames: a status, and what it announces {@code [CLOUD-6.3]}.
 */
final class CloudFsServerTarget extends ServerTarget {
    private static final int READ = 2048;

    CloudFsServerTarget() {
        super(new CloudFsDialect(() -> 0));
    }

    @Override
    void check(Answer answer) {
        if (answer.strict()) {
            checkFrames(answer);
        } else {
            checkPublished(answer);
        }
    }

    private static void checkPublished(Answer answer) {
        byte[] said = answer.said();
        if (answer.request() instanceof Request.Upload || answer.reply() instanceof Reply.Goodbye) {
            Check.same("", Forms.latin(said), "what nobody reads");
        } else if (answer.request() instanceof Request.Download) {
            Check.that(Forms.endsWith(said, "__END__"), "no sentinel: %s", Forms.latin(said));
        } else {
            Check.that(said.length > 0 && said.length <= READ, "an answer of %d bytes", said.length);
            Check.that(Text.decode(said).isPresent(), "an answer is not UTF-8: %s", Forms.latin(said));
        }
    }

    private static void checkFrames(Answer answer) {
        byte[] said = answer.said();
        String status = Text.decode(Forms.frame(said, 0)).orElse("");
        Check.oneLine(status, "a status");
        int at = Forms.behind(said, 0);
        switch (answer.reply()) {
            case Reply.Welcome _ -> Check.that(status.startsWith("vos/1"), "a welcome: %s", status);
            case Reply.Content _ -> at = Forms.behind(said, at);
            case Reply.Exit _ -> at = behindOutput(said, at);
            case Reply.Failed _ when status.equals("OK") -> at = behindOutput(said, at);
            case Reply.Failed _ -> Check.that(status.matches("ERROR [a-z-]+: .+"), "an error: %s", status);
            default -> Check.same("OK", status, "a status");
        }
        Check.same(said.length, at, "the end of an answer");
    }

    /** Frames until an empty one, and then what became of the command. */
    private static int behindOutput(byte[] said, int from) {
        int at = from;
        while (Forms.frame(said, at).length > 0) {
            at = Forms.behind(said, at);
        }
        at = Forms.behind(said, at);
        String result = Forms.latin(Forms.frame(said, at));
        Check.that(result.matches("EXIT [0-9]{1,3}|(?s)ERROR .*"), "a result: %s", result);
        return Forms.behind(said, at);
    }
}
