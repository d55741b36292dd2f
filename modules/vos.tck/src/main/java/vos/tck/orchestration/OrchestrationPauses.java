package vos.tck.orchestration;

import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.ORCH_2_2;
import static vos.tck.Requirement.ORCH_2_3;
import static vos.tck.Requirement.ORCH_2_4;
import static vos.tck.Requirement.ORCH_2_5;
import static vos.tck.Requirement.ORCH_3_9;
import static vos.tck.orchestration.OrchestrationWords.DELETED;
import static vos.tck.orchestration.OrchestrationWords.END_OF_FILE;
import static vos.tck.orchestration.OrchestrationWords.END_OF_PREVIEW;
import static vos.tck.orchestration.OrchestrationWords.FOUND;
import static vos.tck.orchestration.OrchestrationWords.INVALID;
import static vos.tck.orchestration.OrchestrationWords.NOT_FOUND;
import static vos.tck.orchestration.OrchestrationWords.PASSWORD;
import static vos.tck.orchestration.OrchestrationWords.PREVIEW_MODE;
import static vos.tck.orchestration.OrchestrationWords.PROMPT;
import static vos.tck.orchestration.OrchestrationWords.STORED;
import static vos.tck.orchestration.OrchestrationWords.TURNED_AWAY;
import static vos.tck.orchestration.OrchestrationWords.USERNAME;

import vos.tck.Account;
import vos.tck.Judges;
import vos.tck.Mismatch;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Silence between two words, without which a published client takes them for one. */
final class OrchestrationPauses {

    /** Of the 100 ms at least that the server is silent, in milliseconds. */
    private static final int SILENCE = 50;
    private static final String GLUED = "It sends a prompt together with the words before it, or not, by luck.";

    /** What the server says next must be this, and then nothing for a while. */
    private static OrchestrationSession hearAlone(OrchestrationSession session, String words) {
        session.hear(words).peer().expectSilence(SILENCE);
        return session;
    }

    @Judges({ORCH_2_3, COM_6_1})
    @UsualCause("Two writes one after the other arrive together; flushing does not keep them apart, only silence does.")
    void thePromptBehindTheLoginIsASegmentOfItsOwn(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        Tries.some(trial, again -> {
            OrchestrationSession session = new OrchestrationSession(again).hear(USERNAME).login(user);
            session.peer().expectSilence(SILENCE);
            session.hear(PROMPT);
        });
    }

    @Judges({ORCH_2_3, ORCH_2_4, ORCH_2_5})
    @UsualCause("The server closes after one failure, or asks again in the moment in which it has said that it failed.")
    void aWrongPasswordIsAskedForAgainBehindAPause(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        OrchestrationSession session = new OrchestrationSession(trial).hear(USERNAME);
        try {
            hearAlone(failed(session, user), TURNED_AWAY);
        } catch (Mismatch joined) {
            trial.note("once more, as this machine may have been busy: " + joined.getMessage());
            session = new OrchestrationSession(trial).hear(USERNAME);
            hearAlone(failed(session, user), TURNED_AWAY);
        }
        session.hear(USERNAME).login(user).hear(PROMPT);
    }

    /** Failed logins are counted, so this is tried twice at most. */
    private static OrchestrationSession failed(OrchestrationSession session, Account user) {
        return session.say(user.name() + "\n").hear(PASSWORD).say("no-" + user.password() + "\n");
    }

    @Judges({ORCH_2_2, ORCH_2_3})
    @Quirk(GLUED)
    @UsualCause("The prompt is sent at once behind the answer; a published client compares one read with one word.")
    void thePromptBehindAnAnswerIsASegmentOfItsOwn(Trial trial) {
        Tries.some(trial, again -> {
            OrchestrationSession session = OrchestrationSession.open(again);
            hearAlone(session.say("bogus"), INVALID).hear(PROMPT);
            session.ask("download", again.name("nosuch", ""), NOT_FOUND).peer().expectSilence(SILENCE);
            session.hear(PROMPT);
        });
    }

    @Judges(ORCH_2_3)
    @Quirk(GLUED)
    void thePromptBehindATransferIsASegmentOfItsOwn(Trial trial) {
        String name = trial.name("paused", ".bin");
        Tries.some(trial, again -> {
            OrchestrationSession session = OrchestrationSession.open(again).beginUpload(name).chunk("some bytes");
            hearAlone(session.say(END_OF_FILE), STORED).hear(PROMPT);
            session.ask("download", name, FOUND).hear("some bytes");
            hearAlone(session, END_OF_FILE).hear(PROMPT);
            hearAlone(session.say("delete").hear(OrchestrationWords.ASK_DELETED).say(name), DELETED).hear(PROMPT);
        });
    }

    @Judges({ORCH_2_3, ORCH_3_9})
    @UsualCause("What announces the file, the file and what ends it are three segments; without pauses they are one.")
    void aFileStandsApartFromTheWordsAroundIt(Trial trial) {
        String name = trial.name("apart", ".bin");
        OrchestrationSession.open(trial).upload(name, "some bytes");
        Tries.some(trial, again -> {
            OrchestrationSession session = OrchestrationSession.open(again);
            session.ask("download", name, FOUND).peer().expectSilence(SILENCE);
            hearAlone(session, "some bytes").answered(END_OF_FILE);
        });
    }

    @Judges(ORCH_2_3)
    @UsualCause("What announces the preview, the preview and what ends it are three segments.")
    void aPreviewStandsApartFromTheWordsAroundIt(Trial trial) {
        String name = trial.name("apart", ".bin");
        OrchestrationSession.open(trial).upload(name, "some bytes");
        Tries.some(trial, again -> {
            OrchestrationSession session = OrchestrationSession.open(again);
            session.ask("download", "PREVIEW " + name, PREVIEW_MODE).peer().expectSilence(SILENCE);
            hearAlone(session, "some bytes").answered(END_OF_PREVIEW);
        });
    }

    @Judges(ORCH_2_3)
    @UsualCause("A prompt is left out when a command is there already, or that command is thrown away.")
    void inputEndsThePauseAndThePromptIsSentAllTheSame(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        OrchestrationSession session = new OrchestrationSession(trial).hear(USERNAME).login(user);
        session.say("bogus").hear(PROMPT).hear(INVALID);
        session.say("bogus").hear(PROMPT).hear(INVALID).hear(PROMPT);
    }
}
