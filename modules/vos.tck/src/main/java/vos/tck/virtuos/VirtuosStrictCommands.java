package vos.tck.virtuos;

import static vos.tck.Requirement.COM_2_2;
import static vos.tck.Requirement.COM_2_3;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_6_7;
import static vos.tck.Requirement.COM_7_1;
import static vos.tck.Requirement.COM_8_2;
import static vos.tck.Requirement.COM_9_2;
import static vos.tck.Requirement.COM_9_3;
import static vos.tck.Requirement.COM_9_4;
import static vos.tck.Requirement.VIRT_6_2;
import static vos.tck.Requirement.VIRT_6_3;
import static vos.tck.Requirement.VIRT_6_4;

import java.util.List;
import java.util.Locale;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Commands of the strict form: a line each. */
final class VirtuosStrictCommands {

    private static final int LONG = 8000;

    @Judges({VIRT_6_3, VIRT_6_4, COM_9_2})
    void eachCommandIsAnsweredByAStatus(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.does("mkdir a").does("touch file").say("cd a").text(session.path() + "/a")
                .say("pwd").text(session.path() + "/a").say("cd ..").text(session.path())
                .does("rm a").does("rm file").say("ls").text("");
    }

    @Judges({VIRT_6_4, COM_9_3})
    @UsualCause("Directories have no slash behind their name, or the last line has no end.")
    void aListingIsSortedAndMarksDirectories(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        for (String name : List.of("m", "c", "x", "a")) {
            session.does("touch file-" + name).does("mkdir directory-" + name);
        }
        session.lists("directory-a/", "directory-c/", "directory-m/", "directory-x/",
                "file-a", "file-c", "file-m", "file-x");
    }

    @Judges({VIRT_6_4, COM_9_3})
    @UsualCause("The limit of 1,024 bytes, which the published form has, is kept here too.")
    void aListingIsOfAnyLength(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        String[] names = new String[60];
        for (int i = 0; i < names.length; i++) {
            names[i] = String.format(Locale.ROOT, "a-name-that-is-a-little-longer-%02d", i);
            session.does("touch " + names[i]);
        }
        session.lists(names);
    }

    @Judges({VIRT_6_3, COM_9_2})
    @UsualCause("The size is the length of the text before it has been encoded.")
    void theSizeOfATextCountsBytes(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.does("mkdir \u017c\u00f3\u0142w").lists("\u017c\u00f3\u0142w/").say("cd \u017c\u00f3\u0142w")
                .text(session.path() + "/\u017c\u00f3\u0142w").say("ls").text("");
    }

    @Judges(VIRT_6_4)
    void lsMayNameADirectory(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.does("mkdir a").does("mkdir a/b").say("ls a").text("b/\n").say("ls a/b").text("")
                .say("ls " + session.path()).text("a/\n").refuses("ls nosuch", "not-found");
    }

    @Judges(VIRT_6_4)
    @UsualCause("The command of the published form is used, which makes what is missing and minds nothing.")
    void mkdirMakesOneDirectoryThatIsNotThere(Trial trial) {
        VirtuosStrictSession.open(trial).does("mkdir a").refuses("mkdir a", "already-exists")
                .refuses("mkdir b/c", "not-found").does("mkdir a/b").lists("a/");
    }

    @Judges({VIRT_6_4, COM_2_3})
    @UsualCause("Two dots in a name are refused, as the published form does it.")
    void twoDotsMeanWhatTheyDoEverywhere(Trial trial) {
        VirtuosStrictSession.open(trial).does("mkdir a").does("mkdir a/../b").does("touch x..y").does("rm a/../b")
                .lists("a/", "x..y");
    }

    @Judges(VIRT_6_4)
    void behindTheAnswerToExitTheServerCloses(Trial trial) {
        for (String word : List.of("exit", "quit")) {
            new VirtuosStrictSession(trial).does(word).peer().expectEnd();
        }
    }

