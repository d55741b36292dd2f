package vos.tck.minftp;

import static vos.tck.Requirement.COM_3_1;
import static vos.tck.Requirement.COM_3_2;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_5_4;
import static vos.tck.Requirement.COM_6_8;
import static vos.tck.Requirement.MFTP_6_1;
import static vos.tck.Requirement.MFTP_6_2;
import static vos.tck.Requirement.MFTP_6_3;
import static vos.tck.Requirement.MFTP_6_4;
import static vos.tck.Requirement.MFTP_6_6;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vos.tck.Client;
import vos.tck.Contents;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** A client whose hello is answered: what it says and keeps in the strict form. */
final class MiniFtpClientStrict {

    private static final byte[] OLD = "what was there before".getBytes(StandardCharsets.US_ASCII);

    @Gate
    @Judges(COM_3_1)
    void theClientSaysHello(Trial trial) {
        trial.startClient(1).type("mkdir photos");
        MiniFtpHost.strict(trial);
    }

    @Judges({MFTP_6_1, MFTP_6_2, COM_3_2})
    @UsualCause("The answer to hello is two messages, and the status is the second. Or arguments are still separated"
            + " by spaces.")
    void argumentsAreSeparatedByLineFeeds(Trial trial) {
        trial.startClient(1).type("mkdir photos").type("mv a.txt b.txt").type("rm b.txt");
        MiniFtpHost.strict(trial).expect("mkdir photos").say("/").expect("mv a.txt\nb.txt").say("/")
                .expect("rm b.txt").say("/");
    }

    @Judges(MFTP_6_3)
    void anUploadTellsItsSize(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        Client client = trial.startClient(1);
        contents.forEach((name, content) -> client.has(name, content).type("ul " + name));
        MiniFtpHost host = MiniFtpHost.strict(trial);
        contents.forEach((name, content) -> host.expect("ul " + name + "\n" + content.length)
                .expectExactly(Payload.bytes(content)).say("/"));
    }

    @Judges({MFTP_6_3, MFTP_6_4})
    @UsualCause("The client still looks for the token in a content whose size is known.")
    void aContentMayHoldTheToken(Trial trial) {
        trial.note("the token stands in both contents");
        String token = MiniFtpHost.newToken(trial);
        byte[] content = ("before" + token + "behind").getBytes(StandardCharsets.US_ASCII);
        Client client = trial.startClient(1).has("a.bin", content).type("ul a.bin").type("dl b.bin");
        MiniFtpHost.strict(trial, token).expect("ul a.bin\n22").expectExactly(Payload.bytes(content)).say("/")
                .expect("dl b.bin").say(Payload.text("22"), Payload.bytes(content), Payload.text("/"));
        client.awaitExit();
        client.mustHave("b.bin", content);
    }

    @Judges(MFTP_6_4)
    void aDownloadIsKept(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.put("large", Contents.large(trial));
        Client client = trial.startClient(1);
        contents.keySet().forEach(name -> client.type("dl " + name));
        MiniFtpHost host = MiniFtpHost.strict(trial);
        contents.forEach((name, content) -> host.expect("dl " + name)
                .say(Payload.text("" + content.length), Payload.bytes(content), Payload.text("/")));
        client.awaitExit();
        contents.forEach(client::mustHave);
    }

    @Judges(COM_3_5)
    @UsualCause("The client takes what one read gives for one message.")
    void nothingDependsOnHowTheStreamIsCut(Trial trial) {
        Client client = trial.startClient(1).type("dl a.txt").type("dl b.txt");
        MiniFtpHost host = MiniFtpHost.strict(trial).expect("dl a.txt");
        host.say(Payload.text("4"), Payload.text("what"), Payload.text("/"));
        host.expect("dl b.txt").peer().drip(host.framed("4").then(host.framed("<at>")).then(host.framed("/")));
        client.awaitExit();
        client.mustHave("a.txt", "what".getBytes(StandardCharsets.US_ASCII));
        client.mustHave("b.txt", "<at>".getBytes(StandardCharsets.US_ASCII));
    }

    @Judges({MFTP_6_6, COM_6_8})
    @UsualCause("The end of the stream is taken for the end of the file.")
    void aDownloadThatIsCutIsNotKept(Trial trial) {
        failing(trial, host -> host.say("5000").peer().send("the beginning of it").close());
        failing(trial, host -> host.say("5000").peer().send("the beginning of it").reset());
    }

    @Judges(MFTP_6_6)
    @UsualCause("The client does not look at what follows the content.")
    void aDownloadWithoutTokenOrStatusIsNotKept(Trial trial) {
        failing(trial, host -> host.say("4").peer().send("whatever else, and no token").close());
        failing(trial, host -> host.say("4").say("what").peer().close());
        failing(trial, host -> host.say("4").say("what").say("/\nERROR internal: the disk failed").peer().close());
    }

    @Judges({MFTP_6_6, COM_5_4})
    void aRefusedDownloadLeavesTheOldFile(Trial trial) {
        failing(trial, host -> host.say("").say("/\nERROR not-found: \"/a.bin\" does not exist").peer().close());
    }

    @Judges(MFTP_6_6)
    @UsualCause("The size is used before it is looked at.")
    void aSizeThatIsNoneIsNotBelieved(Trial trial) {
        for (String size : List.of("-4", "4x", "99999999999999999999", "999999999999999999")) {
            failing(trial, host -> host.say(size).say("what").say("/").peer().close());
        }
    }

    /** A download that {@code answers} answers: the file that was there before must be there behind it. */
    private static void failing(Trial trial, Consumer<MiniFtpHost> answers) {
        Client client = trial.startClient(1).has("a.bin", OLD).type("dl a.bin");
        MiniFtpHost host = MiniFtpHost.strict(trial).expect("dl a.bin");
        trial.acceptNoMore();
        answers.accept(host);
        client.awaitExit();
        client.mustHave("a.bin", OLD);
        client.mustHoldOnly("a.bin");
    }
}
