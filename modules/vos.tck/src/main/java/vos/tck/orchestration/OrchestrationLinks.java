package vos.tck.orchestration;

import static vos.tck.Requirement.COM_2_5;
import static vos.tck.orchestration.OrchestrationWords.ASK_NAME;
import static vos.tck.orchestration.OrchestrationWords.NOT_FOUND;
import static vos.tck.orchestration.OrchestrationWords.NOT_STORED;
import static vos.tck.orchestration.OrchestrationWords.PROMPT;

import java.nio.file.Path;
import vos.tck.Expectation;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Symbolic links in the user's directory. */
@NeedsRoot
final class OrchestrationLinks {

    @Judges(COM_2_5)
    @UsualCause("Opening a file follows links, unless it is asked not to.")
    void aLinkToAFileOutsideIsNotFollowed(Trial trial) {
        String name = trial.name("link", "");
        UserDirectory directory = UserDirectory.of(trial).write("../" + name + ".txt", "x")
                .link(name, Path.of("..", name + ".txt"));
        OrchestrationSession session = OrchestrationSession.open(trial).downloadMissing(name).delete(name, NOT_FOUND);
        session.say("upload").hear(ASK_NAME).say(name).answered(NOT_STORED);
        directory.mustHold("../" + name + ".txt", "x");
    }

    @Judges(COM_2_5)
    @UsualCause("Only the last part of a path is looked at.")
    void aLinkToADirectoryOutsideIsNotFollowed(Trial trial) {
        String name = trial.name("link", "");
        UserDirectory directory = UserDirectory.of(trial).write("../" + name + ".d/file", "x")
                .link(name, Path.of("..", name + ".d"));
        OrchestrationSession session = OrchestrationSession.open(trial).downloadMissing(name + "/file");
        session.say("upload").hear(ASK_NAME).say(name + "/new").answered(NOT_STORED);
        directory.mustNotHave("../" + name + ".d/new");
    }

    @Judges(COM_2_5)
    @UsualCause("A link is followed where it leads to a file within the directory.")
    void aLinkWithinTheDirectoryIsNotFollowed(Trial trial) {
        String name = trial.name("link", "");
        UserDirectory.of(trial).write(name + ".txt", "x").link(name, Path.of(name + ".txt"));
        OrchestrationSession.open(trial).download(name + ".txt", "x").downloadMissing(name);
    }

    @Judges(COM_2_5)
    @Quirk("It has no command list, which its README promises.")
    void linksAreNotListed(Trial trial) {
        String name = trial.name("link", "");
        UserDirectory.of(trial).write(name + ".txt", "x").link(name, Path.of(name + ".txt"));
        OrchestrationSession session = OrchestrationSession.open(trial).say("list");
        session.peer().receive(new Expectation.Delimited(Payload.text(PROMPT),
                "(?!(.*\\n)?" + name + "/?\\n)(.*\\n)?" + name + "\\.txt\\n.*", "a listing without the link " + name));
    }
}
