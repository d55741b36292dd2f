package vos.tck.minftp;

import static vos.tck.Requirement.COM_5_4;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.COM_6_3;
import static vos.tck.Requirement.MFTP_3_5;
import static vos.tck.Requirement.MFTP_3_6;
import static vos.tck.Requirement.MFTP_5_2;
import static vos.tck.Requirement.MFTP_7_2;
import static vos.tck.Requirement.MFTP_7_3;
import static vos.tck.Requirement.MFTP_7_4;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import vos.tck.Alone;
import vos.tck.Client;
import vos.tck.Contents;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client sends and keeps, when its server speaks the published form. */
final class MiniFtpClientTransfers {

    /** Less than the pause that is due, by as much as a busy machine may be late; in milliseconds. */
    private static final int PAUSE = 50;
    private static final byte[] OLD = "what was there before".getBytes(StandardCharsets.US_ASCII);

    @Judges(MFTP_3_5)
    void anUploadIsFollowedByItsContent(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        Client client = trial.startClient(1);
        contents.forEach((name, content) -> client.has(name, content).type("ul " + name));
        MiniFtpHost host = MiniFtpHost.greet(trial);
        contents.forEach((name, content) ->
                host.expect("ul " + name).expectExactly(Payload.bytes(content)).say("/"));
    }

    @Judges(MFTP_3_6)
    @UsualCause("The client does not find the token when a read has cut it, or does not wait for the status.")
    void aDownloadIsKept(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        Client client = trial.startClient(1);
        contents.keySet().forEach(name -> client.type("dl " + name));
        MiniFtpHost host = MiniFtpHost.greet(trial);
        contents.forEach((name, content) -> host.expectDownload(name, content.length).sayContent(content));
        client.awaitExit();
        contents.forEach(client::mustHave);
    }

    @Judges(COM_5_5)
    void aLargeContentPassesInBothDirections(Trial trial) {
        byte[] content = Contents.large(trial);
        Client client = trial.startClient(1).has("up.bin", content).type("ul up.bin").type("dl down.bin");
        MiniFtpHost.greet(trial).expect("ul up.bin").expectExactly(Payload.bytes(content)).say("/")
                .expectDownload("down.bin", content.length).sayContent(content);
        client.awaitExit();
        client.mustHave("down.bin", content);
    }

    @Alone
    @Judges({MFTP_7_2, COM_6_1})
    @Quirk("The published client does not pause between ul, the content and the token.")
    @UsualCause("A published server finds the token only at the end of what one read gave: what is sent without a"
            + " pause may come in one read with what is before it.")
    void theClientPausesBeforeTheContentAndBeforeItsToken(Trial trial) {
        byte[] content = trial.randomBytes(3000);
        trial.startClient(1).has("a.bin", content).type("ul a.bin");
        MiniFtpHost host = MiniFtpHost.greet(trial).expect("ul a.bin");
        host.peer().expectSilence(PAUSE).expect(Payload.bytes(content)).expectSilence(PAUSE).expect(host.token());
    }

    @Judges({MFTP_7_3, COM_6_3})
    @Quirk("The published client sends a content that holds the token, of which its server stores the beginning.")
    @UsualCause("The client does not look for the token in what it sends.")
    void aContentWithTheTokenIsSentOverAnotherConnection(Trial trial) {
        String token = MiniFtpHost.newToken(trial);
        byte[] content = ("before" + token + "behind").getBytes(StandardCharsets.US_ASCII);
        trial.startClient(2).has("a.bin", content).type("mkdir photos").type("ul a.bin");
        MiniFtpHost first = MiniFtpHost.greet(trial, token).expect("mkdir photos").say("/");
        MiniFtpHost second = MiniFtpHost.greetAgain(trial);
        if (second.next("ul a.bin", "cd /").startsWith("cd")) {
            second.say("/").expect("ul a.bin");
        }
        second.expectExactly(Payload.bytes(content)).say("/");
        first.expectLeave();
    }