    @Judges({VIRT_6_2, COM_9_4})
    @UsualCause("The command is split at white space, and the name ends at the first.")
    void aNameIsAllThatFollowsTheSpace(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.does("mkdir my files").say("cd my files").text(session.path() + "/my files")
                .upload("a file", "content").holds("a file", "content").does("touch 7 two  blanks")
                .lists("7 two  blanks", "a file").does("rm a file").does("rm 7 two  blanks").lists();
    }

    @Judges(COM_9_4)
    void anEmptyLineIsNotAnswered(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.say("\n\r\n\npwd").text(session.path()).say("").say("pwd").text(session.path());
    }

    @Judges({COM_6_7, VIRT_6_2})
    @UsualCause("The CR is left at the end of the name.")
    void aCarriageReturnBeforeTheLineEndIsNoPartOfTheLine(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.does("mkdir a\r").say("pwd\r").text(session.path()).lists("a/");
        session.peer().send("upload 7 file\r\ncontent");
        session.done().holds("file", "content");
    }

    @Judges({VIRT_6_2, COM_3_5})
    @UsualCause("What one read gave is taken for a line.")
    void aCommandIsUnderstoodWhereverItIsCut(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        String command = "cd " + session.path() + "\n";
        Splits.everywhere(command.length(), cuts -> session.sayCut(command, cuts).text(session.path()));
    }

    @Judges({COM_3_5, COM_6_7})
    void commandsAreUnderstoodHoweverTheyAreCut(Trial trial) {
        String commands = "mkdir a\nupload 7 file\ncontentdownload file\nls\nrm file\nrm a\npwd\n";
        Splits.random(trial, commands.length(), 5, (again, cuts) -> {
            VirtuosStrictSession session = VirtuosStrictSession.open(again);
            session.sayCut(commands, cuts).done().done().text("content").text("a/\nfile\n").done().done()
                    .text(session.path());
        });
    }

    @Judges(COM_3_5)
    @UsualCause("What a read gave behind the first line is thrown away, or read when the next bytes come.")
    void commandsThatComeTogetherAreAnsweredInOrder(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.say("mkdir a\ncd a\npwd\ncd ..\nupload 3 file\none" + "download file\nls nosuch\nrm file\nls")
                .done().text(session.path() + "/a").text(session.path() + "/a").text(session.path()).done()
                .text("one").refused("not-found").done().text("a/\n");
    }

    @Judges(COM_3_5)
    void commandsAreUnderstoodWhenBytesComeOneByOne(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.peer().drip(Payload.text("upload 3 file\n\n\n\ndownload file\n"));
        session.done().text("\n\n\n");
    }

    @Judges({COM_7_1, VIRT_6_2})
    @UsualCause("The line is read into a buffer of 1,024 bytes, as the published form does it.")
    void aCommandOf8000BytesIsAnswered(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.refuses("touch " + "n".repeat(LONG), "invalid-name").say("pwd").text(session.path());
    }

    @Judges({COM_7_1, VIRT_6_2})
    @UsualCause("The server collects a line as long as it comes, and its memory is the client's.")
    void aCommandOfMoreThan8192BytesBreaksTheFraming(Trial trial) {
        new VirtuosStrictSession(trial).say("touch " + "n".repeat(LONG + 300) + "\npwd").refused("malformed").peer()
                .expectEnd();
        VirtuosStrictSession endless = new VirtuosStrictSession(trial);
        endless.peer().send("n".repeat(5 * LONG));
        endless.refused("malformed").peer().expectEnd();
    }

    @Judges({COM_2_2, VIRT_6_2})
    void aPathOfMoreThan4096BytesIsRefused(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.say("cd " + "./".repeat(2000) + ".").text(session.path())
                .refuses("mkdir " + "n/".repeat(2500) + "n", ".+").say("pwd").text(session.path()).lists();
    }

    @Judges({COM_8_2, VIRT_6_2})
    @UsualCause("The end of the connection is taken for the end of the line.")
    void aCommandWithoutItsLineEndIsNotDone(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        VirtuosStrictSession cut = session.another();
        cut.peer().send("mkdir a").halfClose().expectGone();
        session.lists();
    }
}
