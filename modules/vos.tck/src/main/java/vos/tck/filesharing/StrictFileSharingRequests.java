package vos.tck.filesharing;

import static vos.tck.Requirement.COM_2_1;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_4_3;
import static vos.tck.Requirement.COM_7_1;
import static vos.tck.Requirement.COM_8_2;
import static vos.tck.Requirement.COM_8_3;
import static vos.tck.Requirement.COM_9_4;
import static vos.tck.Requirement.FSA_1_2;
import static vos.tck.Requirement.FSA_5_2;
import static vos.tck.Requirement.FSA_5_3;
import static vos.tck.Requirement.FSA_5_4;
import static vos.tck.filesharing.FileSharingSession.bytes;
import static vos.tck.filesharing.FileSharingSession.everyByte;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Requests of the strict form: lines, wherever the network cuts them. */
final class StrictFileSharingRequests {

    private static final byte[] CONTENT = bytes("a content\n");
    private static final int LONG = 8_000;
    private static final int TOO_LONG = 9_000;
    private static final int TRIES = 20;

    @Judges({FSA_5_3, COM_3_5})
    @UsualCause("The server takes the first read for the whole line, or for a line and nothing else.")
    void anUploadIsUnderstoodWhereverItIsCut(Trial trial) {
        int length = StrictFileSharingSession.uploading(padded("cut"), CONTENT.length).length() + 1;
        Splits.everywhere(length + CONTENT.length, cuts -> {
            trial.afresh();
            String name = trial.name("cut", "");
            StrictFileSharingSession files = new StrictFileSharingSession(trial);
            Payload upload = StrictFileSharingSession.upload(padded(name), CONTENT.length, CONTENT);
            StrictFileSharingSession.stored(trial.connect().sendCut(upload, cuts).halfClose());
            files.download(padded(name), CONTENT);
        });
    }

    /** So long that what is cut is as long each time. */
    private static String padded(String name) {
        return name + "x".repeat(32 - name.length());
    }

    @Judges({FSA_5_3, COM_3_5})
    @UsualCause("The server takes the first read for the whole line.")
    void aDownloadIsUnderstoodWhereverItIsCut(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("cut", ".txt");
        files.upload(name, CONTENT);
        Splits.everywhere(("VOS/1 DOWNLOAD " + name).length() + 1, cuts -> {
            trial.afresh();
            files.downloadCut(name, cuts, CONTENT);
        });
    }

    @Judges({FSA_5_3, COM_3_5})
    void anUploadIsUnderstoodHoweverItIsCut(Trial trial) {
        int length = StrictFileSharingSession.uploading(padded("cuts"), 3_000).length() + 1 + 3_000;
        Splits.random(trial, length, TRIES, (again, cuts) -> {
            String name = padded(again.name("cuts", ""));
            StrictFileSharingSession files = new StrictFileSharingSession(again);
            Payload upload = StrictFileSharingSession.upload(name, 3_000, everyByte(3_000));
            StrictFileSharingSession.stored(again.connect().sendCut(upload, cuts).halfClose());
            files.download(name, everyByte(3_000));
        });
    }

    @Judges({FSA_5_3, COM_9_4})
    @UsualCause("The server cuts the line at every space, and takes the last or the first piece for the name.")
    void aNameIsAllThatStandsBehindTheLastSpaceThatTheGrammarAsksFor(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String stem = trial.name("name", "");
        List<String> names = List.of(stem, stem + " a.txt", stem + " b.txt", stem + "  a.txt", stem + " ", " " + stem,
                "7 " + stem, "8 " + stem, "\"" + stem + " a.txt\"", stem + " \u00fc \u65e5");
        names.forEach(name -> files.upload(name, bytes(name)));
        names.forEach(name -> files.download(name, bytes(name)));
    }

    @Judges(FSA_5_3)
    @UsualCause("The server stores a content of a size that it could not read, or does not answer at all.")
    void aLineThatIsNoRequestIsUnsupported(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("no", ".txt");
        for (String line : List.of("VOS/1", "VOS/1 ", "VOS/1 LIST " + name, "VOS/1 download " + name,
                "VOS/1  DOWNLOAD " + name, "VOS/2 DOWNLOAD " + name, "VOS/1 UPLOAD " + name,
                "VOS/1 UPLOAD five " + name, "VOS/1 UPLOAD -1 " + name, "VOS/1 UPLOAD +1 " + name,
                "VOS/1 UPLOAD 1.0 " + name, "VOS/1 UPLOAD  1 " + name, "VOS/1 UPLOAD 1234567890123456789 " + name)) {
            files.refused(line, "unsupported");
        }
        files.isMissing(name);
    }

