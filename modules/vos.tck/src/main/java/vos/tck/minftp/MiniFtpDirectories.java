package vos.tck.minftp;

import static vos.tck.Requirement.COM_2_3;
import static vos.tck.Requirement.COM_2_6;
import static vos.tck.Requirement.COM_2_7;
import static vos.tck.Requirement.COM_3_3;
import static vos.tck.Requirement.COM_4_1;
import static vos.tck.Requirement.MFTP_3_1;
import static vos.tck.Requirement.MFTP_3_10;
import static vos.tck.Requirement.MFTP_3_2;
import static vos.tck.Requirement.MFTP_3_3;
import static vos.tck.Requirement.MFTP_3_4;
import static vos.tck.Requirement.MFTP_4_2;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Probe;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Commands as such, and those about directories: sections 3.1 to 3.4, and 3.10. */
final class MiniFtpDirectories {

    private static final String PLAIN_STATUS = "An unknown command is answered by a plain status.";
    private static final String SILENCE = "A command that fails ends the conversation in silence.";
    private static final String OF_THE_DISK = "Paths are those of the server's disk, from the root of the machine on.";

    // ---- words and arguments ---------------------------------------------------------------------------------------

    @Quirk(PLAIN_STATUS)
    @Judges(MFTP_3_10)
    @UsualCause("A command that is not known is ignored, and the client waits, or is told that it succeeded.")
    void anUnknownWordIsUnsupported(Trial trial) {
        MiniFtpSession.open(trial).refuses("unsupported", "frobnicate").refuses("unsupported", "list", "x").does("cd");
    }

