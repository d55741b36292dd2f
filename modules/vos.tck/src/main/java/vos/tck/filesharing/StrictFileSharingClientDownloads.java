package vos.tck.filesharing;

import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_5_4;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_7;
import static vos.tck.Requirement.COM_6_8;
import static vos.tck.Requirement.COM_9_1;
import static vos.tck.Requirement.COM_9_2;
import static vos.tck.Requirement.FSA_5_3;
import static vos.tck.Requirement.FSA_5_7;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vos.tck.Contents;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client keeps of what a server in the strict form sends. */
final class StrictFileSharingClientDownloads {

    private static final String ANSWER = "OK 5\nA\0\r\nB";
    private static final byte[] OLD = "the old content\n".getBytes(StandardCharsets.US_ASCII);

    @Judges({FSA_5_3, FSA_5_7, COM_5_5})
    void filesOfAllSizesAreKept(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial);
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.put("large", Contents.large(trial));
        contents.keySet().forEach(user::download);
        FileSharingHost host = FileSharingHost.strict(trial);
        contents.forEach((name, content) -> host.expectDownload(name)
                .send(Payload.text("OK " + content.length + "\n").then(Payload.bytes(content))).close());
        user.client().awaitExit();
        contents.forEach(user.client()::mustHave);
    }

    @Judges({COM_3_5, COM_6_7})
    @UsualCause("The client takes what one read gives for the status, or looks for the line end in one read only.")
    void anAnswerIsUnderstoodWhereverItIsCut(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial);
        for (int cut = 1; cut < ANSWER.length(); cut++) {
            user.download("cut" + cut + ".bin");
        }
        FileSharingHost host = FileSharingHost.strict(trial);
        Splits.everywhere(ANSWER.length(), cuts -> host.expectDownload("cut" + cuts.getFirst() + ".bin")
                .sendCut(Payload.text(ANSWER), cuts).close());
        user.client().awaitExit();
        for (int cut = 1; cut < ANSWER.length(); cut++) {
            user.client().mustHave("cut" + cut + ".bin", "A\0\r\nB".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Judges({FSA_5_7, COM_5_4})
    @UsualCause("The client counts the bytes and does not wait for the end of the stream, or takes the local name at"
            + " once.")
    void aContentIsCompleteWhenTheStreamHasEnded(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).has("a.txt", OLD).download("a.txt");
        Peer peer = FileSharingHost.strict(trial).expectDownload("a.txt").send("OK 5\nhello").pause();
        user.client().mustHave("a.txt", OLD);
        peer.close();
        user.client().awaitExit();
        user.client().mustHave("a.txt", "hello".getBytes(StandardCharsets.US_ASCII));
    }

    @Judges({FSA_5_7, COM_6_8})
    @UsualCause("The client takes the end of the stream for the end of the content, and does not count.")
    void aContentThatEndsEarlyIsNotKept(Trial trial) {
        refused(trial, peer -> peer.send("OK 6\nhello").close());
    }

    @Judges(FSA_5_7)
    @UsualCause("The client reads as many bytes as it was told, and does not look what stands behind them.")
    void aContentThatGoesOnIsNotKept(Trial trial) {
        refused(trial, peer -> peer.send("OK 4\nhello").close());
    }

    @Judges(FSA_5_7)
    void aContentThatIsResetIsNotKept(Trial trial) {
        refused(trial, peer -> peer.send("OK 5\nhello").pause().reset());
        refused(trial, peer -> peer.send("OK 6\nhello").pause().reset());
    }

    @Judges(COM_9_2)
    @UsualCause("The client takes an OK without a size for that of an empty file.")
    void aContentWithoutASizeIsNotKept(Trial trial) {
        refused(trial, peer -> peer.send("OK\n").close());
        refused(trial, peer -> peer.send("OK\nhello").close());
    }

    @Judges(COM_9_1)
    @UsualCause("The client does not look whether a size is a number of 1 to 18 digits.")
    void aSizeThatIsNoneBreaksTheFraming(Trial trial) {
        for (String size : List.of("-1", "five", "9999999999999999999", "1e1")) {
            refused(trial, peer -> peer.send("OK " + size + "\nhello").close());
        }
    }

    @Judges({COM_9_1, COM_5_4})
    @UsualCause("The client takes whatever comes for a content.")
    void whatIsNotOkIsNoContent(Trial trial) {
        for (String answer : List.of("ERROR not-found: \"a.txt\" does not exist\n", "ERROR some-later-word: why\n",
                "OKAY 5\nhello", "hello", "")) {
            refused(trial, peer -> peer.send(answer).close());
        }
    }

    /** This answer is no content: the file of this name stays as it was, and there is no other. */
    private static void refused(Trial trial, Consumer<Peer> answer) {
        FileSharingUser user = FileSharingUser.of(trial).has("a.txt", OLD).download("a.txt");
        answer.accept(FileSharingHost.strict(trial).expectDownload("a.txt"));
        user.client().awaitExit();
        user.client().mustHave("a.txt", OLD);
        user.client().mustHoldOnly("a.txt");
    }
}
