package vos.tck.virtuos;

import static vos.tck.Requirement.COM_5_1;
import static vos.tck.Requirement.COM_7_3;
import static vos.tck.Requirement.VIRT_3_8;

import java.util.ArrayList;
import java.util.List;
import vos.tck.Alone;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Probe;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Several clients at once: who waits for whom, and what each sees of another's transfer. */
final class VirtuosPeers {

    private static final String VISIBLE = "An upload is visible while it is under way.";
    private static final int MANY = 100;

    @Probe
    @Judges(COM_7_3)
    @UsualCause("The server serves one connection to its end before it accepts the next.")
    void twoClientsAreServedAtOnce(Trial trial) {
        VirtuosSession one = new VirtuosSession(trial);
        VirtuosSession other = new VirtuosSession(trial);
        other.ask("pwd", "/");
        one.ask("pwd", "/");
        other.ask("pwd", "/");
    }

    @Judges(COM_7_3)
    @UsualCause("A transfer holds a lock that the other connections need.")
    void anUploadThatStallsKeepsNobodyWaiting(Trial trial) {
        VirtuosSession stalled = VirtuosSession.open(trial).announce("file").say("half");
        VirtuosSession busy = VirtuosSession.open(trial);
        busy.upload("file", "content").holds("file", "content").lists("file");
        stalled.peer().pause();
        stalled.say(" and half").peer().pause();
        stalled.endOfFile().stored("file").holds("file", "half and half");
    }

    @Judges(COM_7_3)
    @UsualCause("A transfer holds a lock that the other connections need.")
    void aDownloadThatNobodyReadsKeepsNobodyWaiting(Trial trial) {
        Payload content = Contents.large(trial);
        VirtuosSession stalled = VirtuosSession.open(trial).upload("file", content).say("download file");
        VirtuosSession busy = stalled.another();
        busy.upload("other", "content").holds("other", "content").lists("file", "other");
        stalled.peer().expect(content.then(VirtuosSession.SENTINEL));
    }

    @Alone
    @Judges(COM_7_3)
    @UsualCause("The number of threads is limited, and each connection that says nothing holds one.")
    void aHundredClientsAreServedAtOnce(Trial trial) {
        List<VirtuosSession> sessions = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            sessions.add(new VirtuosSession(trial));
        }
        sessions.forEach(session -> session.say("pwd"));
        sessions.forEach(session -> session.answer("/"));
    }

    @Judges(COM_5_1)
    @Quirk(VISIBLE)
    @UsualCause("The content is written to the file's own name as it comes.")
    void anUploadBecomesVisibleWhenItIsComplete(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        VirtuosSession other = session.another();
        session.announce("file").say("content").peer().pause();
        other.lists().refusesDownload("file", "File not found.");
        session.endOfFile().stored("file");
        other.lists("file").holds("file", "content");
    }

    @Judges(COM_5_1)
    @Quirk(VISIBLE)
    @UsualCause("The old file is emptied or removed before the new one has come.")
    void theFileThatAnUploadReplacesStaysWholeUntilThen(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).upload("file", "old content");
        VirtuosSession other = session.another();
        session.announce("file").say("new").peer().pause();
        other.holds("file", "old content");
        session.endOfFile().stored("file");
        other.holds("file", "new");
    }

    @Judges(COM_5_1)
    @Quirk(VISIBLE)
    @UsualCause("The new content is written into the old file, which somebody is reading.")
    void whoIsReadingAFileReadsItToItsEndWhenItIsReplaced(Trial trial) {
        Payload old = Contents.large(trial);
        VirtuosSession reader = VirtuosSession.open(trial).upload("file", old);
        VirtuosSession writer = reader.another();
        // The content is more than what the systems' buffers hold: the server is still sending it.
        reader.say("download file").peer().pause();
        writer.upload("file", "new").holds("file", "new");
        reader.peer().expect(old.then(VirtuosSession.SENTINEL));
        reader.holds("file", "new");
    }

    @Judges({COM_5_1, VIRT_3_8})
    @UsualCause("Both uploads are written to one temporary file, or both to the file's own name.")
    void ofTwoUploadsToOneNameEachIsWhole(Trial trial) {
        VirtuosSession one = VirtuosSession.open(trial);
        VirtuosSession other = one.another();
        one.announce("file").say("first, ").peer().pause();
        other.announce("file").say("second, ").peer().pause();
        one.say("the first").peer().pause();
        other.say("the second").peer().pause();
        other.endOfFile().stored("file").holds("file", "second, the second");
        one.endOfFile().stored("file").holds("file", "first, the first");
        other.holds("file", "first, the first").lists("file");
    }
}
