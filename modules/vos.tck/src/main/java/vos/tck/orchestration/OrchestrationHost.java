package vos.tck.orchestration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vos.tck.Account;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/**
 * The kit as an orchestration server, to which the client that is judged has connected. In the published form it takes
 * a hello for the unknown command that it is there, and does not mind if there is none; white space around what the
 * client says is no part of it. For one thread.
 */
final class OrchestrationHost {

    /** The user whom it lets in. */
    static final Account USER = Account.USUAL.getFirst();
    static final String USERNAME = "Username: ";
    static final String PASSWORD = "Password: ";
    static final String LET_IN = "Authentication successful.";
    static final String PROMPT = "Enter command (upload/download/delete/exit): ";
    static final String UNKNOWN = "Invalid command.";
    static final String WELCOME = "vos/1 upload download preview delete list exit\n";
    static final String HELLO = "hello vos/1\n";
    static final int CHUNK = 1024;

    /** Within this time comes the rest of what a client writes at once, in milliseconds. */
    private static final int SILENCE = 30;

    private final Trial trial;
    private final Peer peer;

    private OrchestrationHost(Trial trial) {
        this.trial = trial;
        this.peer = trial.accept();
    }

    /** Waits for a client, and says nothing. */
    static OrchestrationHost silent(Trial trial) {
        return new OrchestrationHost(trial);
    }

    /** Waits for a client, and lets its user in. */
    static OrchestrationHost letIn(Trial trial) {
        OrchestrationHost host = silent(trial).say(USERNAME);
        return host.hear(USER.name()).say(PASSWORD).hear(USER.password()).say(LET_IN);
    }

    /** Waits for a client, lets its user in, and asks for a command as a server in the published form does. */
    static OrchestrationHost published(Trial trial) {
        return letIn(trial).prompt();
    }

    /** Waits for a client, lets its user in, and agrees with it on the strict form. */
    static OrchestrationHost strict(Trial trial) {
        OrchestrationHost host = letIn(trial);
        host.peer.expect(HELLO).send(PROMPT + WELCOME);
        return host;
    }

    Peer peer() {
        return peer;
    }

    /** Says this in one write. */
    OrchestrationHost say(String words) {
        peer.send(words);
        return this;
    }

    /** Pauses, and says this. */
    OrchestrationHost sayApart(String words) {
        peer.pause().send(words);
        return this;
    }

    /** Pauses, and asks for a command. */
    OrchestrationHost prompt() {
        return sayApart(PROMPT);
    }

    /** The client must say this, and then wait. */
    OrchestrationHost hear(String word) {
        hearOneOf(word);
        return this;
    }

    private String hearOneOf(String... words) {
        String patterns = String.join("|", Arrays.stream(words).map(Pattern::quote).toList());
        String heard;
        do {
            heard = text(peer.receive(new Expectation.Segment(SILENCE, "\\s+|\\s*(" + patterns + ")\\s*",
                    String.join("  or  ", words))));
        } while (heard.isEmpty());
        return heard;
    }

    /** The client must give this command, and then wait. */
    OrchestrationHost expect(String command) {
        boolean hello = hearOneOf(command, HELLO.strip()).equals(HELLO.strip());
        return hello ? say(UNKNOWN).prompt().hear(command) : this;
    }

    /** The client must give one of these commands, and then pauses of itself: what follows is left unread. */
    String expectFirstWord(String... commands) {
        Payload[] heard = Stream.concat(Stream.of("\n", "\r\n", "").flatMap(line -> Stream.of(commands)
                .map(command -> line + command)), Stream.of(HELLO)).map(Payload::text).toArray(Payload[]::new);
        String word = text(peer.expectOneOf(heard));
        return word.equals(HELLO.strip()) ? say(UNKNOWN).prompt().expectFirstWord(commands) : word;
    }

    /** The client must ask for this file; it is told nothing yet. */
    OrchestrationHost expectDownload(String name) {
        expectFirstWord("download");
        return hear(name);
    }

    /** Sends a file with the pauses that a published client needs. */
    OrchestrationHost sendFile(Payload content) {
        say("FILE_FOUND");
        peer.pause().send(content);
        return sayApart("END_OF_FILE").prompt();
    }

    /** The client must begin to upload this file; it is told to send it. */
    OrchestrationHost expectUpload(String name) {
        return expect("upload").say("Ready to receive the filename.").hear(name).say("Ready to receive file data.");
    }

    /** The client must send a file that it was told to send, in chunks, to its end. */
    OrchestrationHost expectFile(byte[] content) {
        for (int offset = 0; offset < content.length; offset += CHUNK) {
            byte[] chunk = Arrays.copyOfRange(content, offset, Math.min(content.length, offset + CHUNK));
            peer.expect(Payload.bytes(chunk)).send("Chunk received.");
        }
        return hear("END_OF_FILE").say("File upload completed successfully.").prompt();
    }

    /** The client must ask for the deletion of this file, and is told something. */
    OrchestrationHost expectDeletion(String name) {
        return expect("delete").say("Enter the filename to delete: ").hear(name);
    }

    /** The client must ask for the beginning of a file, in one of the two ways there are. */
    OrchestrationHost expectPreview(String name) {
        return hear(expectFirstWord("download", "preview").equals("download") ? "PREVIEW " + name : name);
    }

    /** Answers a hello, and ends the output, so that the client ends; nothing that it says may be of this form. */
    void expectNothingWith(String form, String words) {
        String said = text(peer.receive(new Expectation.Segment(SILENCE, ".*", words)));
        if (said.equals(HELLO.strip())) {
            say(UNKNOWN).prompt();
            said = text(peer.receive(new Expectation.Segment(SILENCE, ".*", words)));
        }
        said += text(peer.halfClose().expectGone());
        trial.require(!Pattern.compile(form).matcher(said).find(), words, said);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
