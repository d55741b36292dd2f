package vos.tck.orchestration;

import static vos.tck.Requirement.COM_2_1;
import static vos.tck.Requirement.COM_3_3;
import static vos.tck.Requirement.COM_4_2;
import static vos.tck.Requirement.COM_6_6;
import static vos.tck.Requirement.ORCH_2_1;
import static vos.tck.Requirement.ORCH_3_1;
import static vos.tck.Requirement.ORCH_3_11;
import static vos.tck.Requirement.ORCH_3_12;
import static vos.tck.Requirement.ORCH_3_2;
import static vos.tck.Requirement.ORCH_3_3;
import static vos.tck.Requirement.ORCH_3_4;
import static vos.tck.Requirement.ORCH_5_1;
import static vos.tck.orchestration.OrchestrationWords.ASK_DELETED;
import static vos.tck.orchestration.OrchestrationWords.ASK_NAME;
import static vos.tck.orchestration.OrchestrationWords.CANCEL_UPLOAD;
import static vos.tck.orchestration.OrchestrationWords.DELETED;
import static vos.tck.orchestration.OrchestrationWords.INVALID;
import static vos.tck.orchestration.OrchestrationWords.NOT_DELETED;
import static vos.tck.orchestration.OrchestrationWords.NOT_FOUND;
import static vos.tck.orchestration.OrchestrationWords.PROMPT;

import java.util.List;
import vos.tck.Account;
import vos.tck.Alone;
import vos.tck.Expectation;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Commands in the published form, but for those that move files. */
final class OrchestrationCommands {

    private static final String NO_LIST = "It has no command list, which its README promises.";

    @Judges({ORCH_3_1, ORCH_3_3, COM_4_2})
    @UsualCause("Words are compared without regard to case, or only by their beginning.")
    void anyOtherWordIsAnInvalidCommand(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        List.of("help", "UPLOAD", "upload a.txt", "deleted", " ").forEach(word -> session.say(word).answered(INVALID));
    }

    @Judges({ORCH_2_1, ORCH_3_2})
    @UsualCause("Commands and names are compared with the white space around them.")
    void whiteSpaceAroundWordsIsNoPartOfThem(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("white space");
        session.say("\t upload \r\n").hear(ASK_NAME).say(" " + name + "\r\n").hear(OrchestrationWords.ASK_FILE)
                .chunk("x").endUpload();
        session.say("delete\n").hear(ASK_DELETED).say("\n " + name + "\n").answered(DELETED);
    }

    @Judges({COM_2_1, ORCH_3_3})
    @Quirk("It closes when a command is not UTF-8.")
    @UsualCause("The bytes are decoded without catching the error, which ends the connection.")
    void aCommandThatIsNotUtf8IsInvalid(Trial trial) {
        OrchestrationSession.open(trial).say(Payload.octets(0xff, 0xfe)).answered(INVALID).say("bogus")
                .answered(INVALID);
    }

    @Judges({ORCH_2_1, COM_6_6})
    @UsualCause("The server looks for a line end within what one read gave, and finds two commands in it.")
    void whatComesInOneSegmentIsOneMessage(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        session.say("bogus\nbogus").answered(INVALID).say("delete").hear(ASK_DELETED).say(session.name("nosuch"))
                .answered(NOT_FOUND);
    }

    @Judges(ORCH_3_4)
    @UsualCause("What one read gives is taken for a whole command, though the network may hold the rest of it.")
    void aCommandIsUnderstoodWhereverItIsCut(Trial trial) {
        String name = trial.name("nosuch", "");
        Tries.some(trial, again -> {
            OrchestrationSession session = OrchestrationSession.open(again);
            Splits.everywhere("upload".length(), cuts -> {
                session.peer().sendCut(Payload.text("upload"), cuts);
                session.hear(ASK_NAME).say(CANCEL_UPLOAD).hear(PROMPT);
            });
            Splits.everywhere("delete".length(), cuts -> {
                session.peer().sendCut(Payload.text("delete"), cuts);
                session.hear(ASK_DELETED).say(name).answered(NOT_FOUND);
            });
        });
    }

    @Judges(ORCH_3_4)
    void aCommandIsUnderstoodByteByByte(Trial trial) {
        String name = trial.name("nosuch", "");
        Tries.some(trial, again -> {
            OrchestrationSession session = OrchestrationSession.open(again);
            session.peer().drip(Payload.text("download"));
            session.peer().pause();
            session.say(name).answered(NOT_FOUND).peer().drip(Payload.text("exit"));
            session.peer().expectEnd();
        });
    }

