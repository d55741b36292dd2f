package vos.tck.virtuos;

import static vos.tck.Requirement.COM_2_6;
import static vos.tck.Requirement.COM_6_3;
import static vos.tck.Requirement.VIRT_2_2;
import static vos.tck.Requirement.VIRT_5_1;
import static vos.tck.Requirement.VIRT_5_3;
import static vos.tck.Requirement.VIRT_5_4;

import java.util.List;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Transfers that a server must refuse, and when it says so. */
final class VirtuosRefusals {

    private static final String CLOSES = "It closes the connection without a word.";

    @NeedsRoot
    @Judges({VIRT_5_3, COM_6_3})
    @UsualCause("The file is sent as it is, and its rest is taken for the answer to the next command.")
    void aFileThatHoldsTheSentinelIsNotSent(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        VirtuosDisk disk = new VirtuosDisk(trial, session);
        for (String content : List.of("<<EOF>>", "one<<EOF>>two", "line\n<<EOF>>", "<<<EOF>>")) {
            disk.write("file", content);
            session.failsDownload("file").ask("pwd", "/" + session.directory());
        }
    }

    @NeedsRoot
    @Judges({VIRT_5_3, COM_6_3})
    @UsualCause("The file is searched piece by piece, and a sentinel that two pieces share is missed.")
    void aSentinelIsFoundWhereverItStandsInAFile(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        VirtuosDisk disk = new VirtuosDisk(trial, session);
        for (int size : List.of(1020, 4092, 8189, 16_380, 32_764, 65_532, 131_068, 1_048_573)) {
            disk.write("file", "x".repeat(size) + "<<EOF>>");
            session.failsDownload("file");
        }
        session.ask("pwd", "/" + session.directory());
    }

    @Judges(VIRT_5_4)
    @Quirk(CLOSES)
    @UsualCause("The refusal is sent at once, where a published client does not read yet.")
    void aRefusedUploadIsAnsweredBehindItsSentinel(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).announce("nosuch/file");
        session.say("content").peer().expectSilence(trial.run().pace());
        session.endOfFile().error().lists();
    }

    @Judges(VIRT_5_4)
    @Quirk(CLOSES)
    @UsualCause("What is refused is not read, and the connection is stuck or reset when the buffers are full.")
    void aLargeFileThatIsRefusedIsReadToItsEnd(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).announce("nosuch/file");
        session.fileAtOnce(Contents.large(trial)).error().lists();
    }

    @Judges({VIRT_5_1, VIRT_2_2})
    @Quirk(CLOSES)
    @UsualCause("The message of an exception is sent as it is, with line ends in it, or without a full stop.")
    void anErrorIsOneSentence(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).ask("mkdir a/b", "Folder 'a/b' created.");
        session.fails("rm a").ask("pwd", "/" + session.directory()).fails("touch a")
                .ask("pwd", "/" + session.directory());
    }

    @NeedsRoot
    @Judges(COM_2_6)
    @Quirk(CLOSES)
    @UsualCause("The message of an exception of the file system is sent to the client, and has the whole path in it.")
    void anErrorDoesNotTellWhereTheRootLies(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).ask("mkdir a/b", "Folder 'a/b' created.");
        String root = trial.run().root().orElseThrow().toString();
        for (String command : List.of("rm a", "touch a", "mkdir nosuch/../a", "touch nosuch/x", "cd nosuch")) {
            session.say(command);
            String came = session.line(".*", "a sentence");
            trial.require(!came.contains(root), "no path of the server's disk", came);
        }
        session.announce("nosuch/file").endOfFile();
        String came = session.line(".*", "a sentence");
        trial.require(!came.contains(root), "no path of the server's disk", came);
    }
}
