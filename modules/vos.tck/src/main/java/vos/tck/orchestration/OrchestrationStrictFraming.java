package vos.tck.orchestration;

import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_4_3;
import static vos.tck.Requirement.COM_6_7;
import static vos.tck.Requirement.COM_6_8;
import static vos.tck.Requirement.COM_7_1;
import static vos.tck.Requirement.COM_8_2;
import static vos.tck.Requirement.COM_8_3;
import static vos.tck.Requirement.COM_9_4;
import static vos.tck.Requirement.ORCH_6_2;
import static vos.tck.Requirement.ORCH_6_4;
import static vos.tck.Requirement.ORCH_6_5;

import java.util.List;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The strict form: lines and sizes, wherever the network cuts and joins them, and where they are broken. */
final class OrchestrationStrictFraming {

    /** The least that a server is silent for where it pauses, in milliseconds. */
    private static final int PAUSE = 100;

    @Judges(COM_3_5)
    @UsualCause("What one read gives is taken for a line, or for a whole file.")
    void commandsAreUnderstoodWhereverTheyAreCut(Trial trial) {
        String name = trial.name("cut", "");
        Payload message = StrictSession.upload(name, "a\nb\n").then("download " + name + "\n");
        int length = ("upload 4 " + name + "\na\nb\ndownload " + name + "\n").length();
        StrictSession session = StrictSession.open(trial);
        Splits.everywhere(length, cuts -> session.sendCut(message, cuts).done().done("a\nb\n"));
    }

    @Judges(COM_3_5)
    void commandsAreUnderstoodHoweverTheyAreCut(Trial trial) {
        String name = trial.name("cuts", "");
        byte[] content = trial.randomBytes(2000);
        Payload message = StrictSession.upload(name, content).then("download " + name + "\nexit\n");
        int length = 2000 + ("upload 2000 " + name + "\ndownload " + name + "\nexit\n").length();
        Splits.random(trial, length, 5, (again, cuts) ->
                StrictSession.open(again).sendCut(message, cuts).done().done(content).done().peer().expectEnd());
    }

    @Judges(COM_3_5)
    void commandsAreUnderstoodByteByByte(Trial trial) {
        String name = trial.name("drip", "");
        StrictSession session = StrictSession.open(trial);
        session.peer().drip(StrictSession.upload(name, "content").then("preview " + name + "\n"));
        session.done().done("content");
    }

    @Judges(COM_3_5)
    @UsualCause("What has been read behind a line is thrown away with it.")
    void commandsBehindEachOtherAreAnsweredInOrder(Trial trial) {
        String name = trial.name("joined", "");
        StrictSession session = StrictSession.open(trial);
        Payload all = StrictSession.upload(name, "first").then("download " + name + "\n")
                .then(StrictSession.upload(name, "second")).then("download " + name + "\ndelete " + name
                + "\ndownload " + name + "\nexit\n");
        session.send(all).done().done("first").done().done("second").done().refused("not-found").done();
        session.peer().expectEnd();
    }

    @Judges({COM_3_5, ORCH_6_5})
    @UsualCause("The server pauses before an answer, as in the published form.")
    void nothingWaitsForAClock(Trial trial) {
        String name = trial.name("quick", "");
        StrictSession session = StrictSession.open(trial).send(StrictSession.upload(name, "x")).done();
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long began = System.nanoTime();
            session.say("preview " + name).done("x");
            fastest = Math.min(fastest, (System.nanoTime() - began) / 1_000_000);
        }
        trial.require(fastest < PAUSE, "one of 20 commands to be answered in less than " + PAUSE + " ms",
                fastest + " ms for the fastest");
    }

    @Judges({COM_9_4, COM_6_7})
    @UsualCause("A CR before the line end is taken for a part of the name.")
    void aLineMayEndWithCrLf(Trial trial) {
        String name = trial.name("crlf", "");
        StrictSession.open(trial).send(Payload.text("upload 3 " + name + "\r\na\r\ndownload " + name + "\r\nexit\r\n"))
                .done().done("a\r\n").done().peer().expectEnd();
    }

    // ---- broken framing --------------------------------------------------------------------------------------------

    @Judges({ORCH_6_4, COM_4_3, COM_9_4})
    @UsualCause("The server answers and goes on, and takes the bytes of the file for commands.")
    void anUploadWithoutSizeAndNameBreaksTheFraming(Trial trial) {
        String name = trial.name("kept", "");
        StrictSession.open(trial).send(StrictSession.upload(name, "x")).done();
        for (String line : List.of("upload", "upload " + name, "upload 7", "upload x " + name, "upload -1 " + name,
                "upload 1x " + name, "upload 1234567890123456789 " + name)) {
            trial.afresh();
            StrictSession session = StrictSession.open(trial);
            session.say(line + "\ndelete " + name).refused("malformed").peer().expectEnd();
        }
        StrictSession.open(trial).say("download " + name).done("x");
    }

    @Judges({COM_9_4, COM_7_1})
    @UsualCause("The buffer for a line is smaller, or has no limit.")
    void aLineHasUpTo8192Bytes(Trial trial) {
        StrictSession.open(trial).say("list " + "x".repeat(8180)).refused("[a-z-]+").say("exit").done();
        trial.afresh();
        StrictSession session = StrictSession.open(trial);
        session.say("list " + "x".repeat(9000) + "\nexit").refused("malformed").peer().expectEnd();
    }

    @Judges({ORCH_6_4, COM_8_3, COM_4_3})
    @UsualCause("A connection that is closed before all has been read is reset, which takes the last answer along.")
    void theLastWordsAreNotLost(Trial trial) {
        StrictSession.open(trial).send(Payload.text("upload x\n").then(Payload.repeated(new byte[1024], 16)))
                .refused("malformed").peer().expectEnd();
        trial.afresh();
        StrictSession.open(trial).send(Payload.text("exit\n").then(Payload.repeated(new byte[1024], 16))).done()
                .peer().expectEnd();
    }

    @Judges({ORCH_6_2, COM_6_8, COM_8_2})
    @UsualCause("The end of the stream is taken for the end of the file.")
    void anUploadThatEndsBeforeItsSizeLeavesTheOldFile(Trial trial) {
        String name = trial.name("short", "");
        StrictSession session = StrictSession.open(trial).send(StrictSession.upload(name, "the old one")).done();
        session.send(Payload.text("upload 1000 " + name + "\nthe new one")).peer().halfClose().expectGone();
        StrictSession.open(trial).say("download " + name).done("the old one");
    }

    @Judges({ORCH_6_2, COM_8_2})
    @UsualCause("What comes before the end of the stream is taken for a line.")
    void aLineThatIsCutIsNoCommand(Trial trial) {
        String name = trial.name("kept", "");
        StrictSession session = StrictSession.open(trial).send(StrictSession.upload(name, "x")).done();
        session.send(Payload.text("delete " + name)).peer().halfClose().expectGone();
        StrictSession.open(trial).say("download " + name).done("x");
    }
}