    @Judges(ORCH_3_4)
    @UsualCause("The rest of a command that has begun is waited for without an end.")
    void theBeginningOfACommandAloneIsInvalid(Trial trial) {
        OrchestrationSession.open(trial).say("uplo").answered(INVALID).say("bogus").answered(INVALID);
    }

    // ---- delete ----------------------------------------------------------------------------------------------------

    @Judges(ORCH_3_2)
    void aDeletedFileIsGone(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("deleted");
        session.upload(name, "x").delete(name, DELETED).downloadMissing(name);
    }

    @Judges(ORCH_5_1)
    @UsualCause("The server says that a file was deleted without looking whether there was one.")
    void whatDoesNotExistIsNotDeleted(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        session.delete(session.name("nosuch"), NOT_FOUND);
    }

    @NeedsRoot
    @Judges(ORCH_3_2)
    @Quirk("It deletes no directory.")
    @UsualCause("Only files are deleted, or a directory in another way, which is not used.")
    void anEmptyDirectoryIsDeleted(Trial trial) {
        String name = trial.name("empty", "");
        UserDirectory directory = UserDirectory.of(trial).make(name);
        OrchestrationSession.open(trial).delete(name, DELETED);
        directory.mustNotHave(name);
    }

    @NeedsRoot
    @Judges(ORCH_5_1)
    @UsualCause("A directory is deleted with all that is in it.")
    void aDirectoryWithEntriesIsNotDeleted(Trial trial) {
        String name = trial.name("full", "");
        UserDirectory directory = UserDirectory.of(trial).write(name + "/inner", "x");
        OrchestrationSession.open(trial).delete(name, NOT_DELETED);
        directory.mustHold(name + "/inner", "x");
    }

    // ---- list ------------------------------------------------------------------------------------------------------

    @Judges({ORCH_3_11, COM_3_3})
    @Quirk(NO_LIST)
    @UsualCause("The names come in the order of the directory, or as somebody's array of strings.")
    void aListingIsTheNamesSorted(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("listed");
        session.upload(name + ".b", "x").upload(name + ".c", "x").upload(name + ".a", "x").say("list");
        String entry = name.replace(".", "\\.");
        session.peer().receive(new Expectation.Delimited(Payload.text(PROMPT), "([^\\n]+\\n)*" + entry + "\\.a\\n"
                + entry + "\\.b\\n" + entry + "\\.c\\n([^\\n]+\\n)*",
                "the names, sorted, each with LF: also " + name + ".a, .b and .c"));
    }

    @NeedsRoot
    @Judges(ORCH_3_11)
    @Quirk(NO_LIST)
    @UsualCause("Directories are listed like files, or not at all.")
    void directoriesAreListedWithASlash(Trial trial) {
        String name = trial.name("listed", "");
        UserDirectory.of(trial).make(name);
        OrchestrationSession session = OrchestrationSession.open(trial).say("list");
        session.peer().receive(new Expectation.Delimited(Payload.text(PROMPT), "(.*\\n)?" + name + "/\\n.*",
                "a listing with a line " + name + "/"));
    }

    @Alone
    @NeedsRoot
    @Judges(ORCH_3_11)
    @Quirk(NO_LIST)
    @UsualCause("Of an empty directory nothing is sent at all, and a client waits for it for ever.")
    void aListingOfNothingSaysSo(Trial trial) {
        Account user = trial.run().accounts().getLast();
        UserDirectory.of(trial, user);
        List<String> names = trial.filesIn(user.name());
        OrchestrationSession session = OrchestrationSession.open(trial, user).say("list");
        if (names.isEmpty()) {
            session.answered("No files.\n");
        } else {
            session.hear(names.getFirst());
        }
    }

    // ---- the end ---------------------------------------------------------------------------------------------------

    @Judges(ORCH_3_12)
    @UsualCause("The server says farewell, or leaves the connection open.")
    void exitClosesTheConnectionWithoutAWord(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial).say("exit");
        session.peer().expectEnd();
    }

    @Judges(ORCH_3_12)
    @Quirk("It answers a client that has gone with Invalid command., for as long as the connection bears it.")
    @UsualCause("A read that gives nothing is the end of the stream, and not an empty command.")
    void aClientMayCloseAtThePrompt(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        session.peer().halfClose().expectGone();
    }
}
