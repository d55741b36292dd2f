package vos.tck.virtuos;

import static vos.tck.Requirement.COM_5_1;
import static vos.tck.Requirement.COM_5_2;
import static vos.tck.Requirement.COM_8_2;
import static vos.tck.Requirement.VIRT_3_11;

import java.util.ArrayList;
import java.util.List;
import vos.tck.Alone;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Clients that vanish in the middle of something. */
final class VirtuosUnfinished {

    private static final String HALF = "A client that vanishes leaves half of its upload.";
    private static final String CAUSE = "The end of the connection is taken for the end of the file.";
    private static final int MANY = 200;

    @Judges({COM_5_2, COM_8_2})
    @Quirk(HALF)
    @UsualCause(CAUSE)
    void anUploadWithoutItsSentinelLeavesNothing(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (String begun : List.of("content", "content<<EOF>")) {
            VirtuosSession cut = session.another().announce("file").say(begun);
            cut.peer().halfClose().expectGone();
            session.lists();
        }
    }

    @Judges(COM_5_2)
    @Quirk(HALF)
    @UsualCause(CAUSE)
    void anUploadThatEndsBehindItsNameLeavesNothing(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.another().announce("file").peer().halfClose().expectGone();
        session.lists();
    }

    @Judges(COM_5_2)
    @Quirk(HALF)
    @UsualCause(CAUSE)
    void anUploadWithoutItsSentinelLeavesTheOldFile(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).upload("file", "old content");
        VirtuosSession cut = session.another().announce("file").say("new");
        cut.peer().halfClose().expectGone();
        session.holds("file", "old content").lists("file");
    }

    @Judges(COM_5_2)
    @Quirk(HALF)
    @UsualCause("A reset is an exception, at which the half that has come is left where it is.")
    void anUploadThatIsBrokenOffLeavesNothing(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.another().announce("reset").say("half of it").peer().reset();
        session.another().announce("closed").say("half of it").peer().close();
        session.peer().pause();
        session.lists();
    }

    @NeedsRoot
    @Judges(COM_5_2)
    @Quirk(HALF)
    void onDiskAnUnfinishedUploadLeavesNothingButAReservedName(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        VirtuosSession cut = session.another().announce("file").say("content");
        cut.peer().pause();
        noOthersThanReserved(trial, session);
        cut.peer().halfClose().expectGone();
        noOthersThanReserved(trial, session);
    }

    private static void noOthersThanReserved(Trial trial, VirtuosSession session) {
        List<String> names = trial.filesIn(session.directory());
        trial.require(names.stream().allMatch(name -> name.startsWith(".vos-")),
                "no name but those that begin with .vos-", names.toString());
    }

    @Judges({COM_5_1, COM_5_2})
    @Quirk(HALF)
    void anUploadWhoseClientDoesNotWaitForTheAnswerIsWholeOrNotThere(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).upload("file", "old content");
        Payload old = Payload.text("old content<<EOF>>");
        Payload fresh = Payload.text("the new content<<EOF>>");
        for (int i = 0; i < 3; i++) {
            session.another().announce("file").fileAtOnce(Payload.text("the new content")).peer().close();
            session.say("download file").peer().expectOneOf(old, fresh);
            session.another().announce("file").fileAtOnce(Payload.text("the new content")).peer().reset();
            session.say("download file").peer().expectOneOf(old, fresh);
        }
    }

    @Judges({VIRT_3_11, COM_5_2})
    @UsualCause("Writing to a client that has gone is an exception, and nobody catches it.")
    void aClientMayVanishInADownload(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).upload("file", Contents.large(trial));
        for (int i = 0; i < 5; i++) {
            session.another().say("download file").peer().reset();
            session.another().say("download file").peer().close();
        }
        session.lists("file");
    }

    @Alone
    @Judges({COM_5_2, VIRT_3_11})
    @Quirk(HALF)
    @UsualCause("Each transfer that breaks off keeps a file, a thread or a connection, until none is left.")
    void twoHundredAbortedUploadsCostNothing(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        List<VirtuosSession> doomed = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            doomed.add(session.another().say("upload file" + i));
        }
        session.peer().pause();
        doomed.forEach(cut -> cut.say("half of it"));
        session.peer().pause();
        doomed.forEach(cut -> cut.peer().reset());
        session.peer().pause();
        session.lists();
        VirtuosSession next = session.another().upload("file", "content").holds("file", "content").lists("file");
        next.say("exit").peer().expect("Goodbye!").expectEnd();
    }
}
