package vos.lab.cloudfs;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import vos.protocol.Body;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.ErrorCode;
import vos.protocol.HeaderFraming;
import vos.protocol.PeerGoneException;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * The client's end, the mirror of {@link CloudFsServerEnd}.
 *
 * <p>Says hello, and learns from the first bytes of the answer which form the server speaks {@code [CLOUD-6.1]}. With a
 * published server, a connection that has become useless is replaced by another one for the next request; with one of
 * ours it is not, as its current directory would be another {@code [CLOUD-7.8]}.
 */
final class CloudFsClientEnd implements ClientEnd {
    /** What a header may be, as far as it has come. */
    private static final Pattern HEADER_BEGUN = Pattern.compile(" *[0-9]{0,18} *");
    /** How long a header that has begun may come in pieces. */
    private static final Duration WHILE = Duration.ofSeconds(10);

    private final Connector connector;
    private final RandomGenerator random;
    private Wire wire;
    private Exchange exchange;
    private boolean useless;

    CloudFsClientEnd(Connector connector, RandomGenerator random) {
        this.connector = connector;
        this.random = random;
    }

    @Override
    public String open() throws IOException {
        wire = connector.connect();
        var frames = new HeaderFraming(wire, Words.HEADER);
        frames.send(Text.encode(Words.HELLO));
        byte[] start = wire.peek(come -> come.length >= Words.HEADER || !isHeaderBegun(come), WHILE);
        if (start.length == 0) {
            throw new PeerGoneException(wire.peer() + ": the server closed the connection without an answer");
        }
        exchange = start.length >= Words.HEADER && isHeaderBegun(start)
                ? StrictExchange.begin(wire, frames)
                : PublishedExchange.begin(wire, frames, Marker.random(random));
        useless = false;
        return "";
    }

    private static boolean isHeaderBegun(byte[] bytes) {
        int length = Math.min(bytes.length, Words.HEADER);
        return HEADER_BEGUN.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)).matches();
    }

    @Override
    public boolean strict() {
        return exchange instanceof StrictExchange;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        if (useless) {
            reopen();
        }
        Optional<Reply.Failed> refusal = argument(request).flatMap(exchange::refusal);
        return refusal.isPresent() ? refusal.get() : ask(request);
    }

    private void reopen() throws IOException {
        if (strict()) {
            throw new PeerGoneException(wire.peer() + ": the connection broke off before; connect again");
        }
        close();
        open();
    }

    private static Optional<String> argument(Request request) {
        return switch (request) {
            case Request.Upload upload -> Optional.of(upload.path());
            case Request.Download(String name) -> Optional.of(name);
            case Request.CommandLine(String line, WritableByteChannel _) -> Optional.of(line);
            default -> Optional.empty();
        };
    }

    private Reply ask(Request request) throws IOException {
        useless = true;
        try {
            Reply reply = exchange(request);
            // A content is still on its way; its last byte makes the connection useful again.
            return reply instanceof Reply.Content(Body body)
                    ? new Reply.Content(body.endingWith(() -> useless = false)) : reply;
        } catch (IOException e) {
            throw exchange.explained(e);
        }
    }

    private Reply exchange(Request request) throws IOException {
        return switch (request) {
            case Request.Upload(String name, Body content, boolean _) -> usefulAfter(exchange.upload(name, content));
            case Request.Download(String name) -> {
                Reply reply = exchange.download(name);
                yield reply instanceof Reply.Content ? reply : usefulAfter(reply);
            }
            case Request.CommandLine(String line, WritableByteChannel target) -> {
                var output = new WholeOutput(target);
                Reply reply = usefulAfter(exchange.run(line, output));
                output.check();
                yield reply;
            }
            case Request.Quit _ -> exchange.quit();
            default -> usefulAfter(new Reply.Failed(ErrorCode.UNSUPPORTED, "cloud-fs has no command for this"));
        };
    }

    private Reply usefulAfter(Reply reply) {
        useless = false;
        return reply;
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            leave();
        }
    }

    private void leave() throws IOException {
        try {
            if (exchange != null) {
                exchange.leave();
            }
        } catch (PeerGoneException e) {
            // Whoever has gone need not be told.
            useless = true;
        } finally {
            wire.close();
        }
    }
}
