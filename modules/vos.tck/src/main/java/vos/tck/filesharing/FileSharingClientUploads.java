package vos.tck.filesharing;

import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.FSA_4_2;
import static vos.tck.Requirement.FSA_6_3;
import static vos.tck.Requirement.FSA_6_7;

import java.util.Map;
import vos.tck.Alone;
import vos.tck.Contents;
import vos.tck.Expectation;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client sends to a server in the published form. */
final class FileSharingClientUploads {

    private static final int MEGABYTE = 1024 * 1024;

    @Judges({FSA_6_3, COM_5_5})
    void filesOfAllSizesAreSent(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial);
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.put("large", Contents.large(trial));
        contents.forEach((name, content) -> user.has(name, content).upload(name));
        FileSharingHost host = FileSharingHost.published(trial);
        contents.forEach((name, content) -> host.expectUpload(name, content).close());
        user.client().awaitExit();
    }

    @Alone
    @Judges({FSA_6_3, COM_6_1})
    @Quirk("The published client does not pause between request and content.")
    @UsualCause("The content is sent right behind the request. The server takes what one read gives for the request,"
            + " and would get both at once.")
    void aPauseStandsBetweenRequestAndContent(Trial trial) {
        byte[] content = trial.randomBytes(2000);
        FileSharingUser.of(trial).has("a.bin", content).upload("a.bin");
        Peer peer = FileSharingHost.published(trial).expect("UPLOAD a.bin").expectSilence(60);
        peer.expect(Payload.bytes(content)).expectEnd();
    }

    @Judges(FSA_6_3)
    @Quirk("The published client takes an upload for done when it has been sent.")
    @UsualCause("The client goes on when it has sent the last byte. The server's end says that it has taken all.")
    void theEndOfTheServerIsWaitedFor(Trial trial) {
        byte[] content = trial.randomBytes(100);
        FileSharingUser.of(trial).has("a.bin", content).has("b.bin", content).upload("a.bin").upload("b.bin");
        FileSharingHost host = FileSharingHost.published(trial);
        Peer first = host.expectUpload("a.bin", content);
        trial.expectNoConnection(150);
        first.close();
        host.expectUpload("b.bin", content).close();
    }

    @Alone
    @Judges({FSA_6_3, FSA_4_2})
    @UsualCause("The client does not look whether the server has closed before it sends the content.")
    void aServerThatEndsDuringThePauseHasStoredNothing(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).has("a.bin", trial.randomBytes(MEGABYTE)).upload("a.bin");
        FileSharingHost.published(trial).expect("UPLOAD a.bin").close();
        mustHaveFailed(trial, user);
    }

    @Judges(FSA_4_2)
    void aServerThatResetsHasStoredNothing(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).has("a.bin", trial.randomBytes(8 * MEGABYTE)).upload("a.bin");
        FileSharingHost.published(trial).expect("UPLOAD a.bin").pause(250).reset();
        mustHaveFailed(trial, user);
    }

    @Judges(FSA_6_3)
    void aServerThatSaysAnythingHasStoredNothing(Trial trial) {
        byte[] content = trial.randomBytes(100);
        FileSharingUser user = FileSharingUser.of(trial).has("a.bin", content).upload("a.bin");
        FileSharingHost.published(trial).expectUpload("a.bin", content).send("no").close();
        mustHaveFailed(trial, user);
    }

    private static void mustHaveFailed(Trial trial, FileSharingUser user) {
        trial.require(user.client().awaitExit() != 0, "an exit code other than 0, as nothing was stored", "0");
    }

    @Judges(FSA_6_3)
    @Quirk("It sends the request first, and then finds out that there is no such file.")
    void aMissingFileIsNotAnnounced(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).upload("missing.bin");
        FileSharingHost.published(trial).expectNoRequest(user.client());
    }

    @Judges(FSA_6_7)
    @Quirk("The system of the published client, when that is killed, ends the connection as if all had been sent.")
    @UsualCause("When a process is killed, its system ends its connections in order, unless SO_LINGER was set to 0"
            + " seconds before the content was sent.")
    void anUploadIsBrokenOffWhenTheClientIsKilled(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).has("a.bin", Contents.large(trial)).upload("a.bin");
        Peer peer = FileSharingHost.published(trial).expect("UPLOAD a.bin");
        peer.receive(new Expectation.Sized(1, ".*", "a byte of the content"));
        user.client().kill();
        mustBeBrokenOff(trial, peer);
    }

    @Judges(FSA_6_7)
    @UsualCause("The client takes the end of its file for the end of the content, also where the file has become"
            + " shorter since it was opened.")
    void anUploadIsBrokenOffWhenTheFileBecomesShorter(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial)
                .has("a.bin", trial.randomBytes(32 * MEGABYTE)).upload("a.bin");
        Peer peer = FileSharingHost.published(trial).expect("UPLOAD a.bin");
        peer.receive(new Expectation.Sized(1, ".*", "a byte of the content"));
        user.has("a.bin", new byte[1]);
        mustBeBrokenOff(trial, peer);
    }

    private static void mustBeBrokenOff(Trial trial, Peer peer) {
        peer.expectGone();
        trial.require(!peer.endedInOrder(), "a reset of the connection", "its end, as behind a whole content");
    }
}
