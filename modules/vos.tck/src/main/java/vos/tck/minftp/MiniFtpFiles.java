package vos.tck.minftp;

import static vos.tck.Requirement.COM_4_1;
import static vos.tck.Requirement.COM_8_1;
import static vos.tck.Requirement.MFTP_3_5;
import static vos.tck.Requirement.MFTP_3_6;
import static vos.tck.Requirement.MFTP_3_7;
import static vos.tck.Requirement.MFTP_3_8;
import static vos.tck.Requirement.MFTP_3_9;
import static vos.tck.Requirement.MFTP_5_2;
import static vos.tck.Requirement.MFTP_5_3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The commands about files, and the end: sections 3.5 to 3.9, and what they answer when they fail: 5.2 and 5.3. */
final class MiniFtpFiles {

    private static final String SILENCE = "A command that fails ends the conversation in silence.";

    // ---- ul --------------------------------------------------------------------------------------------------------

    @Judges({MFTP_3_5, MFTP_3_6})
    void whatIsUploadedCanBeDownloaded(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).stores("file", "one\ntwo\n").has("file", "one\ntwo\n");
    }

    @NeedsRoot
    @Judges(MFTP_3_5)
    @UsualCause("The file is not closed or flushed before the status, or the content is changed on its way.")
    void whatIsUploadedIsOnDisk(Trial trial) throws IOException {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).stores("file", "one\r\ntwo\n");
        Path file = session.onDisk().resolve("file");
        String found = Files.isRegularFile(file) ? Files.readString(file) : "no such file";
        trial.require(found.equals("one\r\ntwo\n"), "one\r\ntwo\n in " + session.here() + "/file", found);
    }

    @Judges(MFTP_3_5)
    @UsualCause("Only as much of the old file is written over as the new one has bytes, or the new one is added to it.")
    void anUploadReplacesAFile(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).stores("file", "a long content").stores("file", "short")
                .has("file", "short");
    }

    @Judges(MFTP_3_5)
    @UsualCause("A content without bytes is a token alone; the server waits for more, or makes no file.")
    void anEmptyFileIsAFile(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).stores("file", "").hasSize("file", 0).has("file", "");
    }

    @Judges(MFTP_3_5)
    void anUploadMayGoToAPath(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").stores("sub/file", "x").enter("sub")
                .has("file", "x");
    }

    @Judges(MFTP_3_5)
    @UsualCause("The server asks of every message whether it is a command, also of the one behind ul.")
    void aContentThatReadsLikeACommandIsAContent(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).stores("file", "mkdir sub").has("file", "mkdir sub").does("mkdir", "sub");
    }

    @Quirk(SILENCE)
    @Judges({MFTP_3_5, MFTP_5_3})
    @UsualCause("The content of a refused upload is taken for the next command.")
    void theContentOfARefusedUploadIsNotObeyed(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub");
        session.begins("nosuch/file").send("mkdir bad").refused("not-found");
        session.begins("sub").send("mkdir bad").refused("is-a-directory").does("mkdir", "bad");
    }

    @Quirk(SILENCE)
    @Judges(MFTP_5_3)
    @UsualCause("The status of a refused upload is sent before its content has come: the client reads it too early.")
    void aRefusedUploadIsAnsweredBehindItsContent(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.begins("nosuch/file").peer().expectSilence(50).send("con").expectSilence(100);
        session.send("tent").refused("not-found").does("cd");
    }

    // ---- dl --------------------------------------------------------------------------------------------------------

    @NeedsRoot
    @Judges(MFTP_3_6)
    @UsualCause("The file is read as text: line ends are changed, or bytes that are no text are replaced.")
    void aDownloadIsTheFileAsItIs(Trial trial) throws IOException {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        byte[] content = {'a', '\r', '\n', 'b', '\n', 0, (byte) 0xff, (byte) 0xc3, '\r'};
        Files.write(session.onDisk().resolve("file"), content);
        session.has("file", content);
    }

    @Quirk(SILENCE)
    @Judges({MFTP_5_2, COM_4_1})
    @UsualCause("A client that downloads waits for two messages: before the status an empty one must come.")
    void aDownloadOfWhatIsNotThereIsEmpty(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub");
        session.send("dl nosuch").noResult().refused("not-found");
        session.send("dl sub").noResult().refused("is-a-directory").does("cd");
    }

    // ---- info ------------------------------------------------------------------------------------------------------

    @Judges(MFTP_3_7)
    @UsualCause("The size stands within a sentence, or counts characters; it is the number of bytes, in digits alone.")
    void infoTellsTheSizeInBytes(Trial trial) {
        String content = "\u00fcber 12\n";
        MiniFtpSession.inOwnDirectory(trial).stores("file", content).hasSize("file", 9);
    }

    @Judges(MFTP_3_7)
    void infoOfADirectoryIsANumber(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").send("info sub");
        session.message("[0-9]+", "a size in decimal digits");
        session.status();
    }

    @Quirk(SILENCE)
    @Judges(MFTP_5_2)
    @UsualCause("A client that asks for a size waits for two messages: before the status an empty one must come.")
    void infoOfWhatIsNotThereIsEmpty(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).lacks("nosuch").does("cd");
    }

    // ---- mv --------------------------------------------------------------------------------------------------------

    @Judges(MFTP_3_8)
    void mvRenames(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).stores("old", "x").does("mv", "old", "new").has("new", "x")
                .does("mkdir", "old");
    }

    @Judges(MFTP_3_8)
    @UsualCause("A destination that is a directory is taken for the new name.")
    void mvMovesIntoADirectory(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).stores("file", "x").does("mkdir", "sub").does("mv", "file", "sub")
                .has("sub/file", "x").does("mkdir", "file");
    }

    @Judges(MFTP_3_8)
    @UsualCause("A file moved by a path keeps the whole path behind the directory, and not its last name alone.")
    void mvKeepsTheLastName(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("mkdir", "one").does("mkdir", "two").stores("one/file", "x")
                .does("mv", "one/file", "two").has("two/file", "x");
    }

    @Judges(MFTP_3_8)
    @UsualCause("The call that renames refuses a name that exists.")
    void mvReplacesAFile(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).stores("one", "1").stores("two", "2").does("mv", "one", "two")
                .has("two", "1").does("mkdir", "one");
    }

    @Judges(MFTP_3_8)
    void mvMovesADirectory(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).does("mkdir", "one").does("mkdir", "two").stores("one/file", "x")
                .does("mv", "one", "two").has("two/one/file", "x")
                .does("mv", "two", "three").has("three/one/file", "x");
    }

    @Quirk(SILENCE)
    @Judges(MFTP_3_8)
    void mvOfWhatIsNotThereIsRefused(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).refuses("not-found", "mv", "nosuch", "other").does("cd");
    }

    @Quirk(SILENCE)
    @Judges({MFTP_3_8, COM_4_1})
    @UsualCause("A directory is copied into itself, or lost.")
    void mvDoesNotMoveADirectoryIntoItself(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").does("mkdir", "sub/inner");
        session.send("mv sub sub/inner").refused();
        session.enter("sub/inner");
    }

    // ---- the end ---------------------------------------------------------------------------------------------------

    @Quirk("The connection stays open after exit until the next client comes.")
    @Judges(MFTP_3_9)
    @UsualCause("exit is answered by a status like any other command, or the connection is not closed.")
    void exitEndsTheConversationWithoutAWord(Trial trial) {
        MiniFtpSession.open(trial).does("cd").send("exit").peer().expectEnd();
    }

    @Judges(COM_8_1)
    @UsualCause("The end of the stream is not noticed: a read that gives no bytes means that the client has gone.")
    void aClientMayCloseWithoutExit(Trial trial) {
        MiniFtpSession.open(trial).does("cd").peer().halfClose().expectEnd();
        MiniFtpSession.open(trial, "second").does("cd");
    }

    @Judges(COM_8_1)
    void aClientMayLeaveWithoutAWord(Trial trial) {
        new MiniFtpSession(trial, "token").peer().close();
        trial.connect().close();
        MiniFtpSession.open(trial, "second").does("cd");
    }
}
