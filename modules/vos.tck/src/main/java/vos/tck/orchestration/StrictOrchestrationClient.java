package vos.tck.orchestration;

import static vos.tck.Requirement.COM_3_1;
import static vos.tck.Requirement.COM_3_2;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_5_4;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_7;
import static vos.tck.Requirement.COM_6_8;
import static vos.tck.Requirement.COM_9_1;
import static vos.tck.Requirement.COM_9_2;
import static vos.tck.Requirement.COM_9_4;
import static vos.tck.Requirement.ORCH_6_1;
import static vos.tck.Requirement.ORCH_6_2;
import static vos.tck.Requirement.ORCH_6_3;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vos.tck.Contents;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client says to a server in the strict form, and what it keeps. */
final class StrictOrchestrationClient {

    private static final String ANSWER = "OK 5\nA\0\r\nB";
    private static final String SENTINELS = "END_OF_FILE" + OrchestrationHost.PROMPT + "END_OF_FILE";
    private static final byte[] OLD = "the old content\n".getBytes(StandardCharsets.US_ASCII);

    @Gate
    @Judges({COM_3_1, ORCH_6_1})
    @UsualCause("The client says no hello, or waits for the prompt before it does.")
    void aHelloFollowsTheLoginAtOnce(Trial trial) {
        OrchestrationUser.of(trial).delete("a.txt");
        OrchestrationHost.letIn(trial).peer().expect(OrchestrationHost.HELLO)
                .send(OrchestrationHost.PROMPT + OrchestrationHost.WELCOME).expect("delete a.txt\n").send("OK\n");
    }

    @Judges({ORCH_6_1, COM_3_5})
    @UsualCause("The client takes what one read gives for the prompt, or for the whole answer to its hello.")
    void promptAndWelcomeAreUnderstoodByteByByte(Trial trial) {
        OrchestrationUser.of(trial).delete("a.txt");
        OrchestrationHost.letIn(trial).peer().expect(OrchestrationHost.HELLO)
                .drip(Payload.text(OrchestrationHost.PROMPT + OrchestrationHost.WELCOME)).expect("delete a.txt\n");
    }

    @Judges(COM_3_2)
    void aWelcomeMayBeTheVersionAlone(Trial trial) {
        OrchestrationUser.of(trial).delete("a.txt");
        OrchestrationHost.letIn(trial).peer().expect(OrchestrationHost.HELLO)
                .send(OrchestrationHost.PROMPT + "vos/1\n").expect("delete a.txt\n");
    }

