package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_4_1;
import static vos.tck.Requirement.CLOUD_4_2;
import static vos.tck.Requirement.CLOUD_4_3;
import static vos.tck.Requirement.CLOUD_4_4;
import static vos.tck.Requirement.COM_2_3;
import static vos.tck.Requirement.COM_2_6;
import static vos.tck.Requirement.COM_2_7;

import java.util.List;
import java.util.regex.Pattern;
import vos.tck.Judges;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The commands that a shell knows, and its current directory. */
final class CloudFsShell {

    private static final String NEW_SHELL = "Every line is run in a new shell, so that cd ends with its line.";

    @Judges(CLOUD_4_4)
    void mkdirMakesADirectoryAndLsListsIt(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.does("mkdir " + session.path("sub")).does("mkdir " + session.path("sub/inner"))
                .prints("ls " + session.directory(), "sub\n").prints("ls " + session.path("sub"), "inner\n");
        session.complains("mkdir " + session.path("sub"));
        session.complains("mkdir " + session.path("nosuch/inner"));
    }

    @Judges(CLOUD_4_4)
    @UsualCause("Names are listed in the order in which the system gives them.")
    void lsSortsTheNames(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (String name : List.of("pear", "fig", "apple", "kiwi", "cherry", "banana")) {
            session.does("mkdir " + session.path(name));
        }
        session.prints("ls " + session.directory(), "apple\nbanana\ncherry\nfig\nkiwi\npear\n");
        session.complains("ls " + session.path("nosuch"));
    }

