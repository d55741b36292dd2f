package vos.tck.filesharing;

import static vos.tck.Requirement.COM_2_1;
import static vos.tck.Requirement.COM_6_5;
import static vos.tck.Requirement.COM_6_6;
import static vos.tck.Requirement.FSA_2_1;
import static vos.tck.Requirement.FSA_2_2;
import static vos.tck.Requirement.FSA_2_3;
import static vos.tck.Requirement.FSA_2_4;
import static vos.tck.Requirement.FSA_2_5;
import static vos.tck.Requirement.FSA_2_6;
import static vos.tck.filesharing.FileSharingSession.bytes;

import java.util.List;
import vos.tck.Hazard;
import vos.tck.Judges;
import vos.tck.Limitation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Requests of the published form: what the first read gives, and what stands in it. */
final class FileSharingRequests {

    private static final String DROPPED = "It drops what stands behind the name in the first read.";
    private static final String ENDS = "The server's process ends.";
    private static final byte[] CONTENT = bytes("a content\n");

    @Judges({FSA_2_1, COM_6_6})
    @UsualCause("The server looks for requests in the content, or for a line end behind the request.")
    void whatFollowsTheRequestIsTheContentWhateverItLooksLike(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        List<String> contents = List.of("UPLOAD b.txt\nhello\n", "DOWNLOAD a.txt", "VOS/1 DOWNLOAD a.txt\n",
                "HELLO vos/1\n", " \r\n\r\n", "OK\n");
        for (String content : contents) {
            String name = trial.name("looks", ".txt");
            files.upload(name, bytes(content));
            files.download(name, bytes(content));
        }
    }

    @Judges({FSA_2_1, COM_6_5})
    @UsualCause("The server takes one read for the whole content; only the end of the stream ends it.")
    void theContentIsWhatAllLaterReadsGive(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("reads", ".txt");
        Peer upload = files.begin(name).send("first, ").pause().send("second, ").pause();
        files.end(upload, bytes("third\n")).expectEnd();
        files.download(name, bytes("first, second, third\n"));
    }

    @Judges(FSA_2_1)
    @UsualCause("The server reads a request into a buffer that is shorter than 4,096 bytes.")
    void aRequestMayBeLong(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("long", ".txt");
        // As long as fits into one packet on most networks.
        String path = "./".repeat(680) + name;
        files.upload(path, CONTENT);
        files.download(name, CONTENT);
        files.download(path, CONTENT);
    }

    @Judges(FSA_2_2)
    @UsualCause("The server cuts the request at one space, and not at white space.")
    void whiteSpaceMayStandBeforeTheWordAndIsBetweenWordAndName(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("white", ".txt");
        files.end(files.ask(" \tUPLOAD  \t " + name).pause(), CONTENT).expectEnd();
        List.of("DOWNLOAD\t", "DOWNLOAD   ", "DOWNLOAD\n", "\r\nDOWNLOAD \r\n", "DOWNLOAD\u2003", "DOWNLOAD\u00a0",
                        "DOWNLOAD\u3000")
                .forEach(word -> files.ask(word + name).expect(Payload.bytes(CONTENT)).expectEnd());
    }

    @Judges(COM_2_1)
    @UsualCause("The server takes the bytes of a name for ASCII or Latin-1.")
    void aNameIsTextInUtf8(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        for (String name : List.of(trial.name("\u00fc\u00df", ".txt"), trial.name("\u65e5\u672c\u8a9e", ".txt"),
                trial.name("\ud83d\udcc4", ""), trial.name("-~#@+=,;!$%&()[]{}'`^_", ".txt"))) {
            files.upload(name, bytes(name));
            files.download(name, bytes(name));
        }
    }

    @Judges(FSA_2_3)
    @Quirk(DROPPED)
    @UsualCause("What stands behind the name is dropped, or taken for the beginning of the content.")
    void nothingMayStandBehindTheNameOfAnUpload(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("behind", ".txt");
        files.uploadsAreRefused(List.of("UPLOAD " + name + " x", "UPLOAD " + name + "\nhello", "UPLOAD " + name + " ",
                "UPLOAD " + name + "\t", "UPLOAD " + name + "\n\n", "UPLOAD " + name + "\r", "UPLOAD " + name + "\n ",
                "UPLOAD " + name + "\u00a0x", "UPLOAD " + name + "\0\1"), CONTENT);
        files.isMissing(name);
    }

