package vos.tck.orchestration;

import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.COM_6_3;
import static vos.tck.Requirement.ORCH_3_5;
import static vos.tck.Requirement.ORCH_5_1;
import static vos.tck.Requirement.ORCH_7_3;
import static vos.tck.Requirement.ORCH_7_4;
import static vos.tck.Requirement.ORCH_7_5;
import static vos.tck.Requirement.ORCH_7_6;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import vos.tck.Alone;
import vos.tck.Contents;
import vos.tck.Expectation;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** How a client sends a file to a server in the published form. */
final class OrchestrationClientUploads {

    private static final String ACKNOWLEDGED = "Chunk received.";
    private static final String NOT_STORED = "Error: Failed to receive file data.";

    @Judges({ORCH_3_5, ORCH_7_3, COM_5_5})
    @UsualCause("The chunks are not of 1,024 bytes each, or an empty file has one.")
    void filesOfAllSizesAreSentInChunks(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial);
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.forEach((name, content) -> user.has(name, content).upload(name));
        OrchestrationHost host = OrchestrationHost.published(trial);
        contents.forEach((name, content) -> host.expectUpload(name).expectFile(content));
        user.client().awaitExit();
    }

    @Judges({ORCH_3_5, ORCH_7_3})
    @UsualCause("The client sends on without waiting for the acknowledgement of the chunk before.")
    void noChunkIsSentBeforeTheOneBeforeItIsAcknowledged(Trial trial) {
        byte[] content = trial.randomBytes(2 * OrchestrationHost.CHUNK + 1);
        OrchestrationUser.of(trial).has("a.bin", content).upload("a.bin");
        OrchestrationHost host = OrchestrationHost.published(trial).expectUpload("a.bin");
        for (int offset = 0; offset < content.length; offset += OrchestrationHost.CHUNK) {
            int end = Math.min(content.length, offset + OrchestrationHost.CHUNK);
            host.peer().expect(Payload.bytes(Arrays.copyOfRange(content, offset, end))).expectSilence(150)
                    .send(ACKNOWLEDGED);
        }
        host.hear("END_OF_FILE").say("File upload completed successfully.").prompt();
    }

    @Alone
    @Judges({ORCH_7_6, COM_6_1})
    @Quirk("The published client does not pause before the first chunk.")
    @UsualCause("The client sends its first chunk as soon as the server is ready.")
    void aPauseStandsBeforeTheFirstChunk(Trial trial) {
        OrchestrationUser.of(trial).has("a.txt", new byte[1]).upload("a.txt");
        OrchestrationHost.published(trial).expectUpload("a.txt").peer().expectSilence(60);
    }

    @Alone
    @Judges({ORCH_7_5, COM_6_1})
    @Quirk("The published client does not pause before END_OF_FILE.")
    @UsualCause("The client sends END_OF_FILE right behind the last acknowledgement.")
    void aPauseStandsBeforeTheEndOfAFile(Trial trial) {
        OrchestrationUser.of(trial).has("a.txt", new byte[1]).upload("a.txt");
        OrchestrationHost host = OrchestrationHost.published(trial).expectUpload("a.txt");
        host.peer().expect(Payload.bytes(new byte[1])).send(ACKNOWLEDGED).expectSilence(60);
        host.hear("END_OF_FILE").say("File upload completed successfully.").prompt();
    }

    @Alone
    @Judges(ORCH_7_5)
    @Quirk("The published client does not pause before END_OF_FILE.")
    @UsualCause("The client takes a second acknowledgement for the answer to END_OF_FILE, or does not begin its pause"
            + " anew.")
    void anotherAcknowledgementBeginsThePauseAnew(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).has("a.txt", new byte[1]).upload("a.txt");
        OrchestrationHost host = OrchestrationHost.published(trial).expectUpload("a.txt");
        host.peer().expect(Payload.bytes(new byte[1])).send(ACKNOWLEDGED);
        for (int again = 0; again < 3; again++) {
            host.peer().expectSilence(40).send(ACKNOWLEDGED);
        }
        host.peer().expectSilence(60);
        host.hear("END_OF_FILE").say("File upload completed successfully.").prompt();
        user.client().awaitExit();
    }

    @Judges({ORCH_7_4, COM_6_3})
    @Quirk("The published client sends chunks of 1,024 bytes, whatever they read like.")
    @UsualCause("The client sends a chunk that is END_OF_FILE or UPLOAD_ERROR, which the server takes for the word.")
    void noChunkIsAWord(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial);
        byte[] before = new byte[OrchestrationHost.CHUNK];
        byte[] whole = Arrays.copyOf(before, before.length + "UPLOAD_ERROR".length());
        System.arraycopy(ascii("UPLOAD_ERROR"), 0, whole, before.length, "UPLOAD_ERROR".length());
        user.has("a.txt", ascii("END_OF_FILE")).has("b.txt", whole).upload("a.txt").upload("b.txt");
        OrchestrationHost host = OrchestrationHost.published(trial).expectUpload("a.txt");
        expectInPieces(trial, host, "END_OF_FILE");
        host.expectUpload("b.txt").peer().expect(Payload.bytes(before)).send(ACKNOWLEDGED);
        expectInPieces(trial, host, "UPLOAD_ERROR");
    }

    private static void expectInPieces(Trial trial, OrchestrationHost host, String word) {
        String came = "";
        while (came.length() < word.length()) {
            String piece = new String(host.peer().receive(new Expectation.Segment(30, "[A-Z_]+", "a part of " + word)),
                    StandardCharsets.US_ASCII);
            came += piece;
            trial.require(word.startsWith(came) && !piece.equals(word), "a part of " + word, piece);
            host.say(ACKNOWLEDGED);
        }
        host.hear("END_OF_FILE").say("File upload completed successfully.").prompt();
    }

    @Judges({ORCH_7_6, ORCH_5_1})
    @Quirk("The published client does not pause before the first chunk.")
    @UsualCause("The client sends its chunks to a server that has said that it cannot take them. They are commands"
            + " to it.")
    void nothingIsSentToAServerThatCannotOpenTheFile(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).has("a.txt", ascii("delete")).upload("a.txt");
        user.client().typeNoMore();
        OrchestrationHost.published(trial).expect("upload").say("Ready to receive the filename.").hear("a.txt")
                .say("Ready to receive file data." + NOT_STORED + OrchestrationHost.PROMPT)
                .expectNothingWith("delete", "no content");
        mustFail(trial, user);
    }

    @Judges(ORCH_5_1)
    @Quirk("The published client is for people, and always ends with 0.")
    @UsualCause("The client does not look at the answer to the name, or at the last one.")
    void aRefusedUploadIsAFailure(Trial trial) {
        OrchestrationUser user = OrchestrationUser.of(trial).has("a.txt", ascii("delete")).upload("a.txt");
        user.client().typeNoMore();
        OrchestrationHost.published(trial).expect("upload").say("Ready to receive the filename.").hear("a.txt")
                .say(NOT_STORED).prompt().expectNothingWith("delete", "no content");
        mustFail(trial, user);
        user = OrchestrationUser.of(trial).has("a.txt", ascii("delete")).upload("a.txt");
        OrchestrationHost host = OrchestrationHost.published(trial).expectUpload("a.txt");
        host.peer().expect("delete").send(ACKNOWLEDGED);
        host.hear("END_OF_FILE").say(NOT_STORED).prompt();
        mustFail(trial, user);
    }

    static void mustFail(Trial trial, OrchestrationUser user) {
        trial.require(user.client().awaitExit() != 0, "an exit code other than 0, as nothing was done", "0");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
