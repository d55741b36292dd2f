package vos.tck.filesharing;

import static vos.tck.Requirement.COM_3_1;
import static vos.tck.Requirement.COM_3_2;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_9_1;
import static vos.tck.Requirement.FSA_5_2;
import static vos.tck.Requirement.FSA_5_3;
import static vos.tck.Requirement.FSA_5_5;
import static vos.tck.Requirement.FSA_5_7;

import java.util.List;
import java.util.Map;
import vos.tck.Contents;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client says to a server in the strict form, and what it sends. */
final class StrictFileSharingClientUploads {

    @Gate
    @Judges({COM_3_1, FSA_5_2})
    @UsualCause("The client says no hello, or sends its request on the connection of the hello.")
    void aHelloOpensTheConversation(Trial trial) {
        FileSharingUser.of(trial).download("a.txt");
        FileSharingHost host = FileSharingHost.strict(trial);
        host.answerHello(host.hello());
        host.expectDownload("a.txt").send("OK 1\nA").close();
    }

    @Judges({FSA_5_2, COM_3_5})
    @UsualCause("The client takes what one read gives for the whole answer to its hello.")
    void aWelcomeIsUnderstoodByteByByte(Trial trial) {
        FileSharingUser.of(trial).download("a.txt");
        FileSharingHost host = FileSharingHost.strict(trial);
        host.hello().drip(Payload.text(FileSharingHost.WELCOME)).close();
        host.expectDownload("a.txt").send("OK 1\nA").close();
    }

    @Judges(COM_3_2)
    void aWelcomeMayBeTheVersionAlone(Trial trial) {
        FileSharingUser.of(trial).download("a.txt");
        FileSharingHost host = FileSharingHost.strict(trial);
        host.hello().send("vos/1\n").close();
        host.expectDownload("a.txt").send("OK 1\nA").close();
    }

    @Judges(COM_3_2)
    @UsualCause("The client looks whether the answer begins with vos/1, and not at what stands behind it.")
    void anotherAnswerIsNoWelcome(Trial trial) {
        for (String answer : List.of("vos/10 UPLOAD DOWNLOAD\n", "HTTP/1.1 400 Bad Request\r\n\r\n")) {
            FileSharingUser user = FileSharingUser.of(trial).download("a.txt");
            FileSharingHost host = FileSharingHost.strict(trial);
            host.hello().send(answer).close();
            host.expectNothing(user.client(), "VOS/1", "no request in the strict form");
        }
    }

    @Judges({FSA_5_3, FSA_5_5, COM_5_5})
    void filesOfAllSizesAreSentBehindTheirSizes(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial);
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.put("large", Contents.large(trial));
        contents.forEach((name, content) -> user.has(name, content).upload(name));
        FileSharingHost host = FileSharingHost.strict(trial);
        contents.forEach((name, content) -> host.expectUpload(name, content).send("OK\n").close());
        user.client().awaitExit();
    }

    @Judges(FSA_5_7)
    @UsualCause("The client takes the end of the connection, or a status without its line end, for success.")
    void anUploadOfWhichNoStatusComesMayHaveFailed(Trial trial) {
        for (String status : List.of("", "OK")) {
            upload(trial, status);
        }
    }

    @Judges(COM_9_1)
    @UsualCause("The client does not know the word, and takes it for no error; or it takes any answer for success.")
    void whatIsNotOkIsNoSuccess(Trial trial) {
        for (String status : List.of("ERROR already-exists: there is one\n", "ERROR some-later-word: why\n",
                "WELL\n", "OKAY\n", "ok\n")) {
            upload(trial, status);
        }
    }

    private static void upload(Trial trial, String status) {
        FileSharingUser user = FileSharingUser.of(trial).has("a.txt", new byte[100]).upload("a.txt");
        Peer peer = FileSharingHost.strict(trial).expectUpload("a.txt", new byte[100]);
        peer.send(status).close();
        trial.require(user.client().awaitExit() != 0, "an exit code other than 0, as the upload was not acknowledged",
                "0");
    }
}
