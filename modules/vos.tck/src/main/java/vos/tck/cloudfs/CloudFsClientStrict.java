package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_2_2;
import static vos.tck.Requirement.CLOUD_6_1;
import static vos.tck.Requirement.CLOUD_6_2;
import static vos.tck.Requirement.CLOUD_6_3;
import static vos.tck.Requirement.CLOUD_6_4;
import static vos.tck.Requirement.CLOUD_6_5;
import static vos.tck.Requirement.CLOUD_6_7;
import static vos.tck.Requirement.COM_3_1;
import static vos.tck.Requirement.COM_3_2;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_5_4;
import static vos.tck.Requirement.COM_6_4;
import static vos.tck.Requirement.COM_6_8;
import static vos.tck.Requirement.COM_9_1;

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
final class CloudFsClientStrict {

    private static final byte[] OLD = "what was there before".getBytes(StandardCharsets.US_ASCII);

    @Gate
    @Judges({CLOUD_6_1, COM_3_1})
    void theClientSaysHelloFirst(Trial trial) {
        trial.startClient(1).type("ls");
        CloudFsHost.strict(trial);
    }

    @Judges({CLOUD_6_4, COM_3_2})
    @UsualCause("The client still sends the line alone, or its marker behind it.")
    void aCommandLineStandsBehindRun(Trial trial) {
        trial.startClient(1).type("mkdir photos").type("DOWNLOAD a.txt").type("pwd");
        CloudFsHost host = CloudFsHost.strict(trial).expect("RUN mkdir photos");
        host.peer().send(outcome());
        host.expect("RUN DOWNLOAD a.txt").peer().send(outcome());
        host.expect("RUN pwd").peer().send(outcome("/\n"));
    }

    /** The answer to a command line: a status, an output in these frames, a result. */
    private static Payload outcome(String... output) {
        Payload answer = CloudFsHost.framed("OK");
        for (String piece : output) {
            answer = answer.then(CloudFsHost.framed(piece));
        }
        return answer.then(CloudFsHost.framed("")).then(CloudFsHost.framed("EXIT 0"));
    }

    @Judges(CLOUD_6_5)
    @UsualCause("The client takes the first frame for the whole output, or the empty frame for the result.")
    void anOutputHasAsManyFramesAsItLikes(Trial trial) {
        trial.startClient(1).type("ls").type("cat a.txt").type("pwd");
        CloudFsHost host = CloudFsHost.strict(trial).expect("RUN ls").frame("OK").frame("a.txt\n").frame("b.txt\n");
        host.peer().expectSilence(60);
        host.frame("").peer().expectSilence(60);
        host.frame("EXIT 0").expect("RUN cat a.txt").peer().send(outcome("x".repeat(65_536), "x".repeat(65_536)));
        host.expect("RUN pwd");
    }

    @Judges({CLOUD_6_2, CLOUD_6_3})
    void anUploadIsTwoFramesAndIsAnswered(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.put("large", Contents.large(trial));
        Client client = trial.startClient(1);
        contents.forEach((name, content) -> client.has(name, content).type("upload " + name));
        CloudFsHost host = CloudFsHost.strict(trial);
        contents.forEach((name, content) -> {
            host.expect("UPLOAD " + name).expectContent(content).peer().expectSilence(40);
            host.frame("OK");
        });
    }

    @Judges(CLOUD_6_2)
    @UsualCause("The client still looks for the sentinel, or sends one.")
    void aContentMayHoldTheSentinel(Trial trial) {
        byte[] content = "before__END__behind__END__".getBytes(StandardCharsets.US_ASCII);
        Client client = trial.startClient(1).has("a.bin", content).type("upload a.bin").type("download b.bin");
        CloudFsHost.strict(trial).expect("UPLOAD a.bin").expectContent(content).frame("OK")
                .expect("DOWNLOAD b.bin").frame("OK").frame(content).peer().halfClose();
        client.awaitExit();
        client.mustHave("b.bin", content);
    }

