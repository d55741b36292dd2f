package vos.tck;

import static vos.tck.Requirement.MFTP_1_2;
import static vos.tck.Requirement.MFTP_3_2;
import static vos.tck.Requirement.MFTP_3_3;
import static vos.tck.Requirement.MFTP_3_4;
import static vos.tck.Requirement.MFTP_6_1;

/**
 * What the kit's own tests judge a {@link GreeterServer} by; the requirements stand for any. The name is not one that
 * the build takes for tests: only the kit runs them.
 */
final class GreeterTrials {

    @Gate
    @Judges(MFTP_1_2)
    void aTokenComesFirst(Trial trial) {
        greeted(trial);
    }

    @Judges(MFTP_3_2)
    @UsualCause("It shouts.")
    void whatIsSentComesBack(Trial trial) {
        greeted(trial).send(Payload.text("cd \u0001").then(Payload.variable("token")))
                .expect(Payload.text("cd \u0001").then(Payload.variable("token")));
    }

    @NeedsRoot
    @Judges(MFTP_3_3)
    void nothingIsLeftOnDisk(Trial trial) {
        trial.require(trial.filesIn("").isEmpty(), "an empty directory", trial.filesIn("").toString());
    }

    @Limitation(Hazard.MFTP_8_1)
    @Judges(MFTP_3_4)
    void manyThingsComeBackAtOnce(Trial trial) {
        greeted(trial).send("rm").expect("rm");
    }

    @NeedsRestart
    @Judges(MFTP_6_1)
    void itIsTheSameOnceItWasStartedAgain(Trial trial) {
        trial.restartServer();
        greeted(trial);
    }

    private static Peer greeted(Trial trial) {
        Peer peer = trial.connect();
        peer.receive(new Expectation.Sized(10, "<[0-9]{8}>", "a token"), "token");
        return peer;
    }
}
