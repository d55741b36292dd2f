package vos.tck.orchestration;

import static vos.tck.Requirement.COM_10_3;
import static vos.tck.Requirement.COM_10_4;
import static vos.tck.Requirement.COM_2_1;
import static vos.tck.Requirement.ORCH_1_1;
import static vos.tck.Requirement.ORCH_1_2;
import static vos.tck.Requirement.ORCH_2_1;
import static vos.tck.Requirement.ORCH_2_4;
import static vos.tck.Requirement.ORCH_2_5;
import static vos.tck.Requirement.ORCH_2_6;
import static vos.tck.Requirement.ORCH_3_1;
import static vos.tck.orchestration.OrchestrationWords.LET_IN;
import static vos.tck.orchestration.OrchestrationWords.PASSWORD;
import static vos.tck.orchestration.OrchestrationWords.PROMPT;
import static vos.tck.orchestration.OrchestrationWords.TURNED_AWAY;
import static vos.tck.orchestration.OrchestrationWords.USERNAME;

import java.util.List;
import java.util.stream.IntStream;
import vos.tck.Account;
import vos.tck.Alone;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/**
 * The greeting, and the login behind it. Servers count failed logins, and lock out an address that has too many of
 * them: a whole run makes six on a server that is right.
 */
final class OrchestrationLogin {

    @Gate
    @Judges({ORCH_1_1, ORCH_1_2})
    @UsualCause("The server waits for the client to speak, or its question has a line end or no space at its end.")
    void theServerAsksForAUserNameFirst(Trial trial) {
        new OrchestrationSession(trial).hear(USERNAME);
    }

    @Gate
    @Judges({ORCH_2_4, ORCH_3_1})
    @UsualCause("The server reads lines and waits for the end of one, but a published client sends none.")
    void aUserWhoSendsNoLineEndsLogsIn(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        new OrchestrationSession(trial).hear(USERNAME).say(user.name()).hear(PASSWORD).say(user.password())
                .hear(LET_IN).hear(PROMPT);
    }

    @Judges(ORCH_2_1)
    @UsualCause("The name or the password is compared with its line end, or with only LF taken from it.")
    void whiteSpaceAroundNameAndPasswordIsNoPartOfThem(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        new OrchestrationSession(trial).hear(USERNAME).say("\t" + user.name() + " \r\n").hear(PASSWORD)
                .say(" " + user.password() + "\r\n").hear(LET_IN).hear(PROMPT);
    }

    @Judges({ORCH_2_5, COM_10_3})
    @UsualCause("The server tells that a user does not exist, asks a fourth time, or says a farewell.")
    void theThirdFailureEndsTheConversationAndAllAreAlike(Trial trial) {
        Account user = trial.run().accounts().getLast();
        OrchestrationSession session = new OrchestrationSession(trial);
        session.hear(USERNAME).say(trial.name("nobody", "") + "\n").hear(PASSWORD).say(user.password() + "\n");
        session.hear(TURNED_AWAY).hear(USERNAME).say("../" + user.name() + "\n").hear(PASSWORD)
                .say(user.password() + "\n");
        session.hear(TURNED_AWAY).hear(USERNAME).say(user.name() + "\n").hear(PASSWORD).say(" \n").hear(TURNED_AWAY);
        session.peer().expectEnd();
    }

    @Judges({ORCH_2_5, COM_2_1})
    @UsualCause("The bytes are decoded without catching the error, which ends the connection.")
    void aNameThatIsNotUtf8IsAFailureLikeAnyOther(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        new OrchestrationSession(trial).hear(USERNAME).say(Payload.octets(0xff, 0xfe, '\n')).hear(PASSWORD)
                .say(user.password() + "\n").hear(TURNED_AWAY).hear(USERNAME).login(user).hear(PROMPT);
    }

    @Judges(ORCH_2_6)
    @Quirk("It takes a name and a password in one segment for a name.")
    @UsualCause("What one read gives is taken for the answer to one question, and what is behind a line end is lost.")
    void nameAndPasswordMayComeTogether(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        new OrchestrationSession(trial).say(user.name() + "\n" + user.password() + "\n").hear(USERNAME).hear(PASSWORD)
                .hear(LET_IN).hear(PROMPT);
    }

    @Judges(ORCH_2_6)
    @UsualCause("What one read gives is taken for the whole name, though the rest of the line is on its way.")
    void nameAndPasswordMayComeByteByByte(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        Tries.some(trial, again -> {
            OrchestrationSession session = new OrchestrationSession(again).hear(USERNAME);
            session.peer().drip(Payload.text(user.name() + "\n"));
            session.hear(PASSWORD).peer().drip(Payload.text(user.password() + "\n"));
            session.hear(LET_IN).hear(PROMPT);
        });
    }

    @Judges(ORCH_2_6)
    @UsualCause("The rest of a name is waited for only until the first byte has come, or only if it ends with LF.")
    void aNameWithoutALineEndMayBeCutInTwo(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        Tries.some(trial, again -> {
            OrchestrationSession session = new OrchestrationSession(again).hear(USERNAME);
            session.peer().sendCut(Payload.text(user.name()), List.of(2));
            session.hear(PASSWORD).peer().sendCut(Payload.text(user.password()), List.of(2));
            session.hear(LET_IN).hear(PROMPT);
        });
    }

    @Alone
    @Judges(COM_10_4)
    @UsualCause("A login is counted as failed from its beginning, so that those who log in together are locked out.")
    void manyMayLogInAtTheSameMoment(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        List<OrchestrationSession> sessions = IntStream.range(0, 10).mapToObj(i -> new OrchestrationSession(trial))
                .toList();
        sessions.forEach(session -> session.hear(USERNAME).say(user.name() + "\n").hear(PASSWORD));
        sessions.forEach(session -> session.say(user.password() + "\n"));
        sessions.forEach(session -> session.hear(LET_IN).hear(PROMPT));
    }
}
