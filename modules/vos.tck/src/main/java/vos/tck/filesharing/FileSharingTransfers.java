package vos.tck.filesharing;

import static vos.tck.Requirement.COM_3_3;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.FSA_3_1;
import static vos.tck.Requirement.FSA_3_3;
import static vos.tck.filesharing.FileSharingSession.bytes;
import static vos.tck.filesharing.FileSharingSession.everyByte;

import java.util.List;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What is uploaded comes back byte for byte, in the published form. */
final class FileSharingTransfers {

    private static final int LARGE = 8 << 20;

    @Gate
    @Judges({FSA_3_1, FSA_3_3, COM_3_3})
    @UsualCause("The server says something before the content; the published client takes it for a part of the file.")
    void aDownloadIsAnsweredByWhatWasUploadedAndNothingElse(Trial trial) {
        roundTrip(trial, bytes("no status, no size\n"));
    }

    @Judges({FSA_3_1, FSA_3_3})
    @UsualCause("A content without a byte is taken for a client that went away.")
    void anEmptyFileIsAFile(Trial trial) {
        roundTrip(trial, new byte[0]);
    }

    @Judges(FSA_3_3)
    void aDownloadMayBeAskedForByAClientThatEndsItsOutput(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("ended", ".txt");
        files.upload(name, bytes("still there\n"));
        files.ask("DOWNLOAD " + name).halfClose().expect("still there\n").expectEnd();
    }

    @Judges(COM_5_5)
    @UsualCause("The content is read or written as text, or a byte of it is looked for.")
    void aContentHoldsAnyBytes(Trial trial) {
        roundTrip(trial, everyByte(70_000));
    }

    @Judges(COM_5_5)
    @UsualCause("The server stops behind a read or a write that was shorter than its buffer.")
    void aContentHasAnyLength(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        for (int size : List.of(1, 1023, 1024, 1025, 4095, 4096, 4097, 65_535, 65_536, 65_537)) {
            String name = trial.name("size", ".bin");
            files.upload(name, everyByte(size));
            files.download(name, everyByte(size));
        }
    }

    @Judges(COM_5_5)
    void aContentMayBeLarge(Trial trial) {
        roundTrip(trial, everyByte(LARGE));
    }

    @Judges(COM_5_5)
    @UsualCause("The server takes a read that gave little for the last one.")
    void aContentMayComeByteByByte(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("drip", ".bin");
        files.begin(name).drip(Payload.bytes(everyByte(300))).halfClose().expectEnd();
        files.download(name, everyByte(300));
    }

    private static void roundTrip(Trial trial, byte[] content) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("content", ".bin");
        files.upload(name, content);
        files.download(name, content);
    }
}
