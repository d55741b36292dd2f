package vos.tck.orchestration;

import static vos.tck.Requirement.COM_10_5;
import static vos.tck.Requirement.ORCH_1_1;
import static vos.tck.Requirement.ORCH_2_4;
import static vos.tck.Requirement.ORCH_2_6;
import static vos.tck.Requirement.ORCH_7_1;
import static vos.tck.Requirement.ORCH_7_11;
import static vos.tck.Requirement.ORCH_7_2;

import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client says before its first command. */
final class OrchestrationClientLogin {

    @Gate
    @Judges({ORCH_1_1, ORCH_2_4})
    @UsualCause("The client speaks before it is asked, or sends name and password together.")
    void nameAndPasswordAnswerTheQuestions(Trial trial) {
        OrchestrationUser.of(trial).delete("a.txt");
        OrchestrationHost host = OrchestrationHost.silent(trial);
        host.peer().expectSilence(60);
        host.say(OrchestrationHost.USERNAME).hear(OrchestrationHost.USER.name());
        host.peer().expectSilence(60);
        host.say(OrchestrationHost.PASSWORD).hear(OrchestrationHost.USER.password());
        host.say(OrchestrationHost.LET_IN).prompt().expect("delete");
    }

    @Judges(ORCH_2_6)
    @Quirk("The published client ends name and password with nothing; each is one write.")
    @UsualCause("The client sends name and password without a line end, so that the server cannot know whether they"
            + " are whole.")
    void nameAndPasswordEndWithALineEnd(Trial trial) {
        OrchestrationUser.of(trial);
        OrchestrationHost host = OrchestrationHost.silent(trial).say(OrchestrationHost.USERNAME);
        host.peer().expect(OrchestrationHost.USER.name() + "\n").send(OrchestrationHost.PASSWORD)
                .expect(OrchestrationHost.USER.password() + "\n");
    }

    @Judges(ORCH_7_2)
    @UsualCause("The client compares what one read gave with the word that it expects.")
    void aLoginIsUnderstoodByteByByte(Trial trial) {
        OrchestrationUser.of(trial).delete("a.txt");
        OrchestrationHost host = OrchestrationHost.silent(trial);
        host.peer().drip(Payload.text(OrchestrationHost.USERNAME));
        host.hear(OrchestrationHost.USER.name()).peer().drip(Payload.text(OrchestrationHost.PASSWORD));
        host.hear(OrchestrationHost.USER.password()).peer()
                .drip(Payload.text(OrchestrationHost.LET_IN + OrchestrationHost.PROMPT));
        host.expectDeletion("a.txt").say("FILE_DELETED").prompt();
    }

    @Judges(ORCH_7_1)
    @UsualCause("The client takes the prompt behind \"Invalid command.\" for the answer to its first command.")
    void aServerThatDoesNotKnowTheHelloSpeaksThePublishedForm(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).delete("a.txt").delete("b.txt");
        OrchestrationHost.published(trial).expectDeletion("a.txt").say("FILE_DELETED").prompt()
                .expectDeletion("b.txt").say("FILE_DELETED").prompt();
        user.client().typeNoMore();
    }

    @Judges(ORCH_7_11)
    @Quirk("The published client is for people, and always ends with 0.")
    @UsualCause("The client waits for the next question, which does not come.")
    void aServerThatClosesBehindAFailureHasHadTooMany(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial);
        OrchestrationHost host = OrchestrationHost.silent(trial).say(OrchestrationHost.USERNAME);
        host.hear(OrchestrationHost.USER.name()).say(OrchestrationHost.PASSWORD)
                .hear(OrchestrationHost.USER.password()).say("Authentication failed.").peer().close();
        trial.require(user.client().awaitExit() != 0, "an exit code other than 0, as nobody is logged in", "0");
    }

    @Judges(COM_10_5)
    @UsualCause("The client shows or logs what it sends, also the password.")
    void thePasswordIsNotShown(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).delete("a.txt");
        OrchestrationHost.published(trial).expectDeletion("a.txt").say("FILE_DELETED").prompt().peer().close();
        user.client().awaitExit();
        String printed = user.client().printed();
        trial.require(!printed.contains(OrchestrationHost.USER.password()), "no password on the outputs", printed);
    }
}
