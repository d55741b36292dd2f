package vos.tck.virtuos;

import static vos.tck.Requirement.VIRT_1_1;
import static vos.tck.Requirement.VIRT_1_2;
import static vos.tck.Requirement.VIRT_1_3;
import static vos.tck.Requirement.VIRT_3_4;
import static vos.tck.Requirement.VIRT_3_5;

import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What the server says before it is asked, and what every other test needs. */
final class VirtuosGreeting {

    @Gate
    @Judges({VIRT_1_1, VIRT_1_2})
    @UsualCause("The server waits for the client to speak, or its welcome lacks the line end.")
    void theServerSpeaksFirst(Trial trial) {
        new VirtuosSession(trial);
    }

    @Gate
    @Judges(VIRT_1_3)
    @UsualCause("The server tells where its root lies on its disk, or begins where its program was started.")
    void aSessionBeginsInTheRoot(Trial trial) {
        new VirtuosSession(trial).ask("pwd", "/");
    }

    @Gate
    @Judges({VIRT_3_4, VIRT_3_5})
    void aDirectoryIsMadeAndEntered(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.ask("pwd", "/" + session.directory());
    }
}
