package vos.lab.cloudfs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import vos.protocol.Body;
import vos.protocol.DelimiterFraming;
import vos.protocol.ErrorCode;
import vos.protocol.HeaderFraming;
import vos.protocol.Pace;
import vos.protocol.Part;
import vos.protocol.PeerGoneException;
import vos.protocol.PeerSilentException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * With a published server, whose answers have no end: behind each question the {@link Marker} is asked, and its answer
 * ends the one before it {@code [CLOUD-7]}. So an answer is no matter of time, but for what such a server takes one
 * read for.
 */
final class PublishedExchange implements Exchange {
    /** The longest message that is sure to be one read, in bytes {@code [CLOUD-7.7]}. */
    private static final int LONGEST = 1024;
    /** The longest answer to a hello and a marker, in bytes. */
    private static final int LONGEST_ANSWER = 4 * 1024;
    /** How long an answer that has begun may come in pieces. */
    private static final Duration WHILE = Duration.ofSeconds(10);
    /** What a server takes to read the sentinel, so that the next frame is not stored with the file. */
    private static final Duration AFTER_SENTINEL = Duration.ofMillis(250);

    private final Wire wire;
    private final HeaderFraming frames;
    private final Marker marker;
    private final DelimiterFraming contents;
    private final DelimiterFraming answers;
    private final DelimiterFraming answeredContents;
    private final byte[] noFile;
    /** Whether what is said next would be a part of a file, or is not heard any more. */
    private volatile boolean unheard;

    private PublishedExchange(Wire wire, HeaderFraming frames, Marker marker, byte[] answer) {
        this.wire = wire;
        this.frames = frames;
        this.marker = marker;
        contents = new DelimiterFraming(wire, Words.sentinel());
        answers = new DelimiterFraming(wire, answer);
        byte[] end = Words.join(Words.sentinel(), answer);
        answeredContents = new DelimiterFraming(wire, end);
        noFile = Words.join(Text.encode(Words.FILE_NOT_FOUND), end);
    }

    /** Learns from the answer to the hello, of which a part has come, how this server answers the marker. */
    static PublishedExchange begin(Wire wire, HeaderFraming frames, Marker marker) throws IOException {
        frames.send(Text.encode(marker.name()));
        byte[] both = wire.peek(
                come -> marker.answerIn(come).isPresent() || come.length > LONGEST_ANSWER, WHILE);
        byte[] answer = marker.answerIn(both).orElseThrow(() -> new ProtocolViolation(
                "this is not a cloud-fs server, whose shell would say of HELLO and " + marker.name()
                        + " that there is no such command", both));
        wire.take(both.length, Part.MESSAGE);
        return new PublishedExchange(wire, frames, marker, answer);
    }

    // ---- what such a server would misunderstand [CLOUD-7.7] --------------------------------------------------------

    @Override
    public Optional<Reply.Failed> refusal(String argument) {
        if (Text.encode(argument).length > LONGEST - Words.DOWNLOAD.length()) {
            return refused(ErrorCode.TOO_LARGE, "this server speaks the published form, in which a name or a line"
                    + " is at most " + (LONGEST - Words.DOWNLOAD.length()) + " bytes long");
        }
        return argument.indexOf('\0') < 0 ? Optional.empty()
                : refused(ErrorCode.INVALID_NAME, "a published server dies of a NUL");
    }

    private static Optional<Reply.Failed> refused(ErrorCode code, String why) {
        return Optional.of(new Reply.Failed(code, why));
    }

    private static boolean isNoCommand(String line) {
        return line.startsWith(Words.UPLOAD) || line.startsWith(Words.DOWNLOAD) || line.equals(Words.DISCONNECT);
    }

    // ---- exchanges -------------------------------------------------------------------------------------------------

    /** Each pause keeps what is before it from being read together with what is behind it {@code [CLOUD-7.5]}. */
    @Override
    public Reply upload(String name, Body content) throws IOException {
        if (name.isEmpty()) {
            return new Reply.Failed(ErrorCode.INVALID_NAME, "a published server dies of an empty name");
        }
        if (contents.occursIn(content)) {
            return new Reply.Failed(ErrorCode.UNSUPPORTED, "the file holds " + Words.SENTINEL
                    + ", which ends a file in the published form, and this server speaks no other");
        }
        unheard = true;
        send(Words.UPLOAD + name);
        wire.flush();
        wire.send(content);
        wire.pause(Pace.afterBody(content.moved()));
        contents.sendDelimiter();
        wire.pause(AFTER_SENTINEL);
        unheard = false;
        send(marker.name());
        long said = answers.receiveBody().copyTo(Channels.newChannel(OutputStream.nullOutputStream()));
        if (said > 0) {
            throw new ProtocolViolation("the server answered an upload, and a published one does not");
        }
        return new Reply.Done();
    }

    /** A file that holds the sentinel comes whole, as what ends it is the sentinel and the answer to the marker. */
    @Override
    public Reply download(String name) throws IOException {
        ask(Words.DOWNLOAD + name);
        byte[] start = wire.peek(
                come -> come.length >= noFile.length || !Words.startsWith(noFile, come), WHILE);
        if (Words.startsWith(start, noFile)) {
            wire.take(noFile.length, Part.MESSAGE);
            return new Reply.Failed(ErrorCode.NOT_FOUND, "the server has no file \"" + name + "\"");
        }
        return new Reply.Content(answeredContents.receiveBody());
    }

    @Override
    public Reply run(String line, WritableByteChannel output) throws IOException {
        if (isNoCommand(line)) {
            return new Reply.Failed(ErrorCode.UNSUPPORTED,
                    "this server speaks the published form, in which that is no command line");
        }
        ask(line);
        answers.receiveBody().copyTo(output);
        return new Reply.Exit(OptionalInt.empty());
    }

    @Override
    public Reply quit() throws IOException {
        leave();
        return new Reply.Goodbye();
    }

    /** A server that is left without a word looks for one for ever, and keeps a processor busy {@code [CLOUD-7.9]}. */
    @Override
    public void leave() throws IOException {
        if (!unheard) {
            unheard = true;
            send(Words.DISCONNECT);
            wire.flush();
        }
    }

    @Override
    public IOException explained(IOException failure) {
        return failure instanceof PeerSilentException ? new PeerGoneException(failure.getMessage()
                + "; a published cloud-fs server is silent while a command runs, and for ever when it cannot write"
                + " or read a file", failure) : failure;
    }

    private void ask(String message) throws IOException {
        send(message);
        send(marker.name());
    }

    private void send(String message) throws IOException {
        frames.send(Text.encode(message));
    }
}
