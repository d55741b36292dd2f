package vos.tck.orchestration;

import static vos.tck.Requirement.COM_7_3;
import static vos.tck.Requirement.COM_8_2;
import static vos.tck.Requirement.ORCH_3_12;
import static vos.tck.orchestration.OrchestrationWords.ASK_DELETED;
import static vos.tck.orchestration.OrchestrationWords.ASK_NAME;
import static vos.tck.orchestration.OrchestrationWords.INVALID;
import static vos.tck.orchestration.OrchestrationWords.NOT_FOUND;
import static vos.tck.orchestration.OrchestrationWords.PASSWORD;
import static vos.tck.orchestration.OrchestrationWords.USERNAME;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vos.tck.Account;
import vos.tck.Alone;
import vos.tck.Judges;
import vos.tck.Probe;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Many clients, of whom some are slow and some vanish. */
final class OrchestrationCrowds {

    private static final int MANY = 150;
    private static final int STALLED = 15;

    @Probe
    @Judges(COM_7_3)
    @UsualCause("The server accepts the next connection when it has served the one before.")
    void aSecondClientIsServedBesideTheFirst(Trial trial) {
        OrchestrationSession first = OrchestrationSession.open(trial);
        OrchestrationSession second = OrchestrationSession.open(trial);
        String name = first.name("beside");
        first.beginUpload(name).chunk("one ");
        second.upload(second.name("beside"), "two").say("bogus").answered(INVALID);
        first.chunk("one").endUpload().download(name, "one one");
    }

    @Judges(COM_7_3)
    @UsualCause("What belongs to one connection is kept in variables that all share.")
    void twoUploadsAtOnceAreNotMixed(Trial trial) {
        OrchestrationSession first = OrchestrationSession.open(trial);
        OrchestrationSession second = OrchestrationSession.open(trial);
        String one = first.name("one");
        String two = first.name("two");
        first.beginUpload(one);
        second.beginUpload(two);
        for (int i = 0; i < 10; i++) {
            first.chunk("one ");
            second.chunk("two two ");
        }
        second.endUpload();
        first.endUpload().download(one, "one ".repeat(10)).download(two, "two two ".repeat(10));
    }

    @Alone
    @Judges(COM_7_3)
    @Quirk("It serves ten clients, and the eleventh waits until one leaves.")
    @UsualCause("There are so many threads, and each is a client's for as long as it likes.")
    void manyWhoStallDoNotKeepOthersFromBeingServed(Trial trial) {
        List<OrchestrationSession> stalled = new ArrayList<>();
        for (int i = 0; i < STALLED; i++) {
            stalled.add(new OrchestrationSession(trial).hear(USERNAME));
        }
        OrchestrationSession uploading = OrchestrationSession.open(trial);
        uploading.beginUpload(uploading.name("stalled")).chunk("the beginning");
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("busy");
        session.upload(name, "x").download(name, "x");
        uploading.chunk("the end").endUpload();
        stalled.getLast().login(trial.run().accounts().getFirst());
    }

    @Alone
    @Judges({ORCH_3_12, COM_8_2})
    @UsualCause("What a connection holds is not given back when it breaks, or the error ends the program.")
    void afterManyWhoVanishOneIsServed(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        for (int i = 0; i < MANY; i++) {
            trial.afresh();
            vanish(new OrchestrationSession(trial).hear(USERNAME), user, i % 3);
        }
        String name = trial.name("vanished", ".bin");
        for (int i = 0; i < STALLED; i++) {
            trial.afresh();
            OrchestrationSession.open(trial).beginUpload(name).chunk("the beginning").peer().reset();
        }
        trial.afresh();
        OrchestrationSession.open(trial).upload(name, "x").download(name, "x");
    }

    private static void vanish(OrchestrationSession session, Account user, int step) {
        switch (step) {
            case 0 -> session.peer().reset();
            case 1 -> session.say(user.name() + "\n").hear(PASSWORD).peer().reset();
            default -> session.peer().close();
        }
    }

    @Judges({ORCH_3_12, COM_8_2})
    @UsualCause("An error on one connection is one of the whole program.")
    void aClientMayVanishAtEveryStep(Trial trial) {
        String name = trial.name("steps", ".bin");
        List<UnaryOperator<OrchestrationSession>> steps = List.of(UnaryOperator.identity(),
                session -> session.say("upload"), session -> session.say("upload").hear(ASK_NAME),
                session -> session.beginUpload(name), session -> session.say("download"),
                session -> session.say("delete").hear(ASK_DELETED),
                session -> session.say("delete").hear(ASK_DELETED).say(name + ".no").hear(NOT_FOUND));
        steps.forEach(step -> step.apply(OrchestrationSession.open(trial)).peer().reset());
        OrchestrationSession.open(trial).downloadMissing(name + ".no").say("bogus").answered(INVALID);
    }
}
