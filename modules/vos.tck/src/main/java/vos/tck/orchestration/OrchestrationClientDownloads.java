package vos.tck.orchestration;

import static vos.tck.Requirement.COM_5_4;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.ORCH_3_9;
import static vos.tck.Requirement.ORCH_5_1;
import static vos.tck.Requirement.ORCH_7_2;
import static vos.tck.Requirement.ORCH_7_3;
import static vos.tck.Requirement.ORCH_7_7;
import static vos.tck.Requirement.ORCH_7_8;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import vos.tck.Alone;
import vos.tck.Contents;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** How a client fetches a file from a server in the published form, and what it keeps. */
final class OrchestrationClientDownloads {

    private static final String END = "END_OF_FILE" + OrchestrationHost.PROMPT;
    private static final byte[] OLD = "the old content\n".getBytes(StandardCharsets.US_ASCII);

    @Judges({ORCH_3_9, ORCH_7_7, COM_5_5})
    void filesOfAllSizesAreKept(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial);
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.put("large", Contents.large(trial));
        contents.keySet().forEach(user::download);
        OrchestrationHost host = OrchestrationHost.published(trial);
        contents.forEach((name, content) -> host.expectDownload(name).sendFile(Payload.bytes(content)));
        user.client().awaitExit();
        contents.forEach(user.client()::mustHave);
    }

    @Alone
    @Judges({ORCH_3_9, ORCH_7_3, COM_6_1})
    @Quirk("The published client sends the command and the name one behind the other.")
    @UsualCause("The client sends the name right behind download, and a server that reads both at once finds no such"
            + " command.")
    void aPauseStandsBeforeTheName(Trial trial) {
        OrchestrationUser.of(trial).download("a.txt");
        OrchestrationHost host = OrchestrationHost.published(trial);
        host.expectFirstWord("download");
        host.peer().expectSilence(60).expect("a.txt");
    }

    @Judges(ORCH_7_2)
    @UsualCause("The client compares what one read gave with FILE_FOUND, and loses what stands behind it.")
    void aDownloadIsUnderstoodHoweverItIsCutAndJoined(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).download("a.txt").download("b.txt");
        OrchestrationHost host = OrchestrationHost.published(trial);
        host.expectDownload("a.txt").say("FILE_FOUND" + "the content" + END);
        host.expectDownload("b.txt").peer().drip(Payload.text("FILE_FOUND" + "the content" + END));
        user.client().awaitExit();
        user.client().mustHave("a.txt", ascii("the content"));
        user.client().mustHave("b.txt", ascii("the content"));
    }

    @Judges(ORCH_7_7)
    @Quirk("The published client takes the first END_OF_FILE at the end of a read for the end of the file.")
    @UsualCause("The client takes END_OF_FILE for the end wherever it stands. Only the prompt behind it says so.")
    void aFileMayHoldItsEnd(Trial trial) {
        String[] contents = {"END_OF_FILE", "an END_OF_FILE within", "END_OF_FILEEND_OF_FIL", "END_OF_FILEEnter"};
        OrchestrationUser user = OrchestrationUser.of(trial);
        for (int i = 0; i < contents.length; i++) {
            user.download("a" + i);
        }
        OrchestrationHost host = OrchestrationHost.published(trial);
        for (int i = 0; i < contents.length; i++) {
            host.expectDownload("a" + i).sendFile(Payload.text(contents[i]));
        }
        user.client().awaitExit();
        for (int i = 0; i < contents.length; i++) {
            user.client().mustHave("a" + i, ascii(contents[i]));
        }
    }

    @Judges({ORCH_7_7, COM_5_4})
    @UsualCause("The client does not look whether anything stands behind the prompt, and keeps the first part.")
    void aFileThatHoldsItsEndAndThePromptIsNotKept(Trial trial) {
        failed(trial, host -> host.say("FILE_FOUND" + "a part" + END + "the rest" + END).peer().pause().close());
    }

    @Judges({ORCH_7_7, COM_5_4})
    @UsualCause("The client takes END_OF_FILE, or the end of the connection, for the end of the file.")
    void aDownloadThatIsCutIsNotKept(Trial trial) {
        failed(trial, host -> host.say("FILE_FOUND" + "a part").peer().pause().close());
        failed(trial, host -> host.say("FILE_FOUND" + "a part").peer().pause().reset());
        failed(trial, host -> host.say("FILE_FOUND" + "a partEND_OF_FILE").peer().pause().close());
    }

    @Judges(COM_5_4)
    @UsualCause("The client opens the local file when the server has found its own.")
    void theOldFileStaysUntilTheNewOneIsComplete(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).has("a.txt", OLD).download("a.txt");
        OrchestrationHost host = OrchestrationHost.published(trial).expectDownload("a.txt").say("FILE_FOUND")
                .sayApart("a".repeat(100_000));
        host.peer().pause(500);
        user.client().mustHave("a.txt", OLD);
        host.say(END);
        user.client().awaitExit();
        user.client().mustHave("a.txt", ascii("a".repeat(100_000)));
    }

    @Judges(COM_5_4)
    @UsualCause("The client takes the whole path for the local name, and finds no such directory.")
    void theLastPartOfThePathIsTheLocalName(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).download("docs/a.txt");
        OrchestrationHost.published(trial).expectDownload("docs/a.txt").sendFile(Payload.bytes(OLD));
        user.client().awaitExit();
        user.client().mustHave("a.txt", OLD);
        user.client().mustHoldOnly("a.txt");
    }

    @Judges({ORCH_5_1, COM_5_4})
    @UsualCause("The client makes the local file before it knows whether there is one on the server.")
    void aFileThatIsMissingIsNotMade(Trial trial) {
        failed(trial, host -> host.say("FILE_NOT_FOUND").prompt());
        failed(trial, host -> host.say("ERROR").prompt());
    }

    @Judges({ORCH_7_8, COM_5_4})
    @Quirk("It waits for the end of a file that does not come.")
    @UsualCause("The client takes ERROR and the prompt for a part of the file, and waits for its end.")
    void aFileThatCannotBeReadIsNotKept(Trial trial) {
        failed(trial, host -> host.say("FILE_FOUND").sayApart("ERROR").prompt());
        failed(trial, host -> host.say("FILE_FOUNDERROR" + OrchestrationHost.PROMPT));
    }

    @Judges(ORCH_7_8)
    @UsualCause("The client takes every file that begins with ERROR for an error.")
    void aFileMayBeginLikeAnError(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).download("a.txt").download("b.txt");
        OrchestrationHost host = OrchestrationHost.published(trial);
        host.expectDownload("a.txt").say("FILE_FOUND" + "ERROR" + END);
        host.expectDownload("b.txt").say("FILE_FOUND" + "ERROR" + OrchestrationHost.PROMPT + "and more" + END);
        user.client().awaitExit();
        user.client().mustHave("a.txt", ascii("ERROR"));
        user.client().mustHave("b.txt", ascii("ERROR" + OrchestrationHost.PROMPT + "and more"));
    }

    /** What the host says to the name of a file is no file: one of this name stays, and there is no other. */
    private static void failed(Trial trial, Consumer<OrchestrationHost> answer) {
        OrchestrationUser user = OrchestrationUser.of(trial).has("a.txt", OLD).download("a.txt");
        answer.accept(OrchestrationHost.published(trial).expectDownload("a.txt"));
        user.client().awaitExit();
        user.client().mustHave("a.txt", OLD);
        user.client().mustHoldOnly("a.txt");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
