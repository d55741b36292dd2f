package vos.tck.orchestration;

import static vos.tck.Hazard.ORCH_8_1;
import static vos.tck.Requirement.COM_6_3;
import static vos.tck.Requirement.COM_6_6;
import static vos.tck.Requirement.ORCH_3_5;
import static vos.tck.Requirement.ORCH_3_7;
import static vos.tck.Requirement.ORCH_3_8;
import static vos.tck.Requirement.ORCH_5_4;
import static vos.tck.orchestration.OrchestrationWords.END_OF_FILE;
import static vos.tck.orchestration.OrchestrationWords.ERROR;
import static vos.tck.orchestration.OrchestrationWords.PROMPT;
import static vos.tck.orchestration.OrchestrationWords.STORED;
import static vos.tck.orchestration.OrchestrationWords.UPLOAD_ERROR;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vos.tck.Judges;
import vos.tck.Limitation;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The words that end a file: cut by the network, and as a part of what they end. */
final class OrchestrationSentinels {

    @Judges({ORCH_3_5, ORCH_3_8})
    @UsualCause("The end is looked for within a chunk or at its end, or white space is taken from it first.")
    void aChunkThatOnlyHoldsTheEndIsAChunk(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("sentinels");
        List<String> chunks = List.of("xEND_OF_FILE", "END_OF_FILE\n", " END_OF_FILE", "END_OF_FILEEND_OF_FILE",
                "UPLOAD_ERROR\n", "end_of_file");
        session.beginUpload(name);
        chunks.forEach(session::chunk);
        session.endUpload().preview(name, Payload.text(String.join("", chunks)));
    }

    @Judges(ORCH_3_8)
    @UsualCause("What one read gives is compared with END_OF_FILE, and its beginning stored when it was cut.")
    void theEndIsUnderstoodWhereverItIsCut(Trial trial) {
        String name = trial.name("cut", ".bin");
        Tries.some(trial, again -> {
            OrchestrationSession session = OrchestrationSession.open(again);
            Splits.everywhere(END_OF_FILE.length(), cuts -> {
                session.beginUpload(name).chunk("content").peer().sendCut(Payload.text(END_OF_FILE), cuts);
                session.answered(STORED);
            });
            session.download(name, "content");
        });
    }

    @Judges(ORCH_3_8)
    @UsualCause("What one read gives is compared with UPLOAD_ERROR, and its beginning stored when it was cut.")
    void takingBackIsUnderstoodWhereverItIsCut(Trial trial) {
        String name = trial.name("cut", ".bin");
        Tries.some(trial, again -> {
            OrchestrationSession session = OrchestrationSession.open(again);
            Splits.everywhere(UPLOAD_ERROR.length(), cuts -> {
                session.beginUpload(name).chunk("content").peer().sendCut(Payload.text(UPLOAD_ERROR), cuts);
                session.hear(PROMPT);
            });
        });
    }

    @Judges(ORCH_3_8)
    void theEndIsUnderstoodByteByByte(Trial trial) {
        String name = trial.name("drip", ".bin");
        Tries.some(trial, again -> {
            OrchestrationSession session = OrchestrationSession.open(again);
            session.beginUpload(name).chunk("content").peer().drip(Payload.text(END_OF_FILE));
            session.answered(STORED).download(name, "content");
        });
    }

    @Judges(ORCH_3_8)
    @UsualCause("The beginning of END_OF_FILE is kept back until more comes, and the client waits for ever.")
    void theBeginningOfTheEndAloneIsAChunk(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("beginnings");
        session.beginUpload(name).chunk("END_OF").chunk("E").chunk("UPLOAD_").endUpload()
                .download(name, "END_OFEUPLOAD_");
    }

    @Judges(ORCH_3_7)
    @Quirk("What has come of it stays.")
    @UsualCause("The file is closed under its name when the client takes it back.")
    void aFileThatIsTakenBackLeavesNothing(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("taken");
        session.beginUpload(name).chunk("half").say(UPLOAD_ERROR).hear(PROMPT).downloadMissing(name);
        session.beginUpload(name).say(UPLOAD_ERROR).hear(PROMPT).downloadMissing(name);
    }

    @Judges(ORCH_3_7)
    @Quirk("What has come of it stays, and not the old file.")
    @UsualCause("The old file is emptied when the upload begins.")
    void aFileThatIsTakenBackLeavesTheOldOne(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("taken");
        session.upload(name, "the old one").beginUpload(name).chunk("half").say(UPLOAD_ERROR).hear(PROMPT)
                .download(name, "the old one");
    }

    // ---- as content ------------------------------------------------------------------------------------------------

    @Judges({ORCH_5_4, COM_6_3})
    @UsualCause("The file is sent, and a client takes it for complete in its middle.")
    void aFileThatHoldsItsEndIsNotSent(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("holds");
        session.upload(name, "before END_OF_FILE behind").asked("download", name, ERROR);
        session.upload(name, "at the END_OF_FILE").asked("download", name, ERROR);
    }

    @Judges(ORCH_5_4)
    @UsualCause("The end is looked for in each piece of the file alone, and missed where it lies in two.")
    void aFileWithItsEndAcrossABufferIsNotSent(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("across");
        for (int boundary : new int[] {1024, 4096, 8192, 65_536}) {
            byte[] content = new byte[boundary + 100];
            Arrays.fill(content, (byte) 'E');
            byte[] end = END_OF_FILE.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(end, 0, content, boundary - 5, end.length);
            session.upload(name, content).asked("download", name, ERROR);
        }
    }

    @Judges(ORCH_5_4)
    @UsualCause("A preview is looked at for END_OF_FILE, which does not end it.")
    void aPreviewThatHoldsItsEndIsNotSent(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("holds");
        session.upload(name, "before END_OF_PREVIEW behind").asked("download", "PREVIEW " + name, ERROR);
        session.download(name, "before END_OF_PREVIEW behind");
    }

    @Judges(ORCH_5_4)
    @UsualCause("The whole file is looked at, of which only the beginning is sent.")
    void aPreviewMaySendWhatOnlyItsFileHolds(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("behind");
        String beginning = "x".repeat(1020) + "END_";
        session.upload(name, (beginning + "OF_PREVIEW END_OF_FILE").getBytes(StandardCharsets.US_ASCII));
        session.preview(name, Payload.text(beginning));
    }

    @Limitation(ORCH_8_1)
    @Judges(COM_6_6)
    @UsualCause("No server can tell an end that is joined to a chunk from a file that holds it.")
    void anEndThatIsJoinedToAChunkEndsTheFile(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        session.beginUpload(session.name("joined")).say("content" + END_OF_FILE).answered(STORED);
    }
}
