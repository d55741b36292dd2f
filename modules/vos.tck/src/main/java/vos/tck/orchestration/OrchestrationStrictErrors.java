package vos.tck.orchestration;

import static vos.tck.Requirement.COM_10_2;
import static vos.tck.Requirement.COM_2_1;
import static vos.tck.Requirement.COM_2_2;
import static vos.tck.Requirement.COM_2_4;
import static vos.tck.Requirement.COM_2_5;
import static vos.tck.Requirement.COM_2_6;
import static vos.tck.Requirement.COM_4_1;
import static vos.tck.Requirement.COM_4_2;
import static vos.tck.Requirement.COM_9_1;
import static vos.tck.Requirement.ORCH_6_4;

import java.nio.file.Path;
import java.util.regex.Pattern;
import vos.tck.Account;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The strict form: commands that are refused, each with its word. */
final class OrchestrationStrictErrors {

    @Judges({COM_9_1, COM_4_1, COM_4_2})
    @UsualCause("All that goes wrong is told as one error, or the first error ends the connection.")
    void errorsAreToldByTheirWords(Trial trial) {
        String name = trial.name("file", "");
        StrictSession session = StrictSession.open(trial).send(StrictSession.upload(name, "x")).done();
        for (String command : new String[] {"download ", "preview ", "delete ", "list "}) {
            session.say(command + name + ".no").refused("not-found");
        }
        session.say("list " + name).refused("not-a-directory");
        session.say("download " + name + "/inner").refused("(not-a-directory|not-found)");
        session.say("cd " + name).refused("unsupported").say("LIST").refused("unsupported");
        session.say("download " + name).done("x");
    }

    @NeedsRoot
    @Judges({COM_9_1, COM_4_1})
    @UsualCause("That a name exists is taken for that it is a file.")
    void errorsWithDirectoriesAreToldByTheirWords(Trial trial) {
        String name = trial.name("directory", "");
        UserDirectory directory = UserDirectory.of(trial).write(name + "/file", "x");
        StrictSession session = StrictSession.open(trial);
        session.say("download " + name).refused("is-a-directory").say("preview " + name).refused("is-a-directory");
        session.send(StrictSession.upload(name, "y")).refused("is-a-directory");
        session.say("delete " + name).refused("directory-not-empty");
        directory.mustHold(name + "/file", "x");
    }

    @Judges({COM_9_1, COM_2_1})
    @UsualCause("Bytes that are no UTF-8 become replacement characters, or end the connection.")
    void aLineThatIsNotUtf8IsMalformed(Trial trial) {
        StrictSession.open(trial).send(Payload.text("delete ").then(Payload.octets(0xff, 0xfe, '\n')))
                .refused("malformed").say("exit").done();
    }

    @Judges({COM_9_1, COM_2_2})
    @UsualCause("The operating system takes nearly any name.")
    void namesThatNoFileMayHaveAreInvalid(Trial trial) {
        StrictSession session = StrictSession.open(trial);
        OrchestrationNames.invalid(trial).forEach(name -> session.send(StrictSession.upload(name, "content"))
                .refused("invalid-name").say("download " + name).refused("invalid-name"));
    }

    @Judges({COM_9_1, COM_2_4, COM_10_2})
    @UsualCause("What lies outside is told from what does not exist, or from what is another user's.")
    void pathsThatLeadOutAreOutsideTheWorkspace(Trial trial) {
        Account second = trial.run().accounts().getLast();
        StrictSession session = StrictSession.open(trial);
        String name = trial.name("x", "");
        for (String path : new String[] {"../" + name, "/../" + name, "../" + second.name() + "/" + name,
            "../nobody/" + name, "nosuch/../../" + name}) {
            session.say("download " + path).refused("outside-the-workspace").say("delete " + path)
                    .refused("outside-the-workspace").send(StrictSession.upload(path, "content"))
                    .refused("outside-the-workspace");
        }
        session.say("list ..").refused("outside-the-workspace").say("list /../" + second.name())
                .refused("outside-the-workspace");
    }

    @NeedsRoot
    @Judges({COM_9_1, COM_2_5})
    @UsualCause("Opening a file follows links, unless it is asked not to.")
    void linksAreOutsideTheWorkspace(Trial trial) {
        String name = trial.name("linked", "");
        UserDirectory.of(trial).write(name + "/file", "x").link(name + "/link", Path.of("file"))
                .link(name + ".d", Path.of(name));
        StrictSession session = StrictSession.open(trial);
        session.say("list " + name).done("file\n").say("download " + name + "/link").refused("outside-the-workspace");
        session.say("list " + name + ".d").refused("outside-the-workspace");
        session.send(StrictSession.upload(name + ".d/new", "x")).refused("outside-the-workspace");
    }

    @NeedsRoot
    @Judges({COM_9_1, COM_2_6})
    @UsualCause("The operating system's words are passed on, which name the file as the server sees it.")
    void whereTheFilesLieIsNotTold(Trial trial) {
        String name = trial.name("nosuch", "");
        UserDirectory directory = UserDirectory.of(trial).write(name + ".d/file", "x");
        String here = Pattern.quote(directory.path().toAbsolutePath().getParent().toString());
        StrictSession session = StrictSession.open(trial);
        for (String command : new String[] {"download " + name, "delete " + name + ".d", "list " + name + ".d/file",
            "download " + name + ".d", "download ../" + name, "preview " + name + "/inner"}) {
            session.say(command).status("(?!.*" + here + ")ERROR [a-z-]+: .+",
                    "an ERROR that does not tell where the files lie");
        }
    }

    @Judges(COM_9_1)
    @UsualCause("The name is repeated in the sentence as it came.")
    void noControlCharacterPassesIntoASentence(Trial trial) {
        StrictSession.open(trial).say("download a\rb\u0007c").refused("invalid-name").say("\u001b[31mcolour \u0001")
                .refused("unsupported").say("list nosuch\u000bdirectory").refused("invalid-name");
    }

    @Judges({ORCH_6_4, COM_4_2})
    @UsualCause("The bytes of an upload that is refused are taken for commands.")
    void theBytesOfARefusedUploadAreRead(Trial trial) {
        String name = trial.name("kept", "");
        StrictSession session = StrictSession.open(trial).send(StrictSession.upload(name, "x")).done();
        session.send(StrictSession.upload("../" + name, "delete " + name + "\n")).refused("outside-the-workspace");
        session.send(StrictSession.upload(name + "/inner", ("delete " + name + "\n").repeat(20_000)))
                .refused("(not-a-directory|not-found)").say("download " + name).done("x");
    }

    @Judges(ORCH_6_4)
    @UsualCause("The error is said before the bytes have come, and the client, who is still sending, does not see it.")
    void aRefusedUploadIsAnsweredWhenItsBytesHaveBeenRead(Trial trial) {
        StrictSession session = StrictSession.open(trial);
        String name = trial.name("x", "");
        session.send(Payload.text("upload 10 ../" + name + "\n12345")).peer().expectSilence(200);
        session.send(Payload.text("67890")).refused("outside-the-workspace").say("exit").done();
    }
}
