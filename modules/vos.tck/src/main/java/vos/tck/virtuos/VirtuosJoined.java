package vos.tck.virtuos;

import static vos.tck.Requirement.COM_6_6;
import static vos.tck.Requirement.VIRT_2_4;
import static vos.tck.Requirement.VIRT_2_5;

import vos.tck.Hazard;
import vos.tck.Judges;
import vos.tck.Limitation;
import vos.tck.Payload;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** {@code upload}, its name and the file behind it, which the network has joined to one segment. */
final class VirtuosJoined {

    private static final int SEGMENT = 1024;
    private static final int LONGEST_NAME = 255;

    @Judges(VIRT_2_5)
    @UsualCause("The whole file is taken for a part of its name, and the server waits for another sentinel.")
    void aSegmentThatHoldsTheSentinelIsRefused(Trial trial) {
        refused(trial, Payload.text("upload file.txtHELLO<<EOF>>"));
        refused(trial, Payload.text("upload file.txt\nHELLO<<EOF>>"));
        refused(trial, Payload.text("upload <<EOF>>"));
    }

    @Judges({VIRT_2_5, VIRT_2_4})
    void whatFollowsARefusedSegmentIsTheNextCommand(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.ask("upload file.txtHELLO<<EOF>>pwd", VirtuosSession.JOINED).answer("/" + session.directory()).lists();
    }

    @Judges(VIRT_2_5)
    void aSegmentThatHoldsAControlCharacterIsRefused(Trial trial) {
        refusedBehindTheSentinel(trial, Payload.text("upload file.txt\nHELLO"));
        refusedBehindTheSentinel(trial, Payload.text("upload file.txt\u0001\u0002"));
    }

    @Judges(VIRT_2_5)
    void whiteSpaceAtTheEndOfTheSegmentIsNoFile(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.say("upload file\r\n").peer().pause();
        session.file(Payload.text("content")).stored("file").holds("file", "content").lists("file");
    }

    @Judges(VIRT_2_5)
    void wordsBehindTheNameAreRefusedWhenNothingButTheSentinelFollows(Trial trial) {
        refusedBehindTheSentinel(trial, Payload.text("upload file.txtHELLO and more"));
    }

    @Judges(VIRT_2_5)
    @UsualCause("A second word is refused as such, and a published client sends one when its user types one.")
    void wordsBehindTheNameAreIgnoredWhenAFileFollows(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.say("upload file other").peer().pause();
        session.file(Payload.text("content")).stored("file").holds("file", "content").lists("file");
    }

    @Judges(VIRT_2_5)
    @UsualCause("Decoding throws, and the file that follows is taken for commands.")
    void aSegmentThatIsNotUtf8IsRefused(Trial trial) {
        refusedBehindTheSentinel(trial, Payload.text("upload file.bin").then(Payload.octets(0x89, 0xff, 0xfe)));
    }

    @Judges(VIRT_2_5)
    void aSegmentOf1024BytesIsRefused(Trial trial) {
        String path = "upload " + "directory/".repeat(SEGMENT);
        refusedBehindTheSentinel(trial, Payload.text(path.substring(0, SEGMENT)));
    }

    @Judges(VIRT_2_5)
    void aSegmentWithANameOfMoreThan255BytesIsRefused(Trial trial) {
        refusedBehindTheSentinel(trial, Payload.text("upload " + "n".repeat(LONGEST_NAME + 1)));
    }

    /** The segment holds the sentinel, and is answered. */
    private static void refused(Trial trial, Payload segment) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.peer().send(segment);
        session.answer(VirtuosSession.JOINED).lists();
    }

    /** The sentinel comes in a segment of its own, and nothing is answered before. */
    private static void refusedBehindTheSentinel(Trial trial, Payload segment) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.peer().send(segment).expectSilence(trial.run().pace());
        session.endOfFile().answer(VirtuosSession.JOINED).lists();
    }

    @Judges({COM_6_6, VIRT_2_5})
    @Limitation(Hazard.VIRT_8_1)
    void aShortWordJoinedWithTheNameIsFoundOut(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.say("upload file.txtHELLO").peer().pause();
        session.endOfFile().answer(VirtuosSession.JOINED).lists();
    }
}
