package vos.tck.virtuos;

import static vos.tck.Requirement.COM_6_6;
import static vos.tck.Requirement.VIRT_2_1;
import static vos.tck.Requirement.VIRT_2_2;
import static vos.tck.Requirement.VIRT_3_1;
import static vos.tck.Requirement.VIRT_3_10;
import static vos.tck.Requirement.VIRT_3_11;
import static vos.tck.Requirement.VIRT_3_12;

import java.util.List;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What is a command, where it ends, and how the conversation does. */
final class VirtuosCommands {

    private static final String UNKNOWN = "Unknown command.";
    private static final int SEGMENT = 1024;

    @Judges(VIRT_2_1)
    @UsualCause("The command is compared with the white space that a terminal sends behind it.")
    void whiteSpaceAroundACommandIsNoPartOfIt(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (String pwd : List.of("pwd\n", "pwd\r\n", "  pwd", "\tpwd \t \n")) {
            session.ask(pwd, "/" + session.directory());
        }
    }

    @Judges({VIRT_2_1, COM_6_6})
    @UsualCause("The server reads lines. Here a command ends where its segment does, and what follows is ignored.")
    void twoCommandsInOneSegmentAreOne(Trial trial) {
        VirtuosSession.open(trial).ask("mkdir one\nmkdir two\n", "Folder 'one' created.").lists("one");
    }

    @Judges(VIRT_2_1)
    @UsualCause("The server reads more than 1,024 bytes at once.")
    void aSegmentEndsBehind1024Bytes(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.ask("pwd" + " ".repeat(SEGMENT - "pwd".length()) + "pwd", "/" + session.directory())
                .answer("/" + session.directory());
    }

    @Judges(VIRT_3_1)
    void whatStandsBehindTheNameIsIgnored(Trial trial) {
        VirtuosSession.open(trial).ask("mkdir one two three", "Folder 'one' created.").ask("ls -la", "one");
    }

    @Judges(VIRT_3_1)
    @UsualCause("The command is split at single spaces, so that two of them have an empty name between them.")
    void anyWhiteSpaceSeparatesAWordFromItsName(Trial trial) {
        VirtuosSession.open(trial).ask("mkdir   one", "Folder 'one' created.")
                .ask("mkdir\ttwo", "Folder 'two' created.").lists("one", "two");
    }

    @Judges(VIRT_3_1)
    void wordsAreInLowerCase(Trial trial) {
        VirtuosSession.open(trial).ask("PWD", UNKNOWN).ask("Mkdir one", UNKNOWN).lists();
    }

    @Judges(VIRT_3_12)
    void anotherWordIsUnknown(Trial trial) {
        VirtuosSession.open(trial).ask("help", UNKNOWN).ask("mkdirs one", UNKNOWN).lists();
    }

    @Judges(VIRT_3_12)
    @UsualCause("The server takes the second word without looking whether there is one.")
    void aWordWithoutTheNameThatItNeedsIsUnknown(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (String word : List.of("cd", "mkdir", "rm", "touch", "upload", "download", "mkdir  \n")) {
            session.ask(word, UNKNOWN);
        }
    }

    @Judges(VIRT_3_12)
    @Quirk("It closes the connection.")
    @UsualCause("A message of white space is taken for the end of the connection, which is a read of no bytes.")
    void aMessageOfWhiteSpaceAloneIsUnknown(Trial trial) {
        VirtuosSession.open(trial).ask("  \n", UNKNOWN).ask("\r\n", UNKNOWN).lists();
    }

    @Judges(VIRT_3_10)
    @UsualCause("The headline has a line end of its own, and behind it stands that of the answer.")
    void mydirIsAnsweredByAHeadlineAndAnEmptyLine(Trial trial) {
        VirtuosSession.open(trial).ask("mydir", "Client's current directory contents:\n").lists();
    }

    @Judges(VIRT_2_2)
    @UsualCause("A line end is sent behind the last word, or the connection stays open.")
    void exitAndQuitSayGoodbyeAndClose(Trial trial) {
        for (String word : List.of("exit", "quit", "exit\n")) {
            new VirtuosSession(trial).say(word).peer().expect("Goodbye!").expectEnd();
        }
    }

    @NeedsRoot
    @Judges(VIRT_2_2)
    @UsualCause("The sentence and its line end are two writes, or a stream without a buffer writes byte by byte.")
    void eachAnswerIsSentInOneWrite(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        atOnce(session, "touch a-file", "File 'a-file' created.");
        atOnce(session, "mkdir a-directory", "Folder 'a-directory' created.");
        for (int i = 0; i < 5; i++) {
            atOnce(session, "pwd", "/" + session.directory());
            atOnce(session, "cd nosuch", "Directory not found.");
        }
        atOnce(session, "mydir", "Client's current directory contents:\n");
        atOnce(session, "rm a-file", "File 'a-file' deleted.");
        atOnce(session, "ls", "a-directory");
    }

    private static void atOnce(VirtuosSession session, String command, String sentence) {
        session.say(command).peer().expectAtOnce(sentence + "\n");
    }

    @Judges(VIRT_3_11)
    @UsualCause("A read of no bytes, which is the end of the connection, ends the server, or is taken for a command.")
    void aClientMayCloseWithoutExit(Trial trial) {
        for (int i = 0; i < 5; i++) {
            new VirtuosSession(trial).ask("pwd", "/").peer().close();
            new VirtuosSession(trial).peer().reset();
        }
        VirtuosSession.open(trial).lists();
    }

    @Judges(VIRT_3_11)
    void aClientThatHasEndedItsOutputIsStillAnswered(Trial trial) {
        new VirtuosSession(trial).say("pwd").peer().halfClose().expect("/\n").expectEnd();
    }
}