    @Judges(CLOUD_6_3)
    void aDownloadIsKept(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.put("large", Contents.large(trial));
        Client client = trial.startClient(1);
        contents.keySet().forEach(name -> client.type("download " + name));
        CloudFsHost host = CloudFsHost.strict(trial);
        contents.forEach((name, content) -> host.expect("DOWNLOAD " + name).peer()
                .send(CloudFsHost.framed("OK").then(CloudFsHost.framed(content))));
        host.peer().halfClose();
        client.awaitExit();
        contents.forEach(client::mustHave);
    }

    @Judges({CLOUD_2_2, COM_3_5})
    @UsualCause("The client takes what one read gives for a header, or for a content.")
    void framesAreUnderstoodWhereverTheyAreCut(Trial trial) {
        Payload answer = CloudFsHost.framed("OK").then(CloudFsHost.framed("content"));
        int length = 64 + 2 + 64 + 7;
        Client client = trial.startClient(1);
        for (int cut = 1; cut < length; cut++) {
            client.type("download f" + cut);
        }
        CloudFsHost host = CloudFsHost.strict(trial);
        for (int cut = 1; cut < length; cut++) {
            host.expect("DOWNLOAD f" + cut).peer().sendCut(answer, List.of(cut));
        }
        host.peer().halfClose();
        client.awaitExit();
        for (int cut = 1; cut < length; cut++) {
            client.mustHave("f" + cut, "content".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Judges({CLOUD_6_2, COM_6_4})
    void aHeaderMayHaveSpacesBeforeItsDigits(Trial trial) {
        Client client = trial.startClient(1).type("download a.bin");
        CloudFsHost host = CloudFsHost.strict(trial).expect("DOWNLOAD a.bin").frame("OK");
        host.peer().send(" ".repeat(60) + "0004what").halfClose();
        client.awaitExit();
        client.mustHave("a.bin", "what".getBytes(StandardCharsets.US_ASCII));
    }

    @Judges({CLOUD_6_2, COM_6_4})
    @UsualCause("The header is used before it is looked at.")
    void whatIsNoHeaderIsNotBelieved(Trial trial) {
        for (String header : List.of("-4", "4x", "4 4", "", "9999999999999999999", "999999999999999999")) {
            failing(trial, host -> host.frame("OK").peer().send(CloudFsHost.header(header) + "what").close());
        }
    }

    @Judges({CLOUD_6_7, COM_6_8})
    @UsualCause("The end of the stream is taken for the end of the file.")
    void aDownloadThatIsCutIsNotKept(Trial trial) {
        String beginning = CloudFsHost.header("5000") + "the beginning of it";
        failing(trial, host -> host.frame("OK").peer().send(beginning).close());
        failing(trial, host -> host.frame("OK").peer().send(beginning).reset());
    }

    @Judges({CLOUD_6_3, COM_5_4})
    void aRefusedDownloadLeavesTheOldFile(Trial trial) {
        failing(trial, host -> host.frame("ERROR not-found: \"/a.bin\" does not exist").peer().halfClose());
        failing(trial, host -> host.frame("ERROR tired: try again tomorrow").peer().halfClose());
    }

    @Judges(COM_9_1)
    @UsualCause("Whatever is no error is taken for OK.")
    void whatIsNoStatusIsNotBelieved(Trial trial) {
        failing(trial, host -> host.frame("FINE").frame("what").peer().close());
    }

    /** A download that is answered so must leave the file that was there before. */
    private static void failing(Trial trial, Consumer<CloudFsHost> answer) {
        Client client = trial.startClient(1).has("a.bin", OLD).type("download a.bin");
        CloudFsHost host = CloudFsHost.strict(trial).expect("DOWNLOAD a.bin");
        trial.acceptNoMore();
        answer.accept(host);
        client.awaitExit();
        client.mustHave("a.bin", OLD);
        client.mustHoldOnly("a.bin");
    }
}