    @Quirk(PLAIN_STATUS)
    @Judges({MFTP_3_1, MFTP_3_10})
    @UsualCause("Words are compared without regard to case.")
    void wordsAreInLowerCase(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).refuses("unsupported", "MKDIR", "a").lacks("a");
    }

    @Quirk("What begins with the word of a command is taken for it: cdXsub is understood as cd sub.")
    @Judges({MFTP_3_1, MFTP_3_10})
    @UsualCause("The command is recognised by how it begins (startsWith), and not by its first word.")
    void aWordThatOnlyBeginsLikeACommandIsUnsupported(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").refuses("unsupported", "cdXsub")
                .refuses("unsupported", "mkdirs", "a").refuses("unsupported", "exits");
    }

    @Judges({MFTP_3_1, COM_3_3})
    @UsualCause("All that stands behind the first space is taken for the name, as in the strict form.")
    void aNameEndsAtTheNextSpace(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.does("mkdir", "a", "b").enter("a").leave().does("mkdir", "b");
    }

    // ---- cd --------------------------------------------------------------------------------------------------------

    @Gate
    @Judges({MFTP_3_2, MFTP_4_2})
    @UsualCause("mkdir or cd does not work, or the status is not the whole path: nearly all tests need a directory.")
    void cdLeadsIntoADirectoryAndBack(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").enter("sub").does("mkdir", "inner").enter("inner")
                .leave().leave();
    }

    @Judges({MFTP_3_2, COM_2_3})
    @UsualCause("A path of several names is taken for one name.")
    void cdTakesAPath(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").does("mkdir", "sub/inner");
        session.enter("sub/inner").send("cd ../../sub/./inner").status();
        session.send("cd .").status();
    }

    @Quirk(OF_THE_DISK)
    @Judges({MFTP_3_2, COM_2_3})
    @UsualCause("A path that begins with / is looked for in the current directory, or on the server's own disk.")
    void aPathMayBeginAtTheRoot(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        String path = session.here();
        session.does("mkdir", path + "/sub").enter("sub").enter(path).enter(path + "/sub").enter(path);
        session.send("cd /").message(Payload.text("/"));
    }

    @Judges(MFTP_3_2)
    @UsualCause("cd without a name leads to the root, as a shell's leads home.")
    void cdWithoutANameStays(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("cd");
    }

    @Quirk(SILENCE)
    @Judges({MFTP_3_2, COM_4_1})
    @UsualCause("The current directory is changed before it is known whether the new one exists.")
    void cdToWhatIsNoDirectoryStays(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.stores("file", "x").refuses("not-found", "cd", "nosuch").refuses("not-a-directory", "cd", "file")
                .does("cd");
    }

    @Quirk("All clients share one current directory where mv and new connections are concerned.")
    @Probe
    @Judges(COM_2_7)
    @UsualCause("The current directory is that of the process (chdir), and not a variable of the connection.")
    void eachSessionHasACurrentDirectoryOfItsOwn(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub");
        MiniFtpSession other = session.another("second").enter("sub");
        session.does("mkdir", "mine").does("cd");
        other.does("mkdir", "mine").does("cd");
        session.does("mv", "mine", "sub/theirs").does("cd");
    }

    // ---- mkdir -----------------------------------------------------------------------------------------------------

    @Judges(MFTP_3_3)
    void mkdirMakesADirectory(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").enter("sub");
    }

    @NeedsRoot
    @Judges(MFTP_3_3)
    void whatMkdirMakesIsADirectoryOnDisk(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub");
        trial.require(Files.isDirectory(session.onDisk().resolve("sub")), "a directory " + session.here() + "/sub",
                "none");
    }

    @Quirk(SILENCE)
    @Judges(MFTP_3_3)
    @UsualCause("A directory that is there already counts as made (mkdir -p).")
    void mkdirRefusesANameThatExists(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").stores("file", "x")
                .refuses("already-exists", "mkdir", "sub").refuses("already-exists", "mkdir", "file").has("file", "x");
    }

    @Quirk(SILENCE)
    @Judges(MFTP_3_3)
    @UsualCause("The directories on the way are made too (mkdir -p).")
    void mkdirDoesNotMakeTheParent(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).refuses("not-found", "mkdir", "nosuch/sub").lacks("nosuch");
    }

    // ---- rm --------------------------------------------------------------------------------------------------------

    @Judges(MFTP_3_4)
    void rmRemovesAFile(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).stores("file", "x").does("rm", "file").does("mkdir", "file");
    }

    @Judges(MFTP_3_4)
    @UsualCause("The call that removes files does not remove directories.")
    void rmRemovesAnEmptyDirectory(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").does("rm", "sub").does("mkdir", "sub");
    }

    @Quirk(SILENCE)
    @Judges(MFTP_3_4)
    @UsualCause("A directory is removed with all that is in it.")
    void rmRefusesADirectoryThatHasEntries(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").does("mkdir", "sub/inner")
                .refuses("directory-not-empty", "rm", "sub").enter("sub/inner");
    }

    @Quirk("rm of a name that does not exist succeeds.")
    @Judges(MFTP_3_4)
    @UsualCause("What is not there counts as removed.")
    void rmRefusesWhatIsNotThere(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).refuses("not-found", "rm", "nosuch");
    }

    @Quirk(SILENCE)
    @Judges(MFTP_3_4)
    @UsualCause("A directory is removed under the feet of the session, whose paths then lead nowhere.")
    void rmRefusesTheCurrentDirectoryAndThoseAbove(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").enter("sub").refuses("denied", "rm", ".")
                .refuses("denied", "rm", "..").leave().enter("sub");
    }

    // ---- paths in answers ------------------------------------------------------------------------------------------

    @NeedsRoot
    @Quirk(OF_THE_DISK)
    @Judges(COM_2_6)
    @UsualCause("The sentence of an error is that of the operating system, with the path on the server's disk.")
    void whereTheRootLiesOnDiskIsNotTold(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").does("mkdir", "sub/inner");
        String root = trial.run().root().orElseThrow().toString();
        for (String command : new String[] {"cd nosuch", "mkdir sub", "rm sub", "mv nosuch other"}) {
            String status = new String(session.send(command).refused(), StandardCharsets.UTF_8);
            trial.require(!status.contains(root), "an error without the directory on the server's disk", status);
        }
    }
}
