package vos.tck.filesharing;

import java.util.List;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/** A conversation in the strict form: what its bytes mean. Each request has its own connection. For one thread. */
final class StrictFileSharingSession {

    /** What answers a hello. */
    static final String WELCOME = "vos/1 UPLOAD DOWNLOAD\n";
    private static final Payload LINE_END = Payload.text("\n");

    private final Trial trial;

    StrictFileSharingSession(Trial trial) {
        this.trial = trial;
    }

    /** Sends a line, with LF behind it, in one write, on a connection of its own. */
    Peer ask(String line) {
        return trial.connect().send(line + "\n");
    }

    /** The request to upload so many bytes. */
    static String uploading(String name, long size) {
        return "VOS/1 UPLOAD " + size + " " + name;
    }

    /** A whole upload: the request, its line end and the content. */
    static Payload upload(String name, long size, byte[] content) {
        return Payload.text(uploading(name, size) + "\n").then(Payload.bytes(content));
    }

    /** Uploads a file in one write, whatever size is told, and ends the output. */
    Peer send(String name, long size, byte[] content) {
        return trial.connect().send(upload(name, size, content)).halfClose();
    }

    /** Uploads a file, which must be stored. */
    void upload(String name, byte[] content) {
        stored(send(name, content.length, content));
    }

    /** Expects the answer to an upload that was stored. */
    static void stored(Peer peer) {
        peer.expect("OK\n").expectEnd();
    }

    /** Downloads a file, which must have this content; the client ends its output. */
    void download(String name, byte[] content) {
        given(ask("VOS/1 DOWNLOAD " + name).halfClose(), content);
    }

    /** Downloads a file by a request that the network cuts. */
    void downloadCut(String name, List<Integer> cuts, byte[] content) {
        given(trial.connect().sendCut(Payload.text("VOS/1 DOWNLOAD " + name + "\n"), cuts).halfClose(), content);
    }

    private static void given(Peer peer, byte[] content) {
        peer.expect(Payload.text("OK " + content.length + "\n").then(Payload.bytes(content))).expectEnd();
    }

    /** There must be no such file. */
    void isMissing(String name) {
        refused("VOS/1 DOWNLOAD " + name, "not-found");
    }

    /** A line, and the end of the output, must be answered with this error. */
    void refused(String line, String error) {
        refused(ask(line).halfClose(), error);
    }

    /** Expects an error, one word or several with {@code |} between, and the end; gives the status. */
    static byte[] refused(Peer peer, String error) {
        byte[] status = peer.receive(new Expectation.Delimited(LINE_END,
                "ERROR (" + error + "): [^\\x00-\\x1f\\x7f-\\x9f]+",
                "a status: ERROR " + error.replace("|", " or ") + ": and a sentence without control characters"));
        peer.expectEnd();
        return status;
    }

    /** Expects that the connection ends, somehow, and that nothing is answered. */
    void unanswered(Peer peer) {
        byte[] came = peer.expectGone();
        trial.require(came.length == 0, "no answer", came.length + " bytes");
    }
}
