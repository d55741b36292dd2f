package vos.tck.virtuos;

import static vos.tck.Requirement.COM_3_1;
import static vos.tck.Requirement.COM_3_2;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_5_4;
import static vos.tck.Requirement.COM_6_7;
import static vos.tck.Requirement.COM_6_8;
import static vos.tck.Requirement.COM_9_1;
import static vos.tck.Requirement.COM_9_2;
import static vos.tck.Requirement.COM_9_4;
import static vos.tck.Requirement.VIRT_6_1;
import static vos.tck.Requirement.VIRT_6_2;
import static vos.tck.Requirement.VIRT_6_3;
import static vos.tck.Requirement.VIRT_6_4;
import static vos.tck.Requirement.VIRT_6_6;
import static vos.tck.Requirement.VIRT_6_7;

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
final class VirtuosClientStrict {

    private static final byte[] OLD = "what was there before".getBytes(StandardCharsets.US_ASCII);

    @Gate
    @Judges({VIRT_6_1, COM_3_1})
    void theClientSaysHelloWhenItIsWelcome(Trial trial) {
        trial.startClient(1).type("mkdir photos");
        VirtuosHost.strict(trial);
    }

    @Judges({VIRT_6_2, COM_3_2, COM_9_4})
    void commandsAreLines(Trial trial) {
        trial.startClient(1).type("mkdir photos").type("touch a.txt").type("rm a.txt").type("rm photos");
        VirtuosHost.strict(trial).expect("mkdir photos").say("OK").expect("touch a.txt").say("OK")
                .expect("rm a.txt").say("OK").expect("rm photos").say("OK");
    }

    @Judges({VIRT_6_3, VIRT_6_4, COM_9_2})
    @UsualCause("The client takes the line with the size for the whole answer, or waits for a line end behind a text.")
    void aTextFollowsItsSize(Trial trial) {
        trial.startClient(1).type("cd photos").type("ls").type("touch a.txt");
        VirtuosHost host = VirtuosHost.strict(trial).expect("cd photos");
        host.peer().send("OK 7\n").expectSilence(60).send("/photos");
        host.expect("ls").peer().send("OK 15\njuly/\n").expectSilence(60).send("june.txt\n");
        host.expect("touch a.txt").say("OK");
    }

    @Judges({VIRT_6_3, COM_3_5})
    @UsualCause("The client takes what one read gives for one answer.")
    void anAnswerIsUnderstoodWhereverItIsCut(Trial trial) {
        String answer = "OK 13\na.txt\nphoto/\n";
        Client client = trial.startClient(1);
        for (int cut = 1; cut < answer.length(); cut++) {
            client.type("ls");
        }
        client.type("touch a.txt");
        VirtuosHost host = VirtuosHost.strict(trial);
        for (int cut = 1; cut < answer.length(); cut++) {
            host.expect("ls").sendInTwo(answer, cut);
        }
        host.expect("touch a.txt").say("OK");
    }

    @Judges({COM_6_7, COM_9_1})
    @UsualCause("The client takes a CR before the LF for a part of the status.")
    void aStatusMayEndWithCrLf(Trial trial) {
        Client client = trial.startClient(1).type("touch a.txt").type("download b.txt").typeNoMore();
        VirtuosHost host = VirtuosHost.strict(trial).expect("touch a.txt").say("OK\r").expect("download b.txt");
        host.peer().send("OK 4\r\nwhat").halfClose();
        client.awaitExit();
        client.mustHave("b.txt", "what".getBytes(StandardCharsets.US_ASCII));
    }

    @Judges({VIRT_6_2, VIRT_6_6})
    void anUploadTellsItsSize(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        Client client = trial.startClient(1);
        contents.forEach((name, content) -> client.has(name, content).type("upload " + name));
        VirtuosHost host = VirtuosHost.strict(trial);
        contents.forEach((name, content) -> {
            host.expect("upload " + content.length + " " + name).peer().expect(Payload.bytes(content));
            host.say("OK");
        });
        client.type("touch a.txt");
        host.expect("touch a.txt");
    }

    @Judges(VIRT_6_7)
    @UsualCause("The client still looks for the sentinel, or sends one.")
    void aFileMayHoldTheSentinel(Trial trial) {
        byte[] content = "before<<EOF>>behind".getBytes(StandardCharsets.US_ASCII);
        Client client = trial.startClient(1).has("a.bin", content).type("upload a.bin").type("download b.bin");
        VirtuosHost host = VirtuosHost.strict(trial).expect("upload 19 a.bin");
        host.peer().expect(Payload.bytes(content));
        host.say("OK").expect("download b.bin").peer().send(Payload.text("OK 19\n").then(Payload.bytes(content)));
        host.peer().halfClose();
        client.awaitExit();
        client.mustHave("b.bin", content);
    }

    @Judges(VIRT_6_4)
    void aDownloadIsKept(Trial trial) {
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.put("large", Contents.large(trial));
        Client client = trial.startClient(1);
        contents.keySet().forEach(name -> client.type("download " + name));
        VirtuosHost host = VirtuosHost.strict(trial);
        contents.forEach((name, content) -> host.expect("download " + name).peer()
                .send(Payload.text("OK " + content.length + "\n").then(Payload.bytes(content))));
        host.peer().halfClose();
        client.awaitExit();
        contents.forEach(client::mustHave);
    }

    @Judges({VIRT_6_4, COM_6_8})
    @UsualCause("The end of the stream is taken for the end of the file.")
    void aDownloadThatIsCutIsNotKept(Trial trial) {
        failing(trial, host -> host.peer().send("OK 5000\nthe beginning of it").close());
        failing(trial, host -> host.peer().send("OK 5000\nthe beginning of it").reset());
    }

    @Judges({VIRT_6_3, COM_5_4})
    void aRefusedDownloadLeavesTheOldFile(Trial trial) {
        failing(trial, host -> host.say("ERROR not-found: \"/a.bin\" does not exist").peer().halfClose());
        failing(trial, host -> host.say("ERROR tired: try again tomorrow").peer().halfClose());
    }

    @Judges(COM_9_1)
    @UsualCause("The size is used before it is looked at, or anything that is no error is taken for OK.")
    void whatIsNoStatusIsNotBelieved(Trial trial) {
        for (String status : List.of("OK -4", "OK 4x", "OK 9999999999999999999", "OK 999999999999999999", "FINE 4")) {
            failing(trial, host -> host.say(status).peer().send("what").close());
        }
    }

    /** A download that is answered so must leave the file that was there before. */
    private static void failing(Trial trial, Consumer<VirtuosHost> answer) {
        Client client = trial.startClient(1).has("a.bin", OLD).type("download a.bin");
        VirtuosHost host = VirtuosHost.strict(trial).expect("download a.bin");
        trial.acceptNoMore();
        answer.accept(host);
        client.awaitExit();
        client.mustHave("a.bin", OLD);
        client.mustHoldOnly("a.bin");
    }
}
