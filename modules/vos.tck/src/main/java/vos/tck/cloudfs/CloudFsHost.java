package vos.tck.cloudfs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import vos.tck.Expectation;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/**
 * The kit as a cloud-fs server, to which the client that is judged has connected.
 *
 * <p>In the published form it is a shell that knows neither {@code HELLO} nor the client's marker. It does not mind a
 * client that says no hello and has no marker, as the published one. For one thread.
 */
final class CloudFsHost {

    static final String SENTINEL = "__END__";
    private static final String HELLO = "HELLO vos/1";
    private static final int HEADER = 64;
    /** Long enough that a client has answered what it takes for the whole of a message, in milliseconds. */
    private static final int WAIT = 40;

    private final Trial trial;
    private final Peer peer;
    private String before = "/bin/sh: 1: ";
    private String behind = ": not found\n";
    private String marker = "";
    private String spoken = "";

    private CloudFsHost(Trial trial) {
        this.trial = trial;
        this.peer = trial.accept();
    }

    /** Waits for a client, and learns its marker, if it has one. */
    static CloudFsHost published(Trial trial) {
        return new CloudFsHost(trial).learnMarker();
    }

    /** The same; {@code before} and {@code behind} are what this shell says around a command that it does not know. */
    static CloudFsHost published(Trial trial, String before, String behind) {
        CloudFsHost host = new CloudFsHost(trial);
        host.before = before;
        host.behind = behind;
        return host.learnMarker();
    }

    /** Waits for a client, and sends it nothing. */
    static CloudFsHost silent(Trial trial) {
        return new CloudFsHost(trial);
    }

    /** Waits for a client, and agrees with it on the strict form. */
    static CloudFsHost strict(Trial trial) {
        return new CloudFsHost(trial).expect(HELLO).frame("vos/1 UPLOAD DOWNLOAD RUN !DISCONNECT");
    }

    private CloudFsHost learnMarker() {
        String first = message();
        if (!first.equals(HELLO)) {
            spoken = first;
            return this;
        }
        peer.send(before + "HELLO" + behind);
        marker = message();
        return answer("");
    }

    Peer peer() {
        return peer;
    }

    /** The client's marker; empty if it has none. */
    String marker() {
        return marker;
    }

    /** What the shell says of the marker; empty if there is none. */
    String answerToMarker() {
        return marker.isEmpty() ? "" : before + marker + behind;
    }

    /** The next frame, whatever it says. */
    String message() {
        byte[] header = peer.receive(new Expectation.Sized(HEADER, "[0-9]{1,18} *",
                "a header of 64 bytes: a length, and spaces"));
        int length = (int) Math.min(Long.parseLong(text(header).strip()), Integer.MAX_VALUE);
        return text(peer.receive(new Expectation.Sized(length, ".*", "a message of " + length + " bytes")));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The client must send a frame with this message. */
    CloudFsHost expect(String message) {
        if (spoken.isEmpty()) {
            expectHeader(message.getBytes(StandardCharsets.UTF_8).length, message);
            peer.expect(message);
        } else {
            trial.require(spoken.equals(message), "the message " + message, spoken);
            spoken = "";
        }
        return this;
    }

    private void expectHeader(int length, String what) {
        peer.receive(new Expectation.Sized(HEADER, "0*" + length + " *",
                "a header of 64 bytes: " + length + " and spaces, as a frame follows with " + what));
    }

    /** The client must send this message and then, without waiting for an answer, its marker, if it has one. */
    CloudFsHost ask(String message) {
        expect(message);
        return expectMarker();
    }

    CloudFsHost expectMarker() {
        return marker.isEmpty() ? this : expect(marker);
    }

    /** Sends the output of a command, and what the shell says of the marker. */
    CloudFsHost answer(String output) {
        peer.send(output + answerToMarker());
        return this;
    }

    /** Sends text and the answer to the marker in two pieces, and has the client wait between them for the second. */
    CloudFsHost answerInTwo(String output, int cut) {
        String whole = output + answerToMarker();
        peer.send(whole.substring(0, cut)).expectSilence(WAIT).send(whole.substring(cut));
        return this;
    }

    /** Sends a content as a published server does: with a pause before the sentinel. */
    CloudFsHost sendContent(byte[] content) {
        peer.send(Payload.bytes(content)).pause();
        return answer(SENTINEL);
    }

    /** The client must upload this, and is answered. */
    CloudFsHost expectUpload(String name, byte[] content) {
        expect("UPLOAD " + name);
        peer.expect(Payload.bytes(content)).expect(SENTINEL);
        return expectMarker().answer("");
    }

    /** The client must end the connection, and say {@code !DISCONNECT} before. */
    void expectLeave() {
        peer.receive(new Expectation.ToEnd("0*11 *!DISCONNECT", "the frame !DISCONNECT"));
    }

    /** Ends the output, so that the client ends too, and must not send before what holds these words. */
    void endsWithout(String words) {
        peer.halfClose().receive(new Expectation.ToEnd("(?!.*" + Pattern.quote(words) + ").*",
                "nothing with the words: " + words));
    }

    // ---- the strict form ------------------------------------------------------------------------------------------

    /** A frame with this content. */
    static Payload framed(byte[] content) {
        return Payload.text(header(Integer.toString(content.length))).then(Payload.bytes(content));
    }

    static Payload framed(String message) {
        return framed(message.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of 64 that stand in place of a header. */
    static String header(String instead) {
        return String.format(Locale.ROOT, "%-" + HEADER + "s", instead);
    }

    /** Sends a frame. */
    CloudFsHost frame(String message) {
        return frame(message.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a frame. */
    CloudFsHost frame(byte[] content) {
        peer.send(framed(content));
        return this;
    }

    /** The client must send a frame with this content. */
    CloudFsHost expectContent(byte[] content) {
        expectHeader(content.length, "the content");
        peer.expect(Payload.bytes(content));
        return this;
    }
}
