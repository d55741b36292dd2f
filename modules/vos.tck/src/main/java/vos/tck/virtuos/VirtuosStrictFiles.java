package vos.tck.virtuos;

import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_5_2;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_8;
import static vos.tck.Requirement.VIRT_6_2;
import static vos.tck.Requirement.VIRT_6_4;
import static vos.tck.Requirement.VIRT_6_6;
import static vos.tck.Requirement.VIRT_6_7;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Files in the strict form, whose size is told before they come. */
final class VirtuosStrictFiles {

    private static final int LARGE = 8 << 20;
    private static final int DOWNLOADS = 20;
    /** In milliseconds: a pause is of 100 ms at the least. */
    private static final int HALF_A_PAUSE = 50;

    @Judges({VIRT_6_2, VIRT_6_4})
    void aFileIsStoredAndFetched(Trial trial) {
        VirtuosStrictSession.open(trial).upload("file", "content").lists("file").holds("file", "content")
                .upload("file", "other").holds("file", "other");
    }

    @Judges({VIRT_6_4, COM_6_8})
    @UsualCause("The server waits for content where none is to come.")
    void anEmptyFileIsAFile(Trial trial) {
        VirtuosStrictSession.open(trial).upload("file", "").holds("file", "").does("touch other").holds("other", "");
    }

    @Judges(VIRT_6_7)
    @UsualCause("The sentinel of the published form is looked for here as well.")
    void aFileMayHoldTheSentinel(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        for (String content : List.of("<<EOF>>", "one<<EOF>>two", "content<<EOF>>")) {
            session.upload("file", content).holds("file", content);
        }
    }

    @Judges({VIRT_6_7, COM_3_5})
    @UsualCause("The pauses that a published client needs are made here too.")
    void theServerDoesNotPause(Trial trial) {
        Duration limit = Duration.ofMillis(DOWNLOADS * HALF_A_PAUSE);
        Tries.untilOneSucceeds(trial, again -> {
            VirtuosStrictSession session = VirtuosStrictSession.open(again).upload("file", "content");
            long started = System.nanoTime();
            for (int i = 1; i <= DOWNLOADS; i++) {
                session.holds("file", "content");
                Duration taken = Duration.ofNanos(System.nanoTime() - started);
                again.require(taken.compareTo(limit) < 0, DOWNLOADS + " downloads in less than " + limit.toMillis()
                        + " ms", taken.toMillis() + " ms for " + i);
            }
        });
    }

    @Judges({COM_6_8, COM_5_5, VIRT_6_4})
    void bodiesOfAnySizePass(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        for (int size : List.of(1, 1023, 1024, 1025, 4095, 4096, 4097, 65_535, 65_536, 65_537, LARGE)) {
            Payload content = Contents.sized(trial, size);
            session.upload("file", content, size).say("download file").content(content, size);
        }
    }

    @Judges({COM_6_8, COM_5_5, VIRT_6_4})
    @UsualCause("A line is read with a reader that turns bytes into text, or that has read into the body already.")
    void aBodyHoldsAnyBytes(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.upload("file", Contents.EVERY_BYTE, 256).say("download file").content(Contents.EVERY_BYTE, 256);
        for (String content : List.of("\r\n", "\n\n", "pwd\n", "OK 3\n", "upload 1 a\n", "\u0000")) {
            session.upload("file", content).holds("file", content);
        }
    }

    @Judges({COM_6_8, VIRT_6_2})
    @UsualCause("The size is a count of characters.")
    void aSizeCountsBytes(Trial trial) {
        VirtuosStrictSession.open(trial).upload("file", "\u017c\u00f3\u0142w \u4e16\u754c")
                .holds("file", "\u017c\u00f3\u0142w \u4e16\u754c").say("cd ..").text("/");
    }

    @Judges({COM_6_8, VIRT_6_2})
    @UsualCause("The server reads what there is instead of what was told.")
    void whatStandsBehindTheBodyIsTheNextCommand(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.peer().send("upload 3 file\nonepwd\nupload 3 file\ntwopwd\n");
        session.done().text(session.path()).done().text(session.path()).holds("file", "two");
    }

    @Judges({COM_6_8, COM_5_2, VIRT_6_2})
    @UsualCause("The end of the connection is taken for the end of the file.")
    void aBodyThatIsCutLeavesNothing(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial).upload("old", "old content");
        for (String command : List.of("upload 8 file\ncontent", "upload 1 file\n", "upload 8 old\ncontent",
                "upload 999999999999999999 file\ncontent")) {
            VirtuosStrictSession cut = session.another();
            cut.peer().send(command).halfClose().expectGone();
            session.lists("old").holds("old", "old content");
        }
    }

    @Judges(VIRT_6_6)
    @UsualCause("The refusal is sent, and the file that follows is taken for commands.")
    void aRefusedUploadIsAnsweredWhenItsFileHasBeenRead(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial).does("mkdir a");
        session.peer().send("upload 10 nosuch/file\nmkdir b").expectSilence(trial.run().pace());
        session.peer().send("\npwd\n");
        session.refused("not-found").refused("unsupported").lists("a/");
        session.peer().send("upload 8 a\nmkdir b\npwd\n");
        session.refused("is-a-directory").text(session.path()).lists("a/");
    }

    @Judges(VIRT_6_6)
    @UsualCause("What is refused is not read, and the connection is stuck or reset when the buffers are full.")
    void aLargeFileThatIsRefusedIsReadToItsEnd(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.peer().send(Payload.text("upload " + LARGE + " nosuch/file\n")
                .then(Payload.repeated("line end\n".getBytes(StandardCharsets.US_ASCII), LARGE / 9))
                .then("x".repeat(LARGE % 9)));
        session.refused("not-found").say("pwd").text(session.path());
    }
}
