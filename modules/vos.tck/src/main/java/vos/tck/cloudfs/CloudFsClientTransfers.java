package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_3_3;
import static vos.tck.Requirement.CLOUD_3_4;
import static vos.tck.Requirement.CLOUD_7_4;
import static vos.tck.Requirement.CLOUD_7_5;
import static vos.tck.Requirement.CLOUD_7_6;
import static vos.tck.Requirement.COM_5_4;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.COM_6_2;
import static vos.tck.Requirement.COM_6_3;

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
final class CloudFsClientTransfers {

    /** Less than the pauses that are due, by as much as a busy machine may be late; in milliseconds. */
    private static final int PAUSE = 50;
    private static final int LONG_PAUSE = 110;
    private static final byte[] OLD = "what was there before".getBytes(StandardCharsets.US_ASCII);

    @Judges(CLOUD_3_3)
    void anUploadIsFollowedByItsContentAndTheSentinel(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        Client client = trial.startClient(1);
        contents.forEach((name, content) -> client.has(name, content).type("upload " + name));
        CloudFsHost host = CloudFsHost.published(trial);
        contents.forEach(host::expectUpload);
    }

    @Judges(CLOUD_3_4)
    void aDownloadIsKept(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        Client client = trial.startClient(1);
        contents.keySet().forEach(name -> client.type("download " + name));
        CloudFsHost host = CloudFsHost.published(trial);
        contents.forEach((name, content) -> host.ask("DOWNLOAD " + name).sendContent(content));
        client.awaitExit();
        contents.forEach(client::mustHave);
    }

    @Judges(COM_5_5)
    void aLargeContentPassesInBothDirections(Trial trial) {
        byte[] content = Contents.large(trial);
        Client client = trial.startClient(1).has("up.bin", content).type("upload up.bin").type("download down.bin");
        CloudFsHost.published(trial).expectUpload("up.bin", content).ask("DOWNLOAD down.bin").sendContent(content);
        client.awaitExit();
        client.mustHave("down.bin", content);
    }

    @Alone
    @Judges({CLOUD_7_5, COM_6_1})
    @Quirk("The published client does not pause between the content, the sentinel and what follows.")
    @UsualCause("A published server looks for the sentinel in each read, and stores what stands behind it in the same"
            + " read.")
    void theClientPausesBeforeAndBehindTheSentinel(Trial trial) {
        byte[] content = "content".repeat(400).getBytes(StandardCharsets.US_ASCII);
        trial.startClient(1).has("a.bin", content).type("upload a.bin").type("ls");
        CloudFsHost host = CloudFsHost.published(trial).expect("UPLOAD a.bin");
        host.peer().expect(Payload.bytes(content)).expectSilence(PAUSE).expect(CloudFsHost.SENTINEL)
                .expectSilence(LONG_PAUSE);
        host.expectMarker();
    }

    @Judges(CLOUD_7_5)
    @Quirk("The published client takes an upload for done when it has been sent.")
    void anUploadIsDoneWhenTheMarkerIsAnswered(Trial trial) {
        byte[] content = "content".getBytes(StandardCharsets.US_ASCII);
        Client client = trial.startClient(1).has("a.bin", content).type("upload a.bin");
        CloudFsHost host = CloudFsHost.published(trial).expect("UPLOAD a.bin");
        host.peer().expect(Payload.bytes(content)).expect(CloudFsHost.SENTINEL);
        host.expectMarker();
        trial.acceptNoMore();
        host.peer().close();
        trial.require(client.awaitExit() != 0, "an exit code that tells of the failure", "exit code 0");
    }

    @Judges({CLOUD_7_6, COM_6_3})
    @Quirk("The published client sends a content that holds the sentinel, of which its server stores the beginning.")
    @UsualCause("The client does not look for the sentinel in what it sends.")
    void aContentWithTheSentinelIsNotSent(Trial trial) {
        byte[] content = "before__END__behind".getBytes(StandardCharsets.US_ASCII);
        trial.startClient(1).has("a.bin", content).type("ls").type("upload a.bin");
        CloudFsHost.published(trial).ask("ls").answer("b.txt\n").endsWithout("UPLOAD");
    }

