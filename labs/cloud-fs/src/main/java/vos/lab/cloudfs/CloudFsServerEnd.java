package vos.lab.cloudfs;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import vos.protocol.Body;
import vos.protocol.DelimiterFraming;
import vos.protocol.ErrorCode;
import vos.protocol.HeaderFraming;
import vos.protocol.Pace;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.SegmentFraming;
import vos.protocol.ServerEnd;
import vos.protocol.StatusLine;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * The server's end: each request is a frame, behind which a content may come, and has one answer.
 *
 * <p>Answers as published, without frames and within what one read of a published client takes, until the client says
 * hello; from then on in frames too {@code [CLOUD-6]}.
 */
final class CloudFsServerEnd implements ServerEnd {
    private final Wire wire;
    private final HeaderFraming frames;
    private final DelimiterFraming contents;
    private final SegmentFraming answers;
    private final Refusals refusals = new Refusals();
    private boolean strict;

    CloudFsServerEnd(Wire wire) {
        this.wire = wire;
        this.frames = new HeaderFraming(wire, Words.HEADER);
        this.contents = new DelimiterFraming(wire, Words.sentinel());
        this.answers = new SegmentFraming(wire, ShellReply.LONGEST);
    }

    // ---- requests [CLOUD-3] ----------------------------------------------------------------------------------------

    @Override
    public Optional<Request> receive() throws IOException {
        Optional<byte[]> message = frames.receive();
        return message.isEmpty() ? Optional.empty() : Optional.of(parse(message.get()));
    }

    private Request parse(byte[] message) throws IOException {
        Optional<String> text = Text.decode(message);
        return text.isPresent() ? parse(text.get()) : notUtf8(message);
    }

    private Request parse(String message) throws IOException {
        if (message.startsWith(Words.HELLO_FOR)) {
            return new Request.Hello(message.substring(Words.HELLO_WORD.length() + 1));
        }
        if (message.equals(Words.DISCONNECT)) {
            return new Request.Quit();
        }
        if (message.startsWith(Words.UPLOAD)) {
            return new Request.Upload(message.substring(Words.UPLOAD.length()), content(), true);
        }
        if (message.startsWith(Words.DOWNLOAD)) {
            return new Request.Download(message.substring(Words.DOWNLOAD.length()));
        }
        if (!strict) {
            return new Request.CommandLine(message, new ShellReply());
        }
        return message.startsWith(Words.RUN)
                ? new Request.CommandLine(message.substring(Words.RUN.length()), new OutputFrames(frames))
                : new Request.Unknown(message.split(" ", 2)[0]);
    }

    /** What follows an upload is a content, also when its name is none {@code [CLOUD-2.4]}. */
    private Request notUtf8(byte[] message) throws IOException {
        if (Words.startsWith(message, Text.encode(Words.UPLOAD))) {
            content().close();
        }
        return new Request.Malformed("this is not UTF-8");
    }

    private Body content() throws IOException {
        return strict ? frames.receiveBody() : contents.receiveBody();
    }

    // ---- answers ---------------------------------------------------------------------------------------------------

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        if (strict || reply instanceof Reply.Welcome) {
            answerStrictly(request, reply);
        } else {
            answerAsPublished(request, reply);
        }
    }

    /** Every answer begins with a status; only {@code RUN} has another one behind its output {@code [CLOUD-6.3]}. */
    private void answerStrictly(Request request, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Welcome(String version) -> {
                strict = true;
                send(version + " " + Words.OFFER);
            }
            case Reply.Done _, Reply.Goodbye _ -> send(StatusLine.done());
            case Reply.Content(Body body) -> {
                send(StatusLine.done());
                frames.send(body);
            }
            case Reply.Exit(OptionalInt status) -> {
                if (request instanceof Request.CommandLine(String _, OutputFrames output)) {
                    output.end();
                }
                send(Words.EXIT + status.orElseThrow());
            }
            case Reply.Failed failed -> {
                if (request instanceof Request.CommandLine(String _, OutputFrames output) && output.begun()) {
                    output.end();
                }
                send(StatusLine.failed(failed));
            }
            case Reply.Directory _, Reply.Listing _, Reply.Size _ -> throw noAnswer(reply);
        }
    }

    private void send(String message) throws IOException {
        frames.send(Text.encode(message));
    }

    /** What a published client does not read is not said {@code [CLOUD-5.7]}, {@code [CLOUD-5.9]}. */
    private void answerAsPublished(Request request, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Done _, Reply.Goodbye _ -> { }
            case Reply.Content(Body body) -> sendContent(body);
            case Reply.Exit _ -> say(request, "");
            case Reply.Failed failed when request instanceof Request.Upload -> refusals.add(failed);
            case Reply.Failed failed when request instanceof Request.Download -> sendRefusal(failed.code());
            case Reply.Failed failed -> say(request, "[!] " + Refusals.sentence(failed) + "\n");
            case Reply.Welcome _, Reply.Directory _, Reply.Listing _, Reply.Size _ -> throw noAnswer(reply);
        }
    }

    private static IllegalStateException noAnswer(Reply reply) {
        return new IllegalStateException("no request of cloud-fs is answered so: " + reply);
    }

    /** One write, which a published client takes in one read: what one read gives is the answer {@code [CLOUD-5.1]}. */
    private void say(Request request, String behind) throws IOException {
        ShellReply output = request instanceof Request.CommandLine(String _, ShellReply printed)
                ? printed : new ShellReply();
        answers.send(output.bytes(refusals.tell(), behind));
    }

    /** A published client finds the sentinel only in a read that has all of it {@code [CLOUD-5.4]}. */
    private void sendContent(Body body) throws IOException {
        if (contents.occursIn(body)) {
            sendRefusal("it holds the bytes that end a file on this wire");
            return;
        }
        wire.send(body);
        if (body.moved() > 0) {
            wire.pause(Pace.afterBody(body.moved()));
        }
        contents.sendDelimiter();
    }

    private void sendRefusal(ErrorCode code) throws IOException {
        switch (code) {
            case NOT_FOUND, IS_A_DIRECTORY -> contents.send(Text.encode(Words.FILE_NOT_FOUND));
            // The detail may quote a name that holds the sentinel; this sentence does not.
            default -> sendRefusal(code.sentence());
        }
    }

    private void sendRefusal(String why) throws IOException {
        contents.send(Text.encode("File not sent: " + why + "."));
    }
}
