package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_2_1;
import static vos.tck.Requirement.CLOUD_3_1;
import static vos.tck.Requirement.CLOUD_3_2;
import static vos.tck.Requirement.CLOUD_7_1;
import static vos.tck.Requirement.CLOUD_7_2;
import static vos.tck.Requirement.CLOUD_7_3;
import static vos.tck.Requirement.CLOUD_7_7;
import static vos.tck.Requirement.CLOUD_7_9;

import vos.tck.Client;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client says in the published form, and how it finds the end of what it is told. */
final class CloudFsClientCommands {

    private static final String NO_MARKER = "The published client has no marker, and takes what one read gives for an"
            + " answer.";

    @Gate
    @Judges(CLOUD_2_1)
    @UsualCause("The client waits for a greeting, or its header has not 64 bytes.")
    void theClientSpeaksFirstAndInFrames(Trial trial) {
        trial.startClient(1).type("mkdir photos");
        String message = CloudFsHost.silent(trial).message();
        trial.require(!message.isBlank(), "a command", "an empty message");
    }

    @Judges({CLOUD_2_1, CLOUD_3_1})
    void commandLinesAreSentAsTheyWereTyped(Trial trial) {
        trial.startClient(1).type("ls").type("mkdir photos").type("mv a.txt photos/b.txt").type("pwd");
        CloudFsHost.published(trial).ask("ls").answer("a.txt\n").ask("mkdir photos").answer("[+] Command executed.\n")
                .ask("mv a.txt photos/b.txt").answer("[+] Command executed.\n").ask("pwd").answer("/\n");
    }

    @Judges(CLOUD_2_1)
    @UsualCause("The header tells the number of characters. It is that of bytes in UTF-8.")
    void theHeaderCountsBytes(Trial trial) {
        trial.startClient(1).type("ls").type("mkdir f\u00fcnf");
        CloudFsHost.published(trial).ask("ls").answer("a.txt\n").ask("mkdir f\u00fcnf");
    }

    @Judges(CLOUD_3_2)
    @UsualCause("The client takes backslashes out of the name, or makes slashes of them.")
    void backslashesArePartOfAName(Trial trial) {
        trial.startClient(1).type("ls").type("download C:\\Docs\\a.pdf");
        CloudFsHost.published(trial).ask("ls").answer("a.txt\n").ask("DOWNLOAD C:\\Docs\\a.pdf");
    }

    @Judges(CLOUD_7_9)
    void theClientTakesLeave(Trial trial) {
        trial.startClient(1).type("ls").type("quit");
        CloudFsHost.published(trial).ask("ls").answer("a.txt\n").expectLeave();
    }

    @Judges(CLOUD_7_9)
    @Quirk("The published client ends with an error of its language when nothing more is typed.")
    @UsualCause("The client says !DISCONNECT when its user says quit, and not when there is no more to be read.")
    void theClientTakesLeaveWhenItsUserDoesNot(Trial trial) {
        Client client = trial.startClient(1).type("ls");
        CloudFsHost host = CloudFsHost.published(trial).ask("ls").answer("a.txt\n");
        client.typeNoMore();
        host.expectLeave();
    }

    @Judges(CLOUD_7_1)
    @UsualCause("The client takes an answer that begins with a digit for a header.")
    void whoDoesNotAnswerWithAFrameSpeaksThePublishedForm(Trial trial) {
        trial.startClient(1).type("ls").type("mkdir photos");
        CloudFsHost.published(trial, "64 ", "?\n").ask("ls").answer("a.txt\n").ask("mkdir photos");
    }

    @Judges(CLOUD_7_2)
    @Quirk(NO_MARKER)
    @UsualCause("The marker is always the same, so that it can stand in an output.")
    void everyConnectionHasAMarkerOfItsOwn(Trial trial) {
        trial.startClient(1).type("ls");
        String first = CloudFsHost.published(trial).marker();
        trial.startClient(1).type("ls");
        String second = CloudFsHost.published(trial).marker();
        trial.require(second.matches("vos-[A-Za-z0-9]{8}"), "a marker: vos- and eight letters or digits", second);
        trial.require(!first.equals(second), "two markers that differ", "twice " + first);
    }

    @Judges(CLOUD_7_2)
    @Quirk(NO_MARKER)
    void aServerWhoseAnswersAreNotAlikeIsNotUsed(Trial trial) {
        trial.startClient(1).type("mkdir photos");
        CloudFsHost host = CloudFsHost.silent(trial);
        host.message();
        host.peer().send("HELLO to you\n");
        host.message();
        host.peer().send("What is that?\n");
        host.endsWithout("mkdir photos");
    }

    @Judges(CLOUD_7_3)
    @Quirk(NO_MARKER)
    @UsualCause("The client takes what one read gives for the whole output.")
    void anOutputEndsWithTheAnswerToTheMarker(Trial trial) {
        String output = "a.txt\n";
        Client client = trial.startClient(1);
        for (int cut = 1; cut < 45; cut++) {
            client.type("ls");
        }
        client.type("mkdir photos");
        CloudFsHost host = CloudFsHost.published(trial);
        for (int cut = 1; cut < 45; cut++) {
            host.ask("ls").answerInTwo(output, Math.min(cut, (output + host.answerToMarker()).length() - 1));
        }
        host.ask("mkdir photos");
    }

    @Judges(CLOUD_7_3)
    @Quirk(NO_MARKER)
    @UsualCause("The client waits for an output. A published server says nothing at all when there is none.")
    void anOutputMayBeEmptyOrLong(Trial trial) {
        trial.startClient(1).type("grep nothing a.txt").type("cat long.txt").type("mkdir photos");
        CloudFsHost host = CloudFsHost.published(trial).ask("grep nothing a.txt").answer("").ask("cat long.txt");
        host.peer().send("0123456789abcde\n".repeat(8192)).expectSilence(60);
        host.answer("the end\n").ask("mkdir photos");
    }

    @Judges(CLOUD_7_7)
    @Quirk("The published client sends every line, whatever its server takes it for.")
    @UsualCause("What begins with UPLOAD or DOWNLOAD is no command line to the server.")
    void aLineThatIsARequestIsNotSent(Trial trial) {
        refused(trial, "UPLOAD a.txt", "UPLOAD a.txt");
        refused(trial, "DOWNLOAD a.txt", "DOWNLOAD a.txt");
    }

    @Judges(CLOUD_7_7)
    @Quirk("The published client sends lines of any length, of which its server reads the beginning.")
    void aLineThatIsTooLongIsNotSent(Trial trial) {
        refused(trial, "mkdir " + "photos".repeat(200), "photosphotos");
    }

    private static void refused(Trial trial, String line, String unsent) {
        trial.startClient(1).type("ls").type(line);
        CloudFsHost.published(trial).ask("ls").answer("a.txt\n").endsWithout(unsent);
    }
}
