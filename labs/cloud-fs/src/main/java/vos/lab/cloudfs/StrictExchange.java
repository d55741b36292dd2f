package vos.lab.cloudfs;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.protocol.Body;
import vos.protocol.ErrorCode;
import vos.protocol.HeaderFraming;
import vos.protocol.Hello;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.StatusLine;
import vos.protocol.Text;
import vos.protocol.Wire;

/** With one of ours: every message is a frame, and every answer begins with a status {@code [CLOUD-6]}. */
final class StrictExchange implements Exchange {
    /** What is left of a message behind the longest word. */
    private static final int LONGEST_ARGUMENT = Words.LONGEST - Words.DOWNLOAD.length();
    private static final Pattern EXIT = Pattern.compile(Words.EXIT + "([0-9]{1,3})");

    private final Wire wire;
    private final HeaderFraming frames;

    private StrictExchange(Wire wire, HeaderFraming frames) {
        this.wire = wire;
        this.frames = frames;
    }

    /** Takes the answer to the hello. */
    static StrictExchange begin(Wire wire, HeaderFraming frames) throws IOException {
        var exchange = new StrictExchange(wire, frames);
        byte[] welcome = exchange.message();
        if (!Text.decode(welcome).map(Hello::isWelcome).orElse(false)) {
            throw new ProtocolViolation("this is not a cloud-fs server", welcome);
        }
        return exchange;
    }

    @Override
    public Optional<Reply.Failed> refusal(String argument) {
        return Text.encode(argument).length <= LONGEST_ARGUMENT ? Optional.empty()
                : Optional.of(new Reply.Failed(ErrorCode.TOO_LARGE,
                        "a name or a line of more than " + LONGEST_ARGUMENT + " bytes"));
    }

    @Override
    public Reply upload(String name, Body content) throws IOException {
        send(Words.UPLOAD + name);
        frames.send(content);
        return status();
    }

    @Override
    public Reply download(String name) throws IOException {
        send(Words.DOWNLOAD + name);
        return status() instanceof Reply.Failed failed ? failed : new Reply.Content(frames.receiveBody());
    }

    @Override
    public Reply run(String line, WritableByteChannel output) throws IOException {
        send(Words.RUN + line);
        if (status() instanceof Reply.Failed failed) {
            return failed;
        }
        long copied = frames.receiveBody().copyTo(output);
        while (copied > 0) {
            copied = frames.receiveBody().copyTo(output);
        }
        return result(message());
    }

    /** What became of a command that has been begun. */
    private static Reply result(byte[] message) throws ProtocolViolation {
        Matcher exit = EXIT.matcher(Text.decode(message).orElse(""));
        if (exit.matches()) {
            return new Reply.Exit(OptionalInt.of(Integer.parseInt(exit.group(1))));
        }
        if (StatusLine.parse(message) instanceof Reply.Failed failed) {
            return failed;
        }
        throw new ProtocolViolation("a command ended neither with EXIT nor with ERROR", message);
    }

    @Override
    public Reply quit() throws IOException {
        send(Words.DISCONNECT);
        return status() instanceof Reply.Failed failed ? failed : new Reply.Goodbye();
    }

    /** The end of a connection is an end of a conversation {@code [COM-8.1]}. */
    @Override
    public void leave() {
        // Nothing has to be said.
    }

    @Override
    public IOException explained(IOException failure) {
        return failure;
    }

    private void send(String message) throws IOException {
        frames.send(Text.encode(message));
    }

    private byte[] message() throws IOException {
        return frames.receive()
                .orElseThrow(() -> new PeerGoneException(wire.peer() + ": the server closed the connection"));
    }

    /** Done or failed; the size of a content stands in its header. */
    private Reply status() throws IOException {
        byte[] message = message();
        Reply status = StatusLine.parse(message);
        if (status instanceof Reply.Size) {
            throw new ProtocolViolation("a status tells a size, and no size is told here", message);
        }
        return status;
    }
}
