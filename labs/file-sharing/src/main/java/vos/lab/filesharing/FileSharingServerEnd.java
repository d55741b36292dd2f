package vos.lab.filesharing;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.protocol.Body;
import vos.protocol.LineFraming;
import vos.protocol.Pace;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.SegmentFraming;
import vos.protocol.ServerEnd;
import vos.protocol.StatusReplies;
import vos.protocol.Text;
import vos.protocol.UntilCloseFraming;
import vos.protocol.Wire;

/**
 * The server's end: one request, one reply, and the end of the connection.
 *
 * <p>The first byte says which form the client speaks {@code [FSA-5.1]}. In the published one there are no words for a
 * failure: it breaks the connection off instead of ending it {@code [FSA-4.1]}.
 */
final class FileSharingServerEnd implements ServerEnd {
    /** What the published server takes for a request: one read of at most so many bytes {@code [FSA-2.1]}. */
    static final int READ = 4096;

    /** A word, white space, a name that ends at white space or where no name goes on, and whatever stands behind it. */
    private static final Pattern PUBLISHED = Pattern.compile("(?sU)\\s*(\\S+)\\s+([^\\s\\p{Cntrl}]+)(.*)");

    private final Wire wire;
    private final SegmentFraming reads;
    private final LineFraming lines;
    private final StatusReplies replies;
    private boolean strict;
    private boolean asked;

    FileSharingServerEnd(Wire wire) {
        this.wire = wire;
        this.reads = new SegmentFraming(wire, READ);
        this.lines = new LineFraming(wire);
        this.replies = new StatusReplies(wire, FileSharingDialect.VOCABULARY);
    }

    @Override
    public Optional<Request> receive() throws IOException {
        if (asked) {
            return Optional.empty();
        }
        asked = true;
        strict = RequestLine.isBegunBy(wire.peek(READ, bytes -> true, Pace.MESSAGE));
        Optional<byte[]> message = strict ? lines.receive() : reads.receive();
        return message.isEmpty() ? Optional.empty() : Optional.of(parse(message.get()));
    }

    private Request parse(byte[] message) throws IOException {
        Optional<String> text = Text.decode(message);
        if (text.isEmpty()) {
            return new Request.Malformed("this is not UTF-8");
        }
        return strict ? parseStrict(text.get()) : parsePublished(text.get());
    }

    // ---- the strict form [FSA-5] -----------------------------------------------------------------------------------

    private Request parseStrict(String line) {
        Optional<String> version = RequestLine.helloFor(line);
        if (version.isPresent()) {
            return new Request.Hello(version.get());
        }
        Optional<RequestLine> request = RequestLine.parse(line);
        if (request.isEmpty()) {
            return new Request.Unknown(line);
        }
        String name = request.get().name();
        return request.get().verb().equals(RequestLine.DOWNLOAD) ? new Request.Download(name)
                : new Request.Upload(name, wire.body(request.get().size()).endingWith(this::expectEnd), false);
    }

    /** Only both together, the size and the end of the stream, vouch for a content {@code [FSA-5.5]}. */
    private void expectEnd() throws IOException {
        if (!wire.atEnd()) {
            throw new ProtocolViolation("there are more bytes than the size says");
        }
    }

    // ---- the published form [FSA-2], [FSA-3] -----------------------------------------------------------------------

    private Request parsePublished(String read) throws IOException {
        Matcher parts = PUBLISHED.matcher(read);
        if (!parts.matches()) {
            return new Request.Malformed("a request is a word and a name");
        }
        String name = parts.group(2);
        String behind = parts.group(3);
        return switch (parts.group(1)) {
            case RequestLine.UPLOAD -> upload(name, behind);
            case RequestLine.DOWNLOAD -> behind.isBlank() ? new Request.Download(name)
                    : new Request.Malformed("something stands behind the name, which ends at white space");
            default -> new Request.Unknown(parts.group(1));
        };
    }

    /**
     * What stands behind the name is more of the name, or the beginning of the content: either way nothing good can be
     * stored {@code [FSA-2.3]}. A line end was typed by somebody if a content follows; if none does, it may be the
     * content itself.
     */
    private Request upload(String name, String behind) throws IOException {
        boolean lineEnd = behind.matches("\r?\n");
        if (!behind.isEmpty() && !lineEnd) {
            return new Request.Malformed("something stands behind the name, perhaps the beginning of the content");
        }
        Body content = new UntilCloseFraming(wire).receiveBody();
        content.endingWith(() -> {
            if (lineEnd && content.moved() == 0) {
                throw new ProtocolViolation("a line end stands behind the name, and perhaps is the content");
            }
        });
        return new Request.Upload(name, Body.unsized(new LastContent(wire, content)), false);
    }

    // ---- replies ---------------------------------------------------------------------------------------------------

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        if (strict && reply instanceof Reply.Welcome(String version)) {
            lines.send(Text.encode(RequestLine.welcome(version)));
        } else if (strict) {
            replies.send(reply);
        } else if (reply instanceof Reply.Content(Body body)) {
            new UntilCloseFraming(wire).send(body);
        } else if (reply instanceof Reply.Failed && !(request instanceof Request.Unknown)) {
            // An error's words would be stored as the file, and an end without a byte as an empty one.
            wire.abort();
        }
    }
}
