package vos.tck.orchestration;

import static vos.tck.Requirement.COM_5_1;
import static vos.tck.Requirement.COM_5_2;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_8;
import static vos.tck.Requirement.COM_7_3;
import static vos.tck.Requirement.ORCH_6_2;
import static vos.tck.Requirement.ORCH_6_3;
import static vos.tck.Requirement.ORCH_6_5;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import vos.tck.Expectation;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The strict form: files of any length and content, and those who come between. */
final class OrchestrationStrictFiles {

    private static final int MEBIBYTE = 1024 * 1024;

    @Judges({ORCH_6_3, COM_5_5, COM_6_8})
    @UsualCause("One read is taken for the whole file, or a buffer is written whole though it is not full.")
    void filesOfManySizesAreWhole(Trial trial) {
        StrictSession session = StrictSession.open(trial);
        String name = trial.name("sizes", "");
        for (int size : new int[] {0, 1, 1023, 1024, 1025, 4095, 4096, 4097, 65_535, 65_536, 65_537}) {
            byte[] content = trial.randomBytes(size);
            session.send(StrictSession.upload(name, content)).done().say("download " + name).done(content);
        }
        session.say("delete " + name).done();
    }

    @Judges({ORCH_6_3, COM_5_5})
    void eightMebibytesAreWhole(Trial trial) {
        String name = trial.name("large", "");
        byte[] content = trial.randomBytes(8 * MEBIBYTE);
        StrictSession.open(trial).send(StrictSession.upload(name, content)).done().say("download " + name).done(content)
                .say("delete " + name).done();
    }

    @Judges({ORCH_6_5, COM_6_8})
    @UsualCause("What ends a file in the published form, or a line end, is looked for within the file.")
    void aFileMayHoldWordsOfTheProtocol(Trial trial) {
        String name = trial.name("words", "");
        StrictSession session = StrictSession.open(trial);
        for (String content : List.of("END_OF_FILE", "UPLOAD_ERROR", "x END_OF_FILE x", "END_OF_PREVIEW",
                "OK 5\nexit\n", "\n", "\r\n\0", "upload 5 x\n")) {
            session.send(StrictSession.upload(name, content)).done().say("download " + name).done(content)
                    .say("preview " + name).done(content);
        }
    }

    @Judges(ORCH_6_5)
    @UsualCause("The server acknowledges what it has read of a file, as in the published form.")
    void chunksAreNotAcknowledged(Trial trial) {
        StrictSession session = StrictSession.open(trial);
        session.send(Payload.text("upload 2048 " + trial.name("chunks", "") + "\n" + "x".repeat(1024))).peer()
                .expectSilence(200);
        session.send(Payload.text("x".repeat(1024))).done();
    }

    @Judges({ORCH_6_2, COM_5_2})
    void anUploadThatIsClosedLeavesTheOldFile(Trial trial) {
        cut(trial, Peer::close);
    }

    @Judges({ORCH_6_2, COM_5_2})
    void anUploadThatIsResetLeavesTheOldFile(Trial trial) {
        cut(trial, Peer::reset);
    }

    private static void cut(Trial trial, Consumer<Peer> cut) {
        String name = trial.name("cut", "");
        StrictSession session = StrictSession.open(trial).send(StrictSession.upload(name, "the old one")).done();
        session.send(Payload.text("upload 100000 " + name + "\n" + "x".repeat(50_000)));
        cut.accept(session.peer());
        StrictSession.open(trial).say("download " + name).done("the old one");
    }

    @NeedsRoot
    @Judges({ORCH_6_2, COM_5_2})
    @UsualCause("Unfinished files lie in the user's directory under names that clients can see.")
    void anUnfinishedUploadIsNotListed(Trial trial) {
        String name = trial.name("unfinished", "");
        UserDirectory.of(trial).make(name);
        StrictSession.open(trial).send(Payload.text("upload 10 " + name + "/file\n12345"));
        StrictSession.open(trial).say("list " + name).done("");
    }

    @Judges({ORCH_6_3, COM_5_1})
    @UsualCause("The old file is emptied and written anew, under the eyes of who is reading it.")
    void whoReadsAFileThatIsReplacedGetsTheOldOne(Trial trial) {
        String name = trial.name("read", "");
        Payload old = Payload.repeated("the old one\n".getBytes(StandardCharsets.US_ASCII), MEBIBYTE);
        int size = 12 * MEBIBYTE;
        StrictSession reader = StrictSession.open(trial)
                .send(Payload.text("upload " + size + " " + name + "\n").then(old)).done().say("download " + name);
        reader.peer().receive(new Expectation.Sized(4096, "OK " + size + "\\n.*", "the beginning of the old file"));
        StrictSession.open(trial).send(StrictSession.upload(name, "the new one")).done().say("download " + name)
                .done("the new one");
        int behind = 4096 - ("OK " + size + "\n").length();
        reader.peer().receive(new Expectation.Sized(size - behind, ".*the old one\\n", "the rest of the old file"));
        reader.say("delete " + name).done();
    }

    @Judges({ORCH_6_3, COM_7_3})
    @UsualCause("A lock is held while a file is on its way.")
    void aStalledUploadDoesNotKeepOthersFromTheSameName(Trial trial) {
        String name = trial.name("stalled", "");
        StrictSession stalled = StrictSession.open(trial).send(Payload.text("upload 10 " + name + "\n12345"));
        StrictSession.open(trial).send(StrictSession.upload(name, "x")).done().say("download " + name).done("x")
                .say("list").listing("(.*\\n)?" + name + "\\n.*", "a listing with " + name);
        stalled.send(Payload.text("67890")).done().say("download " + name).done("1234567890");
    }
}