    @Judges(CLOUD_7_4)
    @Quirk("The published client takes the first sentinel for the end.")
    @UsualCause("The content ends with the sentinel and the answer to the marker, both together.")
    void aDownloadMayHoldTheSentinel(Trial trial) {
        byte[] content = "before__END__behind".getBytes(StandardCharsets.US_ASCII);
        Client client = trial.startClient(1).type("download a.bin");
        CloudFsHost.published(trial).ask("DOWNLOAD a.bin").sendContent(content);
        client.awaitExit();
        client.mustHave("a.bin", content);
    }

    @Judges({CLOUD_7_4, COM_6_2})
    @UsualCause("The client looks for the sentinel in what one read gave, and not in all that has come.")
    void theEndIsFoundWhereverItIsCut(Trial trial) {
        Client client = trial.startClient(1);
        for (int cut = 1; cut < CloudFsHost.SENTINEL.length(); cut++) {
            client.type("download f" + cut);
        }
        CloudFsHost host = CloudFsHost.published(trial);
        for (int cut = 1; cut < CloudFsHost.SENTINEL.length(); cut++) {
            host.ask("DOWNLOAD f" + cut).peer().send("content __E_").pause();
            host.answerInTwo(CloudFsHost.SENTINEL, cut);
        }
        client.awaitExit();
        for (int cut = 1; cut < CloudFsHost.SENTINEL.length(); cut++) {
            client.mustHave("f" + cut, "content __E_".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Judges(CLOUD_7_4)
    @Quirk("The published client stores the sentence under the name of the file.")
    void aFileThatIsNotFoundIsNotKept(Trial trial) {
        Client client = trial.startClient(1).has("a.bin", OLD).type("download a.bin");
        CloudFsHost.published(trial).ask("DOWNLOAD a.bin").answer("File not found." + CloudFsHost.SENTINEL);
        client.awaitExit();
        client.mustHave("a.bin", OLD);
        client.mustHoldOnly("a.bin");
    }

    @Judges(COM_5_4)
    @UsualCause("The client opens the local file before all of the content has come.")
    void theOldFileIsWholeUntilTheDownloadIs(Trial trial) {
        byte[] content = "content".repeat(500).getBytes(StandardCharsets.US_ASCII);
        Client client = trial.startClient(1).has("a.bin", OLD).type("download a.bin");
        CloudFsHost host = CloudFsHost.published(trial).ask("DOWNLOAD a.bin");
        host.peer().send(Payload.bytes(content)).expectSilence(PAUSE);
        client.mustHave("a.bin", OLD);
        host.peer().pause();
        host.answer(CloudFsHost.SENTINEL);
        client.awaitExit();
        client.mustHave("a.bin", content);
    }

    @Judges(COM_5_4)
    @UsualCause("The end of the stream is taken for the end of the file.")
    void aDownloadThatIsCutLeavesTheOldFile(Trial trial) {
        Client client = trial.startClient(1).has("a.bin", OLD).type("download a.bin");
        CloudFsHost host = CloudFsHost.published(trial).ask("DOWNLOAD a.bin");
        trial.acceptNoMore();
        host.peer().send("the beginning of it").close();
        client.awaitExit();
        client.mustHave("a.bin", OLD);
        client.mustHoldOnly("a.bin");
    }

    @Judges(COM_5_4)
    void aDownloadThatIsResetLeavesNoFile(Trial trial) {
        Client client = trial.startClient(1).type("download a.bin");
        CloudFsHost host = CloudFsHost.published(trial).ask("DOWNLOAD a.bin");
        trial.acceptNoMore();
        host.peer().send("the beginning of it").reset();
        client.awaitExit();
        client.mustHoldOnly();
    }

    @Judges(COM_5_4)
    @UsualCause("The client makes the local name of the whole remote path.")
    void theLocalNameIsTheLastPartOfThePath(Trial trial) {
        byte[] content = "content".getBytes(StandardCharsets.US_ASCII);
        Client client = trial.startClient(1).type("download photos/a.bin").type("download ../photos/b.bin");
        CloudFsHost.published(trial).ask("DOWNLOAD photos/a.bin").sendContent(content)
                .ask("DOWNLOAD ../photos/b.bin").sendContent(content);
        client.awaitExit();
        client.mustHave("a.bin", content);
        client.mustHave("b.bin", content);
        client.mustHoldOnly("a.bin", "b.bin");
    }
}
