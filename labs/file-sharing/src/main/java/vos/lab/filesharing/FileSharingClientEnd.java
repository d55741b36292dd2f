package vos.lab.filesharing;

import java.io.IOException;
import vos.protocol.Body;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.ErrorCode;
import vos.protocol.Hello;
import vos.protocol.LineFraming;
import vos.protocol.Pace;
import vos.protocol.PeerGoneException;
import vos.protocol.PeerSilentException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.SegmentFraming;
import vos.protocol.StatusReplies;
import vos.protocol.Text;
import vos.protocol.UntilCloseFraming;
import vos.protocol.Wire;

/**
 * The client's end, the mirror of {@link FileSharingServerEnd}: a connection for each request.
 *
 * <p>Says hello on a connection of its own. With a published server, which closes that without a byte, it keeps to the
 * published wire and to what such a server survives {@code [FSA-6]}.
 */
final class FileSharingClientEnd implements ClientEnd {
    private static final String BUSY = "; a published file-sharing server serves one client at a time";

    private final Connector connector;
    private Wire wire;
    private boolean strict;

    FileSharingClientEnd(Connector connector) {
        this.connector = connector;
    }

    @Override
    public String open() throws IOException {
        strict = hello();
        return "";
    }

    /** Whether the server speaks the strict form. It does not answer before it is free {@code [FSA-6.2]}. */
    private boolean hello() throws IOException {
        try (Wire probe = connect()) {
            var lines = new LineFraming(probe);
            lines.send(Text.encode(RequestLine.hello()));
            if (probe.atEnd()) {
                return false;
            }
            byte[] answer = lines.receive().orElseThrow();
            if (!Text.decode(answer).map(Hello::isWelcome).orElse(false)) {
                throw new ProtocolViolation("this is not a file-sharing server, which answers hello or closes", answer);
            }
            return true;
        } catch (PeerSilentException e) {
            throw new PeerGoneException(e.getMessage() + BUSY, e);
        }
    }

    private Wire connect() throws IOException {
        wire = connector.connect();
        return wire;
    }

    @Override
    public boolean strict() {
        return strict;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        return switch (request) {
            case Request.Upload upload when valid(upload.path()) -> {
                // A published server that answers is free, and will read the request before the content comes.
                strict = strict || hello();
                yield onNewConnection(() -> strict ? upload(upload) : uploadPublished(upload));
            }
            case Request.Download download when valid(download.path()) ->
                onNewConnection(() -> strict ? download(download) : downloadPublished(download.path()));
            case Request.Upload upload -> invalidName();
            case Request.Download download -> invalidName();
            case Request.Quit quit -> new Reply.Goodbye();
            default -> new Reply.Failed(ErrorCode.UNSUPPORTED, "file-sharing has no command for this");
        };
    }

    /** Whether the server would understand this name as it is {@code [FSA-5.3]}, {@code [FSA-6.4]}. */
    private boolean valid(String name) {
        boolean line = name.indexOf('\n') < 0 && !name.endsWith("\r");
        return strict ? line : !name.isEmpty() && name.codePoints().noneMatch(FileSharingClientEnd::endsName)
                && Text.encode(RequestLine.DOWNLOAD + " " + name).length <= FileSharingServerEnd.READ;
    }

    private static boolean endsName(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    private Reply invalidName() {
        return new Reply.Failed(ErrorCode.INVALID_NAME, strict ? "a name cannot hold a line end"
                : "this server speaks the published form, in which a name is not empty and ends at white space");
    }

    private interface Exchange {
        Reply run() throws IOException;
    }

    private Reply onNewConnection(Exchange exchange) throws IOException {
        connect();
        Reply reply = null;
        try {
            reply = exchange.run();
            return reply;
        } catch (PeerSilentException e) {
            throw strict ? e : new PeerGoneException(e.getMessage() + BUSY, e);
        } finally {
            // A content is still on its way, and closes the connection at its end.
            if (!(reply instanceof Reply.Content)) {
                wire.close();
            }
        }
    }

    // ---- strict [FSA-5] --------------------------------------------------------------------------------------------

    private Reply upload(Request.Upload upload) throws IOException {
        long size = upload.content().length()
                .orElseThrow(() -> new IllegalArgumentException("an upload of unknown length"));
        return ask(upload, RequestLine.upload(size, upload.path()), upload.content());
    }

    /** Only both together, the size and the end of the stream, vouch for a content {@code [FSA-5.7]}. */
    private Reply download(Request.Download download) throws IOException {
        Reply reply = ask(download, RequestLine.download(download.path()), Body.of(new byte[0]));
        return reply instanceof Reply.Content(Body content)
                ? new Reply.Content(Body.of(new LastContent(wire, content), content.length().orElseThrow())
                        .endingWith(this::expectEnd))
                : reply;
    }

    /** Says all that there is to say on this connection, and hears the status. */
    private Reply ask(Request request, RequestLine line, Body content) throws IOException {
        new LineFraming(wire).send(Text.encode(line.toString()));
        wire.send(content);
        wire.finish();
        return new StatusReplies(wire, FileSharingDialect.VOCABULARY).receive(request);
    }

    private void expectEnd() throws IOException {
        try (Wire over = wire) {
            if (!over.atEnd()) {
                throw new ProtocolViolation("the server sent more bytes than the size says");
            }
        }
    }

    // ---- towards a published server [FSA-6] ------------------------------------------------------------------------

    private Reply uploadPublished(Request.Upload upload) throws IOException {
        String request = RequestLine.UPLOAD + " " + upload.path();
        new SegmentFraming(wire, FileSharingServerEnd.READ).send(Text.encode(request));
        if (!wire.pause(Pace.MESSAGE)) {
            throw new PeerGoneException(wire.peer() + ": the server did not wait for the content; "
                    + "a published file-sharing server dies of a name that it cannot write");
        }
        new UntilCloseFraming(wire).send(upload.content());
        if (!wire.atEnd()) {
            throw new ProtocolViolation("the server answered an upload, and a published one does not");
        }
        return new Reply.Done();
    }

    /** A server that misses the file dies of it, and its kernel ends the connection as if behind an empty file. */
    private Reply downloadPublished(String name) throws IOException {
        new SegmentFraming(wire, FileSharingServerEnd.READ).send(Text.encode(RequestLine.DOWNLOAD + " " + name));
        if (wire.atEnd()) {
            throw new PeerGoneException(wire.peer() + ": not one byte came: the file is empty, or it is missing, "
                    + "of which a published file-sharing server dies");
        }
        Body content = new UntilCloseFraming(wire).receiveBody().endingWith(wire::close);
        return new Reply.Content(Body.unsized(new LastContent(wire, content)));
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
        }
    }
}
