package vos.tck.orchestration;

import static vos.tck.Requirement.ORCH_3_10;
import static vos.tck.Requirement.ORCH_3_2;
import static vos.tck.Requirement.ORCH_3_9;
import static vos.tck.Requirement.ORCH_5_1;
import static vos.tck.orchestration.OrchestrationWords.END_OF_PREVIEW;
import static vos.tck.orchestration.OrchestrationWords.ERROR;
import static vos.tck.orchestration.OrchestrationWords.INVALID;
import static vos.tck.orchestration.OrchestrationWords.NOT_FOUND;
import static vos.tck.orchestration.OrchestrationWords.PREVIEW_MODE;

import java.util.Arrays;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Downloads and previews in the published form. */
final class OrchestrationDownloads {

    private static final int PREVIEW = 1024;

    @Judges(ORCH_3_9)
    @UsualCause("The server asks for a name, as it does for an upload.")
    void theServerIsSilentBetweenDownloadAndTheName(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("silent");
        session.upload(name, "x").say("download").peer().expectSilence(250);
        session.say(name).hear(OrchestrationWords.FOUND);
    }

    @NeedsRoot
    @Judges({ORCH_3_2, ORCH_3_9})
    void aFileThatLiesOnDiskCanBeDownloaded(Trial trial) {
        String name = trial.name("planted", ".bin");
        byte[] content = trial.randomBytes(5000);
        UserDirectory.of(trial).write(name, content);
        OrchestrationSession.open(trial).download(name, content);
    }

    @Judges({ORCH_3_2, ORCH_3_9})
    @UsualCause("A name ends at its first space.")
    void namesMayHoldSpaces(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("a name with spaces, \u00fcml\u00e4uts and 'quotes' ");
        session.upload(name, "x").download(name, "x");
    }

    @Judges(ORCH_5_1)
    @UsualCause("The error ends the connection, or no prompt follows.")
    void aMissingFileIsNotFound(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        session.downloadMissing(session.name("nosuch")).say("bogus").answered(INVALID);
    }

    @Judges(ORCH_5_1)
    void nothingIsFoundWithinAFile(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("file");
        session.upload(name, "x").downloadMissing(name + "/inner").delete(name + "/inner", NOT_FOUND)
                .asked("download", "PREVIEW " + name + "/inner", NOT_FOUND);
    }

    @NeedsRoot
    @Judges(ORCH_5_1)
    @Quirk("It says FILE_FOUND before it sees that this is a directory.")
    @UsualCause("That the name exists is taken for that it is a file.")
    void aDirectoryCannotBeDownloaded(Trial trial) {
        String name = trial.name("directory", "");
        UserDirectory.of(trial).make(name);
        OrchestrationSession.open(trial).asked("download", name, ERROR).asked("download", "PREVIEW " + name, ERROR);
    }

    // ---- preview ---------------------------------------------------------------------------------------------------

    @Judges(ORCH_3_10)
    @UsualCause("PREVIEW is taken for a part of the name.")
    void aPreviewIsTheWholeOfAShortFile(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("preview of a short file");
        session.upload(name, "Hello\n").preview(name, Payload.text("Hello\n"));
        session.beginUpload(name).endUpload().preview(name, Payload.text(""));
    }

    @Judges(ORCH_3_10)
    @UsualCause("The whole file is sent, or 1,024 characters, or what the first read of the file gave.")
    void aPreviewIsTheFirst1024BytesOfALongFile(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        byte[] content = trial.randomBytes(3 * PREVIEW);
        for (int size : new int[] {PREVIEW - 1, PREVIEW, PREVIEW + 1, 3 * PREVIEW}) {
            String name = session.name("long");
            session.upload(name, Arrays.copyOf(content, size));
            session.preview(name, Payload.bytes(Arrays.copyOf(content, Math.min(size, PREVIEW))));
        }
    }

    @Judges(ORCH_3_10)
    @UsualCause("The word is understood in small letters too, though it may begin a name.")
    void previewInSmallLettersIsAPartOfTheName(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("small");
        session.upload(name, "x").upload("preview " + name, "y").download("preview " + name, "y");
    }

    @Judges(ORCH_3_10)
    void aPreviewOfWhatIsMissingIsNotFound(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        session.asked("download", "PREVIEW " + session.name("nosuch"), NOT_FOUND);
    }

    @Judges({ORCH_3_2, ORCH_3_10})
    @Quirk("Preview is a kind of download only, and no command.")
    @UsualCause("The server asks for a name, or there is no such command.")
    void previewIsACommandToo(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("previewed");
        session.upload(name, "Hello\n").ask("preview", name, PREVIEW_MODE).hear("Hello\n")
                .answered(END_OF_PREVIEW);
        session.asked("preview", session.name("nosuch"), NOT_FOUND);
    }
}
