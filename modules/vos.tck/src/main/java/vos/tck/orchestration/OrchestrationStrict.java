package vos.tck.orchestration;

import static vos.tck.Requirement.COM_3_2;
import static vos.tck.Requirement.COM_3_4;
import static vos.tck.Requirement.COM_9_2;
import static vos.tck.Requirement.COM_9_3;
import static vos.tck.Requirement.COM_9_4;
import static vos.tck.Requirement.ORCH_6_1;
import static vos.tck.Requirement.ORCH_6_2;
import static vos.tck.Requirement.ORCH_6_3;
import static vos.tck.orchestration.OrchestrationWords.LET_IN;
import static vos.tck.orchestration.OrchestrationWords.PASSWORD;
import static vos.tck.orchestration.OrchestrationWords.PROMPT;
import static vos.tck.orchestration.OrchestrationWords.USERNAME;

import java.util.Arrays;
import java.util.List;
import vos.tck.Account;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The strict form: hello, and commands that succeed. */
final class OrchestrationStrict {

    private static final String OFFER = "vos/1 upload download preview delete list exit\n";

    @Gate
    @Judges({ORCH_6_1, COM_3_2})
    @UsualCause("The hello is taken for an unknown command, or swallowed as the end of the pause.")
    void aHelloIsAnsweredBehindThePrompt(Trial trial) {
        OrchestrationSession login = new OrchestrationSession(trial).hear(USERNAME)
                .login(trial.run().accounts().getFirst());
        login.say("hello vos/1\n").hear(PROMPT).hear(OFFER);
    }

    @Judges(ORCH_6_1)
    @UsualCause("The hello is looked for only in the first pause.")
    void aHelloMayComeBehindThePrompt(Trial trial) {
        OrchestrationSession.open(trial).say("hello vos/1\n").hear(OFFER);
    }

    @Judges(ORCH_6_1)
    @UsualCause("What came behind the hello's line end is thrown away, or understood as in the published form.")
    void whatComesWithTheHelloIsInTheStrictForm(Trial trial) {
        String name = trial.name("with the hello", "");
        StrictSession.greet(trial, trial.run().accounts().getFirst(),
                "hello vos/1\nupload 2 " + name + "\nx\ndownload " + name + "\n").done().done("x\n");
    }

    @Judges(ORCH_6_1)
    @UsualCause("The login throws away what comes behind the password's line end.")
    void everythingMayComeInOneSegment(Trial trial) {
        Account user = trial.run().accounts().getFirst();
        new OrchestrationSession(trial).say(user.name() + "\n" + user.password() + "\nhello vos/1\nexit\n")
                .hear(USERNAME).hear(PASSWORD).hear(LET_IN).hear(PROMPT)
                .hear(OFFER).hear("OK\n").peer().expectEnd();
    }

    @Judges(COM_3_4)
    @UsualCause("The hello is compared with vos/1 as a whole.")
    void aLaterVersionIsAnsweredWithThisOne(Trial trial) {
        StrictSession.greet(trial, trial.run().accounts().getFirst(), "hello vos/2\n").say("exit").done().peer()
                .expectEnd();
    }

    @Judges(ORCH_6_1)
    @UsualCause("The server goes on prompting in the strict form.")
    void thereAreNoMorePrompts(Trial trial) {
        StrictSession session = StrictSession.open(trial);
        String name = trial.name("unprompted", "");
        session.send(StrictSession.upload(name, "x")).done().peer().expectSilence(250);
        session.say("delete " + name).done();
    }

    // ---- commands --------------------------------------------------------------------------------------------------

    @Judges({ORCH_6_2, ORCH_6_3, COM_9_2})
    void anUploadedFileCanBeDownloaded(Trial trial) {
        String name = trial.name("hello", ".txt");
        StrictSession.open(trial).send(StrictSession.upload(name, "Hello\n")).done().say("download " + name)
                .done("Hello\n").say("delete " + name).done().say("download " + name).refused("not-found");
    }

    @Judges(ORCH_6_3)
    @UsualCause("The size that is told is that of the file, and not that of the preview.")
    void aPreviewIsAtMost1024Bytes(Trial trial) {
        String name = trial.name("long", ".txt");
        byte[] content = trial.randomBytes(3000);
        StrictSession.open(trial).send(StrictSession.upload(name, content)).done().say("preview " + name)
                .done(Arrays.copyOf(content, 1024)).say("download " + name).done(content);
    }

    @Judges({ORCH_6_3, COM_9_3})
    @UsualCause("The names come in the order of the directory.")
    void aListingIsTheNamesSorted(Trial trial) {
        String name = trial.name("listed", "");
        StrictSession session = StrictSession.open(trial);
        for (String end : List.of(".b", ".c", ".a")) {
            session.send(StrictSession.upload(name + end, "x")).done();
        }
        session.say("list").listing("([^\\n]+\\n)*" + name + "\\.a\\n" + name + "\\.b\\n" + name
                + "\\.c\\n([^\\n]+\\n)*", "the names, sorted, each with LF: also " + name + ".a, .b and .c");
    }

    @NeedsRoot
    @Judges({ORCH_6_3, COM_9_3})
    @UsualCause("list takes no name, or an empty directory is No files. as in the published form.")
    void aDirectoryWithinIsListed(Trial trial) {
        String name = trial.name("directory", "");
        UserDirectory.of(trial).write(name + "/file", "x").make(name + "/empty");
        StrictSession session = StrictSession.open(trial);
        session.say("list " + name).done("empty/\nfile\n").say("list " + name + "/empty").done("");
    }

    @NeedsRoot
    @Judges(ORCH_6_3)
    void anEmptyDirectoryIsDeleted(Trial trial) {
        String name = trial.name("directory", "");
        UserDirectory directory = UserDirectory.of(trial).make(name);
        StrictSession.open(trial).say("delete " + name).done();
        directory.mustNotHave(name);
    }

    @Judges(COM_9_4)
    @UsualCause("A line is split at every space, or quotes are taken from names.")
    void namesMayHoldSpacesAndQuotes(Trial trial) {
        String name = trial.name("two  words \"and 'quotes", " end");
        StrictSession.open(trial).send(StrictSession.upload(name, "x")).done().say("download " + name).done("x")
                .say("delete " + name).done();
    }

    @Judges(ORCH_6_3)
    @UsualCause("The connection is closed without an answer, or stays open behind it.")
    void exitIsAnsweredAndClosesTheConnection(Trial trial) {
        StrictSession.open(trial).say("exit").done().peer().expectEnd();
    }

    @Judges({COM_9_4, COM_9_2})
    @UsualCause("An empty line is answered like an unknown command.")
    void anEmptyLineIsNoCommand(Trial trial) {
        StrictSession.open(trial).say("\n\r\n").say("exit").done().peer().expectEnd();
    }
}
