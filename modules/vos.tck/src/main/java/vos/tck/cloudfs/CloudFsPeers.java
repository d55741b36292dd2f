package vos.tck.cloudfs;

import static vos.tck.Requirement.COM_7_3;

import java.util.ArrayList;
import java.util.List;
import vos.tck.Alone;
import vos.tck.Judges;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Several clients at once: none waits for another, and none sees what is another's. */
final class CloudFsPeers {

    private static final int MANY = 100;

    @Judges(COM_7_3)
    @UsualCause("While the server waits for one client, with a lock or on its only thread, it serves no other.")
    void aClientThatStallsAnywhereDoesNotHoldUpAnother(Trial trial) {
        CloudFsSession busy = CloudFsSession.inDirectory(trial);
        Octets large = Octets.repeated(trial.randomBytes(1024), 16 * 1024);
        busy.upload(busy.path("large"), large).does("cd .");
        CloudFsSession inHeader = busy.another();
        inHeader.peer().send("4  ");
        CloudFsSession inMessage = busy.another();
        inMessage.peer().send(CloudFsFrame.header("4").then("cd"));
        CloudFsSession inUpload = busy.another().uploadBeginning(busy.path("file"), Octets.of("half"));
        CloudFsSession inDownload = busy.another().send("DOWNLOAD " + busy.path("large"));
        Octets content = Octets.of("not held up\n");
        busy.upload(busy.path("file"), content).holds(busy.path("file"), content)
                .prints("ls " + busy.directory(), "file\nlarge\n");
        inMessage.peer().send(" .").expect(CloudFsSession.DONE);
        inHeader.peer().send(" ".repeat(CloudFsFrame.HEADER - 3) + "cd .").expect(CloudFsSession.DONE);
        inUpload.uploadEnd().holds(busy.path("file"), Octets.of("half"));
        inDownload.peer().expect(large.payload()).expect(CloudFsSession.SENTINEL);
    }

    @Judges(COM_7_3)
    @UsualCause("All connections share one buffer, or one variable for the request that is being read.")
    void transfersSideBySideDoNotMix(Trial trial) {
        List<CloudFsSession> sessions = new ArrayList<>();
        sessions.add(CloudFsSession.inDirectory(trial));
        while (sessions.size() < 4) {
            sessions.add(sessions.getFirst().another());
        }
        List<Octets> contents = sessions.stream().map(session -> Octets.random(trial, 3000)).toList();
        for (int i = 0; i < sessions.size(); i++) {
            sessions.get(i).send("UPLOAD " + sessions.get(i).path("file" + i));
        }
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < sessions.size(); i++) {
                sessions.get(i).peer().send(contents.get(i).payload());
            }
        }
        for (int i = 0; i < sessions.size(); i++) {
            Octets one = contents.get(i);
            sessions.get(i).uploadEnd()
                    .holds(sessions.get(i).path("file" + i), one.then(one).then(one).then(one).then(one));
        }
    }

    @Alone
    @Judges(COM_7_3)
    @UsualCause("The server has a fixed number of threads, each of which serves one connection to its end.")
    void aHundredConnectionsAreServedAtOnce(Trial trial) {
        List<CloudFsSession> sessions = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            sessions.add(CloudFsSession.open(trial));
        }
        for (int i = MANY - 1; i >= 0; i--) {
            sessions.get(i).does("cd .");
        }
        sessions.forEach(session -> session.send("!DISCONNECT").peer().expectEnd());
    }

    @Alone
    @Judges(COM_7_3)
    @Quirk("A client that closes without !DISCONNECT keeps the server busy for ever.")
    @UsualCause("A connection that is over is not closed, or goes on taking a place.")
    void connectionsThatAreOverTakeNoPlace(Trial trial) {
        for (int i = 0; i < 3 * MANY; i++) {
            trial.afresh();
            CloudFsSession session = CloudFsSession.open(trial);
            if (i % 3 == 0) {
                session.does("cd .");
            }
            if (i % 3 == 1) {
                session.peer().reset();
            } else {
                session.peer().close();
            }
        }
        trial.afresh();
        CloudFsSession.open(trial).does("cd .");
    }
}
