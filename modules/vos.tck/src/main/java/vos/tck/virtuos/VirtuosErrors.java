package vos.tck.virtuos;

import static vos.tck.Requirement.COM_4_1;
import static vos.tck.Requirement.COM_4_2;
import static vos.tck.Requirement.VIRT_5_1;
import static vos.tck.Requirement.VIRT_5_2;

import java.util.List;
import vos.tck.Judges;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What is said of a command that failed, and that nothing has happened then. */
final class VirtuosErrors {

    private static final String CLOSES = "It closes the connection without a word.";

    @Judges(VIRT_5_1)
    void cdToWhatIsNoDirectoryIsRefused(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).ask("touch file", "File 'file' created.");
        for (String name : List.of("nosuch", "file", "nosuch/inner")) {
            session.ask("cd " + name, "Directory not found.");
        }
        session.ask("pwd", "/" + session.directory());
    }

    @Judges(VIRT_5_1)
    @UsualCause("The path is only compared with the root once the process is there, or not at all.")
    void cdAboveTheRootIsDenied(Trial trial) {
        new VirtuosSession(trial).ask("cd ..", "Access denied.").ask("pwd", "/");
    }

    @Judges(VIRT_5_1)
    @Quirk(CLOSES)
    @UsualCause("Nobody expects that the current directory can be gone, and what listing it throws ends the session.")
    void lsInADirectoryThatWasRemovedIsRefused(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).ask("mkdir a", "Folder 'a' created.");
        VirtuosSession other = session.another();
        session.move("a");
        other.ask("rm a", "Directory 'a' deleted.");
        session.ask("ls", "Directory not found.").move("/" + session.directory()).lists();
    }

    @Judges(VIRT_5_1)
    void rmOfWhatDoesNotExistIsRefused(Trial trial) {
        VirtuosSession.open(trial).ask("rm nosuch", "Item not found.").ask("rm nosuch", "Item not found.").lists();
    }

    @Judges({VIRT_5_1, COM_4_1})
    @Quirk(CLOSES)
    @UsualCause("A directory is removed with all that is in it, or the exception about it ends the session.")
    void rmOfADirectoryThatIsNotEmptyFailsAndLeavesIt(Trial trial) {
        VirtuosSession.open(trial).ask("mkdir a", "Folder 'a' created.").upload("a/file", "content")
                .fails("rm a").lists("a").holds("a/file", "content");
    }

    @Judges({VIRT_5_1, COM_4_1})
    @Quirk(CLOSES)
    void mkdirOverAFileFailsAndLeavesIt(Trial trial) {
        VirtuosSession.open(trial).upload("file", "content").fails("mkdir file").fails("mkdir file/inner")
                .holds("file", "content").lists("file");
    }

    @Judges({VIRT_5_1, COM_4_1})
    @Quirk(CLOSES)
    void touchOfADirectoryFails(Trial trial) {
        VirtuosSession.open(trial).ask("mkdir a", "Folder 'a' created.").fails("touch a").fails("touch nosuch/file")
                .lists("a").move("a").lists();
    }

    @Judges({VIRT_5_1, COM_4_1})
    @Quirk(CLOSES)
    @UsualCause("The file is opened before its content is read, and the exception ends the session.")
    void uploadOverADirectoryFailsAndLeavesIt(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).ask("mkdir a/b", "Folder 'a/b' created.");
        session.announce("a").file(Contents.EVERY_BYTE).error().lists("a").move("a").lists("b");
    }

    @Judges(VIRT_5_1)
    @Quirk(CLOSES)
    void uploadIntoADirectoryThatDoesNotExistFails(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.announce("nosuch/file").file(Contents.EVERY_BYTE).error().lists();
    }

    @Judges({VIRT_5_1, VIRT_5_2})
    void aDownloadOfWhatIsNoFileIsRefused(Trial trial) {
        VirtuosSession.open(trial).ask("mkdir a", "Folder 'a' created.").refusesDownload("nosuch", "File not found.")
                .refusesDownload("a", "File not found.").lists("a");
    }

    @Judges(COM_4_2)
    @Quirk(CLOSES)
    @UsualCause("An exception of one command leaves the loop that reads the commands.")
    void eachRefusalIsFollowedByTheNextAnswer(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).ask("mkdir a/b", "Folder 'a/b' created.");
        for (int i = 0; i < 3; i++) {
            session.fails("rm a").ask("cd nosuch", "Directory not found.").ask("help", "Unknown command.")
                    .ask("touch x..y", "Invalid filename.").refusesDownload("nosuch", "File not found.")
                    .announce("a").file(Contents.EVERY_BYTE).error().ask("pwd", "/" + session.directory());
        }
        session.upload("file", "content").holds("file", "content");
    }
}
