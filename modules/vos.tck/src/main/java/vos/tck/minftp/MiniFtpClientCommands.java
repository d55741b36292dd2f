package vos.tck.minftp;

import static vos.tck.Requirement.COM_6_2;
import static vos.tck.Requirement.MFTP_2_1;
import static vos.tck.Requirement.MFTP_2_2;
import static vos.tck.Requirement.MFTP_2_3;
import static vos.tck.Requirement.MFTP_3_1;
import static vos.tck.Requirement.MFTP_3_2;
import static vos.tck.Requirement.MFTP_3_3;
import static vos.tck.Requirement.MFTP_3_4;
import static vos.tck.Requirement.MFTP_3_7;
import static vos.tck.Requirement.MFTP_3_8;
import static vos.tck.Requirement.MFTP_3_9;
import static vos.tck.Requirement.MFTP_7_1;
import static vos.tck.Requirement.MFTP_7_5;

import java.nio.charset.StandardCharsets;
import vos.tck.Client;
import vos.tck.Expectation;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client says in the published form, and how it finds the end of what it is told. */
final class MiniFtpClientCommands {

    @Gate
    @Judges(MFTP_2_1)
    @UsualCause("The client does not read the token first, or does not send it behind what it says.")
    void theClientEndsWhatItSaysWithTheToken(Trial trial) {
        trial.startClient(1).type("mkdir photos");
        MiniFtpHost host = MiniFtpHost.greet(trial);
        host.peer().receive(new Expectation.Delimited(host.token(), "[a-z].*", "a command and the token"));
    }

    @Judges({MFTP_2_1, MFTP_3_2, MFTP_3_3})
    @UsualCause("A line end that was typed is sent too, or something stands behind the token.")
    void directoriesAreMadeAndEntered(Trial trial) {
        trial.startClient(1).type("mkdir photos").type("cd photos").type("cd ..").type("mkdir photos/july");
        MiniFtpHost.greet(trial).expect("mkdir photos").say("/").expect("cd photos").say("/photos")
                .expect("cd ..").say("/").expect("mkdir photos/july").say("/");
    }

    @Judges({MFTP_3_1, MFTP_3_4, MFTP_3_8})
    void namesStandBehindSingleSpaces(Trial trial) {
        trial.startClient(1).type("rm old.txt").type("mv a.txt b.txt");
        MiniFtpHost.greet(trial).expect("rm old.txt").say("/").expect("mv a.txt b.txt").say("/");
    }

    @Judges(MFTP_3_7)
    @UsualCause("The client takes the size for the status, and the status for the answer to its next command.")
    void theSizeOfAFileIsFollowedByAStatus(Trial trial) {
        trial.startClient(1).type("info a.bin").type("mkdir photos");
        MiniFtpHost host = MiniFtpHost.greet(trial).expect("info a.bin").say("5000");
        host.peer().expectSilence(60);
        host.say("/").expect("mkdir photos").say("/");
    }

    @Judges(MFTP_3_9)
    void theClientLeavesWithOrWithoutAWord(Trial trial) {
        trial.startClient(1).type("mkdir photos").type("exit");
        MiniFtpHost.greet(trial).expect("mkdir photos").say("/").expectLeave();
    }

    @Judges(MFTP_7_1)
    @UsualCause("The client takes the status with which a published server answers its hello for an answer to what"
            + " it asks next.")
    void aStatusAloneIsTheAnswerOfAPublishedServer(Trial trial) {
        byte[] content = trial.randomBytes(100);
        trial.startClient(1).has("a.bin", content).type("ul a.bin").type("mv a.bin b.bin");
        MiniFtpHost.greet(trial).expect("ul a.bin").expectExactly(Payload.bytes(content)).say("/")
                .expect("mv a.bin b.bin").say("/");
    }

    @Judges(MFTP_7_5)
    @Quirk("The published client sends names with spaces, of which its server takes the first word.")
    void aNameWithASpaceIsNotSent(Trial trial) {
        trial.startClient(1).type("mkdir photos").type("mkdir \"my photos\"");
        MiniFtpHost.greet(trial).expect("mkdir photos").say("/")
                .endsWithout("my photos", "no command with the name: my photos");
    }

    @Judges({MFTP_2_2, COM_6_2})
    @UsualCause("The client takes what one read gives for an answer, or looks for the token at the end of it only.")
    void aStatusIsUnderstoodWhereverItIsCut(Trial trial) {
        Client client = trial.startClient(1);
        int cuts = framedLength("/");
        for (int cut = 1; cut <= cuts; cut++) {
            client.type("mkdir d" + cut);
        }
        MiniFtpHost host = MiniFtpHost.greet(trial);
        for (int cut = 1; cut < cuts; cut++) {
            host.expect("mkdir d" + cut).sayInTwo("/", cut);
        }
        host.expect("mkdir d" + cuts).say("/");
    }

    private static int framedLength(String message) {
        return message.length() + "<ABCDEFGH>".length();
    }

    @Judges(MFTP_2_2)
    void aConversationIsUnderstoodByteByByte(Trial trial) {
        Client client = trial.startClient(1).type("dl a.txt").type("mkdir photos");
        MiniFtpHost host = MiniFtpHost.silent(trial);
        host.peer().drip(host.token()).drip(host.framed(MiniFtpHost.WELCOME));
        if (host.next("dl a.txt", "info a.txt").startsWith("info")) {
            host.peer().drip(host.framed("15")).drip(host.framed("/"));
            host.expect("dl a.txt");
        }
        host.peer().drip(host.framed("some <bytes> \r\n")).drip(host.framed("/"));
        host.expect("mkdir photos").say("/");
        client.awaitExit();
        client.mustHave("a.txt", "some <bytes> \r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Judges(MFTP_2_3)
    @UsualCause("The client takes all that the first read gives for the token. The token has 10 bytes.")
    void theTokenAndTheWelcomeMayComeTogether(Trial trial) {
        trial.startClient(1).type("mkdir photos");
        MiniFtpHost host = MiniFtpHost.silent(trial);
        host.peer().send(host.token().then(host.framed(MiniFtpHost.WELCOME)));
        host.expect("mkdir photos").say("/");
    }

    @Judges(MFTP_2_3)
    @UsualCause("What one read gave behind a token is thrown away, or taken for a part of the message before it.")
    void aResultAndItsStatusMayComeTogether(Trial trial) {
        trial.startClient(1).type("info a.bin").type("mkdir photos");
        MiniFtpHost host = MiniFtpHost.greet(trial).expect("info a.bin");
        host.peer().send(host.framed("5000").then(host.framed("/")));
        host.expect("mkdir photos").say("/");
    }
}