    @Judges(FSA_2_3)
    @Quirk(DROPPED)
    @UsualCause("The content, which the network has joined with the request, is lost, and an empty file is stored.")
    void aContentThatIsJoinedWithItsRequestIsNotTakenApart(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("joined", ".txt");
        files.ask("UPLOAD " + name + "hello world\n").halfClose().expectReset();
        files.ask("UPLOAD " + name + "\nhello world\n").halfClose().expectReset();
        files.isMissing(name);
        files.isMissing(name + "hello");
    }

    @Judges(FSA_2_3)
    @UsualCause("The line end is taken for a part of the name, or of the content.")
    void aLineEndBehindTheNameOfAnUploadIsNoPartOfAnything(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        for (String lineEnd : List.of("\n", "\r\n")) {
            String name = trial.name("typed", ".txt");
            files.upload(name + lineEnd, CONTENT);
            files.download(name, CONTENT);
        }
    }

    @Judges(FSA_2_3)
    @Quirk(DROPPED)
    @UsualCause("A content that is a line end alone, which the network has joined, becomes an empty file.")
    void aLineEndBehindTheNameMayBeTheContentIfNoneFollows(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        for (String lineEnd : List.of("\n", "\r\n")) {
            String name = trial.name("typed", ".txt");
            files.begin(name + lineEnd).halfClose().expectReset();
            files.isMissing(name);
        }
    }

    @Judges(FSA_2_4)
    void whiteSpaceMayStandBehindTheNameOfADownload(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("wanted", ".txt");
        files.upload(name, CONTENT);
        List.of("\n", "\r\n", " ", " \t\r\n", "\u2003").forEach(space -> files.download(name + space, CONTENT));
    }

    @Judges(FSA_2_4)
    @Quirk(DROPPED)
    @UsualCause("The server takes the first two words of the request, and looks at no further one.")
    void nothingElseMayStandBehindTheNameOfADownload(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("wanted", ".txt");
        files.upload(name, CONTENT);
        List.of(" x", "\nDOWNLOAD " + name, "\n" + name).forEach(behind ->
                files.ask("DOWNLOAD " + name + behind).expectReset());
    }

    @Judges({FSA_2_5, FSA_2_2})
    @UsualCause("The server compares words without regard to case, or answers what it does not know with a text.")
    void aRequestWithAnotherWordIsAnsweredByTheEnd(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("word", ".txt");
        files.upload(name, CONTENT);
        for (String word : List.of("download", "Download", "DOWNLOADS", "LIST", "DELETE", "GET", "Upload", "upload")) {
            files.ask(word + " " + name).expectEnd();
        }
    }

    @Judges(FSA_2_6)
    @Quirk(ENDS)
    @UsualCause("The server takes the second word of a request that has only one.")
    void aRequestWithoutANameIsRefused(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        List.of("DOWNLOAD", "UPLOAD", "DOWNLOAD \n", "UPLOAD ", "LIST\n", " \r\n").forEach(request ->
                files.ask(request).halfClose().expectReset());
    }

    @Judges({FSA_2_6, COM_2_1})
    @Quirk(ENDS)
    @UsualCause("The server puts a replacement for what is not UTF-8, and stores a file of another name.")
    void aRequestThatIsNotUtf8IsRefused(Trial trial) {
        Payload latin1 = Payload.octets(0xe9, 't', 0xe9);
        Payload cut = Payload.octets(0xf0, 0x9f, 0x93);
        for (Payload bytes : List.of(latin1, cut)) {
            Payload name = Payload.text(trial.name("bytes", "")).then(bytes);
            trial.connect().send(Payload.text("DOWNLOAD ").then(name)).expectReset();
            trial.connect().send(Payload.text("UPLOAD ").then(name)).pause().send("content").halfClose().expectReset();
        }
    }

    @Judges(COM_6_6)
    @Limitation(Hazard.FSA_7_2)
    void aShortContentThatIsJoinedWithItsRequestIsNoPartOfTheName(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("joined", "");
        files.ask("UPLOAD " + name + "hello").halfClose().expectGone();
        files.isMissing(name + "hello");
    }

    @Judges(COM_6_6)
    @Limitation(Hazard.FSA_7_3)
    void aRequestThatTheNetworkSplitsIsUnderstood(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("split", ".txt");
        files.end(files.begin(name).send(".copy").pause(), CONTENT).expectEnd();
        files.download(name + ".copy", CONTENT);
    }

    @Judges(COM_6_5)
    @Limitation(Hazard.FSA_7_1)
    void aContentWhoseSenderWasKilledIsNotStored(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("killed", ".txt");
        trial.note("the system ends the connections of a process that was killed, as it does here");
        files.end(files.begin(name), bytes("half of the con")).expectGone();
        files.isMissing(name);
    }
}
