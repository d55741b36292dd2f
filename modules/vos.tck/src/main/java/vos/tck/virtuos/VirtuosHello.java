package vos.tck.virtuos;

import static vos.tck.Requirement.COM_3_2;
import static vos.tck.Requirement.COM_3_3;
import static vos.tck.Requirement.COM_3_4;
import static vos.tck.Requirement.VIRT_3_12;
import static vos.tck.Requirement.VIRT_6_1;

import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** How the two ends agree on the strict form. */
final class VirtuosHello {

    private static final String HELLO = "hello vos/1\n";

    @Gate
    @Judges({COM_3_2, VIRT_6_1})
    void aHelloIsAnsweredByTheVersion(Trial trial) {
        new VirtuosStrictSession(trial);
    }

    @Gate
    @Judges(COM_3_2)
    void theStrictFormIsSpokenFromThereOn(Trial trial) {
        new VirtuosStrictSession(trial).say("pwd").text("/").say("pwd").text("/");
    }

    @Judges(COM_3_3)
    @UsualCause("Commands of the strict form are understood although nobody has said hello.")
    void withoutAHelloTheServerKeepsToThePublishedForm(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.say("upload 4 file").peer().pause();
        session.file(Payload.text("content")).stored("4").holds("4", "content").lists("4");
    }

    @Judges(COM_3_4)
    @UsualCause("The version is compared as text, and a later one is an unknown command.")
    void aLaterVersionIsAnsweredByThisOne(Trial trial) {
        VirtuosStrictSession session = new VirtuosStrictSession(trial, new VirtuosSession(trial).peer());
        session.say("hello vos/2").welcomed().say("pwd").text("/");
    }

    @Judges(VIRT_6_1)
    @UsualCause("What a read gave behind the line end of the hello is thrown away.")
    void whatComesInOneSegmentWithTheHelloIsInTheStrictForm(Trial trial) {
        VirtuosStrictSession session = new VirtuosStrictSession(trial, new VirtuosSession(trial).peer());
        session.say(HELLO + "pwd\nls /nosuch").welcomed().text("/").refused("not-found");
    }

    @Judges(VIRT_6_1)
    @UsualCause("What one read gave is compared with the whole hello.")
    void aHelloIsUnderstoodWhereverItIsCut(Trial trial) {
        Splits.everywhere(HELLO.length(), cuts -> Tries.untilOneSucceeds(trial, again ->
                new VirtuosStrictSession(again, new VirtuosSession(again).peer()).sayCut(HELLO, cuts).welcomed()
                        .say("pwd").text("/")));
    }

    @Judges(VIRT_6_1)
    void aHelloIsUnderstoodWhenItsBytesComeOneByOne(Trial trial) {
        Tries.untilOneSucceeds(trial, again -> {
            VirtuosStrictSession session = new VirtuosStrictSession(again, new VirtuosSession(again).peer());
            session.peer().drip(Payload.text(HELLO));
            session.welcomed().say("pwd").text("/");
        });
    }

    @Judges(VIRT_6_1)
    void aHelloWithoutItsLineEndIsAHello(Trial trial) {
        VirtuosStrictSession session = new VirtuosStrictSession(trial, new VirtuosSession(trial).peer());
        session.peer().send("hello vos/1");
        session.welcomed().say("pwd").text("/");
    }

    @Judges({VIRT_6_1, VIRT_3_12})
    @UsualCause("The server waits for the rest of a hello that never was one.")
    void theBeginningOfAHelloAloneIsACommand(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.ask("h", "Unknown command.").ask("hello vos", "Unknown command.")
                .ask("pwd", "/" + session.directory());
    }
}
