package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationWords.ASK_DELETED;
import static vos.tck.orchestration.OrchestrationWords.ASK_FILE;
import static vos.tck.orchestration.OrchestrationWords.ASK_NAME;
import static vos.tck.orchestration.OrchestrationWords.CHUNK_RECEIVED;
import static vos.tck.orchestration.OrchestrationWords.END_OF_FILE;
import static vos.tck.orchestration.OrchestrationWords.END_OF_PREVIEW;
import static vos.tck.orchestration.OrchestrationWords.FOUND;
import static vos.tck.orchestration.OrchestrationWords.INVALID;
import static vos.tck.orchestration.OrchestrationWords.LET_IN;
import static vos.tck.orchestration.OrchestrationWords.NOT_FOUND;
import static vos.tck.orchestration.OrchestrationWords.PASSWORD;
import static vos.tck.orchestration.OrchestrationWords.PREVIEW_MODE;
import static vos.tck.orchestration.OrchestrationWords.PROMPT;
import static vos.tck.orchestration.OrchestrationWords.STORED;
import static vos.tck.orchestration.OrchestrationWords.USERNAME;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vos.tck.Account;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/**
 * A connection to an orchestration server that speaks the published form: what its bytes mean. Each exchange begins
 * behind a prompt, and ends behind the next one. For one thread.
 */
final class OrchestrationSession {

    /** The most bytes of a file that a client sends at once. */
    static final int CHUNK = 1024;
    /** The longest silence between a command and its name that is tried, in milliseconds. */
    private static final int LONGEST_PAUSE = 1000;

    private final Trial trial;
    private final Peer peer;

    /** Connects, and reads nothing. */
    OrchestrationSession(Trial trial) {
        this.trial = trial;
        this.peer = trial.connect();
    }

    /** Connects, logs in as the first user, and reads the prompt. */
    static OrchestrationSession open(Trial trial) {
        return open(trial, trial.run().accounts().getFirst());
    }

    static OrchestrationSession open(Trial trial, Account user) {
        return new OrchestrationSession(trial).hear(USERNAME).login(user).hear(PROMPT);
    }

    Peer peer() {
        return peer;
    }

    /** Says something, in one write. */
    OrchestrationSession say(String words) {
        peer.send(words);
        return this;
    }

    OrchestrationSession say(Payload bytes) {
        peer.send(bytes);
        return this;
    }

    /** The server must say this next. */
    OrchestrationSession hear(String words) {
        peer.expect(words);
        return this;
    }

    /** The server must answer this, and prompt again. */
    OrchestrationSession answered(String words) {
        return hear(words).hear(PROMPT);
    }

    /** Behind {@code Username: }: logs in, and reads that it was successful. */
    OrchestrationSession login(Account user) {
        return say(user.name() + "\n").hear(PASSWORD).say(user.password() + "\n").hear(LET_IN);
    }

    /** Begins to upload, up to where the server waits for the first chunk. */
    OrchestrationSession beginUpload(String name) {
        return say("upload").hear(ASK_NAME).say(name).hear(ASK_FILE);
    }

    /** Sends a chunk, which must be acknowledged. */
    OrchestrationSession chunk(Payload chunk) {
        return say(chunk).hear(CHUNK_RECEIVED);
    }

    OrchestrationSession chunk(String chunk) {
        return chunk(Payload.text(chunk));
    }

    /** Sends this content chunk by chunk. */
    OrchestrationSession chunks(byte[] content) {
        for (int from = 0; from < content.length; from += CHUNK) {
            chunk(Payload.bytes(Arrays.copyOfRange(content, from, Math.min(from + CHUNK, content.length))));
        }
        return this;
    }

    /** Ends an upload, which must be successful. */
    OrchestrationSession endUpload() {
        return say(END_OF_FILE).answered(STORED);
    }

    OrchestrationSession upload(String name, byte[] content) {
        return beginUpload(name).chunks(content).endUpload();
    }

    OrchestrationSession upload(String name, String content) {
        return beginUpload(name).chunk(content).endUpload();
    }

    /**
     * Says {@code command} and, behind a pause, a name, as nobody speaks between them; this must be answered. Where a
     * machine is so busy that the two were joined all the same, which is no command, a longer pause is tried.
     */
    OrchestrationSession ask(String command, String name, String answer) {
        int pause = trial.run().pace();
        peer.send(command).pause(pause);
        while (pause < LONGEST_PAUSE && isJoined(name, answer)) {
            pause *= 2;
            hear(PROMPT).peer.send(command).pause(pause);
        }
        return pause < LONGEST_PAUSE ? this : say(name).hear(answer);
    }

    private boolean isJoined(String name, String answer) {
        // Every answer is shorter than that to what is no command.
        String invalid = INVALID.substring(0, answer.length());
        byte[] said = say(name).peer.receive(new Expectation.Sized(answer.length(), answer + "|" + invalid, answer));
        boolean joined = new String(said, StandardCharsets.US_ASCII).equals(invalid);
        if (joined) {
            hear(INVALID.substring(answer.length()));
        }
        return joined;
    }

    /** The same, and the prompt comes behind the answer. */
    OrchestrationSession asked(String command, String name, String answer) {
        return ask(command, name, answer).hear(PROMPT);
    }

    /** Asks for a file, which must come with this content. */
    OrchestrationSession download(String name, Payload content) {
        ask("download", name, FOUND).peer.expect(content.then(END_OF_FILE));
        return hear(PROMPT);
    }

    OrchestrationSession download(String name, byte[] content) {
        return download(name, Payload.bytes(content));
    }

    OrchestrationSession download(String name, String content) {
        return download(name, Payload.text(content));
    }

    /** Asks for a file, of which the server must say that there is none. */
    OrchestrationSession downloadMissing(String name) {
        return asked("download", name, NOT_FOUND);
    }

    /** Asks for a file's beginning, which must be this. */
    OrchestrationSession preview(String name, Payload content) {
        ask("download", "PREVIEW " + name, PREVIEW_MODE).peer.expect(content.then(END_OF_PREVIEW));
        return hear(PROMPT);
    }

    /** Deletes, and must be answered this. */
    OrchestrationSession delete(String name, String answer) {
        return say("delete").hear(ASK_DELETED).say(name).answered(answer);
    }

    /** A name in the user's directory that no other test uses. */
    String name(String stem) {
        return trial.name(stem, ".bin");
    }
}
