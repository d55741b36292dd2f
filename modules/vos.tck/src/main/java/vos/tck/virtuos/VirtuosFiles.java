package vos.tck.virtuos;

import static vos.tck.Requirement.COM_5_3;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.VIRT_2_3;
import static vos.tck.Requirement.VIRT_3_2;
import static vos.tck.Requirement.VIRT_3_8;
import static vos.tck.Requirement.VIRT_3_9;
import static vos.tck.Requirement.VIRT_5_2;

import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Files on their way, at the pace of a polite peer: name, content and sentinel each arrive alone. */
final class VirtuosFiles {

    /** Half of the pause that a server owes: the kit may look a little late. */
    private static final int HALF_A_PAUSE = 50;

    @Judges({VIRT_3_8, VIRT_2_3})
    @UsualCause("The sentinel is stored as a part of the file, or the server waits for the connection to end.")
    void anUploadIsStoredUnderItsName(Trial trial) {
        VirtuosSession.open(trial).upload("file", "first line\nsecond line").lists("file")
                .holds("file", "first line\nsecond line");
    }

    @Judges(VIRT_3_8)
    @UsualCause("The new content is written over the old, whose end stays, or behind it.")
    void anUploadReplacesAFileOfThatName(Trial trial) {
        VirtuosSession.open(trial).upload("file", "a long content, the first one").upload("file", "second")
                .holds("file", "second").lists("file");
    }

    @Judges(VIRT_3_8)
    @UsualCause("The sentinel is looked for behind content, and here it is all that comes.")
    void anEmptyFileIsAFile(Trial trial) {
        VirtuosSession.open(trial).announce("file").endOfFile().stored("file").lists("file").holds("file", "");
    }

    @Judges(VIRT_3_8)
    @UsualCause("The content that follows an upload is read as if it were the next command.")
    void whatFollowsAnUploadIsNeverACommand(Trial trial) {
        VirtuosSession.open(trial).upload("file", "mkdir a").holds("file", "mkdir a").lists("file");
    }

    @Judges({VIRT_3_8, VIRT_3_2})
    void aFileMayGoToAPath(Trial trial) {
        VirtuosSession.open(trial).ask("mkdir a", "Folder 'a' created.").upload("a/file", "content").lists("a")
                .holds("a/file", "content").move("a").lists("file");
    }

    @Judges({VIRT_3_9, VIRT_2_3})
    @UsualCause("A line end or a sentence stands in front of the sentinel, or behind it.")
    void aDownloadIsTheFileAndTheSentinel(Trial trial) {
        VirtuosSession.open(trial).upload("text", "a line\n").upload("word", "word")
                .holds("text", "a line\n").holds("word", "word").holds("text", "a line\n");
    }

    @Judges({VIRT_3_9, COM_6_1})
    @UsualCause("The sentinel is sent at once behind the content, so that a published client may find half of it.")
    void theSentinelComesBehindAPause(Trial trial) {
        Tries.untilOneSucceeds(trial, again -> VirtuosSession.open(again).upload("file", "content").say("download file")
                .peer().expect("content").expectSilence(HALF_A_PAUSE).expect(VirtuosSession.SENTINEL));
    }

    @Judges(VIRT_5_2)
    @Quirk("No sentinel follows, and its own client waits for it for ever.")
    @UsualCause("The sentence is sent as any other answer; a client that waits for the sentinel waits for ever.")
    void theSentinelStandsBehindARefusedDownload(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.say("download nosuch").peer().expect("File not found.\n<<EOF>>");
        session.lists();
    }

    @NeedsRoot
    @Judges(VIRT_5_2)
    @Quirk("No sentinel follows.")
    void aRefusedDownloadIsAnsweredInOneWrite(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (int i = 0; i < 5; i++) {
            session.say("download nosuch").peer().expectAtOnce("File not found.\n<<EOF>>");
        }
    }

    @NeedsRoot
    @Judges(COM_5_3)
    @UsualCause("The server says that the file is there, and writes it when it has time.")
    void whatHasBeenAcknowledgedIsOnDisk(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).upload("file", "content");
        VirtuosDisk disk = new VirtuosDisk(trial, session);
        trial.require(disk.content("file").equals("content"), "content", disk.content("file"));
        session.ask("rm file", "File 'file' deleted.");
        trial.require(disk.content("file").equals("no file"), "no file", disk.content("file"));
    }

    @Judges(COM_5_5)
    void bodiesOfTheSizeOfASmallBufferPass(Trial trial) {
        sizes(trial, 1, 2, 1023, 1024, 1025, 2048);
    }

    @Judges(COM_5_5)
    void bodiesOfTheSizeOfALargeBufferPass(Trial trial) {
        sizes(trial, 4095, 4096, 4097, 65_535, 65_536, 65_537);
    }

    private static void sizes(Trial trial, int... sizes) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (int size : sizes) {
            Payload content = Contents.sized(trial, size);
            session.upload("file", content).holds("file", content);
        }
    }

    @Judges(COM_5_5)
    @UsualCause("The whole file is one write or one read, of which only a part was done.")
    void aBodyOfEightMebibytesPasses(Trial trial) {
        Payload content = Contents.large(trial);
        VirtuosSession.open(trial).upload("file", content).holds("file", content);
    }

    @Judges(COM_5_5)
    @UsualCause("Content is turned into text, which changes what is not text, or its lines are.")
    void aBodyHoldsAnyBytes(Trial trial) {
        Payload lines = Payload.text("\r\n\n\r\u0000\n  text  \r\n");
        VirtuosSession.open(trial).upload("bytes", Contents.EVERY_BYTE).upload("lines", lines)
                .holds("bytes", Contents.EVERY_BYTE).holds("lines", lines);
    }
}
