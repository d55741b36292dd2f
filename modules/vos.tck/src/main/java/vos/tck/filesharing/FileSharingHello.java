package vos.tck.filesharing;

import static vos.tck.Requirement.COM_3_2;
import static vos.tck.Requirement.COM_3_3;
import static vos.tck.Requirement.COM_3_4;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_6_7;
import static vos.tck.Requirement.FSA_5_1;
import static vos.tck.Requirement.FSA_5_2;
import static vos.tck.Requirement.FSA_5_3;
import static vos.tck.filesharing.FileSharingSession.bytes;
import static vos.tck.filesharing.StrictFileSharingSession.WELCOME;

import java.util.List;
import java.util.stream.Stream;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** How two ends agree on the strict form, and what the first byte says. */
final class FileSharingHello {

    private static final String HELLO = "HELLO vos/1";

    @Gate
    @Judges({FSA_5_2, COM_3_2})
    void aHelloIsAnsweredByTheVersionAndTheWords(Trial trial) {
        new StrictFileSharingSession(trial).ask(HELLO).expect(WELCOME).expectEnd();
    }

    @Judges(COM_3_4)
    @UsualCause("The server looks for the one version that it knows, and does not know the hello of a later one.")
    void aHelloForALaterVersionIsAnsweredByTheOneThatIsKnown(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        List.of("2", "10", "next").forEach(version ->
                files.ask("HELLO vos/" + version).expect(WELCOME).expectEnd());
    }

    @Judges({COM_6_7, FSA_5_3})
    @UsualCause("The CR is taken for a part of the line.")
    void aLineMayEndWithCrLf(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("crlf", ".txt");
        files.ask(HELLO + "\r").expect(WELCOME).expectEnd();
        trial.connect().send("VOS/1 UPLOAD 6 " + name + "\r\nhello\n").halfClose().expect("OK\n").expectEnd();
        files.download(name, bytes("hello\n"));
        files.download(name + "\r", bytes("hello\n"));
    }

    @Judges({COM_3_5, FSA_5_1})
    @UsualCause("The server takes the first read for the whole hello.")
    void aHelloIsUnderstoodWhereverItIsCut(Trial trial) {
        Splits.everywhere(HELLO.length() + 1, cuts -> {
            trial.afresh();
            trial.connect().sendCut(Payload.text(HELLO + "\n"), cuts).expect(WELCOME).expectEnd();
        });
        trial.connect().drip(Payload.text(HELLO + "\n")).expect(WELCOME).expectEnd();
    }

    @Judges(FSA_5_2)
    @UsualCause("Behind the hello the server waits for a request on the same connection.")
    void behindAHelloNothingIsARequest(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("behind", ".txt");
        trial.connect().send(HELLO + "\nVOS/1 UPLOAD 0 " + name + "\n").halfClose().expect(WELCOME).expectEnd();
        files.isMissing(name);
    }

    @Judges({FSA_5_1, COM_3_3})
    @UsualCause("The server remembers that somebody at this address has said hello.")
    void whoeverHasSaidHelloMaySpeakThePublishedFormAgain(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        new StrictFileSharingSession(trial).ask(HELLO).expect(WELCOME).expectEnd();
        String name = trial.name("again", ".txt");
        files.upload(name, bytes("as before\n"));
        files.download(name, bytes("as before\n"));
    }

    @Judges({FSA_5_1, COM_3_2})
    @UsualCause("The server understands a strict request only when a hello has come before.")
    void aStrictRequestSaysSoItself(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("itself", ".txt");
        files.upload(name, bytes("strict\n"));
        files.download(name, bytes("strict\n"));
        new FileSharingSession(trial).download(name, bytes("strict\n"));
    }

    @Judges(FSA_5_1)
    @UsualCause("The server looks for the whole first word, and takes others for requests of the published form.")
    void theFirstByteAloneSaysWhichFormItIs(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        Stream.of("V", "H", "VERSION 1", "HELP me", "VOS").forEach(line -> files.refused(line, "unsupported"));
        Stream.of("hello vos/1", "vos/1 DOWNLOAD", "UPLOADED vos/1").forEach(line -> files.ask(line).expectEnd());
    }
}
