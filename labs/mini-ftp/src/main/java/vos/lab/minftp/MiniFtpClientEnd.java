package vos.lab.minftp;

import java.io.IOException;
import java.util.List;
import vos.protocol.Body;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.DelimiterFraming;
import vos.protocol.ErrorCode;
import vos.protocol.Hello;
import vos.protocol.Pace;
import vos.protocol.Part;
import vos.protocol.PeerGoneException;
import vos.protocol.PeerSilentException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.RetryOnNewConnection;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * The client's end, the mirror of {@link MiniFtpServerEnd}.
 *
 * <p>Says hello as soon as it knows the token. With a published server, which answers as to any unknown command, it
 * keeps to the published wire and the pauses that such a server needs {@code [MFTP-7]}. When a connection has become
 * useless, the next request opens another one and goes back to the same directory.
 */
final class MiniFtpClientEnd implements ClientEnd {
    private final Connector connector;
    private Wire wire;
    private Token token;
    private DelimiterFraming frames;
    private Status status;
    private boolean strict;
    private boolean useless;

    MiniFtpClientEnd(Connector connector) {
        this.connector = connector;
    }

    @Override
    public String open() throws IOException {
        wire = connector.connect();
        token = Token.of(wire.take(Token.BYTES, Part.DELIMITER));
        frames = new DelimiterFraming(wire, token.bytes());
        frames.send(Text.encode(Hello.command()));
        String welcome = receive();
        String answer = receive();
        strict = Hello.isWelcome(answer);
        status = Status.parse(strict ? receive() : answer);
        useless = false;
        return welcome;
    }

    /** Until it is known where the new connection is, it is as useless as the old one. */
    private void reopen() throws IOException {
        Status before = status;
        wire.close();
        open();
        status = before;
        useless = true;
        send("cd", before.directory());
        awaitStatus();
        useless = false;
        if (!status.ok()) {
            throw new IOException("connected again, but " + before.directory() + " is not there any more");
        }
    }

    @Override
    public boolean strict() {
        return strict;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        if (useless) {
            reopen();
        }
        for (String name : names(request)) {
            // What separates arguments cannot be part of one [MFTP-3.1], [MFTP-6.2].
            if (name.contains(strict ? "\n" : " ")) {
                return new Reply.Failed(ErrorCode.INVALID_NAME, strict ? "a name cannot hold a line end"
                        : "this server speaks the published form, in which a name ends at its first space");
            }
        }
        useless = true;
        Reply reply = exchange(request);
        // A content is still on its way; its last byte makes the connection useful again.
        useless = reply instanceof Reply.Content;
        return reply;
    }

    private static List<String> names(Request request) {
        return switch (request) {
            case Request.ChangeDirectory(String path) -> List.of(path);
            case Request.MakeDirectory(String path) -> List.of(path);
            case Request.Remove(String path) -> List.of(path);
            case Request.Size(String path) -> List.of(path);
            case Request.Download(String path) -> List.of(path);
            case Request.Upload upload -> List.of(upload.path());
            case Request.Move(String from, String to) -> List.of(from, to);
            default -> List.of();
        };
    }

    private Reply exchange(Request request) throws IOException {
        return switch (request) {
            case Request.WhereAmI where -> new Reply.Directory(status.directory());
            case Request.ChangeDirectory(String path) -> {
                send("cd", path);
                Reply reply = awaitStatus();
                yield status.ok() ? new Reply.Directory(status.directory()) : reply;
            }
            case Request.MakeDirectory(String path) -> command("mkdir", path);
            case Request.Remove(String path) -> command("rm", path);
            case Request.Move(String from, String to) -> command("mv", from, to);
            case Request.Size(String path) -> size(path);
            case Request.Upload upload -> upload(upload.path(), upload.content());
            case Request.Download(String path) -> download(path);
            case Request.Quit quit -> quit();
            default -> new Reply.Failed(ErrorCode.UNSUPPORTED, "mini-ftp has no command for this");
        };
    }