    @Judges(MFTP_7_4)
    @Quirk("The published client does not ask for the size, and keeps what comes.")
    @UsualCause("The client takes the first token for the end of the file. It can be a part of it.")
    void aDownloadOfAnotherSizeIsFetchedOverAnotherConnection(Trial trial) {
        String token = MiniFtpHost.newToken(trial);
        byte[] content = ("before" + token + "behind").getBytes(StandardCharsets.US_ASCII);
        Client client = trial.startClient(2).type("dl a.bin");
        MiniFtpHost first = MiniFtpHost.greet(trial, token).expect("info a.bin");
        first.answer(Payload.text("22"), "/").expect("dl a.bin").sayContent(content);
        MiniFtpHost second = MiniFtpHost.greetAgain(trial);
        if (second.next("info a.bin", "cd /").startsWith("cd")) {
            second.say("/").expect("info a.bin");
        }
        second.answer(Payload.text("22"), "/").expect("dl a.bin").sayContent(content);
        client.awaitExit();
        client.mustHave("a.bin", content);
    }

    @Judges(COM_5_4)
    @UsualCause("The client opens the local file before all of the content has come.")
    void theOldFileIsWholeUntilTheDownloadIs(Trial trial) {
        byte[] content = trial.randomBytes(5000);
        Client client = trial.startClient(1).has("a.bin", OLD).type("dl a.bin");
        MiniFtpHost host = MiniFtpHost.greet(trial).expectDownload("a.bin", content.length);
        host.peer().send(Payload.bytes(content)).expectSilence(PAUSE);
        client.mustHave("a.bin", OLD);
        host.peer().send(host.token()).pause();
        host.say("/");
        client.awaitExit();
        client.mustHave("a.bin", content);
    }

    @Judges(COM_5_4)
    @UsualCause("The end of the stream is taken for the end of the file.")
    void aDownloadThatIsCutLeavesTheOldFile(Trial trial) {
        Client client = trial.startClient(1).has("a.bin", OLD).type("dl a.bin");
        MiniFtpHost host = MiniFtpHost.greet(trial).expectDownload("a.bin", 5000);
        trial.acceptNoMore();
        host.peer().send("the beginning of it").close();
        client.awaitExit();
        client.mustHave("a.bin", OLD);
        client.mustHoldOnly("a.bin");
    }

    @Judges(COM_5_4)
    void aDownloadThatIsResetLeavesNoFile(Trial trial) {
        Client client = trial.startClient(1).type("dl a.bin");
        MiniFtpHost host = MiniFtpHost.greet(trial).expectDownload("a.bin", 5000);
        trial.acceptNoMore();
        host.peer().send("the beginning of it").reset();
        client.awaitExit();
        client.mustHoldOnly();
    }

    @Judges(COM_5_4)
    @UsualCause("The client does not look at the status that follows a content.")
    void aContentThatIsFollowedByAnErrorIsNotKept(Trial trial) {
        Client client = trial.startClient(1).type("dl a.bin");
        MiniFtpHost host = MiniFtpHost.greet(trial).expectDownload("a.bin", 4);
        trial.acceptNoMore();
        host.answer(Payload.text("what"), "/\nERROR internal: the disk failed").peer().halfClose();
        client.awaitExit();
        client.mustHoldOnly();
    }

    @Judges({MFTP_5_2, COM_5_4})
    @Quirk("The published client opens the local file before it asks, and leaves it empty.")
    void aRefusedDownloadLeavesNoFile(Trial trial) {
        Client client = trial.startClient(1).type("dl a.bin");
        MiniFtpHost host = MiniFtpHost.greet(trial);
        host.next("dl a.bin", "info a.bin");
        trial.acceptNoMore();
        host.answer(Payload.text(""), "/\nERROR not-found: \"/a.bin\" does not exist").peer().halfClose();
        client.awaitExit();
        client.mustHoldOnly();
    }

    @Judges(COM_5_4)
    @UsualCause("The client makes the local name of the whole remote path.")
    void theLocalNameIsTheLastPartOfThePath(Trial trial) {
        byte[] content = trial.randomBytes(10);
        Client client = trial.startClient(1).type("dl photos/a.bin").type("dl ../photos/b.bin");
        MiniFtpHost host = MiniFtpHost.greet(trial);
        host.expectDownload("photos/a.bin", content.length).sayContent(content)
                .expectDownload("../photos/b.bin", content.length).sayContent(content);
        client.awaitExit();
        client.mustHave("a.bin", content);
        client.mustHave("b.bin", content);
        client.mustHoldOnly("a.bin", "b.bin");
    }
}
