package vos.tck.orchestration;

import static vos.tck.Requirement.COM_10_2;
import static vos.tck.Requirement.ORCH_1_3;
import static vos.tck.Requirement.ORCH_4_1;
import static vos.tck.orchestration.OrchestrationWords.DELETED;
import static vos.tck.orchestration.OrchestrationWords.INVALID;
import static vos.tck.orchestration.OrchestrationWords.NOT_FOUND;
import static vos.tck.orchestration.OrchestrationWords.PASSWORD;
import static vos.tck.orchestration.OrchestrationWords.PROMPT;
import static vos.tck.orchestration.OrchestrationWords.TURNED_AWAY;
import static vos.tck.orchestration.OrchestrationWords.USERNAME;

import vos.tck.Account;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Two users, who must not notice each other. */
final class OrchestrationUsers {

    @Judges({ORCH_1_3, ORCH_4_1, COM_10_2})
    @UsualCause("All users work in one directory.")
    void usersDoNotSeeEachOthersFiles(Trial trial) {
        Account second = trial.run().accounts().getLast();
        OrchestrationSession first = OrchestrationSession.open(trial);
        String name = first.name("mine");
        first.upload(name, "the first user's");
        OrchestrationSession.open(trial, second).downloadMissing(name).upload(name, "the second user's")
                .download(name, "the second user's").delete(name, DELETED);
        first.download(name, "the first user's");
    }

    @NeedsRoot
    @Judges({ORCH_1_3, COM_10_2})
    @UsualCause("The server works in the root itself, or in a directory of another name.")
    void aUsersFilesLieInADirectoryOfTheirName(Trial trial) {
        Account second = trial.run().accounts().getLast();
        OrchestrationSession session = OrchestrationSession.open(trial, second);
        String name = session.name("mine");
        session.upload(name, "x");
        UserDirectory.of(trial, second).mustHold(name, "x");
        session.delete(name, DELETED);
    }

    @Judges({ORCH_4_1, COM_10_2})
    @Quirk("Names lead out of the user's directory.")
    @UsualCause("A path is allowed to lead to where users' directories are.")
    void anotherUsersFilesCannotBeNamed(Trial trial) {
        Account second = trial.run().accounts().getLast();
        OrchestrationSession first = OrchestrationSession.open(trial);
        String name = first.name("mine");
        first.upload(name, "x");
        String path = "../" + trial.run().accounts().getFirst().name() + "/" + name;
        OrchestrationSession.open(trial, second).downloadMissing(path).delete(path, NOT_FOUND)
                .downloadMissing("../nobody/" + name);
        first.download(name, "x");
    }

    @Judges(ORCH_1_3)
    @UsualCause("The first name that was given is kept, whoever logs in behind it.")
    void whoFailsFirstIsForgotten(Trial trial) {
        Account first = trial.run().accounts().getFirst();
        Account second = trial.run().accounts().getLast();
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("mine");
        session.upload(name, "x");
        new OrchestrationSession(trial).hear(USERNAME).say(first.name() + "\n").hear(PASSWORD)
                .say(second.password() + "\n").hear(TURNED_AWAY).hear(USERNAME).login(second).hear(PROMPT)
                .downloadMissing(name);
    }

    @Judges(ORCH_1_3)
    @UsualCause("Commands of a shell, or of other servers, are understood.")
    void noCommandLeavesTheDirectory(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        session.say("cd ..").answered(INVALID).say("cd").answered(INVALID).say("logout").answered(INVALID);
    }
}
