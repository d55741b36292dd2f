package vos.tck.minftp;

import static vos.tck.Requirement.COM_2_1;
import static vos.tck.Requirement.COM_4_3;
import static vos.tck.Requirement.COM_6_2;
import static vos.tck.Requirement.COM_6_3;
import static vos.tck.Requirement.COM_7_1;
import static vos.tck.Requirement.COM_8_3;
import static vos.tck.Requirement.MFTP_2_1;
import static vos.tck.Requirement.MFTP_2_2;
import static vos.tck.Requirement.MFTP_2_3;
import static vos.tck.Requirement.MFTP_2_4;
import static vos.tck.Requirement.MFTP_2_5;
import static vos.tck.Requirement.MFTP_5_4;

import java.util.List;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Messages, wherever the network cuts and joins them: section 2. */
final class MiniFtpMessages {

    private static final int TOKEN = 10;
    private static final int LONGEST = 8192;

    @Gate
    @Judges(MFTP_2_1)
    @UsualCause("A line feed is sent behind the token, or the status is another one than the current directory alone.")
    void aCommandIsAnsweredByOneStatus(Trial trial) {
        MiniFtpSession session = MiniFtpSession.open(trial).does("cd");
        session.peer().expectSilence(100);
        session.does("cd");
    }

    // ---- cut -------------------------------------------------------------------------------------------------------

    @Judges({MFTP_2_2, COM_6_2})
    @UsualCause("The server looks for the token at the end of what one read gave, and not in all that has come.")
    void aCommandIsUnderstoodWhereverItIsCut(Trial trial) {
        MiniFtpSession session = MiniFtpSession.open(trial);
        Splits.everywhere("cd .".length() + TOKEN, cuts -> session.sendCut("cd .", cuts).status());
    }

    @Judges(MFTP_2_2)
    @UsualCause("The server looks for the token at the end of what one read gave, and not in all that has come.")
    void commandsAreUnderstoodHoweverTheyAreCut(Trial trial) {
        Splits.random(trial, 14, 5, (again, cuts) -> MiniFtpSession.open(again).sendCut("cd .", cuts).status());
    }

    @Judges(MFTP_2_2)
    @UsualCause("What one read gave is taken for one message, or the bytes of the read before are forgotten.")
    void commandsAreUnderstoodByteByByte(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.peer().drip(session.framed("mkdir sub"));
        session.status();
        session.peer().drip(session.framed("cd sub"));
        session.message(Payload.text(session.here() + "/sub"));
    }

    @Judges({MFTP_2_2, COM_6_2})
    @UsualCause("The server looks for the token at the end of what one read gave, and not in all that has come.")
    void aContentIsUnderstoodWhereverItIsCut(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        byte[] content = trial.randomBytes(8);
        Payload upload = session.announcement("file", 8).then(session.framed(Payload.bytes(content)));
        Splits.everywhere("ul file".length() + 8 + 2 * TOKEN, cuts -> {
            session.peer().sendCut(upload, cuts);
            session.status();
        });
        session.has("file", content);
    }

    @Judges(MFTP_2_2)
    @UsualCause("The token lies across two reads of 1,024 bytes or so, and the server looks only at the second.")
    void theTokenOfAContentIsFoundAroundTheEndOfABuffer(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        for (int buffer : new int[] {1024, 4096, 8192, 65536}) {
            for (int missing : new int[] {TOKEN, TOKEN - 1, 5, 1}) {
                session.stores("file", trial.randomBytes(buffer - missing));
            }
            session.hasSize("file", buffer - 1);
        }
    }

    @Judges({MFTP_2_2, COM_6_2})
    @UsualCause("When a byte does not match, the search starts behind it, and misses a token that starts there.")
    void aTokenIsFoundBehindTheBeginningOfOne(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.stores("one", Payload.text("<"), 1).stores("many", Payload.text("<<<<"), 4)
                .hasSize("one", 1).hasSize("many", 4);
    }

    @Judges(COM_6_2)
    @UsualCause("Whatever looks like a token is taken for one: a message ends only at the token of its connection.")
    void theTokenOfAnotherConnectionIsContent(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        new MiniFtpSession(trial, "other").welcome();
        Payload content = Payload.text("a").then(Payload.variable("other")).then("b").then("<AAAAAAAA>");
        session.stores("file", content, 22).has("file", content, 22);
    }

    @Judges({COM_6_2, COM_6_3})
    @UsualCause("The token is looked for at the end of a read only: one in the middle ends a message too.")
    void aContentEndsAtTheFirstToken(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.begins("file").peer().send(session.framed("first").then(session.framed("second")));
        session.status().refused("unsupported").hasSize("file", "first".length());
    }

    @Judges({MFTP_5_4, COM_6_3})
    @UsualCause("A file that holds the token of this connection cannot be sent: the client would stop reading there.")
    void aFileThatHoldsTheTokenIsNotSent(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession other = session.another("second");
        other.stores("file", Payload.text("before").then(session.token()).then("behind"), 22);
        session.send("dl file").noResult().refused();
        session.does("cd");
    }

    // ---- joined ----------------------------------------------------------------------------------------------------

    @Judges(MFTP_2_3)
    @UsualCause("Of what one read gave, only the first message is looked at, and what stands behind it is lost.")
    void commandsThatComeTogetherAreAnsweredOneByOne(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.peer().send(session.framed("mkdir a").then(session.framed("nosuch"))
                .then(session.framed("mkdir b")).then(session.framed("cd a")));
        session.status().refused("unsupported").status().message(Payload.text(session.here() + "/a"));
    }

