package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_3_3;
import static vos.tck.Requirement.CLOUD_5_7;
import static vos.tck.Requirement.COM_4_1;
import static vos.tck.Requirement.COM_4_2;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.tck.Judges;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Uploads that are refused, of which a published client hears with the next answer. */
final class CloudFsRefusals {

    private static final Octets CONTENT = Octets.of("refused\n");
    private static final String ENDS = "A file that cannot be written ends the conversation in silence.";

    @Judges(CLOUD_5_7)
    @Quirk(ENDS)
    @UsualCause("The error when the file is opened ends the conversation, or is told at once, where nobody reads.")
    void aRefusalStandsBeforeTheNextAnswer(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("nosuch/file"), CONTENT).peer().expectSilence(200);
        session.tells(1, "not-found").does("cd .");
    }

    @Judges(CLOUD_5_7)
    @Quirk(ENDS)
    void aRefusalStandsBeforeAnOutput(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String answer = session.does("mkdir " + session.path("d")).uploadSlowly(session.path("d"), CONTENT)
                .answer("ls " + session.directory());
        trial.require(Pattern.matches("\\[!] An upload was refused: is-a-directory: [^\\n]+\\nd\\n", answer),
                "[!] An upload was refused: is-a-directory: SENTENCE\\nd\\n", answer);
        session.prints("ls " + session.directory(), "d\n");
    }

    @Judges(CLOUD_5_7)
    @Quirk(ENDS)
    @UsualCause("Each refusal is kept, and not only the last one and their number; or it is told again and again.")
    void ofSeveralRefusalsTheLastIsTold(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (int i = 0; i < 3; i++) {
            session.uploadSlowly(session.path("nosuch/file"), CONTENT);
        }
        session.uploadSlowly(session.directory(), CONTENT).tells(4, "is-a-directory").does("cd .");
    }

    @Judges(CLOUD_5_7)
    @Quirk(ENDS)
    void aDownloadDoesNotTellOfARefusal(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("a"), Octets.of("one\n"))
                .uploadSlowly(session.path("nosuch/file"), CONTENT)
                .holds(session.path("a"), Octets.of("one\n")).hasNo(session.path("nosuch/file")).tells(1, "not-found");
    }

    @Judges(CLOUD_5_7)
    @Quirk(ENDS)
    @UsualCause("The sentence quotes a name of any length.")
    void aFailureHas512BytesAtMost(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String path = session.path(("n\u00f3such" + "x".repeat(200) + "/").repeat(15) + "file");
        String text = "y".repeat(2000) + "\n";
        String answer = session.uploadSlowly(session.path("a"), Octets.of(text)).uploadSlowly(path, CONTENT)
                .answer("cat " + session.path("a"));
        Matcher told = Pattern.compile("\\[!] An upload was refused: (not-found: [^\\n]+)\\n.*", Pattern.DOTALL)
                .matcher(answer);
        trial.require(told.matches(), "[!] An upload was refused: not-found: SENTENCE\\n", answer);
        int length = told.group(1).getBytes(StandardCharsets.UTF_8).length;
        int all = answer.getBytes(StandardCharsets.UTF_8).length;
        trial.require(length <= 512 && all <= CloudFsSession.LONGEST_ANSWER,
                "a failure of at most 512 bytes, in an answer of at most 2048", length + " bytes, in " + all);
    }

    @Judges({CLOUD_3_3, COM_4_2})
    @Quirk(ENDS)
    @UsualCause("A refused upload is not read to its sentinel: its content is taken for the next commands.")
    void theContentOfARefusedUploadIsNoCommand(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        Octets content = CloudFsFrame.of("mkdir " + session.path("d")).then(CloudFsFrame.of("!DISCONNECT"));
        session.uploadAtOnce(session.path("nosuch/file"), content).tells(1, "not-found")
                .prints("ls " + session.directory(), CloudFsSession.DONE);
        session.uploadAtOnce(session.path("nosuch/file"), Octets.repeated(new byte[1024], 1024)).tells(1, "not-found");
    }

    @Judges({COM_4_1, CLOUD_5_7})
    @Quirk(ENDS)
    void refusalsBearTheWordOfTheirError(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("file"), Octets.of("one\n")).does("mkdir " + session.path("d"));
        session.uploadSlowly(session.path("nosuch/x"), CONTENT).tells(1, "not-found");
        session.uploadSlowly(session.path("d"), CONTENT).tells(1, "is-a-directory");
        session.uploadSlowly(session.path("file/x"), CONTENT).tells(1, "not-a-directory");
        session.prints("cat " + session.path("file"), "one\n").prints("ls " + session.directory(), "d\nfile\n");
    }
}
