package vos.tck.minftp;

import static vos.tck.Requirement.COM_2_6;
import static vos.tck.Requirement.COM_4_1;
import static vos.tck.Requirement.COM_4_2;
import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.MFTP_4_1;
import static vos.tck.Requirement.MFTP_4_2;
import static vos.tck.Requirement.MFTP_4_3;
import static vos.tck.Requirement.MFTP_5_1;

import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What the server says when it has done, or not done, what it was asked: sections 4 and 5. */
final class MiniFtpStatus {

    private static final String SILENCE = "A command that fails ends the conversation in silence.";
    private static final Payload CONTENT = Payload.text("content");

    @Quirk("Paths are those of the server's disk.")
    @Judges({MFTP_4_1, MFTP_4_2, COM_2_6})
    @UsualCause("The status shows the path on the server's disk, or only the last name; it begins with / for the root.")
    void aStatusIsThePathWithinTheWorkspace(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        session.does("mkdir", "sub").send("cd sub").message(Payload.text(session.here() + "/sub"))
                .send("cd ../..").message(Payload.text("/"));
    }

    @Quirk(SILENCE)
    @Judges({MFTP_4_1, MFTP_5_1})
    @UsualCause("Behind the path stand a line feed, ERROR, the word for the error, a colon and a sentence.")
    void aFailureStandsBehindThePath(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).refuses("not-found", "cd", "nosuch").refuses("not-found", "rm", "nosuch");
    }

    @Quirk(SILENCE)
    @Judges(COM_4_2)
    @UsualCause("An exception that a command ends with also ends the loop that reads commands.")
    void aRefusalDoesNotEndTheConversation(Trial trial) {
        MiniFtpSession session = MiniFtpSession.inOwnDirectory(trial);
        for (int i = 0; i < 5; i++) {
            session.refuses("not-found", "cd", "nosuch").refuses("unsupported", "nonsense");
        }
        session.does("mkdir", "sub").enter("sub");
    }

    @Quirk(SILENCE)
    @Judges({MFTP_5_1, COM_4_1})
    @UsualCause("Something was changed before it was found that the command cannot be done.")
    void whatARefusedCommandWasAboutIsAsItWas(Trial trial) {
        MiniFtpSession.inOwnDirectory(trial).stores("file", "x").does("mkdir", "sub").does("mkdir", "sub/inner")
                .refuses("already-exists", "mkdir", "file").refuses("directory-not-empty", "rm", "sub")
                .refuses("not-found", "mv", "file", "nosuch/file").has("file", "x").enter("sub/inner");
    }

    // ---- pauses ----------------------------------------------------------------------------------------------------

    @Judges({MFTP_4_3, COM_6_1})
    @UsualCause("Size and status are written one behind the other, and a client's first read takes both for the size.")
    void theServerPausesBetweenAResultAndItsStatus(Trial trial) {
        Pauses.require(trial, again -> {
            MiniFtpSession session = MiniFtpSession.inOwnDirectory(again).stores("file", "content");
            session.send("info file").message(Payload.text("7")).peer().expectSilence(Pauses.MILLIS);
            session.status();
        });
    }

    @Judges({MFTP_4_3, COM_6_1})
    @UsualCause("Content, token and status are written one behind the other, with no pause between them.")
    void theServerPausesBetweenAContentAndItsStatus(Trial trial) {
        Pauses.require(trial, again -> {
            MiniFtpSession session = MiniFtpSession.inOwnDirectory(again).stores("file", "content");
            session.send("dl file").message(CONTENT).peer().expectSilence(Pauses.MILLIS);
            session.status();
        });
    }

    @Judges({MFTP_4_3, COM_6_1})
    @UsualCause("Where a read of the client ends within the token, it misses the token: it must come alone.")
    void theServerPausesBetweenAContentAndItsToken(Trial trial) {
        Pauses.require(trial, again -> {
            MiniFtpSession session = MiniFtpSession.inOwnDirectory(again).stores("file", "content");
            session.send("dl file").peer().expect(CONTENT).expectSilence(Pauses.MILLIS).expect(session.token());
            session.status();
        });
    }
}
