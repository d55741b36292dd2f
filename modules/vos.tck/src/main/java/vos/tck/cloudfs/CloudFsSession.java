package vos.tck.cloudfs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/**
 * A connection to a cloud-fs server in the published form: what its bytes mean. Names of files are within a directory
 * that the test has to itself. For one thread.
 */
final class CloudFsSession {

    /** What ends a content in either direction. */
    static final String SENTINEL = "__END__";
    /** The answer to a command line without output. */
    static final String DONE = "[+] Command executed.\n";
    /** The longest answer to a command line, in bytes. */
    static final int LONGEST_ANSWER = 2048;
    /** The silence that a published server needs behind a sentinel, in milliseconds {@code [CLOUD-7.5]}. */
    private static final int BEHIND_SENTINEL = 200;
    /** In which a server has stored what came of an upload, in milliseconds; a sound one passes also if it has not. */
    private static final int STORED = 400;

    private final Trial trial;
    private final Peer peer;
    private final String directory;

    private CloudFsSession(Trial trial, String directory) {
        this.trial = trial;
        this.peer = trial.connect();
        this.directory = directory;
    }

    /** Connects; the server says nothing. */
    static CloudFsSession open(Trial trial) {
        return new CloudFsSession(trial, "");
    }

    /** Connects, and makes a directory that no other test uses. */
    static CloudFsSession inDirectory(Trial trial) {
        CloudFsSession session = new CloudFsSession(trial, trial.name("dir", ""));
        return session.does("mkdir " + session.directory);
    }

    /** Another connection of the same test, with the same directory. */
    CloudFsSession another() {
        return new CloudFsSession(trial, directory);
    }

    Peer peer() {
        return peer;
    }

    /** The directory of this test, relative to the root. */
    String directory() {
        return directory;
    }

    /** The path of a file in the directory of this test. */
    String path(String name) {
        return directory + "/" + name;
    }

    // ---- command lines ---------------------------------------------------------------------------------------------

    /** Sends a message in one write. */
    CloudFsSession send(String message) {
        peer.send(CloudFsFrame.of(message).payload());
        return this;
    }

    /** Sends a message in several writes. */
    CloudFsSession sendCut(String message, List<Integer> cuts) {
        peer.sendCut(CloudFsFrame.of(message).payload(), cuts);
        return this;
    }

    /** The answer must be just this. */
    CloudFsSession says(String text) {
        peer.expect(text);
        return this;
    }

    /** A command line that has no output, and nothing to complain of. */
    CloudFsSession does(String line) {
        return send(line).says(DONE);
    }

    /** A command line that has just this output: behind it comes the answer to another one. */
    CloudFsSession prints(String line, String output) {
        return send(line).says(output).does("cd .");
    }

    /** The answer to a command line, which may be any text: it is over where that to another one begins. */
    String answer(String line) {
        return answer(Octets.of(line));
    }

    String answer(Octets message) {
        peer.send(CloudFsFrame.of(message).payload());
        byte[] first = peer.receive(new Expectation.Sized(1, ".*", "an answer of at least one byte"));
        send("cd .");
        byte[] rest = peer.receive(new Expectation.Delimited(Payload.text(DONE), ".*",
                "the rest of the answer, and then that to cd ."));
        byte[] all = new byte[rest.length + 1];
        all[0] = first[0];
        System.arraycopy(rest, 0, all, 1, rest.length);
        return new String(all, StandardCharsets.UTF_8);
    }

    /** A command line that is answered by a sentence, as it cannot be done. */
    String complains(String line) {
        String answer = answer(line);
        trial.require(!answer.equals(DONE), "a sentence that says what is wrong with " + line, answer);
        return answer;
    }

    // ---- contents --------------------------------------------------------------------------------------------------

    /** All that is sent for an upload. */
    static Octets uploading(String path, Octets content) {
        return CloudFsFrame.of("UPLOAD " + path).then(content).then(SENTINEL);
    }

    /** Uploads in one write, and gives the server a moment before the next message. */
    CloudFsSession upload(String path, Octets content) {
        uploadAtOnce(path, content).peer.pause(BEHIND_SENTINEL);
        return this;
    }

    /** Uploads in one write; the next message may follow at once. */
    CloudFsSession uploadAtOnce(String path, Octets content) {
        peer.send(uploading(path, content).payload());
        return this;
    }

    /** Uploads with the pauses that a published server needs {@code [CLOUD-7.5]}. */
    CloudFsSession uploadSlowly(String path, Octets content) {
        peer.send(CloudFsFrame.of("UPLOAD " + path).then(content).payload()).pause();
        return uploadEnd();
    }

    /** Sends the beginning of an upload, and gives the server the time to store it, also one that is busy. */
    CloudFsSession uploadBeginning(String path, Octets beginning) {
        peer.send(CloudFsFrame.of("UPLOAD " + path).then(beginning).payload()).pause(STORED);
        return this;
    }

    /** Ends an upload, and gives the server a moment before the next message. */
    CloudFsSession uploadEnd() {
        peer.send(SENTINEL).pause(BEHIND_SENTINEL);
        return this;
    }

    /** A download must give just this content. */
    CloudFsSession holds(String path, Octets content) {
        send("DOWNLOAD " + path);
        peer.expect(content.payload()).expect(SENTINEL);
        return this;
    }

    /** There must be no such file. */
    CloudFsSession hasNo(String path) {
        return send("DOWNLOAD " + path).says("File not found." + SENTINEL);
    }

    /** A download must be refused, for another reason than that there is no such file. */
    CloudFsSession doesNotSend(String path) {
        send("DOWNLOAD " + path);
        peer.receive(new Expectation.Delimited(Payload.text(SENTINEL), "File not sent: [^\\n]+\\.",
                "File not sent: SENTENCE.__END__"));
        return this;
    }

    /** The uploads before must have been refused: the next answer begins with that. */
    CloudFsSession tells(int count, String error) {
        String begin = count == 1 ? "[!] An upload was refused: "
                : "[!] " + count + " uploads were refused, the last one: ";
        send("cd .");
        peer.receive(new Expectation.Delimited(Payload.text(DONE),
                Pattern.quote(begin) + error + ": [^\\n]+\\n",
                begin + error + ": SENTENCE\\n" + DONE.strip() + "\\n"));
        return this;
    }

    /** The server must say that it did not understand. */
    CloudFsSession malformed() {
        peer.receive(new Expectation.Delimited(Payload.text("\n"), "\\[!\\] malformed: .+",
                "[!] malformed: SENTENCE\\n"));
        return this;
    }
}