    @Judges(COM_3_2)
    @UsualCause("The client looks whether the answer begins with vos/1, and not at what stands behind it.")
    void anotherVersionIsNoWelcome(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).delete("a.txt");
        user.client().typeNoMore();
        OrchestrationHost host = OrchestrationHost.letIn(trial);
        host.peer().expect(OrchestrationHost.HELLO).send(OrchestrationHost.PROMPT + "vos/10 delete\n");
        host.expectNothingWith("delete a\\.txt", "no command in the strict form");
    }

    @Judges({ORCH_6_2, ORCH_6_3, COM_9_4})
    @UsualCause("The client waits for questions and prompts. There are none in the strict form.")
    void commandsAreLines(Trial trial) {
        OrchestrationUser.of(trial).list().preview("a.txt").delete("docs/a.txt").download("b.txt");
        OrchestrationHost.strict(trial).peer().expect("list\n").send("OK 0\n")
                .expect("preview a.txt\n").send("OK 5\nhello").expect("delete docs/a.txt\n").send("OK\n")
                .expect("download b.txt\n").send("OK 1\nB");
    }

    @Judges({ORCH_6_2, COM_5_5})
    void filesOfAllSizesAreSentBehindTheirSizes(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial);
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.put("words", SENTINELS.getBytes(StandardCharsets.US_ASCII));
        contents.put("large", Contents.large(trial));
        contents.forEach((name, content) -> user.has(name, content).upload(name));
        OrchestrationHost host = OrchestrationHost.strict(trial);
        contents.forEach((name, content) -> host.peer().expect("upload " + content.length + " " + name + "\n")
                .expect(Payload.bytes(content)).send("OK\n"));
        user.client().awaitExit();
    }

    @Judges({ORCH_6_3, COM_6_8, COM_5_5})
    @UsualCause("The client looks for END_OF_FILE in a content whose size it was told.")
    void filesOfAllSizesAreKept(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial);
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.put("words", SENTINELS.getBytes(StandardCharsets.US_ASCII));
        contents.put("large", Contents.large(trial));
        contents.keySet().forEach(user::download);
        OrchestrationHost host = OrchestrationHost.strict(trial);
        contents.forEach((name, content) -> host.peer().expect("download " + name + "\n")
                .send(Payload.text("OK " + content.length + "\n").then(Payload.bytes(content))));
        user.client().awaitExit();
        contents.forEach(user.client()::mustHave);
    }

    @Judges({COM_3_5, COM_6_7})
    @UsualCause("The client takes what one read gives for the status, or for the whole content.")
    void anAnswerIsUnderstoodWhereverItIsCut(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial);
        for (int cut = 1; cut < ANSWER.length(); cut++) {
            user.download("cut" + cut + ".bin");
        }
        OrchestrationHost host = OrchestrationHost.strict(trial);
        Splits.everywhere(ANSWER.length(), cuts -> host.peer().expect("download cut" + cuts.getFirst() + ".bin\n")
                .sendCut(Payload.text(ANSWER), cuts));
        user.client().awaitExit();
        for (int cut = 1; cut < ANSWER.length(); cut++) {
            user.client().mustHave("cut" + cut + ".bin", "A\0\r\nB".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Judges({ORCH_6_3, COM_6_8, COM_5_4})
    @UsualCause("The client takes the end of the connection for the end of the content, and does not count.")
    void aContentThatEndsEarlyIsNotKept(Trial trial) {
        refused(trial, peer -> peer.send("OK 6\nhello").pause().close());
        refused(trial, peer -> peer.send("OK 6\nhello").pause().reset());
    }

    @Judges(COM_9_2)
    @UsualCause("The client takes an OK without a size for that of an empty file.")
    void aContentWithoutASizeIsNotKept(Trial trial) {
        refused(trial, peer -> peer.send("OK\n").close());
    }

    @Judges(COM_9_1)
    @UsualCause("The client does not look whether a size is a number of 1 to 18 digits.")
    void aSizeThatIsNoneBreaksTheFraming(Trial trial) {
        for (String size : List.of("-1", "five", "9999999999999999999")) {
            refused(trial, peer -> peer.send("OK " + size + "\nhello").close());
        }
    }

    @Judges({COM_9_1, COM_5_4})
    @UsualCause("The client takes whatever comes for a content.")
    void whatIsNotOkIsNoContent(Trial trial) {
        for (String answer : List.of("ERROR some-later-word: why\n", "OKAY 5\nhello", "FILE_FOUND")) {
            refused(trial, peer -> peer.send(answer).close());
        }
    }

    @Judges(COM_9_1)
    @UsualCause("The client does not know the word, and takes it for no error; or it takes any answer for success.")
    void whatIsNotOkIsNoSuccess(Trial trial) {
        for (String answer : List.of("ERROR some-later-word: why\n", "FILE_DELETED\n", "")) {
            OrchestrationUser user = OrchestrationUser.of(trial).delete("a.txt");
            OrchestrationHost.strict(trial).peer().expect("delete a.txt\n").send(answer).close();
            OrchestrationClientUploads.mustFail(trial, user);
        }
    }

    /** This answer is no content: the file of this name stays as it was, and there is no other. */
    private static void refused(Trial trial, Consumer<Peer> answer) {
        OrchestrationUser user = OrchestrationUser.of(trial).has("a.txt", OLD).download("a.txt");
        answer.accept(OrchestrationHost.strict(trial).peer().expect("download a.txt\n"));
        user.client().awaitExit();
        user.client().mustHave("a.txt", OLD);
        user.client().mustHoldOnly("a.txt");
    }
}
