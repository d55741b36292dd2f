package vos.tck.virtuos;

import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_2;
import static vos.tck.Requirement.VIRT_2_4;
import static vos.tck.Requirement.VIRT_3_8;
import static vos.tck.Requirement.VIRT_5_4;

import java.util.List;
import vos.tck.Hazard;
import vos.tck.Judges;
import vos.tck.Limitation;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The sentinel, wherever the network cuts what it stands in, and whatever it joins with it. */
final class VirtuosSegments {

    private static final String CUT = "A sentinel that was cut is not found.";
    private static final String TAIL = "Bytes behind the sentinel are stored in the file.";

    @Judges(VIRT_2_4)
    @Quirk(CUT)
    @UsualCause("The sentinel is looked for in what one read gave, and not in all that has come.")
    void theSentinelIsFoundWhereverItIsCut(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        Payload file = Payload.text("ab" + VirtuosSession.SENTINEL);
        Splits.everywhere("ab<<EOF>>".length(), cuts -> {
            session.announce("file").peer().sendCut(file, cuts);
            session.stored("file").holds("file", "ab");
        });
    }

    @Judges({VIRT_2_4, COM_6_2})
    @Quirk(CUT)
    void theSentinelIsFoundWhenBytesComeOneByOne(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).announce("file");
        session.peer().drip(Payload.text("content<<EOF>>"));
        session.stored("file").holds("file", "content");
    }

    @Judges({VIRT_2_4, COM_6_2})
    @Quirk(CUT)
    void aFileIsUnderstoodHoweverItIsCut(Trial trial) {
        Payload content = Contents.sized(trial, 5000);
        Splits.random(trial, 5000 + VirtuosSession.SENTINEL.length(), 4, (again, cuts) -> {
            VirtuosSession session = VirtuosSession.open(again).announce("file");
            session.peer().sendCut(content.then(VirtuosSession.SENTINEL), cuts);
            session.stored("file").holds("file", content);
        });
    }

    @Judges(VIRT_2_4)
    @Quirk(CUT)
    @UsualCause("A read of 1,024 bytes ends within the sentinel, and it is looked for in what one read gave.")
    void theSentinelIsFoundWhereAReadOf1024BytesCutsIt(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (int size : List.of(1016, 1017, 1020, 1023, 2042, 4094)) {
            Payload content = Contents.sized(trial, size);
            session.announce("file").fileAtOnce(content).stored("file").holds("file", content);
        }
    }

    @Judges({VIRT_2_4, COM_6_2})
    @UsualCause("When a begun sentinel is broken off, its last byte is not tried as the first of another.")
    void theSentinelIsFoundBehindItsOwnBeginning(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (String content : List.of("<", "<<", "a<<E", "<<EOF>", "<<EOF><<EO", "<<<EOF<")) {
            session.announce("file").fileAtOnce(Payload.text(content)).stored("file").holds("file", content);
        }
    }

    @Judges({VIRT_2_4, COM_5_5})
    @UsualCause("Something that only looks like the sentinel is taken for it.")
    void contentThatIsLikeASentinelIsContent(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (String content : List.of("EOF", "<EOF>>", "<<eof>>", "<<EOF >>", "<<EOF>\n>", "<<EO<<F>>", "__END__")) {
            session.upload("file", content).holds("file", content);
        }
    }

    @Judges(VIRT_2_4)
    @Quirk(TAIL)
    @UsualCause("What a read gave behind the sentinel is thrown away, or stored as a part of the file.")
    void whatFollowsTheSentinelIsTheNextCommand(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).announce("file");
        session.say("content<<EOF>>pwd").stored("file").answer("/" + session.directory()).holds("file", "content");
    }

    @Judges(VIRT_2_4)
    @Quirk(TAIL)
    void theNextUploadMayFollowTheSentinelAtOnce(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).announce("one");
        session.say("first<<EOF>>upload two").peer().pause();
        session.say("second<<EOF>>").stored("one").stored("two").holds("one", "first").holds("two", "second");
    }

    @Judges({VIRT_3_8, VIRT_5_4})
    @Quirk("It closes the connection without a word.")
    @UsualCause("A refused upload is answered at once, and the file that follows is taken for commands.")
    void theFileOfARefusedUploadIsNoCommandHoweverItIsCut(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).announce("nosuch/file");
        session.say("mkdir a").peer().pause();
        session.say("mkdir b").peer().pause();
        session.say("<<EO").peer().pause();
        session.say("F>>").error().lists();
    }

    @Judges(COM_5_5)
    @Limitation(Hazard.VIRT_8_3)
    void aFileMayHoldTheSentinel(Trial trial) {
        VirtuosSession.open(trial).upload("file", "one<<EOF>>two").holds("file", "one<<EOF>>two");
    }
}
