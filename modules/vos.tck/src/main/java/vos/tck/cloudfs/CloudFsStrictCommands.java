package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_4_3;
import static vos.tck.Requirement.CLOUD_5_7;
import static vos.tck.Requirement.CLOUD_6_3;
import static vos.tck.Requirement.CLOUD_6_5;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vos.tck.Judges;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Command lines in the strict form: the output in frames, an empty frame, and the exit status. */
final class CloudFsStrictCommands {

    @Judges(CLOUD_6_5)
    @UsualCause("The line of the published form, [+] Command executed., is sent as the output of a command without "
            + "one.")
    void aCommandWithoutOutputHasNone(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        session.does("mkdir " + session.path("d")).does("ls " + session.path("d")).does("cd .").does("");
    }

    @Judges({CLOUD_4_3, CLOUD_6_5})
    @UsualCause("The exit status is always 0, or that of another error.")
    void theExitStatusTellsWhatBecameOfTheLine(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        session.complains("nosuchcommand", 127).complains("cat '", 2).complains("cat " + session.path("nosuch"), 1)
                .complains("rm " + session.directory(), 1).complains("mkdir " + session.directory(), 1)
                .complains("cd " + session.path("nosuch"), 1).does("cd " + session.directory())
                .prints("pwd", "/" + session.directory() + "\n");
    }

    @Judges({CLOUD_4_3, CLOUD_6_5})
    @UsualCause("A command that fails for one of its names leaves the others, or forgets the failure.")
    void aCommandThatFailsInPartDoesTheRest(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        session.upload(session.path("a"), Octets.of("one\n")).ok();
        String line = "cat " + session.path("a") + " " + session.path("nosuch") + " " + session.path("a");
        String output = new String(session.send("RUN " + line).ok().output(), StandardCharsets.UTF_8);
        trial.require(output.startsWith("one\n") && output.endsWith("one\n") && output.length() > 8,
                "one\\n, what is wrong with the second file, and one\\n", output);
        session.exits(1);
    }

    @Judges(CLOUD_6_5)
    @UsualCause("The output is cut as in the published form, or sent in one frame of any length.")
    void aLongOutputComesInPieces(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        for (int length : List.of(1, 2049, 65_535, 65_536, 65_537, 1_000_000)) {
            byte[] content = trial.randomBytes(length);
            session.upload(session.path("file"), Octets.of(content)).ok()
                    .prints("cat " + session.path("file"), content);
        }
    }

    @Judges(CLOUD_6_5)
    @UsualCause("The output is taken for text, and what is not UTF-8 in it replaced as in the published form.")
    void theOutputIsOfAnyBytes(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        byte[] content = new byte[256];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }
        session.upload(session.path("file"), Octets.of(content)).ok().prints("cat " + session.path("file"), content)
                .prints("cat " + session.path("file") + " " + session.path("file"), twice(content));
    }

    private static byte[] twice(byte[] content) {
        byte[] both = Arrays.copyOf(content, 2 * content.length);
        System.arraycopy(content, 0, both, content.length, content.length);
        return both;
    }

    @Judges({CLOUD_6_3, CLOUD_5_7})
    @UsualCause("Refused uploads are told in the next output, as in the published form.")
    void aRefusedUploadIsNotToldTwice(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        session.upload(session.path("nosuch/x"), Octets.of("content")).refuses("not-found");
        session.does("ls " + session.directory());
    }
}
