package vos.tck.filesharing;

import static vos.tck.Requirement.FSA_4_1;
import static vos.tck.filesharing.FileSharingSession.bytes;

import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The one answer of the published form that is no end: a reset. */
final class FileSharingRefusals {

    private static final String ENDS = "The server's process ends.";

    @Judges(FSA_4_1)
    @Quirk(ENDS)
    @UsualCause("The server closes in order, which is an empty file, or sends words, which are a file too.")
    void aMissingFileIsAnsweredByAReset(Trial trial) {
        new FileSharingSession(trial).ask("DOWNLOAD " + trial.name("missing", ".txt")).expectReset();
    }

    @Judges(FSA_4_1)
    @Quirk(ENDS)
    void aMissingFileIsAnsweredByAResetToAClientThatHasEndedItsOutputToo(Trial trial) {
        new FileSharingSession(trial).ask("DOWNLOAD " + trial.name("missing", ".txt")).halfClose().expectReset();
    }

    @NeedsRoot
    @Judges(FSA_4_1)
    @Quirk(ENDS)
    @UsualCause("A directory can be opened, or looked for, like a file, and fails when it is read.")
    void aDirectoryCannotBeDownloaded(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String directory = trial.name("directory", "");
        Planted.directory(trial, directory);
        files.ask("DOWNLOAD " + directory).expectReset();
        files.ask("DOWNLOAD /").expectReset();
    }

    @Judges(FSA_4_1)
    @Quirk(ENDS)
    @UsualCause("The server makes directories that an upload names, or stores the file somewhere else.")
    void anUploadToADirectoryThatIsMissingIsRefused(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        files.uploadIsRefused(trial.name("nowhere", "") + "/a.txt", bytes("lost\n"));
    }

    @Judges(FSA_4_1)
    @Quirk(ENDS)
    void aFileIsNoDirectory(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("file", ".txt");
        files.upload(name, bytes("a file\n"));
        files.uploadIsRefused(name + "/a.txt", bytes("lost\n"));
        files.ask("DOWNLOAD " + name + "/a.txt").expectReset();
    }
}
