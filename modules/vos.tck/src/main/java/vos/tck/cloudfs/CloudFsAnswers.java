package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_5_1;
import static vos.tck.Requirement.CLOUD_5_2;
import static vos.tck.Requirement.CLOUD_5_3;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The answers to command lines, which have to fit into one read of a published client. */
final class CloudFsAnswers {

    private static final Pattern CUT =
            Pattern.compile("(.*)\\[!] The output has ([0-9]+) bytes and is cut here\\.\n", Pattern.DOTALL);
    private static final String SENT_WHOLE = "An output of more than 2,048 bytes is sent as it is.";

    @Judges(CLOUD_5_3)
    @UsualCause("A command that prints nothing is not answered: its client waits for ever.")
    void aCommandWithoutOutputIsConfirmed(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.does("mkdir " + session.path("a")).does("mv " + session.path("a") + " " + session.path("b"))
                .does("ls " + session.path("b")).does("cd .").does("rm -r " + session.path("b"))
                .uploadSlowly(session.path("empty"), Octets.of("")).does("cat " + session.path("empty"));
    }

    @Judges({CLOUD_5_1, CLOUD_5_2})
    @UsualCause("The limit is a byte off, or nothing but the beginning of a long output is sent without a word of it.")
    void anOutputOf2048BytesIsNotCut(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (int length : List.of(2047, CloudFsSession.LONGEST_ANSWER)) {
            String text = "x".repeat(length - 1) + "\n";
            session.uploadSlowly(session.path("file"), Octets.of(text)).prints("cat " + session.path("file"), text);
        }
    }

    @Judges({CLOUD_5_1, CLOUD_5_2})
    @Quirk(SENT_WHOLE)
    @UsualCause("The whole output is sent: a published client reads 2,048 bytes of it, and takes the rest for the "
            + "answer to its next command.")
    void aLongerOutputIsCutAndSaysSo(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (int length : List.of(2049, 2100, 5000, 200_000)) {
            String text = ("one line of many " + length + "\n").repeat(length).substring(0, length);
            session.uploadSlowly(session.path("file"), Octets.of(text));
            requireCut(trial, session.answer("cat " + session.path("file")), text);
        }
    }

    @Judges(CLOUD_5_2)
    @Quirk(SENT_WHOLE)
    @UsualCause("The output is cut at a byte, wherever that is in a character.")
    void anOutputIsCutBetweenTwoCharacters(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("x"), Octets.of("x"));
        for (String character : List.of("\u00e9", "\u20ac", "\ud83d\ude42")) {
            String text = character.repeat(1500);
            session.uploadSlowly(session.path("file"), Octets.of(text));
            for (int before = 0; before < 4; before++) {
                requireCut(trial, session.answer("cat" + (" " + session.path("x")).repeat(before) + " "
                        + session.path("file")), "x".repeat(before) + text);
            }
        }
    }

    private static void requireCut(Trial trial, String answer, String output) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        trial.require(bytes.length <= CloudFsSession.LONGEST_ANSWER, "an answer of at most 2048 bytes",
                bytes.length + " bytes");
        int length = output.getBytes(StandardCharsets.UTF_8).length;
        Matcher cut = CUT.matcher(answer);
        trial.require(cut.matches() && cut.group(2).equals(Integer.toString(length)),
                "... [!] The output has " + length + " bytes and is cut here.\\n", end(answer));
        String kept = cut.group(1);
        boolean begins = output.startsWith(kept)
                || kept.endsWith("\n") && output.startsWith(kept.substring(0, kept.length() - 1));
        trial.require(begins && !kept.isEmpty(), "the beginning of the output, in whole characters", end(kept));
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - 100));
    }

    @Judges(CLOUD_5_1)
    @Quirk("What is not UTF-8 is sent as it is.")
    @UsualCause("Bytes that are not UTF-8 are sent as they are, and end a published client; or the server dies of "
            + "them.")
    void whatIsNotTextIsReplaced(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        Octets binary = Octets.of("a").then(new Octets(Payload.octets(0xff), 1)).then("b")
                .then(new Octets(Payload.octets(0xc3), 1)).then("c\n");
        session.uploadSlowly(session.path("file"), binary).prints("cat " + session.path("file"), "a\ufffdb\ufffdc\n");
    }

    @Judges({CLOUD_5_1, CLOUD_5_2})
    @Quirk("What is not UTF-8 is sent as it is.")
    @UsualCause("The output is made UTF-8 after its length was looked at: every byte that is replaced becomes three.")
    void whatIsReplacedCountsForTheLength(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        byte[] bytes = new byte[1500];
        Arrays.fill(bytes, (byte) 0xff);
        String answer = session.uploadSlowly(session.path("file"), Octets.of(bytes))
                .answer("cat " + session.path("file"));
        int length = answer.getBytes(StandardCharsets.UTF_8).length;
        trial.require(length <= CloudFsSession.LONGEST_ANSWER && CUT.matcher(answer).matches(),
                "an answer of at most 2048 bytes that says it was cut", length + " bytes, at the end " + end(answer));
    }
}