    private Reply command(String word, String... arguments) throws IOException {
        send(word, arguments);
        return awaitStatus();
    }

    private Reply size(String path) throws IOException {
        send("info", path);
        String result = receive();
        Reply reply = awaitStatus();
        return status.ok() ? new Reply.Size(bytes(result)) : reply;
    }

    private Reply upload(String path, Body content) throws IOException {
        long size = content.length().orElseThrow(() -> new IllegalArgumentException("an upload of unknown length"));
        if (strict) {
            send("ul", path, Long.toString(size));
            wire.send(content);
        } else {
            uploadPublished(path, content);
        }
        frames.sendDelimiter();
        return awaitStatus();
    }

    /** A published server finds the token only at the end of a read, so each part must arrive in a read of its own. */
    private void uploadPublished(String path, Body content) throws IOException {
        if (frames.occursIn(content)) {
            throw new RetryOnNewConnection("the content holds the token " + token.text());
        }
        send("ul", path);
        wire.pause(Pace.MESSAGE);
        wire.send(content);
        wire.pause(Pace.afterBody(content.moved()));
    }

    private Reply download(String path) throws IOException {
        return strict ? downloadStrict(path) : downloadPublished(path);
    }

    private Reply downloadStrict(String path) throws IOException {
        send("dl", path);
        String size = receive();
        if (size.isEmpty()) {
            return refusal();
        }
        return new Reply.Content(frames.receiveBody(bytes(size)).endingWith(this::expectOk));
    }

    /** Nothing tells a content that was cut at a token within it from a whole one, but its size {@code [MFTP-8.1]}. */
    private Reply downloadPublished(String path) throws IOException {
        if (!(size(path) instanceof Reply.Size(long size))) {
            return status.failure();
        }
        send("dl", path);
        Body body = frames.receiveBody();
        return new Reply.Content(body.endingWith(() -> {
            if (body.moved() != size) {
                throw new RetryOnNewConnection("%d bytes came of %d".formatted(body.moved(), size));
            }
            expectOk();
        }));
    }

    private void expectOk() throws IOException {
        awaitStatus();
        if (!status.ok()) {
            throw new ProtocolViolation("the server sent a content and then an error: " + status.failure().detail());
        }
        useless = false;
    }

    private Reply refusal() throws IOException {
        Reply reply = awaitStatus();
        if (status.ok()) {
            throw new ProtocolViolation("the server sent neither a size nor an error");
        }
        return reply;
    }

    private Reply quit() throws IOException {
        send("exit");
        wire.flush();
        return new Reply.Goodbye();
    }

    // ---- messages --------------------------------------------------------------------------------------------------

    private void send(String word, String... arguments) throws IOException {
        String command = arguments.length == 0 ? word : word + " " + String.join(strict ? "\n" : " ", arguments);
        if (command.contains(token.text())) {
            throw new RetryOnNewConnection("a name holds the token " + token.text());
        }
        frames.send(Text.encode(command));
    }

    private Reply awaitStatus() throws IOException {
        status = Status.parse(receive());
        return status.ok() ? new Reply.Done() : status.failure();
    }

    private String receive() throws IOException {
        try {
            byte[] message = frames.receive()
                    .orElseThrow(() -> new PeerGoneException(wire.peer() + ": the server closed the connection"));
            return Text.decode(message).orElseThrow(() -> new ProtocolViolation("an answer is not UTF-8", message));
        } catch (PeerSilentException e) {
            throw strict ? e : new PeerGoneException(e.getMessage()
                    + "; a published mini-FTP server falls silent when a command fails, as on a missing name", e);
        }
    }

    private static long bytes(String size) throws ProtocolViolation {
        if (!size.matches("[0-9]{1,18}")) {
            throw new ProtocolViolation("a size is not a number", Text.encode(size));
        }
        return Long.parseLong(size);
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
        }
    }
}