    @Judges(CLOUD_4_4)
    void catPrintsFilesOneAfterTheOther(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("a"), Octets.of("one\n")).uploadSlowly(session.path("b"), Octets.of("two"))
                .prints("cat " + session.path("a"), "one\n")
                .prints("cat " + session.path("a") + " " + session.path("b"), "one\ntwo");
    }

    @Judges(CLOUD_4_4)
    @UsualCause("The server does not look whether the destination is a directory.")
    void mvMovesIntoADirectoryOrToANewName(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("a"), Octets.of("one\n")).does("mkdir " + session.path("d"))
                .does("mv " + session.path("a") + " " + session.path("d"))
                .prints("ls " + session.path("d"), "a\n").prints("ls " + session.directory(), "d\n")
                .does("mv " + session.path("d/a") + " " + session.path("b"))
                .prints("ls " + session.directory(), "b\nd\n").prints("cat " + session.path("b"), "one\n")
                .does("mv " + session.path("d") + " " + session.path("e"))
                .prints("ls " + session.directory(), "b\ne\n");
        session.complains("mv " + session.path("nosuch") + " " + session.path("x"));
    }

    @Judges(CLOUD_4_4)
    void rmRemovesAFileAndNoDirectory(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("a"), Octets.of("one\n")).does("mkdir " + session.path("d"))
                .does("rm " + session.path("a"));
        session.complains("rm " + session.path("d"));
        session.complains("rm " + session.path("a"));
        session.prints("ls " + session.directory(), "d\n");
    }

    @Judges(CLOUD_4_4)
    void rmRemovesADirectoryWithAllThatIsInIt(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.does("mkdir " + session.path("d")).does("mkdir " + session.path("d/e"))
                .uploadSlowly(session.path("d/e/f"), Octets.of("one\n")).does("mkdir " + session.path("kept"))
                .does("rm -r " + session.path("d")).prints("ls " + session.directory(), "kept\n");
    }

    @Judges(CLOUD_4_4)
    @UsualCause("The line is split at every space, also between quotes.")
    void whatStandsBetweenQuotesIsOneWord(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.does("mkdir '" + session.path("one two") + "'").does("mkdir \"" + session.path("C:\\My Docs") + "\"")
                .does("mkdir   " + session.path("'three  four'"))
                .prints("ls " + session.directory(), "C:\\My Docs\none two\nthree  four\n")
                .does("mv '" + session.path("C:\\My Docs") + "' " + session.path("\"one two\""))
                .prints("ls '" + session.path("one two") + "'", "C:\\My Docs\n");
    }

    @Judges({CLOUD_4_1, CLOUD_4_4})
    @Quirk("The shell of the machine has a help of its own, or none.")
    void helpSaysWhatTheShellKnows(Trial trial) {
        String help = CloudFsSession.open(trial).answer("help");
        for (String name : List.of("cat", "cd", "help", "ls", "mkdir", "mv", "pwd", "rm")) {
            boolean named = Pattern.compile("\\b" + name + "\\b").matcher(help).find();
            trial.require(named, "a help that names " + name, help);
        }
    }

    @Judges(CLOUD_4_1)
    @UsualCause("What the server does not know, and what fails without a word, is not answered: the client waits for "
            + "ever.")
    void whatCannotBeDoneIsAnsweredByASentence(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String nosuch = session.path("nosuch");
        for (String line : List.of("nosuchcommand", "nosuchcommand with words", "cat " + nosuch, "rm " + nosuch,
                "cd " + nosuch, "mv " + nosuch + " x", "ls " + nosuch, "cat " + session.directory(), "cat 'x")) {
            session.complains(line);
        }
    }

    @Judges(CLOUD_4_3)
    @UsualCause("Outputs and errors are gathered apart from each other and sent one behind the other.")
    void errorsStandWhereTheyOccurred(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("a"), Octets.of("first\n"))
                .uploadSlowly(session.path("b"), Octets.of("last\n"));
        String answer = session.answer("cat " + session.path("a") + " " + session.path("nosuch") + " "
                + session.path("b"));
        trial.require(Pattern.compile("first\n.+last\n", Pattern.DOTALL).matcher(answer).matches(),
                "first\\n, what is wrong with the second file, and last\\n", answer);
    }

    @Judges(CLOUD_4_3)
    @UsualCause("The command is ended, or not begun, when its client has gone.")
    void aLineRunsToItsEndAlsoWhenItsClientHasGone(Trial trial) {
        CloudFsSession witness = CloudFsSession.inDirectory(trial);
        witness.does("mkdir " + witness.path("d"));
        for (int i = 0; i < 20; i++) {
            witness.does("mkdir " + witness.path("d/" + i));
        }
        witness.another().send("rm -r " + witness.path("d")).peer().close();
        trial.await("an empty directory once the line has run to its end",
                () -> witness.answer("ls " + witness.directory()).equals(CloudFsSession.DONE));
    }

    // ---- the current directory -------------------------------------------------------------------------------------

    @Judges({CLOUD_4_2, CLOUD_4_4})
    @Quirk(NEW_SHELL)
    @UsualCause("The current directory is forgotten at the end of the line.")
    void cdLastsUntilTheNext(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.does("mkdir " + session.path("sub")).does("cd " + session.directory())
                .prints("ls", "sub\n").does("cd sub").prints("pwd", "/" + session.path("sub") + "\n").does("cd ..")
                .prints("ls", "sub\n");
        session.complains("cd nosuch");
        session.prints("pwd", "/" + session.directory() + "\n");
    }

    @Judges(CLOUD_4_2)
    @Quirk(NEW_SHELL)
    @UsualCause("The names of uploads and downloads begin at the root, or at the directory of the server's process.")
    void uploadsAndDownloadsBeginAtTheCurrentDirectory(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.does("cd " + session.directory()).uploadSlowly("a", Octets.of("one\n"))
                .holds("a", Octets.of("one\n")).holds("/" + session.path("a"), Octets.of("one\n"));
    }

    @Judges(COM_2_7)
    @UsualCause("The server changes the current directory of its process, which all its sessions share.")
    void theCurrentDirectoryBelongsToTheSession(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        CloudFsSession other = session.another().does("cd " + session.directory());
        session.prints("ls " + session.directory(), CloudFsSession.DONE);
        other.does("cd /");
        CloudFsSession third = session.another().does("mkdir " + session.path("d"));
        third.prints("ls " + session.directory(), "d\n");
    }

    @Judges({COM_2_6, CLOUD_4_4})
    @Quirk("It tells the path on the machine.")
    @UsualCause("The path that is told is that on the server's disk.")
    void pwdTellsThePathWithinTheWorkspace(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.prints("pwd", "/\n").does("cd " + session.directory()).prints("pwd", "/" + session.directory() + "\n")
                .does("cd /").prints("pwd", "/\n");
    }

    @Judges(COM_2_3)
    @Quirk("The root is that of the machine.")
    @UsualCause("A path that begins with / is looked for at the root of the machine's disk, or refused.")
    void pathsAreOfNamesAndDots(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        Octets content = Octets.of("one\n");
        session.does("mkdir /" + session.path("sub")).uploadSlowly("/" + session.path("sub/../a"), content)
                .holds(session.path("./a"), content).holds(session.path("sub/./../a"), content)
                .does("cd /" + session.path("sub")).prints("cat ../a", "one\n").does("cd ../sub/.")
                .prints("pwd", "/" + session.path("sub") + "\n");
    }
}
