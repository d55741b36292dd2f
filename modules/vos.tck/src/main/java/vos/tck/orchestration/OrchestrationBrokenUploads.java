package vos.tck.orchestration;

import static vos.tck.Requirement.COM_5_1;
import static vos.tck.Requirement.COM_5_2;
import static vos.tck.Requirement.COM_8_2;
import static vos.tck.Requirement.ORCH_5_1;
import static vos.tck.Requirement.ORCH_5_2;
import static vos.tck.Requirement.ORCH_5_3;
import static vos.tck.orchestration.OrchestrationWords.ASK_NAME;
import static vos.tck.orchestration.OrchestrationWords.END_OF_FILE;
import static vos.tck.orchestration.OrchestrationWords.INVALID;
import static vos.tck.orchestration.OrchestrationWords.NOT_STORED;

import java.util.function.Consumer;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Uploads that are refused, that fail, and that do not come to their end. */
final class OrchestrationBrokenUploads {

    private static final String BEGUN = "An upload that it cannot store is begun, and then refused.";
    private static final String PARTS = "A file whose client vanished is there in part.";

    @NeedsRoot
    @Judges({ORCH_5_1, ORCH_5_2})
    @Quirk(BEGUN)
    @UsualCause("The file is opened behind Ready to receive file data., when a published client has begun.")
    void anUploadOntoADirectoryIsRefusedAtOnce(Trial trial) {
        String name = trial.name("directory", "");
        UserDirectory directory = UserDirectory.of(trial).write(name + "/inner", "x");
        OrchestrationSession.open(trial).say("upload").hear(ASK_NAME).say(name).answered(NOT_STORED).say("bogus")
                .answered(INVALID);
        directory.mustHold(name + "/inner", "x");
    }

    @Judges({ORCH_5_1, ORCH_5_2})
    @Quirk(BEGUN)
    @UsualCause("The file is opened behind Ready to receive file data., or directories are made that nobody asked for.")
    void anUploadIntoNoDirectoryIsRefusedAtOnce(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        session.say("upload").hear(ASK_NAME).say(session.name("nosuch") + "/inner").answered(NOT_STORED);
    }

    @Judges({ORCH_5_1, ORCH_5_2})
    @Quirk(BEGUN)
    @UsualCause("The file is opened behind Ready to receive file data.")
    void anUploadIntoAFileIsRefusedAtOnce(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("file");
        session.upload(name, "x").say("upload").hear(ASK_NAME).say(name + "/inner").answered(NOT_STORED)
                .download(name, "x");
    }

    @NeedsRoot
    @Judges({ORCH_5_3, ORCH_5_1})
    @Quirk("A file that is being uploaded is there in part.")
    @UsualCause("The error ends the connection, or is not told: the client is told that its file is stored.")
    void anUploadThatCannotBeStoredInTheEndSaysSoThere(Trial trial) {
        UserDirectory directory = UserDirectory.of(trial);
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("obstructed");
        session.beginUpload(name).chunk("half");
        directory.mustNotHave(name);
        trial.note("make a directory " + name + " where the file is to be, with an entry");
        directory.write(name + "/inner", "x");
        session.chunk("and half").say(END_OF_FILE).answered(NOT_STORED);
        directory.mustHold(name + "/inner", "x");
    }

    // ---- the connection ends ---------------------------------------------------------------------------------------

    @Judges({COM_5_2, COM_8_2})
    @Quirk(PARTS)
    @UsualCause("The end of the stream is taken for the end of the file.")
    void anUploadWhoseClientEndsItsOutputLeavesNothing(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("cut");
        session.beginUpload(name).chunk("the beginning").peer().halfClose().expectGone();
        OrchestrationSession.open(trial).downloadMissing(name);
    }

    @Judges({COM_5_1, COM_8_2})
    @Quirk(PARTS)
    @UsualCause("The old file is emptied when the upload begins, or the end of the stream taken for that of the file.")
    void anUploadWhoseClientEndsItsOutputLeavesTheOldFile(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("cut");
        session.upload(name, "the old one").beginUpload(name).chunk("half").peer().halfClose().expectGone();
        OrchestrationSession.open(trial).download(name, "the old one");
    }

    @Judges(COM_8_2)
    @Quirk(PARTS)
    @UsualCause("Half a sentinel at the end of the stream is taken for a whole one.")
    void anUploadThatEndsWithinItsEndLeavesNothing(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("cut");
        session.beginUpload(name).chunk("the beginning").say("END_OF_FIL").peer().halfClose().expectGone();
        OrchestrationSession.open(trial).downloadMissing(name);
    }

    @Judges(COM_5_2)
    @Quirk(PARTS)
    void anUploadThatIsClosedLeavesTheOldFile(Trial trial) {
        cut(trial, Peer::close);
    }

    @Judges(COM_5_2)
    @Quirk(PARTS)
    void anUploadThatIsResetLeavesTheOldFile(Trial trial) {
        cut(trial, Peer::reset);
    }

    private static void cut(Trial trial, Consumer<Peer> cut) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("cut");
        session.upload(name, "the old one").beginUpload(name).chunk("the new one");
        cut.accept(session.peer());
        OrchestrationSession.open(trial).download(name, "the old one");
    }

    @Judges({COM_5_2, COM_8_2})
    @Quirk(PARTS)
    @UsualCause("The file is put in its place piece by piece, and not in one step.")
    void anUploadWhoseClientLeavesBeforeTheAnswerIsAllOrNothing(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("all");
        byte[] content = trial.randomBytes(3 * OrchestrationSession.CHUNK);
        session.upload(name, "the old one").beginUpload(name).chunks(content).say(END_OF_FILE).peer().close();
        OrchestrationSession.open(trial).ask("download", name, OrchestrationWords.FOUND).peer()
                .expectOneOf(Payload.text("the old one" + END_OF_FILE), Payload.bytes(content).then(END_OF_FILE));
    }
}
