package vos.tck.orchestration;

import static vos.tck.Requirement.COM_5_1;
import static vos.tck.Requirement.COM_5_3;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.ORCH_2_1;
import static vos.tck.Requirement.ORCH_3_2;
import static vos.tck.Requirement.ORCH_3_5;
import static vos.tck.Requirement.ORCH_3_6;
import static vos.tck.orchestration.OrchestrationWords.ASK_NAME;
import static vos.tck.orchestration.OrchestrationWords.BAD_NAME;
import static vos.tck.orchestration.OrchestrationWords.CANCEL_UPLOAD;
import static vos.tck.orchestration.OrchestrationWords.CHUNK_RECEIVED;
import static vos.tck.orchestration.OrchestrationWords.PROMPT;

import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Uploads that come to their end, in the published form. */
final class OrchestrationUploads {

    @Judges({ORCH_3_2, ORCH_3_5})
    @UsualCause("A chunk is not acknowledged, or the acknowledgement has a line end.")
    void anUploadedFileCanBeDownloaded(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("hello");
        session.beginUpload(name).chunk("Hello\n").chunk("World\n").endUpload().download(name, "Hello\nWorld\n");
    }

    @Judges({ORCH_3_5, COM_5_5})
    @UsualCause("The file is opened with its first chunk, which an empty file has not.")
    void aFileMayBeEmpty(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("empty");
        session.beginUpload(name).endUpload().download(name, "");
    }

    @Judges(ORCH_3_5)
    @UsualCause("The new content is written over the old one, whose end stays.")
    void aFileThatExistsIsReplaced(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("replaced");
        session.upload(name, "a long old content").upload(name, "new").download(name, "new");
    }

    @NeedsRoot
    @Judges(COM_5_3)
    @UsualCause("What was written is still in a buffer of the program when it answers.")
    void whatHasBeenAcknowledgedIsOnDisk(Trial trial) {
        UserDirectory directory = UserDirectory.of(trial);
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("kept");
        byte[] content = trial.randomBytes(3000);
        session.beginUpload(name).chunks(content).say(OrchestrationWords.END_OF_FILE).hear(OrchestrationWords.STORED);
        directory.mustHold(name, content);
    }

    // ---- chunks ----------------------------------------------------------------------------------------------------

    @Judges({ORCH_2_1, ORCH_3_5})
    @UsualCause("White space is taken from chunks as it is from words.")
    void chunksAreNotTouched(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("spaces");
        session.beginUpload(name).chunk(" \t x \r\n").chunk("\r\n").chunk(" ").chunk("\0\n").endUpload()
                .download(name, " \t x \r\n\r\n \0\n");
    }

    @Judges({ORCH_3_5, COM_5_5})
    @UsualCause("The file is written as text, in which bytes that are no text are changed or refused.")
    void aFileHoldsAnyBytes(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        byte[] content = new byte[512];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }
        String name = session.name("bytes");
        session.upload(name, content).download(name, content);
    }

    @Judges(ORCH_2_1)
    @UsualCause("The server reads more than 1,024 bytes at once.")
    void aSegmentHasAtMost1024Bytes(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("segments");
        byte[] content = trial.randomBytes(OrchestrationSession.CHUNK + 1);
        session.beginUpload(name).say(Payload.bytes(content)).hear(CHUNK_RECEIVED).hear(CHUNK_RECEIVED).endUpload()
                .download(name, content);
    }

    // ---- sizes -----------------------------------------------------------------------------------------------------

    @Judges(COM_5_5)
    void filesAboutAsLongAsOneSegmentAreWhole(Trial trial) {
        sizes(trial, 1, 1023, 1024, 1025);
    }

    @Judges(COM_5_5)
    void filesAboutAsLongAsAPageAreWhole(Trial trial) {
        sizes(trial, 4095, 4096, 4097);
    }

    @Judges(COM_5_5)
    @UsualCause("A buffer of 64 KiB is not emptied, or is sent once more.")
    void filesAboutAsLongAsABufferAreWhole(Trial trial) {
        sizes(trial, 65_535, 65_536, 65_537);
    }

    @Judges(COM_5_5)
    void aMebibyteIsWhole(Trial trial) {
        sizes(trial, 1024 * 1024);
    }

    private static void sizes(Trial trial, int... sizes) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("sizes");
        for (int size : sizes) {
            byte[] content = trial.randomBytes(size);
            session.upload(name, content).download(name, content);
        }
    }

    // ---- in place of a name ----------------------------------------------------------------------------------------

    @Judges(ORCH_3_6)
    @UsualCause("The words by which a client gives up are taken for a name.")
    void anUploadCanBeGivenUpInPlaceOfItsName(Trial trial) {
        OrchestrationSession.open(trial).say("upload").hear(ASK_NAME).say(CANCEL_UPLOAD).hear(PROMPT).say("bogus")
                .answered(OrchestrationWords.INVALID);
    }

    @Judges(ORCH_3_6)
    void aBlankNameIsInvalid(Trial trial) {
        OrchestrationSession.open(trial).say("upload").hear(ASK_NAME).say(" \n").answered(BAD_NAME);
    }

    @Judges(ORCH_3_6)
    @UsualCause("The bytes are decoded without catching the error, or with replacement characters.")
    void aNameThatIsNotUtf8IsInvalid(Trial trial) {
        OrchestrationSession.open(trial).say("upload").hear(ASK_NAME).say(Payload.octets('a', 0xff, 0xfe))
                .answered(BAD_NAME);
    }

    // ---- until it is complete --------------------------------------------------------------------------------------

    @Judges(COM_5_1)
    @Quirk("A file that is being uploaded is there in part.")
    @UsualCause("The file is written under its own name, instead of one that is renamed when it is complete.")
    void anUploadIsNotSeenBeforeItIsComplete(Trial trial) {
        OrchestrationSession upload = OrchestrationSession.open(trial);
        String name = upload.name("unfinished");
        upload.beginUpload(name).chunk("the beginning");
        OrchestrationSession.open(trial).downloadMissing(name);
        upload.endUpload().download(name, "the beginning");
    }

    @Judges(COM_5_1)
    @Quirk("A file that is being uploaded is there in part.")
    @UsualCause("The old file is emptied when the upload begins.")
    void theOldFileStaysUntilTheNewOneIsComplete(Trial trial) {
        OrchestrationSession upload = OrchestrationSession.open(trial);
        String name = upload.name("replaced");
        upload.upload(name, "the old one").beginUpload(name).chunk("the new one");
        OrchestrationSession.open(trial).download(name, "the old one");
        upload.endUpload().download(name, "the new one");
    }

    @Judges(COM_5_1)
    @Quirk("Both write into one file.")
    @UsualCause("Unfinished uploads to one name share a file.")
    void ofTwoUploadsToOneNameTheLaterEndStays(Trial trial) {
        OrchestrationSession first = OrchestrationSession.open(trial);
        OrchestrationSession second = OrchestrationSession.open(trial);
        String name = first.name("both");
        first.beginUpload(name).chunk("one ");
        second.beginUpload(name).chunk("two two ");
        first.chunk("one");
        second.chunk("two two").endUpload().download(name, "two two two two");
        first.endUpload().download(name, "one one");
    }
}
