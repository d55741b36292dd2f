package vos.tck.virtuos;

import static vos.tck.Requirement.VIRT_7_6;
import static vos.tck.Requirement.VIRT_7_7;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import vos.tck.Alone;
import vos.tck.Client;
import vos.tck.Judges;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Answers to a download, in the published form, that may be a file, a part of one, or none. */
final class VirtuosClientDoubts {

    private static final String QUIRK = "The published client takes all that comes before the first sentinel for the"
            + " file, and waits for that for ever.";
    private static final byte[] OLD = "what was there before".getBytes(StandardCharsets.US_ASCII);
    private static final int PAUSE = 50;

    @Judges(VIRT_7_6)
    @Quirk(QUIRK)
    @UsualCause("The client waits for the sentinel, which a published server does not send when there is no file.")
    void aSentenceWithoutSentinelMeansThatThereIsNoFile(Trial trial) {
        notKept(trial, host -> host.say("File not found.").expect("pwd").say("/"));
    }

    @Judges(VIRT_7_6)
    @Quirk(QUIRK)
    void aSentenceAndALateSentinelMeanTheSame(Trial trial) {
        notKept(trial, host -> {
            host.say("File not found.").expect("pwd").peer().send(VirtuosHost.SENTINEL);
            host.say("/");
        });
    }

    @Judges(VIRT_7_6)
    @Quirk(QUIRK)
    @UsualCause("The sentence is stored as the file.")
    void aSentenceWithASentinelMeansTheSame(Trial trial) {
        notKept(trial, host -> host.peer().send("File not found.\n" + VirtuosHost.SENTINEL));
    }

    @Judges(VIRT_7_6)
    @Quirk(QUIRK)
    void aFileThatBeginsAsTheSentenceIsFetchedAgain(Trial trial) {
        byte[] content = "File not found.\nThat is what it said.".getBytes(StandardCharsets.US_ASCII);
        Client client = trial.startClient(2).type("download a.bin").typeNoMore();
        VirtuosHost first = VirtuosHost.welcome(trial).expect("download a.bin").say("File not found.").expect("pwd");
        first.peer().send("That is what it said." + VirtuosHost.SENTINEL);
        first.say("/");
        VirtuosHost second = VirtuosHost.welcome(trial);
        if (second.next("download a.bin", "cd /").startsWith("cd")) {
            second.say("Moved to '/'.").expect("download a.bin");
        }
        second.sendFile(content).expectLeave();
        client.awaitExit();
        client.mustHave("a.bin", content);
    }

    @Judges(VIRT_7_7)
    @Quirk(QUIRK)
    @UsualCause("The first sentinel is taken for the end of the file. It can be a part of it.")
    void whatComesBehindTheSentinelShowsThatTheFileIsNotWhole(Trial trial) {
        notKept(trial, host -> {
            host.peer().send("before" + VirtuosHost.SENTINEL + "behind").pause().send(VirtuosHost.SENTINEL);
            host.peer().halfClose();
        });
    }

    @Judges(VIRT_7_7)
    @Quirk(QUIRK)
    @UsualCause("The client asks for the directory, and does not look at the answer.")
    void whatComesInPlaceOfTheAnswerShowsThatTheFileIsNotWhole(Trial trial) {
        notKept(trial, host -> {
            host.sendFile("before".getBytes(StandardCharsets.US_ASCII)).expect("pwd");
            host.peer().send("behind" + VirtuosHost.SENTINEL + "/\n").halfClose();
        });
    }

    @Alone
    @Judges(VIRT_7_7)
    @Quirk(QUIRK)
    void theClientIsSilentBehindTheSentinelAndThenAsksWhereItIs(Trial trial) {
        trial.startClient(1).type("touch b.txt").type("download a.bin");
        VirtuosHost host = VirtuosHost.welcome(trial).expect("touch b.txt").say("File 'b.txt' created.")
                .expect("download a.bin").sendFile("content".getBytes(StandardCharsets.US_ASCII));
        host.peer().expectSilence(PAUSE);
        host.expect("pwd");
    }

    /** A download that is answered so must leave the file that was there before. */
    private static void notKept(Trial trial, Consumer<VirtuosHost> answer) {
        Client client = trial.startClient(1).has("a.bin", OLD).type("download a.bin").typeNoMore();
        VirtuosHost host = VirtuosHost.welcome(trial).expect("download a.bin");
        trial.acceptNoMore();
        answer.accept(host);
        host.peer().expectGone();
        client.awaitExit();
        client.mustHave("a.bin", OLD);
        client.mustHoldOnly("a.bin");
    }
}
