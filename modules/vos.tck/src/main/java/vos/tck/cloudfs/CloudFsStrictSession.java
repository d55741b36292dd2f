package vos.tck.cloudfs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/**
 * A connection to a cloud-fs server that has agreed on the strict form: what its bytes mean. Names of files are within
 * a directory that the test has to itself. For one thread.
 */
final class CloudFsStrictSession {

    /** The most bytes of an output that are sent in one frame. */
    static final int LARGEST_OUTPUT = 64 * 1024;
    private static final int LARGEST_FRAME = 64 * 1024 * 1024;

    private final Trial trial;
    private final Peer peer;
    private final String directory;

    private CloudFsStrictSession(Trial trial, String directory) {
        this.trial = trial;
        this.peer = trial.connect();
        this.directory = directory;
    }

    /** Connects, and says nothing yet. */
    static CloudFsStrictSession connect(Trial trial) {
        return new CloudFsStrictSession(trial, "");
    }

    /** Connects, and says hello. */
    static CloudFsStrictSession open(Trial trial) {
        return connect(trial).send("HELLO vos/1").welcome();
    }

    /** Connects, says hello, and makes a directory that no other test uses. */
    static CloudFsStrictSession inDirectory(Trial trial) {
        CloudFsStrictSession session = new CloudFsStrictSession(trial, trial.name("strict", ""));
        return session.send("HELLO vos/1").welcome().does("mkdir " + session.directory);
    }

    /** Another connection of the same test, with the same directory. */
    CloudFsStrictSession another() {
        return new CloudFsStrictSession(trial, directory).send("HELLO vos/1").welcome();
    }

    /** The answer to a hello. */
    CloudFsStrictSession welcome() {
        frame("vos/1( .*)?", "vos/1, alone or with a space and the commands");
        return this;
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

    /** Sends a message in one write. */
    CloudFsStrictSession send(String message) {
        peer.send(CloudFsFrame.of(message).payload());
        return this;
    }

    // ---- answers ---------------------------------------------------------------------------------------------------

    /** The next frame, whose message is of this form. */
    byte[] frame(String pattern, String words) {
        int length = length();
        return peer.receive(new Expectation.Sized(length, pattern, words));
    }

    /** Reads a header. */
    private int length() {
        byte[] header = peer.receive(new Expectation.Sized(CloudFsFrame.HEADER, "[0-9]{1,18} *",
                "a header: 1 to 18 digits, and spaces up to 64 bytes"));
        long length = Long.parseLong(new String(header, StandardCharsets.US_ASCII).strip());
        trial.require(length <= LARGEST_FRAME, "a frame of at most " + LARGEST_FRAME + " bytes", Long.toString(length));
        return (int) length;
    }

    /** The status of a request that was done. */
    CloudFsStrictSession ok() {
        frame("OK", "the status OK");
        return this;
    }

    /** The status of a request that failed with this error. */
    CloudFsStrictSession refuses(String error) {
        frame("ERROR " + error + ": [^\\p{Cntrl}]+", "the status ERROR " + error + ": SENTENCE");
        return this;
    }

    // ---- requests --------------------------------------------------------------------------------------------------

    /** All that is sent for an upload. */
    static Octets uploading(String path, Octets content) {
        return CloudFsFrame.of("UPLOAD " + path).then(CloudFsFrame.of(content));
    }

    /** Uploads in one write; the answer is still to come. */
    CloudFsStrictSession upload(String path, Octets content) {
        peer.send(uploading(path, content).payload());
        return this;
    }

    /** A download must give just this content. */
    CloudFsStrictSession holds(String path, Octets content) {
        return send("DOWNLOAD " + path).ok().content(content);
    }

    /** The next frame must be just this. */
    CloudFsStrictSession content(Octets content) {
        int length = length();
        trial.require(length == content.length(), "a header that says " + content.length(), Integer.toString(length));
        peer.expect(content.payload());
        return this;
    }

    /** There must be no such file. */
    CloudFsStrictSession hasNo(String path) {
        return send("DOWNLOAD " + path).refuses("not-found");
    }

    /** A command line that has no output, and ends with status 0. */
    CloudFsStrictSession does(String line) {
        return prints(line, new byte[0]);
    }

    /** A command line that has just this output, and ends with status 0. */
    CloudFsStrictSession prints(String line, byte[] output) {
        return send("RUN " + line).ok().outputs(output);
    }

    CloudFsStrictSession prints(String line, String output) {
        return prints(line, output.getBytes(StandardCharsets.UTF_8));
    }

    /** What comes behind the status OK of a command line: this output, and the exit status 0. */
    CloudFsStrictSession outputs(byte[] output) {
        byte[] came = output();
        trial.require(Arrays.equals(came, output), "the output " + Payload.bytes(output),
                Payload.bytes(came).toString());
        return exits(0);
    }

    CloudFsStrictSession outputs(String output) {
        return outputs(output.getBytes(StandardCharsets.UTF_8));
    }

    /** A command line that is answered by a sentence and ends with this status, as it cannot be done. */
    CloudFsStrictSession complains(String line, int status) {
        byte[] came = send("RUN " + line).ok().output();
        trial.require(came.length > 0, "a sentence that says what is wrong with " + line, "no output");
        return exits(status);
    }

    /** What comes behind the status OK of a command line, up to the empty frame. */
    byte[] output() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length = piece(); length > 0; length = piece()) {
            all.writeBytes(peer.receive(new Expectation.Sized(length, ".*", "a piece of the output")));
        }
        return all.toByteArray();
    }

    private int piece() {
        int length = length();
        trial.require(length <= LARGEST_OUTPUT, "a piece of an output of at most " + LARGEST_OUTPUT + " bytes",
                length + " bytes");
        return length;
    }

    /** The end of a command line, behind its output. */
    CloudFsStrictSession exits(int status) {
        frame("EXIT 0{0,2}" + status, "EXIT " + status);
        return this;
    }
}
