package vos.tck;

import static vos.tck.Requirement.MFTP_3_2;
import static vos.tck.Requirement.MFTP_3_3;
import static vos.tck.Requirement.MFTP_3_4;

/** What {@link JudgeOfPausesTest} has a {@link HastyServer} judged by; the requirements stand for any. */
final class PauseTrials {

    @Judges(MFTP_3_2)
    void itPausesBetweenItsWords(Trial trial) {
        trial.connect().expect("a").expectSilence(20).send("go").expect("b");
    }

    @Judges(MFTP_3_3)
    void itsFirstWordIsOneMessage(Trial trial) {
        trial.connect().receive(new Expectation.Segment(20, "a", "a"));
    }

    @Judges(MFTP_3_4)
    void itSaysWhatItMust(Trial trial) {
        trial.connect().send("go").expect("ab");
    }
}
