package vos.tck.minftp;

import static vos.tck.Requirement.COM_5_1;
import static vos.tck.Requirement.COM_5_2;
import static vos.tck.Requirement.COM_5_3;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_8_2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Contents of all kinds and sizes; uploads under way, cut, and replaced under a reader's eyes. */
final class MiniFtpTransfers {

    private static final int MIB = 1024 * 1024;

    // ---- contents --------------------------------------------------------------------------------------------------

    @Judges(COM_5_5)
    @UsualCause("Where a buffer is just full, or not quite, the last piece is lost or written twice.")
    void contentsAroundTheSizeOfABufferArriveWhole(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        for (int size : new int[] {0, 1, 1023, 1024, 1025, 4095, 4096, 4097, 65535, 65536, 65537}) {
            byte[] content = trial.randomBytes(size);
            session.stores("file", content).has("file", content);
        }
    }

    @Judges(COM_5_5)
    @UsualCause("The content is kept in a buffer that is too small, or pieces are joined again and again.")
    void aContentOfEightMebibytesArrivesWhole(Trial trial) {
        byte[] content = trial.randomBytes(8 * MIB);
        MiniFtpSession.inOwnDirectory(trial).stores("file", content).has("file", content);
    }

    @Judges(COM_5_5)
    @UsualCause("The content is decoded as text, or line ends in it are changed.")
    void allBytesArriveAsTheyAre(Trial trial) {
        byte[] content = new byte[512];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i < 256 ? i : 511 - i);
        }
        MiniFtpSession.inOwnDirectory(trial).stores("file", content).has("file", content);
    }

    @Judges(COM_5_5)
    void contentsThatReadLikeMessagesArriveAsTheyAre(Trial trial) {
        String content = "\r\n\0exit\nul x\n10\n<<EOF>>__END__END_OF_FILE\nOK 5\n/\nERROR not-found: no\n\r";
        MiniFtpSession.inOwnDirectory(trial).stores("file", content.getBytes(StandardCharsets.UTF_8))
                .has("file", content);
    }

    // ---- under way -------------------------------------------------------------------------------------------------

    @Judges(COM_5_1)
    @UsualCause("The file is opened under its name when the upload begins; write beside it, and rename it then.")
    void anUploadIsNotVisibleBeforeItsEnd(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession other = session.another("second");
        session.begins("file").peer().send("first half ");
        for (int i = 0; i < 10; i++) {
            other.peer().pause(10);
            other.refuses("not-found", "cd", "file");
        }
        session.content("second half").status();
        other.hasSize("file", "first half second half".length());
    }

    @Judges(COM_5_1)
    @UsualCause("The old file is emptied when the upload begins.")
    void theOldFileStaysUntilTheUploadIsComplete(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).stores("file", new byte[] {'o', 'l', 'd'});
        MiniFtpSession other = session.another("second");
        session.begins("file").peer().send("first half ").pause(50);
        other.has("file", "old");
        session.content("second half").status();
        other.has("file", "first half second half");
    }

    @Judges(COM_5_1)
    @UsualCause("The new content is written into the file that somebody still reads, and not into another one.")
    void whoeverReadsTheOldFileReadsItToItsEnd(Trial trial) {
        byte[] old = trial.randomBytes(8 * MIB);
        MiniFtpSession reader = MiniFtpSession.inOwnDirectory(trial).stores("file", old);
        MiniFtpSession writer = reader.another("second");
        reader.send("dl file").peer().expect(Payload.bytes(Arrays.copyOf(old, 1024)));
        writer.stores("file", trial.randomBytes(8 * MIB));
        reader.message(Payload.bytes(Arrays.copyOfRange(old, 1024, old.length))).status();
    }

    @Judges(COM_5_1)
    @UsualCause("Two uploads to one name write into the same file at once.")
    void ofTwoUploadsToOneNameOneIsThereWhole(Trial trial) {
        MiniFtpSession one = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession two = one.another("second");
        one.begins("file").peer().send("1111").pause(30);
        two.begins("file").peer().send("2222").pause(30);
        one.content("1111").status();
        two.content("2222").status();
        Payload first = one.framed("11111111");
        one.send("dl file").peer().expectOneOf(first, one.framed("22222222"));
        one.status();
    }

    @NeedsRoot
    @Judges(COM_5_2)
    @UsualCause("The unfinished upload lies beside under a name that clients can see and use.")
    void anUploadUnderWayHasANameThatNobodyCanUse(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession other = session.another("second");
        session.begins("file").peer().send("first half ");
        String here = session.onDisk().toString();
        List<String> names = trial.awaitFilesIn(here, found -> !found.isEmpty());
        trial.require(names.stream().allMatch(name -> name.startsWith(".vos-")),
                "nothing, or names that begin with .vos-", String.join(", ", names));
        for (String name : names) {
            other.send("dl " + name).noResult().refused("invalid-name");
        }
        session.content("second half").status();
        names = trial.awaitFilesIn(here, found -> found.equals(List.of("file")));
        trial.require(names.equals(List.of("file")), "the file alone", String.join(", ", names));
    }

    @NeedsRoot
    @Judges(COM_5_3)
    @UsualCause("The status is sent before the file is where it belongs.")
    void whatIsAcknowledgedIsOnDisk(Trial trial) throws IOException {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).does("mkdir", "sub").stores("one", new byte[7])
                .stores("two", new byte[300]);
        Path here = session.onDisk();
        trial.require(Files.isRegularFile(here.resolve("two")) && Files.size(here.resolve("two")) == 300,
                "two, with 300 bytes", String.join(", ", trial.filesIn(here.toString())));
        session.does("mv", "one", "sub");
        trial.require(Files.isRegularFile(here.resolve("sub/one")), "sub/one",
                String.join(", ", trial.filesIn(here.resolve("sub").toString())));
    }

    // ---- cut -------------------------------------------------------------------------------------------------------

    @Judges({COM_5_2, COM_8_2})
    @UsualCause("The end of the stream is taken for the end of the content.")
    void anUploadThatIsCutLeavesNothing(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession other = session.another("second");
        session.begins("file").peer().send("first half ").halfClose().expectGone();
        other.lacks("file");
    }

    @Judges({COM_5_2, COM_8_2})
    @UsualCause("The new file takes the old one's place although its end never came.")
    void anUploadThatIsCutLeavesTheOldFile(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial).stores("file", new byte[] {'o', 'l', 'd'});
        MiniFtpSession other = session.another("second");
        session.begins("file").peer().send("first half ").halfClose().expectGone();
        other.has("file", "old");
    }

    @Judges({COM_5_2, COM_8_2})
    @UsualCause("A token that has not come whole is no token.")
    void anUploadThatIsCutWithinItsTokenLeavesNothing(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession other = session.another("second");
        session.begins("file").peer().send(Payload.text("content").then("<")).halfClose().expectGone();
        other.lacks("file");
    }

    @Judges(COM_8_2)
    @UsualCause("What has come when the stream ends is taken for a whole command.")
    void aCommandThatIsCutIsNotObeyed(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession other = session.another("second");
        session.peer().send("mkdir sub").halfClose().expectGone();
        other.lacks("sub");
    }

    @Judges(COM_5_1)
    @UsualCause("When the client goes before it has read the status, the upload is taken back by halves.")
    void anUploadWhoseStatusNobodyReadsIsThereWholeOrNotAtAll(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession other = session.another("second");
        session.begins("file").content(Payload.repeated(new byte[] {'x'}, 1024)).peer().reset();
        other.send("info file");
        byte[] size = other.message("(1024)?", "1024 or, if the file is not there, nothing");
        if (size.length == 0) {
            other.refused("not-found");
        } else {
            other.status();
        }
    }
}
