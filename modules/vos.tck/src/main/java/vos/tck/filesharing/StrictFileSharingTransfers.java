package vos.tck.filesharing;

import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_8;
import static vos.tck.Requirement.COM_9_2;
import static vos.tck.Requirement.FSA_3_2;
import static vos.tck.Requirement.FSA_5_4;
import static vos.tck.Requirement.FSA_5_5;
import static vos.tck.Requirement.FSA_5_6;
import static vos.tck.filesharing.FileSharingSession.bytes;
import static vos.tck.filesharing.FileSharingSession.everyByte;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vos.tck.Judges;
import vos.tck.Peer;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Contents in the strict form: as many bytes as were told, and then the end. */
final class StrictFileSharingTransfers {

    private static final int LARGE = 8 << 20;
    private static final int TOGETHER = 6;
    private static final int TRIES = 10;

    @Judges({FSA_5_4, COM_9_2})
    @UsualCause("The status has no line end, or the connection stays open behind the answer.")
    void anUploadIsAnsweredByOkAndADownloadByItsSizeAndContent(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("answered", ".txt");
        files.upload(name, bytes("hello\n"));
        files.download(name, bytes("hello\n"));
    }

    @Judges({FSA_5_4, COM_9_2})
    @UsualCause("A size of 0 is left out, and the status of an empty file is that of an upload.")
    void anEmptyFileHasTheSizeZero(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("empty", ".txt");
        files.upload(name, new byte[0]);
        files.download(name, new byte[0]);
    }

    @Judges({FSA_5_4, COM_5_5})
    @UsualCause("The size is counted in characters, or the server stops behind a read that did not fill its buffer.")
    void aContentHasAnyLengthAndHoldsAnyBytes(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        for (int size : List.of(1, 1023, 1024, 1025, 4095, 4096, 4097, 65_535, 65_536, 65_537, LARGE)) {
            String name = trial.name("size", ".bin");
            files.upload(name, everyByte(size));
            files.download(name, everyByte(size));
        }
    }

    @Judges({FSA_5_5, COM_5_5})
    @UsualCause("The server looks for requests, statuses or line ends in the content.")
    void aContentMayLookLikeRequestsAndStatuses(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        for (String content : List.of("\n", "\r\n\r\n", "VOS/1 UPLOAD 0 x\n", "OK\nOK 5\nERROR internal: x\n",
                "HELLO vos/1\n", "\0\0\0\n")) {
            String name = trial.name("looks", ".txt");
            files.upload(name, bytes(content));
            files.download(name, bytes(content));
        }
    }

    @Judges(FSA_5_5)
    @UsualCause("The server stores the content when so many bytes have come, and does not wait for the end.")
    void aContentIsStoredWhenTheEndOfTheStreamHasComeToo(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("end", ".txt");
        Peer upload = trial.connect().send(StrictFileSharingSession.upload(name, 5, bytes("hello")))
                .expectSilence(200);
        files.isMissing(name);
        StrictFileSharingSession.stored(upload.halfClose());
        files.download(name, bytes("hello"));
    }

    @Judges({FSA_5_5, COM_6_8})
    @UsualCause("The end of the stream is taken for the end of the content, as it is in the published form.")
    void aContentThatIsShorterThanToldIsNeitherStoredNorAnswered(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        for (int size : List.of(0, 1, 4_096, 99_999)) {
            trial.afresh();
            String name = trial.name("short", ".bin");
            files.unanswered(files.send(name, 100_000, everyByte(size)));
            files.isMissing(name);
        }
    }

    @Judges({FSA_5_5, COM_6_8})
    @UsualCause("The server trusts the size, and makes room for it before a byte has come.")
    void aSizeThatIsALieHasNoEffect(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("lie", ".bin");
        for (long size : List.of(1L << 31, 1L << 32, 999_999_999_999_999_999L)) {
            files.unanswered(files.send(name, size, bytes("hello\n")));
            files.isMissing(name);
        }
        files.upload(name, bytes("hello\n"));
        files.download(name, bytes("hello\n"));
    }

    @Judges(FSA_5_5)
    @UsualCause("The server stores as many bytes as were told, and does not look whether more follow.")
    void aContentThatIsLongerThanToldIsMalformed(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        for (int told : List.of(0, 5, 99_999)) {
            trial.afresh();
            String name = trial.name("longer", ".bin");
            StrictFileSharingSession.refused(files.send(name, told, everyByte(told + 1)), "malformed");
            files.isMissing(name);
        }
    }

    @Judges({FSA_5_5, FSA_3_2})
    @UsualCause("The server answers and closes while the client is still sending, and its answer is lost to a reset.")
    void aRefusedUploadIsAnsweredBehindItsContent(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("taken", ".bin");
        files.upload(name, bytes("the first one\n"));
        StrictFileSharingSession.refused(files.send(name, LARGE, everyByte(LARGE)), "already-exists");
        Peer slow = trial.connect().send(StrictFileSharingSession.upload(name, 10, bytes("another")))
                .expectSilence(200);
        StrictFileSharingSession.refused(slow.send("one").halfClose(), "already-exists");
        files.download(name, bytes("the first one\n"));
    }

    @Judges({FSA_5_5, COM_6_8})
    @UsualCause("The server takes a reset for the end of the content.")
    void anUploadThatIsResetAnywhereIsNotStored(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("reset", ".bin");
        byte[] content = everyByte(1_000);
        for (int size : List.of(0, 1, 500, 999)) {
            byte[] sent = Arrays.copyOf(content, size);
            trial.connect().send(StrictFileSharingSession.upload(name, content.length, sent)).pause(20).reset();
        }
        files.upload(name, content);
        files.download(name, content);
    }

    @Judges(FSA_5_5)
    @UsualCause("A file becomes visible before the last of its bytes has been written.")
    void anUploadThatIsResetBehindItsLastByteIsThereAsAWholeOrNotAtAll(Trial trial) {
        byte[] content = everyByte(100_000);
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        for (int i = 0; i < TRIES; i++) {
            trial.afresh();
            String name = trial.name("reply", ".bin");
            files.send(name, content.length, content).pause(i).reset();
            new FileSharingSession(trial).isWholeOrMissing(name, content);
        }
    }

    @Judges({FSA_3_2, FSA_5_4})
    @UsualCause("Whether the name is free, and taking it, are two steps, between which another upload gets through.")
    void ofSeveralUploadsToOneNameOneIsTold(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("contested", ".bin");
        List<Peer> uploads = IntStream.range(0, TOGETHER).mapToObj(i -> trial.connect()
                .send(StrictFileSharingSession.upload(name, 50_000 + i, everyByte(50_000 + i)))).toList();
        uploads.forEach(Peer::halfClose);
        List<Integer> stored = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
            byte[] answer = uploads.get(i).expectGone();
            if (new String(answer, StandardCharsets.UTF_8).equals("OK\n")) {
                stored.add(i);
            }
        }
        trial.require(stored.size() == 1, "one upload that is told OK", stored.size() + " of " + TOGETHER);
        files.download(name, everyByte(50_000 + stored.getFirst()));
    }

    @Judges(FSA_5_6)
    @UsualCause("The server waits for the end of the client's output before it answers.")
    void aDownloadDoesNotWaitForAHalfClose(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("half", ".txt");
        files.upload(name, bytes("hello\n"));
        files.ask("VOS/1 DOWNLOAD " + name).expect("OK 6\nhello\n").expectEnd();
        files.download(name, bytes("hello\n"));
    }
}
