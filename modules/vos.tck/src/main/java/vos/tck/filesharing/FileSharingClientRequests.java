package vos.tck.filesharing;

import static vos.tck.Requirement.FSA_1_1;
import static vos.tck.Requirement.FSA_1_2;
import static vos.tck.Requirement.FSA_2_2;
import static vos.tck.Requirement.FSA_6_1;
import static vos.tck.Requirement.FSA_6_2;
import static vos.tck.Requirement.FSA_6_4;

import java.util.List;
import java.util.regex.Pattern;
import vos.tck.Expectation;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Peer;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client asks a server in the published form. */
final class FileSharingClientRequests {

    private static final int LONGEST = 4096;

    @Gate
    @Judges({FSA_1_1, FSA_2_2})
    @UsualCause("The client waits for the server to speak, or a line end stands behind the name.")
    void aRequestIsAWordAndAName(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).download("a.txt");
        FileSharingHost.published(trial).expectDownload("a.txt").expectSilence(60).send("A").close();
        user.client().typeNoMore();
    }

    @Judges(FSA_1_2)
    @UsualCause("The client sends its second request on the connection of the first.")
    void everyRequestHasAConnection(Trial trial) {
        FileSharingUser.of(trial).download("a.txt").download("b.txt");
        FileSharingHost host = FileSharingHost.published(trial);
        Peer first = host.expectDownload("a.txt").send("A").halfClose();
        first.receive(new Expectation.ToEnd("", "no second request"));
        host.expectDownload("b.txt").send("B").close();
    }

    @Judges(FSA_6_1)
    @UsualCause("The client takes a server that does not answer its hello for one that is broken.")
    void aServerThatClosesBehindTheHelloSpeaksThePublishedForm(Trial trial) {
        byte[] content = trial.randomBytes(100);
        FileSharingUser.of(trial).has("a.bin", content).upload("a.bin").download("b.bin");
        FileSharingHost host = FileSharingHost.published(trial);
        host.expectUpload("a.bin", content).close();
        host.expectDownload("b.bin").send("B").close();
    }

    @Judges(FSA_6_2)
    @Quirk("The published client knows no hello.")
    @UsualCause("The client says hello once when it starts. The server may have become busy since.")
    void aHelloIsSaidBeforeEachUpload(Trial trial) {
        byte[] content = trial.randomBytes(100);
        FileSharingUser.of(trial).has("a.bin", content).download("b.bin").upload("a.bin").upload("a.bin");
        FileSharingHost host = FileSharingHost.published(trial);
        host.expectDownload("b.bin").send("B").close();
        host.answerHello(host.hello());
        host.expectUpload("a.bin", content).close();
        host.answerHello(host.hello());
        host.expectUpload("a.bin", content).close();
    }

    @Judges(FSA_6_2)
    @Quirk("The published client knows no hello.")
    @UsualCause("The client says hello and goes on. A busy server would get its request and its content together.")
    void theEndOfTheHelloIsWaitedFor(Trial trial) {
        byte[] content = trial.randomBytes(100);
        FileSharingUser.of(trial).has("a.bin", content).download("b.bin").upload("a.bin");
        FileSharingHost host = FileSharingHost.published(trial);
        host.expectDownload("b.bin").send("B").close();
        Peer hello = host.hello();
        trial.expectNoConnection(150);
        host.answerHello(hello);
        host.expectUpload("a.bin", content).close();
    }

    @Judges(FSA_6_4)
    @Quirk("The published client sends whatever is typed.")
    @UsualCause("The client sends whatever is typed. The server would take a part of the name for the name.")
    void aNameThatIsNoneIsNotSent(Trial trial) {
        for (String name : List.of("bell\u0007.txt", "a".repeat(LONGEST - "DOWNLOAD ".length() + 1))) {
            FileSharingUser user = FileSharingUser.of(trial).download(name);
            FileSharingHost.published(trial).expectNoRequest(user.client());
        }
    }

    @Judges(FSA_6_4)
    @Quirk("The published client sends names with spaces, of which its server takes the first word.")
    @UsualCause("The client sends names that hold spaces, of which the server takes the first word.")
    void aNameWithWhiteSpaceIsNotSent(Trial trial) {
        FileSharingUser spaces = FileSharingUser.of(trial).download("\"my notes\"");
        FileSharingHost.published(trial).expectNothing(spaces.client(), ".*my notes",
                "no request with the name: my notes");
        FileSharingUser wide = FileSharingUser.of(trial).download("my\u3000notes");
        FileSharingHost.published(trial).expectNothing(wide.client(), ".*" + Pattern.quote("my\u3000notes"),
                "no request with an ideographic space (U+3000) in the name");
    }
}
