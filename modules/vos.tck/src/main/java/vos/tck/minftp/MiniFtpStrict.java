package vos.tck.minftp;

import static vos.tck.Requirement.COM_2_2;
import static vos.tck.Requirement.COM_3_2;
import static vos.tck.Requirement.COM_3_3;
import static vos.tck.Requirement.COM_3_4;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_6_8;
import static vos.tck.Requirement.MFTP_6_1;
import static vos.tck.Requirement.MFTP_6_2;
import static vos.tck.Requirement.MFTP_6_3;
import static vos.tck.Requirement.MFTP_6_4;
import static vos.tck.Requirement.MFTP_6_5;

import java.util.List;
import vos.tck.Alone;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The strict form: section 6. */
final class MiniFtpStrict {

    private static final int TOKEN = 10;
    private static final List<String> WORDS = List.of("cd", "mkdir", "rm", "ul", "dl", "info", "mv", "exit");

    // ---- hello -----------------------------------------------------------------------------------------------------

    @Gate
    @Judges({MFTP_6_1, COM_3_2})
    @UsualCause("hello vos/1 is answered by two messages: vos/1 with the commands behind it, and then the status.")
    void helloIsAnsweredByVersionAndStatus(Trial trial) {
        MiniFtpSession.open(trial).hello().does("cd");
    }

    @Judges(MFTP_6_1)
    void helloNamesTheCommands(Trial trial) {
        MiniFtpSession session = MiniFtpSession.open(trial).send("hello vos/1");
        session.message("vos/1" + String.join("", WORDS.stream().map(word -> "(?=.* " + word + "( |$))").toList())
                + ".*", "vos/1 and the words " + String.join(" ", WORDS));
        session.status();
    }

    @Judges(COM_3_4)
    @UsualCause("The version in the hello is repeated; a server tells the one that it speaks.")
    void aLaterVersionIsAnsweredByThisOne(Trial trial) {
        MiniFtpSession.open(trial).send("hello vos/2").welcomeToStrictForm().status();
    }

    @Judges({COM_3_2, COM_3_3})
    @UsualCause("Whether the form is strict is a variable of the server, and not of the connection.")
    void theFormIsThatOfTheConnection(Trial trial) {
        MiniFtpSession published = MiniFtpSession.inOwnDirectory(trial).stores("file", "x");
        MiniFtpSession strict = MiniFtpSession.open(trial, "second").hello();
        published.has("file", "x").does("mkdir", "a", "b").enter("a");
        strict.does("cd");
    }

    @Judges({MFTP_6_1, COM_3_2})
    void helloMayBeSaidTwice(Trial trial) {
        MiniFtpSession.strict(trial).send("hello vos/1").welcomeToStrictForm().status().does("mkdir", "a b");
    }

    // ---- arguments -------------------------------------------------------------------------------------------------

    @Judges(MFTP_6_2)
    @UsualCause("A name still ends at the next space.")
    void namesMayHoldSpaces(Trial trial) {
        MiniFtpSession.strict(trial).does("mkdir", "a b").enter("a b").leave().does("mkdir", " x ").enter(" x ").leave()
                .does("rm", "a b").does("mkdir", "a");
    }

    @Judges(MFTP_6_2)
    void mvTakesItsArgumentsBetweenLineFeeds(Trial trial) {
        MiniFtpSession.strict(trial).stores("old name", new byte[] {'x'}).does("mv", "old name", "new name")
                .has("new name", "x").does("mkdir", "old name").does("mv", "new name", "old name")
                .has("old name/new name", "x");
    }

