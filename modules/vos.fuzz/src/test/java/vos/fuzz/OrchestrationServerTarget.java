package vos.fuzz;

import vos.lab.orchestration.OrchestrationDialect;
import vos.protocol.Reply;
import vos.protocol.Text;

/**
 * The server of orchestration with its login, as {@link ServerTarget} says. Published, what is said of a request is
 * one of its words, but for a content or a listing.
 */
final class OrchestrationServerTarget extends ServerTarget {

    OrchestrationServerTarget() {
        super(new OrchestrationDialect());
    }

    @Override
    void check(Answer answer) {
        if (answer.strict()) {
            Forms.requireStatus(answer.said(), answer.reply());
        } else if (answer.reply() instanceof Reply.Failed || answer.reply() instanceof Reply.Done) {
            String said = Text.decode(answer.said()).orElse("");
            Check.that(said.isEmpty() || said.matches("[A-Za-z_.:/() ]+"), "no word: %s", Forms.latin(answer.said()));
        }
    }
}
