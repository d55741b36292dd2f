package vos.tck.orchestration;

import static vos.tck.Requirement.ORCH_3_10;
import static vos.tck.Requirement.ORCH_3_2;
import static vos.tck.Requirement.ORCH_5_1;
import static vos.tck.Requirement.ORCH_7_10;
import static vos.tck.Requirement.ORCH_7_2;
import static vos.tck.Requirement.ORCH_7_9;

import vos.tck.Client;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client asks a server in the published form, and how it understands the answers. */
final class OrchestrationClientCommands {

    private static final String DELETED = "FILE_DELETED";

    @Judges(ORCH_3_2)
    void aDeletionIsACommandAndAName(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).delete("a.txt").delete("docs/b.txt");
        OrchestrationHost.published(trial).expectDeletion("a.txt").say(DELETED).prompt()
                .expectDeletion("docs/b.txt").say(DELETED).prompt();
        user.client().typeNoMore();
    }

    @Judges(ORCH_3_10)
    @UsualCause("The client waits for END_OF_FILE behind a preview, or makes a file of it.")
    void aPreviewEndsAndIsNotKept(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).preview("a.txt").delete("b.txt");
        OrchestrationHost.published(trial).expectPreview("a.txt").say("PREVIEW_MODE")
                .sayApart("the beginning").sayApart("END_OF_PREVIEW").prompt()
                .expectDeletion("b.txt").say(DELETED).prompt();
        user.client().mustHoldOnly();
    }

    @Judges(ORCH_5_1)
    @Quirk("The published client is for people, and always ends with 0.")
    void whatCannotBeDeletedIsAFailure(Trial trial) {
        for (String answer : new String[] {"FILE_NOT_FOUND", "Error: Failed to delete file."}) {
            OrchestrationUser user = OrchestrationUser.of(trial).delete("a.txt");
            OrchestrationHost.published(trial).expectDeletion("a.txt").say(answer).prompt();
            OrchestrationClientUploads.mustFail(trial, user);
        }
    }

    @Judges(ORCH_7_2)
    @UsualCause("The client takes what one read gave for a whole answer, or for no more than one.")
    void answersAreUnderstoodHoweverTheyAreCutAndJoined(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial);
        for (int cut = 0; cut < DELETED.length() + 2; cut++) {
            user.delete("a" + cut);
        }
        OrchestrationHost host = OrchestrationHost.published(trial);
        host.expectDeletion("a0").say(DELETED + OrchestrationHost.PROMPT);
        Splits.everywhere(DELETED.length() + 1, cuts -> host.expectDeletion("a" + cuts.getFirst()).peer()
                .sendCut(Payload.text(DELETED + OrchestrationHost.PROMPT), cuts));
        host.expectDeletion("a" + (DELETED.length() + 1)).peer()
                .drip(Payload.text(DELETED + OrchestrationHost.PROMPT));
        user.client().awaitExit();
    }

    @Judges(ORCH_7_9)
    @UsualCause("The client sends list to every server. A published one does not know it.")
    void listIsNotSent(Trial trial) {
        Client client = OrchestrationUser.of(trial).list().client().typeNoMore();
        OrchestrationHost.published(trial).expectNothingWith("list", "no list");
        client.awaitExit();
    }

    @Judges(ORCH_7_10)
    @Quirk("The published client sends whatever a file is called, and CANCEL_UPLOAD when it has none.")
    @UsualCause("The client sends whatever is typed, and the server understands something else.")
    void aNameThatWouldBeMisunderstoodIsNotSent(Trial trial) {
        OrchestrationUser upload = OrchestrationUser.of(trial).has("CANCEL_UPLOAD", new byte[1]);
        mustNotSend(trial, upload.upload("CANCEL_UPLOAD"), "upload|CANCEL_UPLOAD");
        String longest = "a".repeat(OrchestrationHost.CHUNK + 1);
        mustNotSend(trial, OrchestrationUser.of(trial).download(longest), "download|" + longest);
        mustNotSend(trial, OrchestrationUser.of(trial).download("\"PREVIEW a.txt\""),
                "(^|\\n|download)PREVIEW a\\.txt");
        mustNotSend(trial, OrchestrationUser.of(trial).delete("\" a.txt\""), "(^|\\n|delete) a\\.txt");
    }

    private static void mustNotSend(Trial trial, OrchestrationUser user, String form) {
        user.client().typeNoMore();
        OrchestrationHost.published(trial).expectNothingWith(form, "nothing of this command");
    }
}
