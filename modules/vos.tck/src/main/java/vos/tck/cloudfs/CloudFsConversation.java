package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_1_1;
import static vos.tck.Requirement.CLOUD_2_1;
import static vos.tck.Requirement.CLOUD_2_2;
import static vos.tck.Requirement.CLOUD_3_1;
import static vos.tck.Requirement.CLOUD_3_5;
import static vos.tck.Requirement.CLOUD_5_3;
import static vos.tck.Requirement.CLOUD_5_9;
import static vos.tck.Requirement.COM_3_3;
import static vos.tck.Requirement.COM_4_2;
import static vos.tck.Requirement.COM_7_3;

import java.util.List;
import vos.tck.Expectation;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Probe;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** How a conversation begins, goes on and ends. */
final class CloudFsConversation {

    @Gate
    @Judges({CLOUD_2_1, CLOUD_3_1})
    @UsualCause("The server does not read a header of 64 bytes and then as many bytes as that says.")
    void aCommandLineIsAnswered(Trial trial) {
        CloudFsSession.open(trial).send("ls").peer()
                .receive(new Expectation.Sized(1, ".*", "an answer of at least one byte"));
    }

    @Gate
    @Judges(CLOUD_1_1)
    @UsualCause("The server greets or prompts its clients, who would take that for the answer to their first command.")
    void theServerSaysNothingBeforeItIsAsked(Trial trial) {
        CloudFsSession session = CloudFsSession.open(trial);
        session.peer().expectSilence(300);
        session.does("cd .");
    }

    @Gate
    @Judges({CLOUD_3_1, CLOUD_5_3})
    @UsualCause("The server answers one command and then closes the connection; or it does not answer commands that "
            + "print nothing, for which its client waits.")
    void aConversationHasSeveralCommands(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.does("ls " + session.directory());
    }

    @Judges(CLOUD_2_1)
    @UsualCause("The server expects header and message in one read.")
    void aMessageMayComeBehindItsHeader(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.peer().send(CloudFsFrame.header("4")).pause().send("cd .").expect(CloudFsSession.DONE);
        session.prints("ls " + session.directory(), CloudFsSession.DONE);
    }

    @Judges(CLOUD_2_1)
    @UsualCause("The length in the header is taken for a number of characters; it is one of bytes.")
    void theLengthOfAMessageIsItsNumberOfBytes(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.does("mkdir " + session.path("za\u017c\u00f3\u0142\u0107")).does("cd .")
                .prints("ls " + session.directory(), "za\u017c\u00f3\u0142\u0107\n");
    }

    @Judges({CLOUD_3_1, COM_4_2})
    @UsualCause("A command that fails ends the conversation.")
    void aConversationHasManyCommands(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (int i = 0; i < 20; i++) {
            session.does("mkdir " + session.path("d" + i)).does("rm -r " + session.path("d" + i));
            session.complains("cat " + session.path("nosuch"));
        }
    }

    @Judges(CLOUD_3_1)
    void requestsInLowerCaseAreCommandLines(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (String line : List.of("upload x", "download x", "!disconnect", "UPLOAD", "DOWNLOAD", "!DISCONNECT now")) {
            session.complains(line);
        }
    }

    @Judges(CLOUD_3_1)
    @UsualCause("A message without bytes is not answered, or taken for the end of the conversation.")
    void anEmptyMessageIsACommandLine(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.does("").does("mkdir " + session.path("d")).prints("ls " + session.directory(), "d\n");
    }

    @Judges(COM_3_3)
    @UsualCause("The server speaks the strict form at once, or lets a word in lower case begin it.")
    void withoutAHelloThePublishedFormIsSpoken(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.complains("hello vos/1");
        session.complains("HELLO");
        session.does("mkdir " + session.path("d"));
        session.hasNo(session.path("nosuch"));
    }

    @Judges({CLOUD_3_5, CLOUD_5_9})
    void disconnectEndsTheConversationWithoutAWord(Trial trial) {
        CloudFsSession session = CloudFsSession.open(trial).does("cd .");
        session.send("!DISCONNECT").peer().expectEnd();
    }

    @Judges(CLOUD_3_5)
    @Quirk("It asks for the next command again and again, and keeps a processor busy for ever.")
    @UsualCause("A read that gives no byte is the end of the stream, not an empty message.")
    void aClientMayLeaveWithoutAWord(Trial trial) {
        CloudFsSession silent = CloudFsSession.open(trial);
        silent.peer().halfClose().expectEnd();
        CloudFsSession session = CloudFsSession.open(trial).does("cd .");
        session.peer().halfClose().expectEnd();
    }

    @Judges({CLOUD_2_2, CLOUD_3_5})
    @Quirk("It asks for the next command again and again, and keeps a processor busy for ever.")
    void commandsBeforeAHalfCloseAreAnswered(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.send("mkdir " + session.path("d")).peer().halfClose();
        session.says(CloudFsSession.DONE).peer().expectGone();
        session.another().prints("ls " + session.directory(), "d\n");
    }

    @Probe
    @Judges(COM_7_3)
    @UsualCause("The server serves one connection to its end before it accepts the next.")
    void aSilentClientDoesNotHoldUpAnother(Trial trial) {
        CloudFsSession silent = CloudFsSession.open(trial);
        CloudFsSession busy = CloudFsSession.open(trial).does("cd .");
        silent.does("cd .");
        busy.does("cd .");
    }
}
