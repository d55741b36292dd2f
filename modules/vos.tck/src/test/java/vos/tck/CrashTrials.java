package vos.tck;

import static vos.tck.Requirement.MFTP_3_2;
import static vos.tck.Requirement.MFTP_3_3;
import static vos.tck.Requirement.MFTP_3_4;

/** What {@link JudgeOfCrashesTest} has a {@link FragileServer} judged by; the requirements stand for any. */
final class CrashTrials {

    @Judges(MFTP_3_2)
    void aNeighbour(Trial trial) {
        trial.require(!server(trial).hasBrokenAll(), "a server that lives", "one that does not");
    }

    @Judges(MFTP_3_3)
    void theOneThatEndsIt(Trial trial) {
        trial.require(!server(trial).diesOf(trial), "a server that lives", "one that does not");
    }

    @Judges(MFTP_3_4)
    void zAnotherNeighbour(Trial trial) {
        aNeighbour(trial);
    }

    private static FragileServer server(Trial trial) {
        return (FragileServer) trial.run().target();
    }
}
