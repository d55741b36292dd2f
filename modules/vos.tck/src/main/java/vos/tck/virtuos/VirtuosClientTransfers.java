package vos.tck.virtuos;

import static vos.tck.Requirement.COM_5_4;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.COM_6_2;
import static vos.tck.Requirement.COM_6_3;
import static vos.tck.Requirement.VIRT_2_3;
import static vos.tck.Requirement.VIRT_2_4;
import static vos.tck.Requirement.VIRT_3_8;
import static vos.tck.Requirement.VIRT_3_9;
import static vos.tck.Requirement.VIRT_7_2;
import static vos.tck.Requirement.VIRT_7_4;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import vos.tck.Alone;
import vos.tck.Client;
import vos.tck.Contents;
import vos.tck.Expectation;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client sends and keeps, when its server speaks the published form. */
final class VirtuosClientTransfers {

    /** Less than the pause that is due, by as much as a busy machine may be late; in milliseconds. */
    private static final int PAUSE = 50;
    private static final byte[] OLD = "what was there before".getBytes(StandardCharsets.US_ASCII);

    @Judges({VIRT_2_3, VIRT_3_8})
    void anUploadIsFollowedByItsFile(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        Client client = trial.startClient(1);
        contents.forEach((name, content) -> client.has(name, content).type("upload " + name));
        VirtuosHost host = VirtuosHost.welcome(trial);
        contents.forEach((name, content) -> host.expect("upload " + name).expectFile(content)
                .say("Uploaded '" + name + "' successfully."));
    }

    @Judges(VIRT_3_9)
    void aDownloadIsKept(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        Client client = trial.startClient(1);
        contents.keySet().forEach(name -> client.type("download " + name));
        client.typeNoMore();
        VirtuosHost host = VirtuosHost.welcome(trial);
        contents.forEach((name, content) -> host.expect("download " + name).sendFile(content));
        host.expectLeave();
        client.awaitExit();
        contents.forEach(client::mustHave);
    }

    @Judges(COM_5_5)
    void aLargeFilePassesInBothDirections(Trial trial) {
        byte[] content = Contents.large(trial);
        Client client = trial.startClient(1).has("up.bin", content).type("upload up.bin").type("download down.bin");
        client.typeNoMore();
        VirtuosHost.welcome(trial).expect("upload up.bin").expectFile(content).say("Uploaded 'up.bin' successfully.")
                .expect("download down.bin").sendFile(content).expectLeave();
        client.awaitExit();
        client.mustHave("down.bin", content);
    }

    @Alone
    @Judges({VIRT_7_2, COM_6_1})
    @Quirk("The published client does not pause between upload, the file and the sentinel.")
    @UsualCause("A published server takes what one read gives for a command, and looks for the sentinel in each read:"
            + " what is sent without a pause may come in one read with what is before it.")
    void theClientPausesBeforeTheFileAndBeforeTheSentinel(Trial trial) {
        byte[] content = ("#" + "content".repeat(400)).getBytes(StandardCharsets.US_ASCII);
        trial.startClient(1).has("a.bin", content).type("touch b.txt").type("upload a.bin");
        VirtuosHost host = VirtuosHost.welcome(trial).expect("touch b.txt").say("File 'b.txt' created.");
        host.peer().receive(new Expectation.Segment(PAUSE, "\\s*upload a.bin\\s*", "upload a.bin, and a pause"));
        host.peer().expect(Payload.bytes(content)).expectSilence(PAUSE).expect(VirtuosHost.SENTINEL);
    }

    @Judges(VIRT_7_2)
    @Quirk("The published client sends the file without waiting for anything.")
    @UsualCause("The client pauses and does not look whether the server says something meanwhile.")
    void aFileIsNotSentToAServerThatDoesNotWaitForIt(Trial trial) {
        byte[] content = "rm everything".getBytes(StandardCharsets.US_ASCII);
        trial.startClient(1).has("a.bin", content).type("upload a.bin");
        VirtuosHost.welcome(trial).expect("upload a.bin").say("Unknown command.")
                .endsWithout("rm everything", "nothing of the file");
    }

    @Judges({VIRT_7_4, COM_6_3})
    @Quirk("The published client sends a file that holds the sentinel, of which its server stores the beginning.")
    @UsualCause("The client does not look for the sentinel in what it sends.")
    void aFileWithTheSentinelIsNotSent(Trial trial) {
        byte[] content = "before<<EOF>>behind".getBytes(StandardCharsets.US_ASCII);
        trial.startClient(1).has("a.bin", content).type("touch b.txt").type("upload a.bin");
        VirtuosHost.welcome(trial).expect("touch b.txt").say("File 'b.txt' created.")
                .endsWithout("upload|before", "neither upload nor anything of the file");
    }

    @Judges({VIRT_2_4, COM_6_2})
    @UsualCause("The client looks for the sentinel in what one read gave, and not in all that has come.")
    void theSentinelIsFoundWhereverItIsCut(Trial trial) {
        Client client = trial.startClient(1);
        for (int cut = 1; cut < VirtuosHost.SENTINEL.length(); cut++) {
            client.type("download f" + cut);
        }
        client.typeNoMore();
        VirtuosHost host = VirtuosHost.welcome(trial);
        for (int cut = 1; cut < VirtuosHost.SENTINEL.length(); cut++) {
            host.expect("download f" + cut).peer().send("content <<E<").pause();
            host.sendInTwo(VirtuosHost.SENTINEL, cut);
        }
        host.expectLeave();
        client.awaitExit();
        for (int cut = 1; cut < VirtuosHost.SENTINEL.length(); cut++) {
            client.mustHave("f" + cut, "content <<E<".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Judges(COM_5_4)
    @UsualCause("The client opens the local file before all of the file has come.")
    void theOldFileIsWholeUntilTheDownloadIs(Trial trial) {
        byte[] content = "#content".repeat(500).getBytes(StandardCharsets.US_ASCII);
        Client client = trial.startClient(1).has("a.bin", OLD).type("download a.bin").typeNoMore();
        VirtuosHost host = VirtuosHost.welcome(trial).expect("download a.bin");
        host.peer().send(Payload.bytes(content)).expectSilence(PAUSE);
        client.mustHave("a.bin", OLD);
        host.peer().pause().send(VirtuosHost.SENTINEL);
        host.expectLeave();
        client.awaitExit();
        client.mustHave("a.bin", content);
    }

    @Judges(COM_5_4)
    @UsualCause("The end of the stream is taken for the end of the file.")
    void aDownloadThatIsCutLeavesTheOldFile(Trial trial) {
        Client client = trial.startClient(1).has("a.bin", OLD).type("download a.bin");
        VirtuosHost host = VirtuosHost.welcome(trial).expect("download a.bin");
        trial.acceptNoMore();
        host.peer().send("the beginning of it").close();
        client.awaitExit();
        client.mustHave("a.bin", OLD);
        client.mustHoldOnly("a.bin");
    }

    @Judges(COM_5_4)
    void aDownloadThatIsResetLeavesNoFile(Trial trial) {
        Client client = trial.startClient(1).type("download a.bin");
        VirtuosHost host = VirtuosHost.welcome(trial).expect("download a.bin");
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
        client.typeNoMore();
        VirtuosHost host = VirtuosHost.welcome(trial).expect("download photos/a.bin").sendFile(content)
                .expect("download ../photos/b.bin").sendFile(content);
        host.expectLeave();
        client.awaitExit();
        client.mustHave("a.bin", content);
        client.mustHave("b.bin", content);
        client.mustHoldOnly("a.bin", "b.bin");
    }
}