    @Judges(MFTP_2_3)
    @UsualCause("The content came in the same read as the command, and was taken for a part of the name, or was lost.")
    void anUploadMayComeInOnePiece(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.peer().send(session.announcement("file", 7).then(session.framed("content")));
        session.status().has("file", "content");
    }

    @Judges(MFTP_2_3)
    @UsualCause("Reading the content took more bytes off the connection than are its own.")
    void aCommandBehindAContentIsNotLost(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.peer().send(session.announcement("one", 3).then(session.framed("abc"))
                .then(session.announcement("two", 2)).then(session.framed("de")).then(session.framed("mkdir three")));
        session.status().status().status().hasSize("one", 3).hasSize("two", 2)
                .refuses("already-exists", "mkdir", "three");
    }

    @Judges(MFTP_2_3)
    void hundredsOfCommandsMayComeTogether(Trial trial) {
        MiniFtpSession session = MiniFtpSession.open(trial);
        Payload all = session.framed("cd");
        for (int i = 1; i < 300; i++) {
            all = all.then(session.framed("cd"));
        }
        session.peer().send(all);
        for (int i = 0; i < 300; i++) {
            session.status();
        }
    }

    // ---- too long --------------------------------------------------------------------------------------------------

    @Quirk("An unknown command is answered by a plain status.")
    @Judges({MFTP_2_4, COM_7_1})
    void aCommandMayHave8192Bytes(Trial trial) {
        MiniFtpSession session = MiniFtpSession.open(trial);
        session.send("x".repeat(LONGEST)).refused("unsupported").does("cd");
    }

    @Judges({MFTP_2_4, COM_7_1, COM_4_3})
    @UsualCause("The server takes a command of any length: a client could fill its memory.")
    void aLongerCommandEndsTheConversation(Trial trial) {
        MiniFtpSession session = MiniFtpSession.open(trial);
        session.send("x".repeat(LONGEST + 1)).refused("malformed").peer().expectEnd();
    }

    @Judges({MFTP_2_4, COM_7_1})
    @UsualCause("The server waits for the token before it looks at the length.")
    void aCommandThatDoesNotEndIsNotWaitedFor(Trial trial) {
        MiniFtpSession session = MiniFtpSession.open(trial);
        session.peer().send(Payload.repeated(new byte[] {'x'}, 2 * LONGEST));
        session.refused("malformed").peer().expectEnd();
    }

    @Judges(COM_4_3)
    @UsualCause("Behind a message that is too long the server looks for the next one, and obeys it.")
    void nothingBehindABrokenMessageIsObeyed(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        MiniFtpSession other = session.another("second");
        session.peer().send(session.framed("x".repeat(LONGEST + 1)).then(session.framed("mkdir sub")));
        session.refused("malformed").peer().expectEnd();
        other.lacks("sub");
    }

    @Judges(COM_8_3)
    @UsualCause("The connection is closed while the client still sends, and the reset destroys the last status.")
    void theLastStatusIsNotLostToAReset(Trial trial) {
        // One try is not enough: a reset that comes while the kit still writes is not seen by it when it reads.
        for (int i = 0; i < 3; i++) {
            MiniFtpSession session = MiniFtpSession.open(trial, "token" + i);
            session.peer().send(Payload.repeated(new byte[] {'x'}, 4 * LONGEST));
            session.refused("malformed").peer().expectEnd();
        }
    }

    // ---- not UTF-8 -------------------------------------------------------------------------------------------------

    @Quirk("A command that fails ends the conversation in silence.")
    @Judges({MFTP_2_5, COM_2_1})
    @UsualCause("Bytes that are not UTF-8 are replaced when they are decoded; the decoder must be told to report them.")
    void aCommandThatIsNotUtf8IsMalformed(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        for (Payload name : List.of(Payload.octets(0xff), Payload.octets(0xc3), Payload.octets(0x80),
                Payload.octets(0xc0, 0xaf), Payload.octets(0xed, 0xa0, 0x80), Payload.octets(0xf5, 0x80, 0x80, 0x80))) {
            session.peer().send(session.framed(Payload.text("mkdir a").then(name)));
            session.refused("malformed");
        }
        session.does("mkdir", "b");
    }

    @Judges({MFTP_2_5, COM_2_1})
    @UsualCause("The command is thrown away, and what it brings along is taken for the next one.")
    void theContentBehindANameThatIsNotUtf8IsNoCommand(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.peer().send(session.framed(Payload.text("ul ").then(Payload.octets(0xff))));
        session.send("mkdir pwned").refused("malformed").refuses("not-found", "rm", "pwned");
    }

    @Judges(MFTP_2_5)
    void whoeverWaitsForAResultGetsAnEmptyOneIfTheNameIsNotUtf8(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        for (String word : List.of("dl ", "info ")) {
            session.peer().send(session.framed(Payload.text(word).then(Payload.octets(0xff))));
            session.message(Payload.text("")).refused("malformed");
        }
    }

    @Judges(COM_2_1)
    void namesAreUtf8(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        for (String name : List.of("\u00fcber", "\u65e5\u672c", "\ud83d\ude00")) {
            session.does("mkdir", name).enter(name).leave();
        }
    }
}