    @Judges({MFTP_6_2, COM_2_2})
    void namesAreCheckedAsBefore(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial);
        session.refuses("invalid-name", "mkdir", "a\tb").refuses("invalid-name", "mkdir", ".vos-x")
                .refuses("outside-the-workspace", "cd", "../..").refuses("unsupported", "MKDIR", "x");
    }

    // ---- ul --------------------------------------------------------------------------------------------------------

    @Judges({MFTP_6_3, COM_6_8})
    @UsualCause("The content is still searched for the token; it is as many bytes as were told, whatever they are.")
    void aContentMayHoldTheToken(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial);
        Payload content = Payload.text("a").then(session.token()).then("rm b").then(session.token());
        session.stores("file", content, 25).has("file", content, 25);
    }

    @Judges({MFTP_6_3, MFTP_6_4})
    void contentsOfAllSizesArriveWhole(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial);
        for (int size : new int[] {0, 1, 1014, 1015, 1023, 1024, 1025, 4096, 65535, 65536, 65537, 8 * 1024 * 1024}) {
            byte[] content = trial.randomBytes(size);
            session.stores("file", content).has("file", content).hasSize("file", size);
        }
    }

    @Judges({MFTP_6_3, COM_6_8})
    @UsualCause("What follows the content is not compared with the token.")
    void aContentWithoutItsTokenIsNotStored(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial);
        MiniFtpSession other = session.another("second");
        session.peer().send(session.announcement("file", 5).then(session.framed("contents")));
        session.refused("malformed").peer().expectEnd();
        other.lacks("file");
    }

    @Judges({MFTP_6_3, COM_6_8})
    @UsualCause("The connection ends before as many bytes have come as were told, and what has come is stored.")
    void aContentThatIsCutIsNotStored(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial);
        MiniFtpSession other = session.another("second");
        session.peer().send(session.announcement("file", 100).then("half")).halfClose().expectGone();
        other.lacks("file");
    }

    @Judges({MFTP_6_3, COM_6_8})
    @UsualCause("The token is the end of the content although fewer bytes have come than were told.")
    void aContentThatIsTooShortIsNotStored(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial);
        MiniFtpSession other = session.another("second");
        session.peer().send(session.announcement("file", 100).then(session.framed("half"))).halfClose().expectGone();
        other.lacks("file");
    }

    @Judges(MFTP_6_3)
    @UsualCause("A size that is missing, negative or no number counts as zero, or ends the thread without a word.")
    void anUploadWithoutAProperSizeEndsTheConversation(Trial trial) {
        MiniFtpSession watching = MiniFtpSession.strict(trial);
        int number = 0;
        for (String size : List.of("", "\n", "\n-1", "\n+1", "\n 1", "\n1x", "\n0x10", "\n1234567890123456789")) {
            MiniFtpSession session = watching.another("token" + number++);
            session.send("ul file" + size).refused("malformed").peer().expectEnd();
            watching.lacks("file");
        }
    }

    @Judges(MFTP_6_3)
    @UsualCause("Room is made for as many bytes as the client says that it will send.")
    void aHugeSizeIsOnlyASize(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial);
        MiniFtpSession other = session.another("second");
        session.peer().send(session.framed("ul file\n999999999999999999").then("a few bytes")).halfClose()
                .expectGone();
        other.lacks("file").stores("file", new byte[10]);
    }

    @Judges(MFTP_6_3)
    @UsualCause("The content of a refused upload is taken for commands, or is not read at all.")
    void theContentOfARefusedUploadIsReadToItsEnd(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial);
        Payload content = session.framed("mkdir bad");
        session.peer().send(session.announcement("nosuch/file", 19).then(session.framed(content)));
        session.refused("not-found").does("mkdir", "bad");
    }

    // ---- dl --------------------------------------------------------------------------------------------------------

    @Judges(MFTP_6_4)
    @UsualCause("In place of the size an empty message comes, and then the status: no third message.")
    void aDownloadThatFailsIsAnsweredByTwoMessages(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial).does("mkdir", "sub");
        session.send("dl nosuch").noResult().refused("not-found");
        session.send("dl sub").noResult().refused("is-a-directory").does("cd");
    }

    @Judges(MFTP_6_4)
    void infoIsAnsweredAsBefore(Trial trial) {
        MiniFtpSession.strict(trial).stores("a file", new byte[42]).hasSize("a file", 42).lacks("another");
    }

    // ---- the stream ------------------------------------------------------------------------------------------------

    @Alone
    @Judges({MFTP_6_5, COM_3_5})
    @UsualCause("The pauses of the published form are kept in the strict one, where they are of no use.")
    void theServerDoesNotPause(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial).stores("file", new byte[100]);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3 && best > 500; i++) {
            long began = System.nanoTime();
            for (int j = 0; j < 8; j++) {
                session.has("file", new byte[100]);
            }
            best = Math.min(best, (System.nanoTime() - began) / 1_000_000);
        }
        trial.require(best <= 500, "8 downloads of 100 bytes without pauses, in 500 ms at most", best + " ms");
    }

    @Judges({COM_3_5, MFTP_6_2, MFTP_6_3})
    @UsualCause("What one read gave is taken for one message.")
    void nothingDependsOnWhereTheStreamIsCut(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial);
        Payload upload = session.announcement("a b", 3).then(session.framed("xyz"));
        Splits.everywhere("ul a b\n3".length() + 3 + 2 * TOKEN, cuts -> {
            session.peer().sendCut(upload, cuts);
            session.status();
        });
        session.has("a b", "xyz");
    }

    @Judges(COM_3_5)
    @UsualCause("Commands that came together are not all answered, or not in order.")
    void commandsMayBeSentAheadOfTheirAnswers(Trial trial) {
        MiniFtpSession session = MiniFtpSession.strict(trial);
        Payload all = session.framed("mkdir a b").then(session.announcement("a b/c", 2)).then(session.framed("xy"))
                .then(session.framed("info a b/c")).then(session.framed("dl a b/c")).then(session.framed("nosuch"))
                .then(session.framed("rm a b/c")).then(session.framed("rm a b")).then(session.framed("exit"));
        session.peer().send(all);
        session.status().status().message(Payload.text("2")).status();
        session.message(Payload.text("2")).message(Payload.text("xy")).status().refused("unsupported");
        session.status().status().peer().expectEnd();
    }
}
