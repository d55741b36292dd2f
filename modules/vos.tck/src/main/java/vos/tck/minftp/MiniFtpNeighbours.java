package vos.tck.minftp;

import static vos.tck.Requirement.COM_7_3;
import static vos.tck.Requirement.COM_8_2;

import java.util.ArrayList;
import java.util.List;
import vos.tck.Alone;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Many clients: slow ones, silent ones, and such as go without a word. */
final class MiniFtpNeighbours {

    private static final int MANY = 150;

    @Judges(COM_7_3)
    @UsualCause("A lock is held while a content is read.")
    void anUploadThatStallsHindersNobody(Trial trial) {
        MiniFtpSession stalled = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession busy = stalled.another("second");
        stalled.begins("slow").peer().send("half").pause(50);
        busy.stores("quick", new byte[100]).hasSize("quick", 100).does("mkdir", "sub").does("rm", "quick");
        stalled.content("half").status().hasSize("slow", 8);
    }

    @Judges(COM_7_3)
    @UsualCause("A lock is held while a content is sent, and one client that does not read holds it for ever.")
    void aDownloadThatNobodyReadsHindersNobody(Trial trial) {
        MiniFtpSession stalled = MiniFtpSession.inOwnDirectory(trial);
        byte[] content = trial.randomBytes(8 * 1024 * 1024);
        MiniFtpSession busy = stalled.stores("large", content).another("second");
        stalled.send("dl large").peer().pause(50);
        busy.stores("quick", new byte[100]).hasSize("quick", 100).does("mkdir", "sub").does("rm", "quick");
        stalled.message(Payload.bytes(content)).status();
    }

    @Judges(COM_7_3)
    @UsualCause("The buffer of a message that has not come whole is shared by all connections.")
    void halfACommandOfOneIsNoPartOfAnothers(Trial trial) {
        MiniFtpSession one = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession two = one.another("second");
        one.peer().send("mkdir on").pause(30);
        two.peer().send("mkdir tw").pause(30);
        one.peer().send(one.framed("e"));
        two.peer().send(two.framed("o"));
        one.status();
        two.status();
        one.enter("one").leave().enter("two");
    }

    @Alone
    @Judges(COM_7_3)
    @UsualCause("The number of clients is limited to a few, or the queue of those that connect is short.")
    void manyMayBeThereAtOnce(Trial trial) {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            peers.add(new MiniFtpSession(trial, "token" + i).peer());
        }
        MiniFtpSession.open(trial).does("cd");
        peers.forEach(Peer::close);
    }

    @Alone
    @Judges(COM_8_2)
    @UsualCause("Something is kept for every client that goes in the middle: a file that is open, a thread, a permit.")
    void afterManyBrokenConversationsAWholeOneGoesWell(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).stores("large", new byte[1024 * 1024]);
        String directory = session.here();
        for (int i = 0; i < MANY; i++) {
            MiniFtpSession broken = new MiniFtpSession(trial, "token" + i);
            broken.peer().send(switch (i % 4) {
                case 0 -> Payload.text("mkdir half");
                case 1 -> broken.framed("ul " + directory + "/new").then("half a content");
                case 2 -> broken.framed("ul " + directory + "/large").then("half a content");
                default -> broken.framed("dl " + directory + "/large");
            });
            if (i % 8 < 3) {
                // Here the kit waits until the server has noticed.
                broken.peer().halfClose().expectGone();
            } else if (i % 8 == 3) {
                broken.peer().close();
            } else {
                broken.peer().reset();
            }
        }
        session.another("last").lacks("new").stores("file", new byte[10]).hasSize("file", 10)
                .hasSize("large", 1024 * 1024);
    }
}