    @Judges({FSA_5_2, FSA_5_3})
    @UsualCause("Whatever follows HELLO is taken for a version.")
    void aHelloForSomethingElseIsUnsupported(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        List.of("HELLO world", "HELLO vos", "HELLO").forEach(line -> files.refused(line, "unsupported"));
    }

    @Judges({FSA_5_3, COM_2_1})
    @UsualCause("The server puts a replacement for what is not UTF-8.")
    void aLineThatIsNotUtf8IsMalformed(Trial trial) {
        Payload name = Payload.text(trial.name("bytes", "")).then(Payload.octets(0xe9, 't', 0xe9, '\n'));
        StrictFileSharingSession.refused(trial.connect().send(Payload.text("VOS/1 DOWNLOAD ").then(name)),
                "malformed");
        StrictFileSharingSession.refused(trial.connect().send(Payload.text("VOS/1 UPLOAD 0 ").then(name)).halfClose(),
                "malformed");
    }

    @Judges({COM_7_1, FSA_5_3})
    @UsualCause("The server reads a line into a buffer that is shorter than 8,192 bytes.")
    void aLineMayBeLong(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        files.refused("VOS/1 DOWNLOAD " + "x".repeat(LONG), "invalid-name");
        String name = trial.name("long", ".txt");
        String path = "./".repeat(2_000) + name;
        files.upload(path, CONTENT);
        files.download(name, CONTENT);
    }

    @Judges({COM_4_3, FSA_5_3})
    @UsualCause("The server goes on reading a line for as long as it lasts, or drops the first part of it.")
    void aLineThatIsTooLongBreaksTheFramingAndNothingBehindItIsARequest(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("behind", ".txt");
        String line = "VOS/1 DOWNLOAD " + "x".repeat(TOO_LONG);
        StrictFileSharingSession.refused(trial.connect().send(line), "malformed");
        StrictFileSharingSession.refused(
                trial.connect().send(line + "\nVOS/1 UPLOAD 0 " + name + "\n").halfClose(), "malformed");
        files.isMissing(name);
    }

    @Judges({COM_8_3, FSA_5_4})
    @UsualCause("The server closes while bytes of the client's are unread, and its system resets the connection.")
    void theLastWordsAreNotLostToAReset(Trial trial) {
        byte[] endless = new byte[200_000];
        Arrays.fill(endless, (byte) 'x');
        Payload line = Payload.text("VOS/1 DOWNLOAD ").then(Payload.bytes(endless));
        StrictFileSharingSession.refused(trial.connect().send(line).pause(), "malformed");
        String name = trial.name("words", ".txt");
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        files.upload(name, CONTENT);
        Payload more = Payload.text("VOS/1 DOWNLOAD " + name + "\n").then(Payload.bytes(endless));
        trial.connect().send(more).pause().expect("OK " + CONTENT.length + "\n").expect(Payload.bytes(CONTENT))
                .expectEnd();
    }

    @Judges({COM_8_2, FSA_5_3})
    @UsualCause("The end of the stream is taken for the end of the line.")
    void aLineWithoutAnEndIsNoRequest(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("line", ".txt");
        files.upload(name, CONTENT);
        String line = "VOS/1 DOWNLOAD " + name;
        for (int end : IntStream.of(1, 5, 9, 14, 15, line.length() - 4, line.length()).toArray()) {
            trial.afresh();
            files.unanswered(trial.connect().send(line.substring(0, end)).halfClose());
        }
        String upload = StrictFileSharingSession.uploading(trial.name("cut", ""), 0);
        files.unanswered(trial.connect().send(upload).halfClose());
        files.isMissing(upload.substring(upload.lastIndexOf(' ') + 1));
    }

    @Judges({FSA_1_2, FSA_5_4})
    void whatFollowsAStrictDownloadIsNotASecondRequest(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("one", ".txt");
        files.upload(name, CONTENT);
        String line = "VOS/1 DOWNLOAD " + name + "\n";
        trial.connect().send(line + line).expect("OK " + CONTENT.length + "\n").expect(Payload.bytes(CONTENT))
                .expectEnd();
    }
}
